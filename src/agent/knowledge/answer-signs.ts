import { isNear } from '../../domain/text/near.ts';
import type { Reading, Unit } from './reading.ts';
import type { Counts, SectionReading } from './section-reading.ts';

/** A question of a message: its own words, and those around it that tell what it is about. */
export interface ReadQuestion {
  readonly own: Reading;
  readonly context: Reading;
  /** How much a word of the context counts against one of its own, 0–1. */
  readonly contextWeight: number;
}

/** A section that may answer, with the article that it is part of. */
export interface Candidate {
  readonly article: string;
  readonly reading: SectionReading;
}

/** What tells that a section answers a question. */
export interface AnswerSigns {
  /** How much likelier a text like the section has the question's words than any text of ours: mean logarithm of the ratio. */
  readonly likelihood: number;
  /** How much speaks for it at all: sum of those logarithms that are above zero. */
  readonly evidence: number;
  /** How nearly its three nearest phrasings ask the same, by word, 0–1. */
  readonly phrasings: number;
  /** The same of its nearest one. */
  readonly nearest: number;
  /** How fully one of its phrasings is said in the question, 0–1; what else is said does not count. */
  readonly contained: number;
  /** How like its three nearest phrasings are, by letters, 0–1. */
  readonly letters: number;
  /** Share of the question's words that the section knows, by the same word or another of its group, 0–1. */
  readonly covered: number;
  /** Share of the question's words that no section of ours knows, 0–1. */
  readonly unknown: number;
  /** Telling words of the question. */
  readonly words: number;
}

/** Shares of a section's phrasings, its own text and its whole article in what its words are likely to be; the rest is any text. */
const MIXED = { asked: 0.35, own: 0.2, article: 0.15 } as const;
const ANY = 1 - MIXED.asked - MIXED.own - MIXED.article;
/** Words added to each count, so that a short text is not taken for all that could be said. */
const SMOOTHED = 10;
/** A title is part of its article so many times. */
const TITLE = 5;
/** A word of the same group, against the word itself. */
const OF_GROUP = 0.7;
const NEAREST = 3;
/** So many of the likeliest sections are compared with all their phrasings, which takes longest. */
const COMPARED = 40;
/** What no section has is spelled like one that some section has from so many letters on. */
const CORRECTED_FROM = 5;

/** The signs of each candidate. They hang on one another: a word tells the more, the fewer candidates have it. */
export function answerSigns(question: ReadQuestion, candidates: readonly Candidate[]): readonly AnswerSigns[] {
  const own = corrected(question.own, candidates);
  const weights = new Map([...question.context.signs].map((sign) => [sign, question.contextWeight]));
  for (const sign of own.signs) weights.set(sign, 1);
  const collection = collect(weights, candidates);
  const said = [...weights].map(([sign, weight]) => ({ sign, weight, telling: weight * collection.telling(sign) }));
  const units = own.units.length === 0 ? question.context.units : own.units;
  const unknown = weighed(
    units,
    (unit) => (isKnown(unit, collection) ? 0 : 1),
    ({ weight }) => weight,
  );
  const likelihoods = candidates.map(({ article, reading }) => likelihood(said, reading, collection.inArticle(article), collection));
  const lowest = likelihoods.map(({ mean: likely }) => likely).sort(descending)[COMPARED] ?? Number.NEGATIVE_INFINITY;
  return candidates.map(({ reading }, at) => {
    const likely = likelihoods[at]?.mean ?? 0;
    const phrasings = likely < lowest ? [] : reading.phrasings;
    const alike = phrasings.map(({ signs }) => overlap(said, signs)).sort(descending);
    return {
      likelihood: likely,
      evidence: likelihoods[at]?.evidence ?? 0,
      phrasings: nearestFirst(alike),
      nearest: alike[0] ?? 0,
      contained: Math.max(0, ...phrasings.map(({ signs }) => contained(weights, signs))),
      letters: nearestFirst(phrasings.map(({ letters }) => dice(own.letters, letters)).sort(descending)),
      covered: weighed(
        units,
        (unit) => knownBy(unit, reading),
        ({ stem, weight }) => weight * collection.telling(stem),
      ),
      unknown,
      words: units.reduce((sum, { weight }) => sum + weight, 0),
    };
  });
}

interface Said {
  readonly sign: string;
  readonly weight: number;
  readonly telling: number;
}

/** What the candidates have in common, as far as the question speaks of it. */
interface Collection {
  readonly inArticle: (id: string) => Counts;
  readonly whole: Counts;
  readonly telling: (sign: string) => number;
  readonly knows: (sign: string) => boolean;
}

function collect(said: ReadonlyMap<string, number>, candidates: readonly Candidate[]): Collection {
  const articles = new Map<string, { readonly of: Map<string, number>; total: number }>();
  const whole = new Map<string, number>();
  const spread = new Map<string, number>();
  let total = 0;
  for (const { article, reading } of candidates) {
    const known = articles.get(article);
    const counts = known ?? { of: new Map<string, number>(), total: 0 };
    articles.set(article, counts);
    const parts = [reading.asked, reading.own, ...(known ? [] : Array.from({ length: TITLE }, () => reading.title))];
    for (const part of parts) counts.total += part.total;
    for (const part of parts) total += part.total;
    for (const sign of said.keys()) {
      const count = parts.reduce((sum, { of }) => sum + (of.get(sign) ?? 0), 0);
      if (count === 0) continue;
      counts.of.set(sign, (counts.of.get(sign) ?? 0) + count);
      whole.set(sign, (whole.get(sign) ?? 0) + count);
      if (reading.asked.of.has(sign) || reading.own.of.has(sign)) spread.set(sign, (spread.get(sign) ?? 0) + 1);
    }
  }
  const nothing: Counts = { of: new Map(), total: 0 };
  return {
    inArticle: (id) => articles.get(id) ?? nothing,
    whole: { of: whole, total },
    telling: (sign) => Math.log(1 + candidates.length / ((spread.get(sign) ?? 0) + 0.5)),
    knows: (sign) => whole.has(sign),
  };
}

const isKnown = ({ stem, groups }: Unit, { knows }: Pick<Collection, 'knows'>): boolean =>
  knows(stem) || groups.some((group) => knows(`#${group}`));

/** The question with slips of the keyboard put right: a word that no section has, and nearly one of theirs. */
function corrected(question: Reading, candidates: readonly Candidate[]): Reading {
  const isStrange = (stem: string): boolean => !candidates.some(({ reading }) => reading.stems.has(stem));
  const strange = question.units.filter(({ stem, groups }) => stem.length >= CORRECTED_FROM && groups.length === 0 && isStrange(stem));
  if (strange.length === 0) return question;
  const known = new Set(candidates.flatMap(({ reading }) => [...reading.stems]));
  const meant = new Map<string, string>();
  for (const { stem } of strange) for (const other of known) if (!meant.has(stem) && isNear(stem, other)) meant.set(stem, other);
  const right = (sign: string): string => meant.get(sign) ?? sign;
  return {
    ...question,
    signs: new Set([...question.signs].map(right)),
    units: question.units.map((unit) => ({ ...unit, stem: right(unit.stem) })),
  };
}

interface Likelihood {
  readonly mean: number;
  readonly evidence: number;
}

function likelihood(said: readonly Said[], { asked, own }: SectionReading, article: Counts, { whole }: Collection): Likelihood {
  let sum = 0;
  let total = 0;
  let evidence = 0;
  for (const { sign, weight } of said) {
    const usual = ((whole.of.get(sign) ?? 0) + 0.5) / (whole.total + 500 * SMOOTHED);
    const here = MIXED.asked * rate(asked, sign) + MIXED.own * rate(own, sign) + MIXED.article * rate(article, sign) + ANY * usual;
    const ratio = weight * Math.log(here / usual);
    sum += ratio;
    evidence += Math.max(0, ratio);
    total += weight;
  }
  return { mean: total === 0 ? 0 : sum / total, evidence };
}

const rate = ({ of, total }: Counts, sign: string): number => (of.get(sign) ?? 0) / (total + SMOOTHED);

/** Geometric mean of what either has of the other; the question's signs by weight. */
function overlap(said: readonly Said[], phrasing: ReadonlySet<string>): number {
  let shared = 0;
  let total = 0;
  let found = 0;
  for (const { sign, telling } of said) {
    total += telling;
    if (!phrasing.has(sign)) continue;
    shared += telling;
    found += 1;
  }
  return total === 0 || phrasing.size === 0 ? 0 : Math.sqrt((shared / total) * (found / phrasing.size));
}

/** Share of a phrasing that was said; a short one is said by chance. */
function contained(said: ReadonlyMap<string, number>, phrasing: ReadonlySet<string>): number {
  let found = 0;
  for (const sign of phrasing) found += said.get(sign) ?? 0;
  return found / (phrasing.size + 1.5);
}

/** Share of the runs of either that both have, twice counted; both rise. */
function dice(one: Uint32Array, other: Uint32Array): number {
  let shared = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    const left = one[a] ?? 0;
    const right = other[b] ?? 0;
    if (left === right) shared += 1;
    if (left <= right) a += 1;
    if (right <= left) b += 1;
  }
  return (2 * shared) / Math.max(1, one.length + other.length);
}

function knownBy({ stem, groups }: Unit, { asked, own, stems }: SectionReading): number {
  if (stems.has(stem)) return 1;
  return groups.some((group) => asked.of.has(`#${group}`) || own.of.has(`#${group}`)) ? OF_GROUP : 0;
}

function weighed(units: readonly Unit[], value: (unit: Unit) => number, weightOf: (unit: Unit) => number): number {
  let sum = 0;
  let total = 0;
  for (const unit of units) {
    const weight = weightOf(unit);
    sum += weight * value(unit);
    total += weight;
  }
  return total === 0 ? 0 : sum / total;
}

/** The three highest, each counting half of the one before; falling values. */
function nearestFirst(values: readonly number[]): number {
  const counts = values.slice(0, NEAREST).map((_, at) => 0.5 ** at);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total === 0 ? 0 : counts.reduce((sum, count, at) => sum + count * (values[at] ?? 0), 0) / total;
}

const descending = (a: number, b: number): number => b - a;
