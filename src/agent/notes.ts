import type { Timer } from '../domain/arrival.ts';
import type { Passage } from '../domain/classification.ts';
import type { ActionTaken, Conversation, HeldCall, Identity, Memory } from '../domain/conversation.ts';
import type { DomainEvent, EventFields, EventName } from '../domain/event.ts';
import type { Author } from '../domain/message.ts';
import type { OutboundMessage } from '../domain/outbound.ts';
import type { CustomerRequest } from '../domain/request.ts';
import type { Tally } from '../store/store.ts';
import type { ClosedCall } from './actions/called.ts';

/** What the turn leaves behind, gathered while it runs. */
export interface Notes {
  identities: Map<Author['key'], Identity>;
  memory: Memory;
  readonly rules: string[];
  readonly actions: ActionTaken[];
  readonly held: HeldCall[];
  readonly passages: Passage[];
  /** What a reply may be quoted for. */
  readonly facts: string[];
  readonly closedCalls: ClosedCall[];
  readonly tallies: Tally[];
  readonly timers: Timer[];
  readonly events: DomainEvent[];
  readonly mails: OutboundMessage[];
  /** The request whose plan ran last; it decides the queue of a ticket, since a code or a "yes" says nothing about it. */
  handling: CustomerRequest | undefined;
}

/** Writes an event of this conversation down, at the time of the turn. */
export type Emit = <Name extends EventName>(name: Name, fields: Readonly<EventFields[Name]>) => void;

/** What is known before anything happened. */
export const openNotes = ({ identities, memory }: Conversation): Notes => ({
  identities: new Map(identities),
  memory,
  rules: [],
  actions: [],
  held: [],
  passages: [],
  facts: [],
  closedCalls: [],
  tallies: [],
  timers: [],
  events: [],
  mails: [],
  handling: undefined,
});
