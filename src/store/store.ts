import type { Arrival, DeskCommand, DeskResult, Timer } from '../domain/arrival.ts';
import type { Conversation, Turn } from '../domain/conversation.ts';
import type { DomainEvent } from '../domain/event.ts';
import type { ChannelName, ConfigVersion, ConversationId, OutboundId, ParticipantKey, TicketNumber, ToolName } from '../domain/ids.ts';
import type { InboundMessage, ThreadRef } from '../domain/message.ts';
import type { OutboundMessage, SendResult } from '../domain/outbound.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { ToolOutcome } from '../domain/tool-outcome.ts';

/** One thing that waits for its conversation. `position` orders the inbox; `attempts` counts the tries that failed. */
export interface PendingArrival {
  readonly position: number;
  readonly arrival: Arrival;
  readonly attempts: number;
  /** Why the last try failed. */
  readonly problem?: string;
  readonly acceptedAt: Date;
}

/** The right to change one conversation. Every commit checks `epoch`, so a worker that overslept writes nothing. */
export interface Lease {
  readonly conversation: Conversation;
  /** True when no turn was ever committed for it. */
  readonly isNew: boolean;
  /** Oldest first, at least one. */
  readonly pending: readonly PendingArrival[];
  readonly epoch: number;
  readonly until: Date;
}

/** A count or sum over a sliding window: codes sent to an address, refunds of a customer. `amount` is 1 or cents. */
export interface Tally {
  readonly key: string;
  readonly at: Date;
  readonly amount: number;
}

/** Room that a call takes in a rolling sum the moment it is claimed, and gives back when it is closed without an effect. */
export interface Reservation {
  /** Of the tally that it becomes. */
  readonly key: string;
  readonly amount: number;
  /** Tallies at `since` or later count; together with `amount` they may come up to `limit`. */
  readonly since: Date;
  readonly limit: number;
}

/** What one step leaves behind; it is committed whole or not at all. */
export interface TurnResult {
  /** Positions of the arrivals that this step dealt with. */
  readonly handled: readonly number[];
  /** Why the handled arrivals were given up, when they were: they become dead letters. */
  readonly buried?: string;
  readonly turn: Turn | undefined;
  readonly conversation: Conversation;
  readonly outbound: readonly OutboundMessage[];
  readonly closedCalls: readonly { readonly key: string; readonly outcome: ToolOutcome<unknown> }[];
  readonly setTimers: readonly Timer[];
  /** Keys, or prefixes ending in `*`, of timers that are no longer wanted. */
  readonly cancelTimers: readonly string[];
  readonly tickets: readonly Ticket[];
  readonly tallies: readonly Tally[];
  readonly events: readonly DomainEvent[];
  readonly commandResults: readonly { readonly id: string; readonly result: DeskResult }[];
}

/** A step without the positions it handled: the worker knows those. */
export type StepResult = Omit<TurnResult, 'handled'>;

/** A step in which no customer spoke: timers and desk commands start from it. */
export const quietStep = (conversation: Conversation): StepResult => ({
  turn: undefined,
  conversation,
  outbound: [],
  closedCalls: [],
  setTimers: [],
  cancelTimers: [],
  tickets: [],
  tallies: [],
  events: [],
  commandResults: [],
});

export type ClaimedCall =
  | { readonly kind: 'claimed' }
  /** `outcome` is undefined when the process died between the claim and its end: the effect may have happened. */
  | { readonly kind: 'already'; readonly outcome: ToolOutcome<unknown> | undefined }
  /** A reservation does not fit; nothing was written. */
  | { readonly kind: 'over_limit'; readonly key: string };

export interface EventRow {
  /** Grows with each event that is added. */
  readonly position: number;
  readonly event: DomainEvent;
}

export interface OutboundRow {
  readonly message: OutboundMessage;
  readonly conversation: ConversationId;
  readonly state: 'queued' | 'sending' | 'sent' | 'unknown' | 'dead';
  readonly tries: number;
  readonly externalId: string | undefined;
  readonly problem: string | undefined;
  readonly sentAt: Date | undefined;
}

/** A row to deliver. `tries` counts this one. `resend` is true when an earlier try may have gone out, so that it must be looked up first. */
export interface LeasedOutbound {
  readonly message: OutboundMessage;
  readonly conversation: ConversationId;
  readonly tries: number;
  readonly resend: boolean;
}

export interface DeadLetter {
  readonly id: string;
  readonly kind: 'arrival' | 'outbound' | 'mail';
  readonly conversation: ConversationId | undefined;
  readonly because: string;
  readonly at: Date;
}

export interface ConversationRow {
  readonly id: ConversationId;
  readonly thread: ThreadRef;
  readonly subject: string | undefined;
  readonly state: Conversation['state'];
  readonly openedAt: Date;
  readonly lastActivityAt: Date;
}

/** The newest conversation of a lasting thread, as the next message there finds it. */
export interface LatestConversation {
  readonly conversation: Omit<Conversation, 'turns'>;
  readonly lastActivityAt: Date;
}

/** Whether a new message in a lasting thread opens a new conversation instead of going on with the latest. Pure. */
export type BeginsAnew = (latest: LatestConversation, message: InboundMessage, now: Date) => boolean;

/**
 * What is remembered. One writer, everything that belongs together in one transaction; no business rule beyond
 * uniqueness and atomicity. Every method rejects with an `AppError` (`store_unavailable`, `disk_full`, `store_corrupt`).
 */
export interface Store {
  // in
  /** Resolves once the rows are on disk; batches of concurrent callers share one commit. */
  accept(messages: readonly InboundMessage[]): Promise<readonly ('new' | 'duplicate')[]>;
  acceptCommand(command: DeskCommand): Promise<'new' | 'duplicate'>;
  commandResult(id: string): Promise<DeskResult | undefined>;
  /** Moves due timers into the inbox, each once; returns how many. */
  fireTimers(now: Date, limit: number): Promise<number>;
  nextTimerAt(): Promise<Date | undefined>;
  /**
   * The clock was set back by that many milliseconds: retries, fences and leases, which were written in its old time, move along, so that
   * nobody waits longer than was meant. Timers stay: their dates were told to people.
   */
  clockSetBack(byMs: number): Promise<void>;

  // work
  /** The conversation whose oldest arrival has waited longest and that nobody holds; one worker per conversation, everywhere. */
  leaseConversation(leaseMs: number): Promise<Lease | undefined>;
  /** Extends a lease that is still held, so that a long turn keeps its conversation; false when somebody else has it. */
  renewLease(lease: Lease, leaseMs: number): Promise<boolean>;
  /** `handled` leave the inbox, the rest waits for the next lease. Releases the lease. */
  commitTurn(lease: Lease, result: TurnResult): Promise<'committed' | 'lease_lost'>;
  /** Counts a failed try for every pending arrival and lets it wait until `retryAt`; releases the lease. */
  failTurn(lease: Lease, because: string, retryAt: Date): Promise<void>;
  /**
   * Claims a write before it happens, and in the same transaction the room that it takes: of two calls that fit alone but
   * not together, one is `over_limit`. A call that is closed as refused or failed gives its room back.
   */
  claimCall(
    lease: Lease,
    key: string,
    call: { readonly tool: ToolName; readonly input: unknown },
    reservations?: readonly Reservation[],
  ): Promise<ClaimedCall>;
  reserveTicketNumber(): Promise<TicketNumber>;
  /** Over the tallies at `since` or later. */
  sumTallies(key: string, since: Date): Promise<{ readonly count: number; readonly amount: number }>;

  // out
  /**
   * Marks rows `sending` and hands them out, in order within a thread; a `sending` row whose fence has passed comes again
   * as `resend`. Channels in `busy` are passed over, so that a slow one does not hold up the others.
   */
  leaseOutbound(limit: number, fenceMs: number, busy?: readonly ChannelName[]): Promise<readonly LeasedOutbound[]>;
  /** Without `retryAt` a result that is not `sent` ends in a dead letter. */
  settleOutbound(id: OutboundId, result: SendResult, retryAt: Date | undefined, events: readonly DomainEvent[]): Promise<void>;
  /** Queues messages that belong to no turn, such as an alarm to staff. */
  enqueueOutbound(messages: readonly OutboundMessage[]): Promise<void>;

  // reads
  conversation(id: ConversationId): Promise<Conversation | undefined>;
  conversations(limit: number): Promise<readonly ConversationRow[]>;
  ticket(number: TicketNumber): Promise<Ticket | undefined>;
  tickets(filter: { readonly open: boolean }): Promise<readonly Ticket[]>;
  outbound(filter: { readonly conversation?: ConversationId; readonly channel?: ChannelName }): Promise<readonly OutboundRow[]>;
  events(since: number, limit: number): Promise<readonly EventRow[]>;
  /** In order of time, of equals in the order in which they were added; those behind the event of this time and position. */
  eventsFrom(at: Date, position: number, limit: number): Promise<readonly EventRow[]>;
  /** In the order in which they were added. */
  eventsOf(conversation: ConversationId): Promise<readonly EventRow[]>;
  appendEvents(events: readonly DomainEvent[]): Promise<void>;
  deadLetters(): Promise<readonly DeadLetter[]>;
  /** How much is not done yet, for health. */
  waiting(): Promise<{ readonly arrivals: number; readonly outbound: number; readonly deadLetters: number }>;
  buryMail(letter: Omit<DeadLetter, 'kind'>, raw: Uint8Array): Promise<void>;
  /** Threads that know one of these external ids (messages received or sent), with the people who wrote in them. */
  findThreads(
    channel: ChannelName,
    externalIds: readonly string[],
  ): Promise<readonly { readonly thread: ThreadRef; readonly participants: readonly ParticipantKey[] }[]>;
  participants(thread: ThreadRef): Promise<readonly ParticipantKey[]>;

  // settings that change while running: channel cursors, the global pause
  setting(name: string): Promise<string | undefined>;
  saveSetting(name: string, value: string): Promise<void>;
  /** Keeps a playbook so that conversations opened under it can go on with it. */
  savePlaybook(version: ConfigVersion, json: string): Promise<void>;
  playbook(version: ConfigVersion): Promise<string | undefined>;

  close(): Promise<void>;
}
