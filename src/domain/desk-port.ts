import type { DeskButtonName } from './desk-view.ts';
import type { ParticipantKey, TicketNumber } from './ids.ts';

/** One press on a card, or the form behind it, as a channel heard it. The desk decides what it may do. */
export interface DeskPress {
  /** From the platform's own name of the interaction: every delivery of one press has the same. */
  readonly id: string;
  readonly ticket: TicketNumber;
  readonly button: DeskButtonName;
  readonly person: DeskPerson;
  /** What was typed or chosen in the form. */
  readonly words: string | undefined;
  /** Files that came with the words. */
  readonly files?: number;
  /** The proposal that the pressed card showed. */
  readonly seen: string | undefined;
}

export interface DeskPerson {
  readonly key: ParticipantKey;
  /** From another company: never staff, whatever a list says. */
  readonly isOutside: boolean;
}

/** Something that was written in the thread below a card. */
export interface DeskWords {
  readonly id: string;
  readonly ticket: TicketNumber;
  readonly person: DeskPerson;
  readonly text: string;
  /** How many files were written with it. */
  readonly files: number;
}

/** What has to be asked before a press counts. */
export interface DeskForm {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly send: string;
  readonly field:
    | { readonly kind: 'text'; readonly initial: string }
    | { readonly kind: 'choice'; readonly choices: readonly { readonly value: string; readonly label: string }[] };
}

/** What the desk is for a channel that shows its cards. A rejected promise means: not stored, so it must come again. */
export interface DeskPort {
  /** Undefined when the press counts as it is, which is also so for people who may not press: they are told why. */
  formFor(press: Pick<DeskPress, 'ticket' | 'button' | 'person'>): Promise<DeskForm | undefined>;
  press(press: DeskPress): Promise<void>;
  /** Internal talk, unless it says that it is for the customer. */
  heard(words: DeskWords): Promise<void>;
}
