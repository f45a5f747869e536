import type { IntentName } from './ids.ts';

/** Closed: the router must be able to raise each of them, and the rules must be able to handle each. */
export const SIGNALS = [
  'reports_danger',
  'angry',
  'asks_for_human',
  'mentions_legal',
  'disputes_charge',
  'repeats_question',
  'thanks',
  'greeting',
] as const;
export type Signal = (typeof SIGNALS)[number];

/** A piece of the text with a meaning. Offsets count Unicode code points of the classified text; `value` is the normal form. */
export interface Entity {
  /** `order_id`, `ticket_number`, `email`, `phone`, `amount`, `date`, `product`, `code`, … */
  readonly type: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** One request of the customer. `confidence` is the calibrated probability that the intent is right, 0–1. */
export interface Classification {
  readonly intent: IntentName;
  /** The finer request within the intent, such as `cancel_order` in `order_status`; plans are chosen by it. */
  readonly topic: string;
  readonly confidence: number;
  readonly entities: readonly Entity[];
  /** The words of the message that carry this request, when several stand in one message. */
  readonly words: string;
}

export interface HistoryLine {
  readonly role: 'customer' | 'agent';
  readonly text: string;
}

/**
 * Why a message is taken to be in its language: it asks for that one; its words are of it; it is too short or too like
 * another to leave the language of the conversation; or its words are several languages' and leave it open.
 */
export const LANGUAGE_REASONS = ['asked_for', 'words', 'kept', 'open'] as const;
export type LanguageReason = (typeof LANGUAGE_REASONS)[number];

/** What the router makes of one message. `classifications` holds at least one, in the order of the text. */
export interface Understanding {
  readonly classifications: readonly Classification[];
  readonly signals: ReadonlySet<Signal>;
  readonly entities: readonly Entity[];
  /** ISO 639-1, of the conversation from this message on; also of languages that we do not speak. */
  readonly language: string;
  /** Absent where no words were read. */
  readonly languageBecause?: LanguageReason | undefined;
  /** The message asks to be answered in that language, and for nothing else. */
  readonly onlyAsksLanguage?: true | undefined;
}

/** A piece of an article that was found for a question. */
export interface Passage {
  readonly article: string;
  readonly chunk: number;
  readonly title: string;
  readonly heading: string;
  readonly category: string;
  readonly audience: 'public' | 'internal';
  readonly updatedAt: Date;
  readonly validFrom?: Date;
  readonly validUntil?: Date;
  /** ISO 639-1; absent: English. */
  readonly language?: string;
  /** Where the customer can read the whole article. */
  readonly url?: string;
  /** How customers ask for what this passage says, in their words. */
  readonly asked?: readonly string[] | undefined;
  readonly text: string;
  /** 0–1 after reranking; comparable with the floor in the settings. */
  readonly score: number;
  /** The probability that it answers the question it was found for, 0–1; absent where the search cannot tell. */
  readonly confidence?: number;
  /** The one question of the message that it was judged for, in the customer's words. */
  readonly question?: string;
}
