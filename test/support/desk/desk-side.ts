import type { Config } from '../../../src/config.ts';

/** People at the desk, and two who do not belong there. */
export type Person = 'ana' | 'ben' | 'chris' | 'stranger' | 'outsider';

export interface SeenCard {
  readonly ticket: string;
  readonly text: string;
  /** Labels of what can be pressed. */
  readonly buttons: readonly string[];
}

export interface Delivery {
  /** How often the platform delivers it; once unless told. */
  readonly times?: number;
}

/** One platform as people at the desk see and use it. */
export interface DeskSide {
  readonly env: Readonly<Record<string, string>>;
  /** Names its channel as the desk's, and its accounts as those of the staff. */
  configure(config: Config): Config;
  connected(): Promise<unknown>;
  cards(): readonly SeenCard[];
  /** What stands below a card, oldest first, for everybody. */
  thread(ticket: string): readonly string[];
  /** What one person alone was shown. */
  told(who: Person): readonly string[];
  /** Resolves once the platform has its acknowledgement. `value` is what a card that is out of date would send. */
  press(ticket: string, label: string, who: Person, delivery?: Delivery & { readonly value?: string }): Promise<void>;
  /** Presses, and sends the form that opens. */
  fill(ticket: string, label: string, who: Person, words: string, delivery?: Delivery): Promise<void>;
  /** Whether a form stands open for somebody who pressed. */
  formsOpened(): number;
  /** Writes below the card. */
  say(ticket: string, who: Person, text: string, delivery?: Delivery & { readonly withFile?: boolean }): Promise<void>;
  /** Requests that write fail from now on, or work again. */
  break(isBroken: boolean): void;
  /** The next card is posted, and the answer to that is lost. */
  loseNextAnswer(): void;
  deleteCard(ticket: string): void;
  /** How this person is called below a card. */
  mentionOf(who: Person): RegExp;
  violations(): readonly string[];
  close(): Promise<void>;
}
