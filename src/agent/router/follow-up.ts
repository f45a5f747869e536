import type { HistoryLine } from '../../domain/classification.ts';
import { isAsking } from './split-requests.ts';

/** The last 3 turns: a customer's and an agent's line each. */
const LINES = 6;
/** A longer message says by itself what it wants. */
const LONGEST_FOLLOW_UP_WORDS = 9;

/** Means nothing without what was said before: yes, no, the first, another number, a place in a list. */
const BARE =
  /^\W*(?:(?:yes|yeah|yep|yup|sure|ok(?:ay)?|no|nope|nah|please|pls|do(?: (?:it|that|so))?|go ahead|correct|right|exactly|the|that|this|one|other|another|both|all|first|second|third|last|next|latest|newest|older?|it(?:'?s| is)?|them|those|these|and|or|of|with|for|to|my|number|order|what about|how about|same|too|also|again|then|i mean|i meant|instead|now|LF-?\s?\d{5}|#?\d{3,20}|[\w.+-]+@[\w.-]+)\b[\s,.!?:#-]*)+$/iu;
/** Opens a question that hangs on the one before. */
const HANGING = /^\W*(?:and|but|or|what about|how about|what if|also|then|so)\b/iu;
const POINTING = /\b(?:it|that|this|them|those|these|one|ones|other|first|second|third|last|same|there|then)\b/iu;
const SOCIAL =
  /^\W*(?:(?:great|ok(?:ay)?|cool|perfect|awesome|super|good|nice|yes|yep|no|lovely)[\s,.!]+)*(?:hi|hello|hey|thanks?|thank you|thx|bye|goodbye|cheers)\b[^?]*$/iu;

/** The customer's lines within the last 3 turns, newest first. */
export function recentCustomerLines(history: readonly HistoryLine[]): string[] {
  return history
    .slice(-LINES)
    .filter((line) => line.role === 'customer')
    .map((line) => line.text)
    .toReversed();
}

/** A short answer to the agent's question carries on the request that the question belongs to. */
const LONGEST_ANSWER_WORDS = 6;

export function answersQuestion(text: string, history: readonly HistoryLine[]): boolean {
  const last = history.at(-1);
  if (last?.role !== 'agent' || !/\?\s*$/.test(last.text)) return false;
  return text.trim().split(/\s+/).length <= LONGEST_ANSWER_WORDS && !isAsking(text) && !SOCIAL.test(text.trim());
}

/** How much a message leans on the one before: wholly, perhaps (when its own words say little), or not. */
export function followUpKind(text: string): 'bare' | 'hanging' | 'own' {
  const plain = text.replace(/[’‘`´]/g, "'").trim();
  const words = plain.split(/\s+/).length;
  if (plain === '' || words > LONGEST_FOLLOW_UP_WORDS || SOCIAL.test(plain)) return 'own';
  if (BARE.test(plain)) return 'bare';
  return HANGING.test(plain) || POINTING.test(plain) ? 'hanging' : 'own';
}
