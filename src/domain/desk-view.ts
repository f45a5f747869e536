import type { Priority } from './decision.ts';
import { channelName, type ChannelName, type ParticipantKey, type TicketNumber } from './ids.ts';
import type { ThreadRef } from './message.ts';

/*
 * What a ticket looks like where people work: plain data, translated by each place into its own form. A view never
 * holds anything that the record does not, and nothing that happens to it changes the record.
 */

/** A moment in a text. Each place shows it in its viewer's own time, so that a card which nobody edits stays true. */
export interface Moment {
  readonly at: Date;
  /** `ago`: how long since · `due`: by when. */
  readonly as: 'ago' | 'due';
}

/** Plain text with moments in it; whoever shows it escapes it for the place where it stands. */
export type Words = readonly (string | Moment)[];

export interface CardSection {
  readonly heading: string;
  readonly lines: readonly Words[];
}

/** What can be pressed on a card. */
export const DESK_BUTTONS = ['claim', 'reply', 'send_draft', 'approve', 'deny', 'resolve', 'return'] as const;
export type DeskButtonName = (typeof DESK_BUTTONS)[number];

export interface DeskButton {
  readonly name: DeskButtonName;
  readonly label: string;
  readonly look: 'plain' | 'primary' | 'danger';
  /** Asked before it counts, where a place can ask without a form. */
  readonly confirm?: string;
  /** Hash of the proposal that the card shows: pressing decides this one and no other. */
  readonly seen?: string;
}

export interface DeskCard {
  readonly ticket: TicketNumber;
  readonly priority: Priority;
  /** The need, in the customer's words. */
  readonly title: string;
  /** Where the customer writes. */
  readonly channel: string;
  readonly due: Date | undefined;
  readonly sections: readonly CardSection[];
  /** The state line. */
  readonly footer: Words;
  readonly buttons: readonly DeskButton[];
}

/** A line below the card. */
export interface DeskNote {
  readonly lead: Words;
  /** Somebody's words, shown as they are. */
  readonly quote?: string;
  /** Staff who is called; nobody else ever is. */
  readonly mention?: ParticipantKey;
}

/** Takes the place of the workspace or server in the threads of the desk, so that none of them is a customer's. */
const DESK = 'desk';

/** The thread of a ticket's card; the channel knows which of its own threads that is. */
export const deskThread = (place: { readonly on: ChannelName; readonly channel: string }, ticket: TicketNumber): ThreadRef => ({
  channel: channelName(place.on),
  account: DESK,
  space: place.channel,
  key: ticket,
});

export const isDeskThread = ({ account }: Pick<ThreadRef, 'account'>): boolean => account === DESK;
