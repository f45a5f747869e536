import type { DeskCommand, Timer } from '../../src/domain/arrival.ts';
import type { Turn } from '../../src/domain/conversation.ts';
import {
  channelName,
  conversationId,
  messageId,
  outboundId,
  participantKey,
  ticketNumber,
  turnId,
  type ConversationId,
} from '../../src/domain/ids.ts';
import type { InboundMessage, ThreadRef } from '../../src/domain/message.ts';
import { microUsd } from '../../src/domain/money.ts';
import type { OutboundMessage } from '../../src/domain/outbound.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { quietStep, type BeginsAnew, type Lease, type Store, type TurnResult } from '../../src/store/store.ts';

export const START = new Date('2026-03-02T09:00:00.000Z');

/** A store as a contract suite needs it: with its clock, and a second one on the same data as another process would have it. */
export interface StoreUnderTest {
  readonly store: Store;
  readonly clock: Clock;
  readonly another: () => Promise<Store>;
  end(): Promise<void>;
}

/** The store under test opens a new conversation in a lasting thread for this text. */
export const ANEW = 'anew';
export const beginsAnew: BeginsAnew = (_, { text }) => text === ANEW;

export interface Clock {
  now(): Date;
  advance(ms: number): void;
}

export function createClock(): Clock {
  let at = START.getTime();
  return {
    now: () => new Date(at),
    advance: (ms) => {
      at += ms;
    },
  };
}

export function threadOf(key: string, channel = 'email'): ThreadRef {
  return { channel: channelName(channel), account: 'support', space: 'mia@example.com', key };
}

/** The message `n` of a thread; its text is `n` as well, so that a test can tell what went where. */
export function messageOf(thread: string, n: number | string, change: Partial<InboundMessage> = {}): InboundMessage {
  const to = threadOf(thread);
  return {
    id: messageId(`${to.channel}/${to.account}/${to.space}/${n}`),
    kind: 'new',
    thread: to,
    author: { key: participantKey('email:mia@example.com'), displayName: 'Mia', trust: 'unverified', role: 'customer' },
    audience: 'private',
    text: String(n),
    fullText: String(n),
    subject: 'My order',
    automatic: 'none',
    attachments: [],
    sentAt: START,
    ...change,
  };
}

export function commandOf(thread: string, id: string): DeskCommand {
  return { id, ticket: ticketNumber('T-1001'), conversation: idOf(thread), by: 'dana', do: { action: 'claim' }, at: START };
}

export function timerOf(thread: string, key: string, at: Date): Timer {
  return { key, conversation: idOf(thread), at, kind: 'silence', payload: { after: '24h' } };
}

export function idOf(thread: string): ConversationId {
  return conversationId(`email/support/mia@example.com/${thread}`);
}

export function outboundOf(thread: string, id: string, change: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    id: outboundId(id),
    to: threadOf(thread),
    audience: { kind: 'thread' },
    body: { kind: 'text', markdown: `words of ${id}` },
    subject: undefined,
    secret: false,
    speaker: { kind: 'agent' },
    createdAt: START,
    ...change,
  };
}

export function turnOf(lease: Lease, id: string): Turn {
  const inbound = lease.pending.flatMap(({ arrival }) => (arrival.kind === 'message' ? [arrival.message] : []));
  return {
    id: turnId(id),
    at: START,
    inbound,
    classifications: [],
    signals: new Set(['thanks']),
    passages: [],
    actions: [],
    decision: { kind: 'stay_silent', because: 'nothing_to_add' },
    said: [],
    rules: [],
    cost: microUsd(0),
  };
}

/** A result that handles everything that the lease brought. */
export function resultOf(lease: Lease, change: Partial<TurnResult> = {}): TurnResult {
  return {
    handled: lease.pending.map(({ position }) => position),
    ...quietStep(lease.conversation),
    ...change,
  };
}

export function ticketOf(thread: string, number: string, change: Partial<Ticket> = {}): Ticket {
  return {
    number: ticketNumber(number),
    conversation: idOf(thread),
    kind: 'handoff',
    subject: 'My order',
    state: { kind: 'open' },
    priority: 'medium',
    queue: 'support',
    openedAt: START,
    openedBy: participantKey('email:mia@example.com'),
    customerId: undefined,
    summary: {
      reason: { kind: 'customer_asked', words: 'a person please' },
      priority: 'medium',
      queue: 'support',
      customer: 'Mia',
      proof: 'NOT VERIFIED',
      wants: 'a person please',
      sentiment: [0],
      checked: [],
      tried: [],
      promised: [],
      suggestedNextStep: 'Answer',
      draft: '',
      transcript: [],
    },
    approval: undefined,
    notes: [],
    version: 1,
    ...change,
  };
}

/** What is waiting in a lease, in one word each. */
export function namesOf(lease: Lease | undefined): readonly string[] {
  return (lease?.pending ?? []).map(({ arrival }) => {
    if (arrival.kind === 'message') return arrival.message.text;
    return arrival.kind === 'command' ? `command ${arrival.command.id}` : `timer ${arrival.timer.key}`;
  });
}

export async function mustLease(store: Store, leaseMs = 4_000): Promise<Lease> {
  const lease = await store.leaseConversation(leaseMs);
  if (!lease) throw new Error('nothing to lease');
  return lease;
}
