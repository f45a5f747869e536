import { AppError } from '../../domain/error.ts';
import type { CardPlaces } from '../desk-thread/card-places.ts';
import { fromDeskInteraction, deskView, personOf } from './from-desk-interaction.ts';
import type { SlackApi } from './slack-api.ts';
import { slackEvent, type SlackEnvelope } from './slack-event.ts';
import { SLACK } from './slack-names.ts';
import type { SlackPorts } from './slack-ports.ts';
import { plainFromSlack } from './slack-text.ts';

/** What people do at the desk's cards and in the threads below them. */
export interface SlackDesk {
  /** `elsewhere`: not in the desk's channel, so a customer may have written it. Rejects when it must come again. */
  event(
    envelope: SlackEnvelope,
  ): Promise<'elsewhere' | { readonly channel: string; readonly thread: string | undefined; readonly ts: string } | 'nothing'>;
  /** Whether it was the desk's. */
  interaction(payload: unknown): Promise<boolean>;
}

export interface SlackDeskParts {
  /** Our workspace. */
  readonly account: string;
  readonly botUserId: string;
  readonly api: SlackApi;
  readonly places: CardPlaces;
  readonly desk: NonNullable<SlackPorts['desk']>;
}

/** Slack opens a form for three seconds after the press. */
const OPEN_MS = 2_500;
const SPOKEN: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast'];

export function createSlackDesk({ account, botUserId, api, places, desk }: SlackDeskParts): SlackDesk {
  const { channel, port } = desk;
  return {
    async event(envelope) {
      const parsed = slackEvent.safeParse(envelope.event).data;
      if (parsed?.channel !== channel) return 'elsewhere';
      // Edits and deletions change nothing that was sent, and nobody's talk at the desk is a customer's.
      if ('message' in parsed || 'deleted_ts' in parsed || !SPOKEN.includes(parsed.subtype ?? undefined)) return 'nothing';
      const { user, bot_id: bot, ts, thread_ts: root, parent_user_id: parent, text, files, user_team, team } = parsed;
      if (!user || bot || user === botUserId) return 'nothing';
      const ticket = root && root !== ts ? await places.ticketAt(channel, root) : undefined;
      // A card of ours whose post is not recorded yet: Slack sends again what is not acknowledged.
      if (ticket === undefined && parent === botUserId)
        throw new AppError('channel_unavailable', 'a card that is not known yet', { retryable: true });
      if (ticket !== undefined) {
        await port.heard({
          id: [SLACK, 'said', channel, ts].join('/'),
          ticket,
          person: personOf({ id: user, team_id: user_team ?? team }, envelope.team_id ?? undefined, account),
          text: plainFromSlack(text ?? ''),
          files: files?.length ?? 0,
        });
      }
      return { channel, thread: root ?? undefined, ts };
    },
    async interaction(payload) {
      const found = fromDeskInteraction(payload, account);
      if (!found) return false;
      const { press } = found;
      const form = found.kind === 'pressed' ? await port.formFor(press) : undefined;
      if (found.kind === 'sent' || !form) await port.press(press);
      else await api.call('views.open', { trigger_id: found.triggerId, view: deskView(press, form) }, OPEN_MS);
      return true;
    },
  };
}
