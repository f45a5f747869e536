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

/** What one person does at the desk. */
export type DeskAct =
  | { readonly kind: 'press'; readonly label: string }
  | { readonly kind: 'fill'; readonly label: string; readonly words: string }
  | { readonly kind: 'say'; readonly words: string };

/** The finger is on the button: what is left is to press. */
export interface PreparedAct {
  /** As the platform brings it, once; called again after `false`, as the platform or the person would. Resolves to whether it was acknowledged. */
  deliver(): Promise<boolean>;
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
  /** For a process that may die: everything up to the last click. A form is open then. */
  prepare(ticket: string, act: DeskAct, who: Person): Promise<PreparedAct>;
  /** The next thing written at the desk lands that late, whether or not its sender lives. Resolves when it is on its way. */
  holdNextWrite(lateByMs: number): Promise<void>;
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
