import { z } from 'zod';
import type { SlackApi } from './slack-api.ts';
import { slackMessage, type SlackEnvelope, type SlackMessage } from './slack-event.ts';
import type { HeardChannel } from './heard.ts';
import type { SlackReply } from './slack-errors.ts';

const page = z.looseObject({
  messages: z.array(slackMessage.extend({ reply_count: z.number().nullish(), latest_reply: z.string().nullish() })),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).nullish(),
});
type Listed = z.infer<typeof page>['messages'][number];

export interface GapPorts {
  readonly api: SlackApi;
  readonly account: string;
  /** The same road that events take; what is known already is a duplicate there. */
  readonly take: (envelope: SlackEnvelope) => Promise<void>;
  /** Resolves after that many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

/** Events may come out of order, so what came shortly before the last one we heard is read again. */
const OVERLAP_SECONDS = 300;
const PAGES = 10;

/**
 * Reads from history what no event told: every channel and thread that we had heard of when the gap began, from the last
 * word on, oldest first. Resolves to the number of messages read. Throws when Slack cannot be asked.
 */
export async function fillGap(heard: readonly HeardChannel[], ports: GapPorts): Promise<number> {
  let count = 0;
  for (const channel of heard) count += await fillChannel(channel, ports);
  return count;
}

async function fillChannel({ channel, ts, isShared, threads }: HeardChannel, ports: GapPorts): Promise<number> {
  const roots = await list(ports, 'conversations.history', { channel, oldest: before(ts) });
  let count = await takeAll(roots, channel, isShared, ports);
  const known = new Set(threads.map(({ thread }) => thread));
  const fresh = roots
    .filter((root) => (root.reply_count ?? 0) > 0 && !known.has(root.ts))
    .map((root) => ({ thread: root.ts, ts: root.ts }));
  for (const { thread, ts: heardTs } of [...threads, ...fresh]) {
    const replies = await list(ports, 'conversations.replies', { channel, ts: thread, oldest: before(heardTs) });
    count += await takeAll(replies, channel, isShared, ports);
  }
  return count;
}

const before = (ts: string): string => (Number(ts) - OVERLAP_SECONDS).toFixed(6);

async function takeAll(messages: readonly SlackMessage[], channel: string, isShared: boolean, ports: GapPorts): Promise<number> {
  for (const message of messages.toSorted((one, other) => Number(one.ts) - Number(other.ts))) {
    await ports.take({
      type: 'event_callback',
      team_id: ports.account,
      is_ext_shared_channel: isShared,
      event: { ...message, type: 'message', channel },
    });
  }
  return messages.length;
}

async function list(ports: GapPorts, method: 'conversations.history' | 'conversations.replies', args: object): Promise<readonly Listed[]> {
  const all: Listed[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < PAGES; pages += 1) {
    const reply = await patiently(ports, () => ports.api.call(method, { ...args, cursor, limit: 200 }));
    // The channel is gone, we left it, or the thread was deleted: nothing to read there.
    if (reply.kind === 'refused') return all;
    if (reply.kind !== 'ok') throw new Error(`history cannot be read: ${reply.kind}`);
    const { messages, response_metadata: next } = page.parse(reply.body);
    all.push(...messages);
    cursor = next?.next_cursor;
    if (!cursor) break;
  }
  return all;
}

/** History is limited to some fifty requests a minute; after a long gap the wait is part of the work. */
async function patiently({ wait }: GapPorts, ask: () => Promise<SlackReply>): Promise<SlackReply> {
  for (let tries = 0; tries < 5; tries += 1) {
    const reply = await ask();
    if (reply.kind !== 'limited') return reply;
    await wait(reply.afterMs);
  }
  return ask();
}
