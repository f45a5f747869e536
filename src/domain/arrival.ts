import type { ConversationId, ParticipantKey, TicketNumber } from './ids.ts';
import type { InboundMessage } from './message.ts';

/** What a person at the desk can do, from the terminal, the page or a thread. */
export type DeskAction =
  | { readonly action: 'claim' }
  /** `filesLeft`: files that were written with it at the desk and cannot go to the customer. */
  | { readonly action: 'reply'; readonly text: string; readonly filesLeft?: number }
  | { readonly action: 'note'; readonly text: string }
  /** `seen`: hash of the proposal that was read, where a card was pressed; a yes or no to another one does not count. */
  | { readonly action: 'approve'; readonly seen?: string }
  | { readonly action: 'deny'; readonly because: string; readonly seen?: string }
  | { readonly action: 'resolve'; readonly outcome: string }
  | { readonly action: 'return'; readonly instruction: string };

export interface DeskCommand {
  /** Unique a click or call: the second delivery has no effect. */
  readonly id: string;
  readonly ticket: TicketNumber;
  readonly conversation: ConversationId;
  /** A name from `config/staff.yaml`; checked again where it acts. */
  readonly by: string;
  /** Who pressed, where it came from a thread of the desk: a refusal is told to them alone. */
  readonly pressedBy?: ParticipantKey;
  readonly do: DeskAction;
  readonly at: Date;
}

/** How a command went; kept with it, so that whoever sent it can read the answer. */
export type DeskResult =
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'refused'; readonly rule: string; readonly text: string };

/** The only way to wake up later. `key` is unique: setting it again moves it. */
export interface Timer {
  readonly key: string;
  readonly conversation: ConversationId;
  readonly at: Date;
  readonly kind: 'silence' | 'survey' | 'promise' | 'approval_expiry' | 'sla' | 'alarm' | 'look_again' | 'email_change';
  readonly payload: Readonly<Record<string, string>>;
}

/** Everything that can change a conversation comes through the inbox, one conversation at a time. */
export type Arrival =
  | { readonly kind: 'message'; readonly message: InboundMessage }
  | { readonly kind: 'command'; readonly command: DeskCommand }
  | { readonly kind: 'timer'; readonly timer: Timer };
