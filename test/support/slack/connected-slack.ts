import { createHmac } from 'node:crypto';
import { createSlackChannel, type SlackChannel } from '../../../src/channels/slack/slack-channel.ts';
import type { SlackPorts, SlackReport } from '../../../src/channels/slack/slack-ports.ts';
import type { SlackSettingsInput } from '../../../src/channels/slack/slack-settings.ts';
import { SLACK } from '../../../src/channels/slack/slack-names.ts';
import { outboundId } from '../../../src/domain/ids.ts';
import type { InboundMessage } from '../../../src/domain/message.ts';
import type { OutboundMessage } from '../../../src/domain/outbound.ts';
import { oddities, startFakeSlack, type FakeSlack } from './fake-slack.ts';
import { APP_TOKEN, BOT_TOKEN } from './fake-workspace.ts';
import { CHANNEL, TEAM } from './slack-payloads.ts';

export const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

/** The channel against a Slack of our own, with a store that is a list: as a second delivery would, it drops known ids. */
export interface ConnectedSlack {
  readonly slack: FakeSlack;
  readonly channel: SlackChannel;
  readonly stored: InboundMessage[];
  readonly reports: SlackReport[];
  readonly memory: Map<string, string>;
  /** Moves the channel's clock. */
  readonly advance: (ms: number) => void;
  /** The next messages cannot be stored. */
  readonly breakStore: (isBroken: boolean) => void;
  readonly post: (
    payload: object,
    over?: { readonly secret?: string; readonly secondsAhead?: number; readonly form?: boolean; readonly retry?: number },
  ) => Promise<Response>;
  readonly stop: () => Promise<void>;
}

export interface ConnectOptions {
  readonly mode?: 'socket' | 'http';
  readonly settings?: Partial<SlackSettingsInput>;
  readonly slack?: FakeSlack;
  readonly memory?: Map<string, string>;
  readonly keepFile?: SlackPorts['keepFile'];
  readonly desk?: SlackPorts['desk'];
  readonly stored?: InboundMessage[];
}

export async function connectSlack({ mode = 'socket', settings = {}, keepFile, ...given }: ConnectOptions = {}): Promise<ConnectedSlack> {
  const slack = given.slack ?? (await startFakeSlack());
  const memory = given.memory ?? new Map<string, string>();
  const stored = given.stored ?? [];
  const reports: SlackReport[] = [];
  let offsetMs = 0;
  let isBroken = false;
  const now = (): Date => new Date(Date.now() + offsetMs);
  const access = { botToken: BOT_TOKEN, apiUrl: slack.apiUrl, agentView: false, ...settings };
  const input = mode === 'socket' ? { ...access, mode, appToken: APP_TOKEN } : { ...access, mode, signingSecret: SECRET, port: 0 };
  const channel = createSlackChannel(input, {
    threads: {
      participants: async (thread) =>
        stored
          .filter((message) => message.thread.space === thread.space && message.thread.key === thread.key)
          .map(({ author }) => author.key),
    },
    memory: { load: async (name) => memory.get(name), save: async (name, value) => void memory.set(name, value) },
    now,
    timers: {
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    report: (event) => void reports.push(event),
    ...(keepFile ? { keepFile } : {}),
    ...(given.desk ? { desk: given.desk } : {}),
  });
  await channel.start(async (messages) => {
    if (isBroken) throw new Error('disk full');
    for (const message of messages) if (!stored.some(({ id }) => id === message.id)) stored.push(message);
  });
  return {
    slack,
    channel,
    stored,
    reports,
    memory,
    advance: (ms) => void (offsetMs += ms),
    breakStore: (broken) => void (isBroken = broken),
    post(payload, { secret = SECRET, secondsAhead = 0, form = false, retry = 0 } = {}) {
      slack.violations.push(...oddities(payload));
      const body = form ? new URLSearchParams({ payload: JSON.stringify(payload) }).toString() : JSON.stringify(payload);
      const seconds = Math.floor(now().getTime() / 1_000) + secondsAhead;
      const signature = `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`;
      return fetch(`http://127.0.0.1:${channel.port}/slack/events`, {
        method: 'POST',
        body,
        headers: {
          'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
          'x-slack-request-timestamp': String(seconds),
          'x-slack-signature': signature,
          ...(retry > 0 ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' } : {}),
        },
      });
    },
    async stop() {
      await channel.stop();
      if (!given.slack) await slack.close();
    },
  };
}

let replies = 0;

export function replyIn(over: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    id: outboundId(`turn-${(replies += 1)}/0`),
    to: { channel: SLACK, account: TEAM, space: CHANNEL, key: '1770000100.000100' },
    audience: { kind: 'thread' },
    body: { kind: 'text', markdown: 'It comes tomorrow.' },
    subject: undefined,
    secret: false,
    speaker: { kind: 'agent' },
    // The fake's clock stands at 1780000000.
    createdAt: new Date(1_780_000_000_000),
    ...over,
  };
}

/** Looks again and again until it holds; fails after a time that two busy cores need. */
export async function eventually(holds: () => boolean, withinMs = 10_000): Promise<void> {
  const until = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > until) throw new Error('it never became so');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
