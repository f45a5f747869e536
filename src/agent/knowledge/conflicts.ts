import { sentencesOf } from '../../domain/text/sentences.ts';
import { overlap, readStatement, type Statement } from '../quality/clauses.ts';
import { isTelling } from '../quality/meanings.ts';
import type { ValueKind } from '../quality/value-readings.ts';
import { passagesOf, type Article } from './article.ts';

/** Two articles that state different values in nearly the same words. */
export interface ArticleConflict {
  readonly articles: readonly [string, string];
  readonly sentences: readonly [string, string];
  readonly values: readonly [string, string];
}

interface Stated {
  readonly article: string;
  readonly language: string | undefined;
  readonly statement: Statement;
  readonly telling: ReadonlySet<string>;
}

/** Kinds of values that make a rule; a bare number may count anything. */
const RULES: ReadonlySet<ValueKind> = new Set(['money', 'percent', 'duration', 'measure', 'time', 'date']);
/** So much of either sentence must be in the other, and it must be about so many things. */
const SAME_WORDS = 0.8;
/** Which words merely fill a sentence is known of English alone; elsewhere one other word may be what it is about. */
const ALL_WORDS = 1;
const SUBJECTS = 3;
/** A stem in more sentences than this finds no pairs by itself, so that thousands of articles are compared in seconds. */
const COMMON = 200;

/** Contradicting values between articles that are shown today, each pair once, in the order of the articles. */
export function findConflicts(articles: readonly Article[], now: Date): readonly ArticleConflict[] {
  const active = articles.filter(
    ({ audience, validFrom, validUntil }) =>
      audience === 'public' && (validFrom === undefined || validFrom <= now) && (validUntil === undefined || validUntil >= now),
  );
  const stated = active.flatMap(statementsOf);
  const bySubject = new Map<string, number[]>();
  const conflicts: ArticleConflict[] = [];
  for (const [at, one] of stated.entries()) {
    const near = new Set([...one.telling].flatMap((stem) => bySubject.get(stem) ?? []));
    for (const other of near) {
      const conflict = compare(stated[other], one);
      if (conflict) conflicts.push(conflict);
    }
    for (const stem of one.telling) {
      const known = bySubject.get(stem) ?? [];
      if (known.length < COMMON) bySubject.set(stem, [...known, at]);
    }
  }
  return conflicts;
}

function statementsOf(article: Article): readonly Stated[] {
  return passagesOf(article)
    .flatMap(({ text }) => sentencesOf(text))
    .map((sentence) => readStatement(sentence))
    .map((statement) => ({
      article: article.id,
      language: article.language,
      statement,
      telling: new Set([...statement.ownStems].filter(isTelling)),
    }))
    .filter(({ statement, telling }) => telling.size >= SUBJECTS && statement.claims.some(({ kind }) => RULES.has(kind)));
}

const sameWordsIn = (language: string | undefined): number => ((language ?? 'en') === 'en' ? SAME_WORDS : ALL_WORDS);

function compare(one: Stated | undefined, other: Stated): ArticleConflict | undefined {
  if (one === undefined || one.article === other.article || one.language !== other.language) return undefined;
  if (Math.min(overlap(one.telling, other.telling), overlap(other.telling, one.telling)) < sameWordsIn(one.language)) return undefined;
  for (const claim of one.statement.claims) {
    if (!RULES.has(claim.kind)) continue;
    const [left, right] = [one, other].map(({ statement }) => statement.claims.filter(({ kind }) => kind === claim.kind));
    // With several values of a kind in one sentence nobody knows which stands against which.
    if (left?.length !== 1 || right?.length !== 1 || left[0]?.value === right[0]?.value) continue;
    return {
      articles: [one.article, other.article],
      sentences: [one.statement.text, other.statement.text],
      values: [claim.text, right[0]?.text ?? ''],
    };
  }
  return undefined;
}
