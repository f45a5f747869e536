import type { Entity } from './classification.ts';
import type { IntentName, ParticipantKey, TurnId } from './ids.ts';

/** What the customer wants, kept until it is settled. */
export interface CustomerRequest {
  readonly intent: IntentName;
  /** The finer request within the intent; plans are chosen by it. */
  readonly topic: string;
  /** The customer's words. */
  readonly words: string;
  readonly entities: readonly Entity[];
  readonly confidence: number;
  /** Facts gathered for it so far: `order_id`, `reason`, `new_address`, … */
  readonly slots: Readonly<Record<string, string>>;
  /** When it was said, so that retries and timers can name it. */
  readonly turn: TurnId;
}

export interface PendingQuestion {
  readonly kind: 'slot' | 'code' | 'consent' | 'helped' | 'rating' | 'offer';
  /** The slot's name, the proposal's id, or what was offered. */
  readonly about: string;
  readonly askedOf: ParticipantKey;
  /** What goes on once it is answered. */
  readonly request: CustomerRequest | undefined;
  readonly timesAsked: number;
}
