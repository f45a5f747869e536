import { z } from 'zod';
import { AppError } from '../../domain/error.ts';
import type { OutboundMessage, SendResult } from '../../domain/outbound.ts';
import type { Now } from '../../domain/ports.ts';
import type { SlackApi } from './slack-api.ts';
import { toSlackOutcome, type SlackReply } from './slack-errors.ts';
import { isDirect, threadTsOf, userOf } from './slack-names.ts';
import { asDirectMessages, METADATA_TYPE, toSlack, type SlackPost } from './to-slack.ts';

export interface SlackPoster {
  /** All parts of a message, in order; parts that are known to be there are left out. `posts` where they are not a message's own. */
  send(message: OutboundMessage, posts?: readonly SlackPost[]): Promise<SendResult>;
  /** Rejects with `channel_unavailable` when Slack cannot be asked: to repeat a post on a guess would double it. */
  find(message: OutboundMessage, posts?: readonly SlackPost[]): Promise<'sent' | 'absent' | 'cannot_tell'>;
  /** What stands in the way of every message, for the health page. */
  problem(): string | undefined;
}

/** Our clock and Slack's may differ by this much, seconds. */
const CLOCKS_APART = 300;
/** A look-up has three seconds in the outbox. */
export const LOOK_UP_MS = 2_500;
const PAGES = 3;
/** Messages whose parts are remembered; a delivery ends long before so many others began. */
const REMEMBERED = 2_000;
/** The person left the channel, or never was in it: an ephemeral message cannot reach them. */
const NOT_THERE = new Set(['user_not_in_channel', 'user_not_found', 'channel_not_found', 'not_in_channel']);

interface Lane {
  tail: Promise<unknown>;
  waiting: number;
  /** Slack takes nothing for this channel before, milliseconds since 1970. */
  closedUntil: number;
}

/** Posts in one lane for each channel: order is kept, and a channel that Slack limits delays no other. */
export function createSlackPoster(api: SlackApi, now: Now): SlackPoster {
  const lanes = new Map<string, Lane>();
  const delivered = new Map<string, Set<number>>();
  const running = new Map<string, Promise<SendResult>>();
  let problem: string | undefined;

  const partsOf = (id: string): Set<number> => {
    const known = delivered.get(id) ?? new Set<number>();
    delivered.delete(id);
    delivered.set(id, known);
    const [oldest] = delivered.keys();
    if (delivered.size > REMEMBERED && oldest !== undefined) delivered.delete(oldest);
    return known;
  };

  const inLane = async (channel: string, run: (lane: Lane) => Promise<SendResult>): Promise<SendResult> => {
    const lane = lanes.get(channel) ?? { tail: Promise.resolve(), waiting: 0, closedUntil: 0 };
    lanes.set(channel, lane);
    lane.waiting += 1;
    const result = lane.tail.then(() => run(lane));
    lane.tail = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      lane.waiting -= 1;
      if (lane.waiting === 0 && lane.closedUntil <= now().getTime()) lanes.delete(channel);
    }
  };

  /** One request, unless the lane is closed: then nothing is sent and the caller is told for how long. */
  const post = async ({ method, args }: SlackPost, lane: Lane): Promise<SlackReply> => {
    const closedMs = lane.closedUntil - now().getTime();
    if (closedMs > 0) return { kind: 'limited', afterMs: closedMs };
    const reply = await api.call(method, args);
    if (reply.kind === 'limited') lane.closedUntil = now().getTime() + reply.afterMs;
    return reply;
  };

  const postAll = async (posts: readonly SlackPost[], message: OutboundMessage, lane: Lane): Promise<SendResult> => {
    const done = partsOf(message.id);
    let externalId = '';
    for (const [at, each] of posts.entries()) {
      if (done.has(at)) continue;
      const reply = await post(each, lane);
      if (reply.kind === 'ok') {
        done.add(at);
        problem = undefined;
        externalId = tsOf(reply.body);
        continue;
      }
      if (reply.kind === 'refused' && each.method === 'chat.postEphemeral' && NOT_THERE.has(reply.error)) {
        return postDirectly(posts, message, lane);
      }
      const outcome = toSlackOutcome(reply);
      problem = outcome.problem;
      // With a part out already the rest must be looked up, even after a crash, and not begun again.
      const isBegun = done.size > 0 && outcome.result.kind === 'retry_later';
      return isBegun
        ? { kind: 'unknown', because: `${outcome.result.because} after ${done.size} of ${posts.length} parts` }
        : outcome.result;
    }
    return { kind: 'sent', externalId };
  };

  const postDirectly = async (posts: readonly SlackPost[], message: OutboundMessage, lane: Lane): Promise<SendResult> => {
    const users = message.audience.kind === 'only' ? userOf(message.audience.participant) : undefined;
    const opened = await api.call('conversations.open', { users });
    if (opened.kind !== 'ok') return toSlackOutcome(opened).result;
    return postAll(asDirectMessages(posts, message, roomOf(opened.body)), message, lane);
  };

  return {
    problem: () => problem,
    async send(message, posts = toSlack(message)) {
      if (posts.length === 0)
        return isForNobody(message) ? { kind: 'undeliverable', because: 'not a person on Slack' } : { kind: 'sent', externalId: '' };
      // The outbox may ask again while a slow answer is still on its way.
      const before = running.get(message.id);
      if (before) return before;
      const sending = inLane(message.to.space, (lane) => postAll(posts, message, lane)).finally(() => running.delete(message.id));
      running.set(message.id, sending);
      return sending;
    },
    async find(message, posts = toSlack(message)) {
      // Ephemeral messages stand in no history.
      if (message.audience.kind === 'only' && !isDirect(message.to.space)) return 'cannot_tell';
      const wanted = posts.length;
      if (wanted === 0) return 'sent';
      const found = partsOf(message.id);
      for await (const part of postedParts(message, api)) found.add(part);
      return found.size >= wanted ? 'sent' : 'absent';
    },
  };
}

const isForNobody = ({ audience, body }: OutboundMessage): boolean =>
  body.kind !== 'status' && audience.kind === 'only' && userOf(audience.participant) === undefined;

const posted = z.looseObject({ ts: z.string().optional(), message_ts: z.string().optional() });
const tsOf = (body: unknown): string => {
  const { ts, message_ts: ephemeral } = posted.safeParse(body).data ?? {};
  return ts ?? ephemeral ?? '';
};
const room = z.looseObject({ channel: z.looseObject({ id: z.string() }) });
const roomOf = (body: unknown): string => room.parse(body).channel.id;

const page = z.looseObject({
  messages: z.array(
    z.looseObject({
      metadata: z
        .looseObject({
          event_type: z.string(),
          event_payload: z.looseObject({ outbound: z.string().optional(), part: z.number().optional() }),
        })
        .optional()
        .catch(undefined),
    }),
  ),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).nullish(),
});

/** From when on a message of that time can stand in a history, as Slack writes time. */
export const oldestFor = (createdAt: Date): string => String(createdAt.getTime() / 1_000 - CLOCKS_APART);

/** The parts of a message that stand in its thread, told by the metadata that we gave them. */
async function* postedParts(message: OutboundMessage, api: SlackApi): AsyncGenerator<number> {
  const ts = threadTsOf(message.to);
  const args = { channel: message.to.space, oldest: oldestFor(message.createdAt), limit: 200, include_all_metadata: true };
  let cursor: string | undefined;
  for (let pages = 0; pages < PAGES; pages += 1) {
    const reply =
      ts === undefined
        ? await api.call('conversations.history', { ...args, cursor }, LOOK_UP_MS)
        : await api.call('conversations.replies', { ...args, ts, cursor }, LOOK_UP_MS);
    if (reply.kind === 'refused' && reply.error === 'thread_not_found') return;
    if (reply.kind !== 'ok') throw new AppError('channel_unavailable', 'Slack cannot be asked what was posted', { retryable: true });
    const { messages, response_metadata: next } = page.parse(reply.body);
    for (const { metadata } of messages) {
      const { outbound, part } = metadata?.event_type === METADATA_TYPE ? metadata.event_payload : {};
      if (outbound === message.id && part !== undefined) yield part;
    }
    cursor = next?.next_cursor;
    if (!cursor) return;
  }
}
