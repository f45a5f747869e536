import type { Channel } from '../../src/channels/channel.ts';
import { configVersion, type ChannelName } from '../../src/domain/ids.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import type { OutboundMessage, SendResult } from '../../src/domain/outbound.ts';
import type { Random, Schedule } from '../../src/domain/ports.ts';
import { createFlow, type Flow, type FlowSettings } from '../../src/flow/flow.ts';
import type { Steps } from '../../src/flow/steps.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Lease, StepResult, Store } from '../../src/store/store.ts';
import { createClock, namesOf, outboundOf, resultOf, turnOf, type Clock } from '../contracts/store-builders.ts';

export const realSchedule: Schedule = (delayMs, run) => {
  const timeout = setTimeout(run, delayMs);
  return () => clearTimeout(timeout);
};

/** Never adds jitter. */
export const noChance: Random = { bytes: (count) => new Uint8Array(count), below: () => 0 };

/** Replies to a step with one line that names everything in it. */
export function replyTo(lease: Lease, change: Partial<StepResult> = {}): StepResult {
  const id = `turn-${lease.conversation.turns.length + 1}`;
  const markdown = namesOf(lease).join('+');
  const outbound = [outboundOf(lease.conversation.thread.key, `${lease.conversation.id}/${id}/0`, { body: { kind: 'text', markdown } })];
  return { ...resultOf(lease), turn: turnOf(lease, id), outbound, ...change };
}

export const replyingSteps: Steps = {
  messages: async (lease) => replyTo(lease),
  command: async (lease) => replyTo(lease),
  timer: async (lease) => replyTo(lease),
  giveUp: async (lease, because) => {
    const sorry = outboundOf(lease.conversation.thread.key, `sorry-${lease.epoch}`, {
      body: { kind: 'text', markdown: `sorry: ${because}` },
    });
    return replyTo(lease, { outbound: [sorry] });
  },
};

export interface FakeChannel extends Channel {
  /** What a customer would see, in order. */
  readonly posts: string[];
  readonly lookedUp: string[];
}

/** A channel whose other end is a list; `send` may be scripted to go wrong, before or after the post has landed. */
export function createFakeChannel(send?: (message: OutboundMessage, post: () => void) => Promise<SendResult>): FakeChannel {
  const posts: string[] = [];
  const lookedUp: string[] = [];
  const ids = new Set<string>();
  return {
    posts,
    lookedUp,
    capabilities: { maxLength: 1_000, formatting: 'plain', privateReply: 'always', edits: false, buttons: false, silenceHours: 24 },
    start: async () => {},
    stop: async () => {},
    health: () => ({ ok: true, lastHeardAt: undefined }),
    find: async (message) => {
      lookedUp.push(message.id);
      return ids.has(message.id) ? 'sent' : 'absent';
    },
    async send(message) {
      const post = () => {
        ids.add(message.id);
        posts.push('markdown' in message.body ? message.body.markdown : message.body.kind);
      };
      if (send) return send(message, post);
      post();
      return { kind: 'sent', externalId: `x-${message.id}` };
    },
  };
}

export interface FlowUnderTest {
  readonly flow: Flow;
  readonly store: Store;
  readonly clock: Clock;
  readonly events: DomainEvent[];
  readonly problems: unknown[];
}

/** A whole flow on a throw-away store. Time stands still unless a test moves it. */
export async function openFlow(channels: ReadonlyMap<ChannelName, Channel>, change: Partial<FlowSettings> = {}): Promise<FlowUnderTest> {
  const clock = createClock();
  const now = () => clock.now();
  const store = await openSqliteStore({ file: ':memory:', now, currentPlaybook: () => configVersion('v1') });
  const events: DomainEvent[] = [];
  const problems: unknown[] = [];
  const flow = createFlow({
    store,
    channels,
    steps: replyingSteps,
    now,
    schedule: realSchedule,
    random: noChance,
    emit: (event) => events.push(event),
    report: (problem) => problems.push(problem),
    onDead: async () => {},
    ...change,
  });
  return { flow, store, clock, events, problems };
}

/** Waits for something that happens on its own, and no longer than `withinMs`. */
export async function until(isSo: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it did not happen');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
