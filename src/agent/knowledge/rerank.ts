import type { Passage } from '../../domain/classification.ts';
import { stemsOf, wordsOf } from '../../domain/text/words.ts';
import { hasAnswer, matchTerm, type Question } from './question.ts';

export interface RerankContext {
  /** Categories of the intent; a passage of another one must be clearly better. */
  readonly categories: readonly string[];
  readonly now: Date;
  /** How much each term tells, by its place in `question.terms`; a word that few articles know tells most. */
  readonly weights: readonly number[];
}

/** Shares of the score; they add up to 1. Calibrated on the questions of test/agent/knowledge/fixtures/questions.yaml. */
const WEIGHTS = { coverage: 0.46, title: 0.24, proximity: 0.08, answer: 0.09, heading: 0.08, category: 0.05 } as const;
/** Pulls weak matches down, so that a floor of 0.35 parts answerable from unanswerable questions. */
const CONTRAST = 1.5;
/** An article older than this is trusted a little less. */
const STALE_DAYS = 730;
const STALE_FACTOR = 0.95;
const DAY_MS = 86_400_000;

/** Each place further down in the index's own ranking costs a passage this share when it is compared with the others. */
const PER_PLACE = 0.04;

/** Scores passages, given in the order of the index, against the question, 0–1, and keeps the best `limit`. */
export function rerank(question: Question, passages: readonly Passage[], context: RerankContext, limit: number): readonly Passage[] {
  const ranked = passages
    .map((passage, place) => {
      const score = scorePassage(question, passage, context);
      return { passage, score, rank: score * (1 - Math.min(0.5, PER_PLACE * place)) };
    })
    .sort((a, b) => b.rank - a.rank || (a.passage.article < b.passage.article ? -1 : 1) || a.passage.chunk - b.passage.chunk)
    .slice(0, limit);
  let lowest = 1;
  return ranked.map(({ passage, score }) => {
    lowest = Math.min(lowest, score);
    return { ...passage, score: lowest };
  });
}

function scorePassage(question: Question, passage: Passage, { categories, now, weights }: RerankContext): number {
  const { terms } = question;
  if (terms.length === 0) return 0;
  const title = new Set(stemsOf(`${passage.title} ${passage.heading}`));
  const words = stemsOf(passage.text);
  const all = new Set([...title, ...words]);
  const matches = terms.map((term) => matchTerm(term, all));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const coverage = matches.reduce((sum, match, index) => sum + match * (weights[index] ?? 0), 0) / Math.max(total, 1e-9);
  const inTitle = terms.reduce((sum, term, index) => sum + matchTerm(term, title) * (weights[index] ?? 0), 0) / Math.max(total, 1e-9);
  const ofTitle = title.size === 0 ? 0 : terms.filter((term) => matchTerm(term, title) > 0).length / title.size;
  const raw =
    WEIGHTS.coverage * coverage +
    WEIGHTS.heading * likeness(question.words, passage.heading.split(' > ').at(-1) ?? '') +
    WEIGHTS.title * Math.sqrt(inTitle * Math.min(1, 2 * ofTitle)) +
    WEIGHTS.proximity * proximity(question, words) * coverage +
    (hasAnswer(question.wants, passage.text) ? WEIGHTS.answer * coverage : 0) +
    (categories.length === 0 || categories.includes(passage.category) ? WEIGHTS.category : 0);
  const stale = now.getTime() - passage.updatedAt.getTime() > STALE_DAYS * DAY_MS;
  return Math.min(1, stale ? raw * STALE_FACTOR : raw) ** CONTRAST;
}

/** How far a heading asks what the customer asks, small words included: shared words over all words, 0–1. */
function likeness(words: ReadonlySet<string>, heading: string): number {
  const other = new Set(wordsOf(heading));
  const shared = [...other].filter((word) => words.has(word)).length;
  return shared / Math.max(1, words.size + other.size - shared);
}

/** How close together the matched terms stand: terms found in the tightest window, over its length. */
function proximity(question: Question, words: readonly string[]): number {
  const wanted = new Map<string, number>();
  question.terms.forEach(({ stem, alternatives }, index) => {
    for (const word of [stem, ...alternatives.keys()]) if (!wanted.has(word)) wanted.set(word, index);
  });
  const hits = words.flatMap((word, at) => {
    const term = wanted.get(word);
    return term === undefined ? [] : [{ term, at }];
  });
  const distinct = new Set(hits.map(({ term }) => term)).size;
  if (distinct < 2) return distinct === 0 ? 0 : 0.5 / Math.max(1, question.terms.length);
  let best = Number.POSITIVE_INFINITY;
  hits.forEach((first, from) => {
    const seen = new Set<number>();
    for (const hit of hits.slice(from)) {
      seen.add(hit.term);
      if (hit.at - first.at >= best) break;
      if (seen.size === distinct) best = hit.at - first.at + 1;
    }
  });
  return (distinct / Math.max(question.terms.length, 1)) * Math.min(1, (distinct * 2) / best);
}
