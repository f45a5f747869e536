import type { HistoryLine } from '../../domain/classification.ts';
import type { FollowUpWords, Words } from '../languages/language.ts';
import { plain, type Pattern } from '../languages/pattern.ts';
import { isAsking } from './split-requests.ts';

/** The last 3 turns: a customer's and an agent's line each. */
const LINES = 6;
/** A longer message says by itself what it wants. */
const LONGEST_FOLLOW_UP_WORDS = 9;

/** Order numbers, other numbers and addresses say nothing by themselves in any language. */
const BARE_VALUES = 'lf-?\\s?\\d{5}|#?\\d{3,20}|[\\w.+-]+@[\\w.-]+';

interface Leaning {
  /** Means nothing without what was said before: yes, no, the first, another number, a place in a list. */
  readonly bare: Pattern;
  readonly hanging: Pattern;
  readonly pointing: Pattern;
}

const built = new WeakMap<FollowUpWords, Leaning>();

function leaningOf(words: FollowUpWords): Leaning {
  const known = built.get(words);
  if (known) return known;
  const leaning: Leaning = {
    bare: plain(new RegExp(`^\\W*(?:(?:${words.bare.source}|${BARE_VALUES})\\b[\\s,.!?:#-]*)+$`, 'iu')),
    hanging: plain(new RegExp(`^\\W*(?:${words.hanging.source})\\b`, 'iu')),
    pointing: plain(new RegExp(`\\b(?:${words.pointing.source})\\b`, 'iu')),
  };
  built.set(words, leaning);
  return leaning;
}

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

export function answersQuestion(text: string, history: readonly HistoryLine[], words: Words): boolean {
  const last = history.at(-1);
  if (last?.role !== 'agent' || !/\?\s*$/.test(last.text)) return false;
  return text.trim().split(/\s+/).length <= LONGEST_ANSWER_WORDS && !isAsking(text, words) && !words.followUps.social.test(text.trim());
}

/** How much a message leans on the one before: wholly, perhaps (when its own words say little), or not. */
export function followUpKind(text: string, { followUps }: Words): 'bare' | 'hanging' | 'own' {
  const stripped = text.replace(/[’‘`´]/g, "'").trim();
  const words = stripped.split(/\s+/).length;
  if (stripped === '' || words > LONGEST_FOLLOW_UP_WORDS || followUps.social.test(stripped)) return 'own';
  const { bare, hanging, pointing } = leaningOf(followUps);
  if (bare.test(stripped)) return 'bare';
  return hanging.test(stripped) || pointing.test(stripped) ? 'hanging' : 'own';
}
