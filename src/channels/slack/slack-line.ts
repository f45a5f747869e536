import { z } from 'zod';
import type { InboundMessage } from '../../domain/message.ts';
import type { CardPlaces } from '../desk-thread/card-places.ts';
import { fillGap } from './fill-gap.ts';
import { createHeard, type Heard, type HeardChannel } from './heard.ts';
import type { SlackApi } from './slack-api.ts';
import { toSlackOutcome } from './slack-errors.ts';
import { fetchSlackFiles } from './slack-files.ts';
import { createSlackFront, type Deliver } from './slack-front.ts';
import type { HttpClient } from '../http/http-client.ts';
import { createSlackDesk } from './slack-desk.ts';
import { createSlackIntake, type SlackIntake } from './slack-intake.ts';
import { createSlackPeople } from './slack-people.ts';
import type { SlackPorts } from './slack-ports.ts';
import { createSlackReceiver, type SlackReceiver } from './slack-receiver.ts';
import type { SlackSettings } from './slack-settings.ts';
import { createSlackSocket, type SlackSocket } from './slack-socket.ts';
import { createUsedControls } from './used-controls.ts';
import type { WorkingSigns } from './working-signs.ts';

/** The way in: who we are, the socket or the port, and what was missed meanwhile. */
export interface SlackLine {
  start(): Promise<void>;
  stop(): Promise<void>;
  problem(): string | undefined;
  /** A thread that we opened ourselves: what is said there while we are away is read afterwards. */
  noteThread(channel: string, ts: string): void;
  port(): number | undefined;
}

export interface LineParts {
  readonly settings: SlackSettings;
  readonly ports: SlackPorts;
  readonly api: SlackApi;
  readonly http: HttpClient;
  readonly signs: WorkingSigns;
  readonly places: CardPlaces;
  readonly receive: (messages: readonly InboundMessage[]) => Promise<void>;
}

const identity = z.looseObject({ team_id: z.string(), user_id: z.string(), bot_id: z.string().optional() });

const RETRY_MS = 10_000;

interface Open {
  readonly account: string;
  readonly intake: SlackIntake;
  readonly deliver: Deliver;
  readonly heard: Heard;
}

export function createSlackLine(parts: LineParts): SlackLine {
  const { settings, ports, api } = parts;
  let open: Open | undefined;
  let socket: SlackSocket | undefined;
  let receiver: SlackReceiver | undefined;
  let port: number | undefined;
  let problem: string | undefined;
  let isStopped = false;
  /** What had been heard when the gap that is still open began. */
  let gap: readonly HeardChannel[] | undefined;
  let gaps = 0;
  const cancels = new Set<() => void>();

  const later = (ms: number, run: () => void): void => {
    const cancel = ports.timers.after(ms, () => {
      cancels.delete(cancel);
      run();
    });
    cancels.add(cancel);
  };

  /** Undefined until Slack has told us who we are; without that our own messages look like anybody's. */
  const identify = async (): Promise<Open | undefined> => {
    const reply = await api.call('auth.test', {});
    if (reply.kind !== 'ok') {
      problem = toSlackOutcome(reply).problem ?? 'Slack does not answer: check the network and SLACK_API_URL';
      return undefined;
    }
    problem = undefined;
    return openWith(identity.parse(reply.body), parts);
  };

  const begin = async (): Promise<void> => {
    open = await identify();
    if (isStopped) return;
    if (!open) return later(RETRY_MS, () => void begin());
    beginGap();
    if (settings.mode === 'http') return void mend();
    socket = createSlackSocket(settings, { ...ports, deliver: open.deliver, onUp, onDown });
    await socket.start();
  };

  const onUp = (): void => {
    ports.report({ kind: 'connected', mode: 'socket' });
    void mend();
  };
  const onDown = (): void => {
    ports.report({ kind: 'disconnected' });
    beginGap();
  };

  const beginGap = (): void => {
    gaps += 1;
    gap ??= open?.heard.channels();
    open?.heard.hold();
  };

  /** Fills the gap from history; as long as that fails it stays open. */
  const mend = async (): Promise<void> => {
    const [from, mine] = [gap, gaps];
    if (!open || !from || isStopped) return;
    const { intake, account, heard } = open;
    try {
      const messages = await fillGap(from, { api, account, take: (envelope) => intake.event(envelope, { isHistory: true }), wait });
      // Another gap may have begun while this one was read.
      if (gaps === mine) {
        gap = undefined;
        heard.release();
      }
      ports.report({ kind: 'filled_gap', messages });
    } catch (error) {
      if (isStopped) return;
      ports.report({ kind: 'gap_not_filled', because: error instanceof Error ? error.name : 'unknown' });
      later(RETRY_MS, () => void mend());
    }
  };

  const wait = (ms: number): Promise<void> => new Promise((resolve) => later(ms, resolve));

  /** Slack sends again what comes before we know who we are. */
  const deliver: Deliver = async (payload) => {
    if (!open) throw new Error('not ready');
    return open.deliver(payload);
  };

  return {
    async start() {
      if (settings.mode === 'http') {
        receiver = createSlackReceiver(settings, deliver, ports);
        port = await receiver.start();
        ports.report({ kind: 'connected', mode: 'http' });
      }
      await begin();
    },
    async stop() {
      isStopped = true;
      for (const cancel of cancels) cancel();
      await Promise.all([socket?.stop(), receiver?.stop()]);
      await open?.heard.save();
    },
    problem: () => problem ?? socket?.problem(),
    noteThread: (channel, ts) => open?.heard.note(channel, ts, ts, false),
    port: () => port,
  };
}

async function openWith(who: z.infer<typeof identity>, { settings, ports, api, http, signs, places, receive }: LineParts): Promise<Open> {
  const account = who.team_id;
  const heard = await createHeard(account, ports);
  // A support channel that nobody wrote in yet has its gap from now on.
  const known = new Set(heard.channels().map(({ channel }) => channel));
  const now = (ports.now().getTime() / 1_000).toFixed(6);
  for (const channel of [...settings.supportChannels, ...(ports.desk ? [ports.desk.channel] : [])])
    if (!known.has(channel)) heard.note(channel, undefined, now, false);
  const staff = new Set(settings.staff.map((person) => `slack/${person}`));
  const intake = createSlackIntake({
    surroundings: {
      account,
      botUserId: who.user_id,
      botId: who.bot_id,
      supportChannels: new Set(settings.supportChannels),
      agentView: settings.agentView,
      isStaff: (person) => staff.has(person),
    },
    receive,
    ports,
    api,
    describe: createSlackPeople(api),
    attach: (files) => fetchSlackFiles(files, { http, botToken: settings.botToken, apiUrl: settings.apiUrl, keep: ports.keepFile }),
    signs,
    heard,
    controls: createUsedControls(api, http, settings.apiUrl),
    desk: ports.desk && createSlackDesk({ account, botUserId: who.user_id, api, places, desk: ports.desk }),
  });
  return { account, intake, heard, deliver: createSlackFront(intake, { ...settings, botUserId: who.user_id }) };
}
