import type { DeskAction, DeskResult } from './arrival.ts';
import type { Conversation, ConversationState } from './conversation.ts';
import type { DomainEvent } from './event.ts';
import type { ConversationId, ParticipantKey, TicketNumber } from './ids.ts';
import type { ModelCallRecord } from './model-call.ts';
import type { Ticket } from './ticket.ts';

export interface SampleCustomer {
  readonly customerId: string;
  readonly name: string;
  readonly email: string;
  readonly about: string;
  readonly orders: readonly { readonly orderId: string; readonly line: string }[];
}

/** A mail that left, or, without SMTP, one that would have left: the demo inbox. */
export interface MailCopy {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

export interface StaffMember {
  readonly name: string;
  readonly displayName: string;
  readonly roles: readonly string[];
  readonly queues: readonly string[];
  /** The largest amount this person may approve, in cents. */
  readonly approvalLimitCents: number;
  /** How channels know this person: who presses a button, and who asked for something themselves. */
  readonly accounts: readonly ParticipantKey[];
}

/** One line of a conversation as the page and the terminal show it. */
export interface TranscriptLine {
  readonly at: Date;
  readonly from: 'customer' | 'agent' | 'staff' | 'system';
  readonly name: string;
  readonly text: string;
  /** Seen by one person only. */
  readonly private: boolean;
  readonly delivery: OutboundDelivery | undefined;
}
export type OutboundDelivery = 'queued' | 'sending' | 'sent' | 'unknown' | 'dead';

/** Why a reply was given: one block a turn. */
export interface TurnExplanation {
  readonly turn: string;
  readonly at: Date;
  readonly said: readonly string[];
  readonly intents: readonly { readonly intent: string; readonly topic: string; readonly confidence: number; readonly autonomy: string }[];
  readonly signals: readonly string[];
  /** `Spanish: its words`; undefined where no words were read. */
  readonly language: string | undefined;
  readonly decision: string;
  readonly because: string;
  readonly rules: readonly string[];
  /** Calls that a rule of the gate held back until there is a proof, a yes or an approval. */
  readonly held: readonly { readonly tool: string; readonly rule: string; readonly evidence: string }[];
  readonly actions: readonly {
    readonly tool: string;
    readonly status: string;
    readonly rule: string | undefined;
    readonly summary: string;
  }[];
  readonly sources: readonly string[];
  readonly reply: readonly string[];
  readonly costMicroUsd: number;
  readonly modelCalls: readonly ModelCallRecord[];
}

export interface Health {
  readonly ok: boolean;
  readonly accepting: boolean;
  readonly ready: boolean;
  readonly paused: boolean;
  /** Set while real channels run on the demo's shop or articles: drafts to the desk only. */
  readonly guard: string | undefined;
  readonly channels: readonly { readonly name: string; readonly ok: boolean; readonly problem: string | undefined }[];
  readonly waiting: { readonly arrivals: number; readonly outbound: number; readonly deadLetters: number };
}

/** The running product as its faces see it: the page, the loopback API and the terminal commands. */
export interface Deskhand {
  health(): Promise<Health>;
  sampleCustomers(): Promise<readonly SampleCustomer[]>;
  /** A customer writes on the console channel. `chat` separates several conversations of one person. */
  write(message: { readonly from: string; readonly chat: string; readonly text: string }): Promise<ConversationId>;
  conversations(limit: number): Promise<
    readonly {
      readonly id: ConversationId;
      readonly channel: string;
      readonly subject: string;
      readonly state: ConversationState;
      readonly lastActivityAt: Date;
    }[]
  >;
  conversation(id: ConversationId): Promise<Conversation | undefined>;
  transcript(id: ConversationId): Promise<readonly TranscriptLine[]>;
  explain(id: ConversationId): Promise<readonly TurnExplanation[]>;
  mails(): Promise<readonly MailCopy[]>;
  tickets(filter: { readonly open: boolean }): Promise<readonly Ticket[]>;
  ticket(number: TicketNumber): Promise<Ticket | undefined>;
  staff(): readonly StaffMember[];
  /** Waits until the command was carried out; the same `id` twice has one effect. */
  act(command: { readonly id: string; readonly ticket: TicketNumber; readonly by: string; readonly do: DeskAction }): Promise<DeskResult>;
  events(since: number, limit: number): Promise<readonly { readonly position: number; readonly event: DomainEvent }[]>;
  pause(by: string): Promise<void>;
  resume(by: string): Promise<void>;
  /** Calls back after anything changed, for live pages; returns how to stop. */
  onChange(listener: () => void): () => void;
}
