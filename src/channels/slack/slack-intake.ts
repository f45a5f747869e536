import type { Attachment, InboundMessage } from '../../domain/message.ts';
import type { SlackApi } from './slack-api.ts';
import type { SlackEnvelope, SlackFile } from './slack-event.ts';
import { createEarlyEvents } from './early-events.ts';
import { fromInteraction } from './from-interaction.ts';
import { fromSlack, type SlackSurroundings, type Translated } from './from-slack.ts';
import type { Heard } from './heard.ts';
import { threadTsOf } from './slack-names.ts';
import type { SlackDesk } from './slack-desk.ts';
import type { SlackPorts } from './slack-ports.ts';
import type { UsedControls } from './used-controls.ts';
import type { WorkingSigns } from './working-signs.ts';

export interface SlackIntake {
  /** Resolves once what the event says is stored, or known to be nothing for us: then it may be acknowledged. */
  event(envelope: SlackEnvelope, how?: { readonly isHistory: boolean }): Promise<void>;
  /** The same for a click or a modal. */
  interaction(payload: unknown): Promise<void>;
}

export interface IntakeParts {
  readonly surroundings: SlackSurroundings;
  readonly receive: (messages: readonly InboundMessage[]) => Promise<void>;
  readonly ports: Pick<SlackPorts, 'threads' | 'now'>;
  readonly api: SlackApi;
  readonly describe: (author: InboundMessage['author']) => Promise<InboundMessage['author']>;
  readonly attach: (files: readonly SlackFile[]) => Promise<readonly Attachment[]>;
  readonly signs: WorkingSigns;
  readonly heard: Heard;
  readonly controls: UsedControls;
  /** Where the desk's cards stand in this workspace. */
  readonly desk?: SlackDesk | undefined;
}

type Taken = Extract<Translated, { readonly kind: 'message' }>;

/** Ids whose sign was shown: a second delivery of an answered message must not promise another answer. */
const REMEMBERED = 10_000;

export function createSlackIntake({
  surroundings,
  receive,
  ports,
  api,
  describe,
  attach,
  signs,
  heard,
  controls,
  desk,
}: IntakeParts): SlackIntake {
  const shown = new Set<string>();
  /** Deliveries of one message at the same time are stored once and acknowledged together. */
  const running = new Map<string, Promise<void>>();
  const early = createEarlyEvents();

  const isOurs = async ({ addressed, message }: Taken): Promise<boolean> =>
    addressed === 'yes' || (await ports.threads.participants(message.thread)).length > 0;

  const store = async ({ message, files }: Taken): Promise<void> => {
    const [author, attachments] = await Promise.all([describe(message.author), files.length > 0 ? attach(files) : []]);
    await receive([{ ...message, author, attachments }]);
  };

  const showSign = ({ thread, id, kind, author }: InboundMessage, ts: string | undefined): void => {
    if (kind !== 'new' || author.role !== 'customer' || shown.has(id)) return;
    const [oldest] = shown;
    if (shown.size >= REMEMBERED && oldest !== undefined) shown.delete(oldest);
    shown.add(id);
    signs.show(thread, ts);
  };

  const once = (id: string, run: () => Promise<void>): Promise<void> => {
    const before = running.get(id);
    if (before) return before;
    const work = run().finally(() => running.delete(id));
    running.set(id, work);
    return work;
  };

  const take = (taken: Taken, envelope: SlackEnvelope, isHistory: boolean): Promise<void> =>
    once(taken.message.id, async () => {
      const { thread } = taken.message;
      if (!(await isOurs(taken))) return early.keep(thread, envelope);
      await store(taken);
      heard.note(thread.space, threadTsOf(thread), taken.ts, envelope.is_ext_shared_channel === true);
      if (!isHistory) showSign(taken.message, taken.ts);
      await early.replay(thread, (waiting) => event(waiting, isHistory));
    });

  const event = async (envelope: SlackEnvelope, isHistory: boolean): Promise<void> => {
    const taken = fromSlack(envelope, surroundings);
    if (taken.kind === 'message') await take(taken, envelope, isHistory);
  };

  return {
    async event(envelope, how = { isHistory: false }) {
      const atDesk = (await desk?.event(envelope)) ?? 'elsewhere';
      if (atDesk === 'elsewhere') return event(envelope, how.isHistory);
      if (atDesk !== 'nothing') heard.note(atDesk.channel, atDesk.thread, atDesk.ts, envelope.is_ext_shared_channel === true);
      return undefined;
    },
    async interaction(payload) {
      if (await desk?.interaction(payload)) return;
      const heardNow = fromInteraction(payload, surroundings.account, ports.now());
      // The modal first: Slack lets us open it for three seconds only, and nothing is to be stored.
      if (heardNow.kind === 'open_modal') {
        controls.opened(heardNow.pressed);
        await api.call('views.open', { trigger_id: heardNow.triggerId, view: heardNow.view }, 2_500);
      }
      if (heardNow.kind !== 'words') return;
      const { message } = heardNow;
      await once(message.id, async () => {
        await receive([{ ...message, author: await describe(message.author) }]);
        showSign(message, undefined);
      });
      const { used } = heardNow;
      void ('pressed' in used ? controls.answered(used.pressed, message.text) : controls.answeredByForm(used.formFrom));
    },
  };
}
