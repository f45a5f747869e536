import type { ConversationId, TicketNumber } from './ids.ts';
import type { InboundMessage } from './message.ts';

/** What a person at the desk can do, from the terminal, the page or a thread. */
export type DeskAction =
  | { readonly action: 'claim' }
  | { readonly action: 'reply'; readonly text: string }
  | { readonly action: 'note'; readonly text: string }
  | { readonly action: 'approve' }
  | { readonly action: 'deny'; readonly because: string }
  | { readonly action: 'resolve'; readonly outcome: string }
  | { readonly action: 'return'; readonly instruction: string };

export interface DeskCommand {
  /** Unique a click or call: the second delivery has no effect. */
  readonly id: string;
  readonly ticket: TicketNumber;
  readonly conversation: ConversationId;
  /** A name from `config/staff.yaml`; checked again where it acts. */
  readonly by: string;
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
  readonly kind: 'silence' | 'survey' | 'promise' | 'approval_expiry' | 'sla' | 'alarm' | 'look_again';
  readonly payload: Readonly<Record<string, string>>;
}

/** Everything that can change a conversation comes through the inbox, one conversation at a time. */
export type Arrival =
  | { readonly kind: 'message'; readonly message: InboundMessage }
  | { readonly kind: 'command'; readonly command: DeskCommand }
  | { readonly kind: 'timer'; readonly timer: Timer };
