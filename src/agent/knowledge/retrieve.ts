import type { Passage } from '../../domain/classification.ts';
import { DEFAULT_LANGUAGE, loadLanguageWords } from '../../domain/text/language-words.ts';
import { stemOf } from '../../domain/text/words.ts';
import type { KnowledgeFilter, KnowledgeIndex } from '../../store/knowledge/knowledge-index.ts';
import { SURE_ENOUGH } from './answer-confidence.ts';
import { judgeSections } from './judge-sections.ts';
import { partsOf, type AskedPart } from './question-parts.ts';
import { rankByWords } from './rank-by-words.ts';
import { rankInLanguage } from './rank-in-language.ts';
import { readerOf, type Reader, type Reading } from './reading.ts';
import { sectionReaderOf, type SectionReading } from './section-reading.ts';

export interface RetrieverSettings {
  /** Taken from the index before reranking. */
  readonly candidates: number;
  /** Kept after reranking. */
  readonly passages: number;
  /** A passage that scores less is left out, 0–1: with none left the honest answer is "I don't know". */
  readonly floor: number;
}

export interface RetrievalContext {
  /** Categories of the intent; empty: all. */
  readonly intentCategories: readonly string[];
  readonly audience: KnowledgeFilter['audience'];
  /** Articles that have expired by then are left out; also "now" for their age. */
  readonly validAt: Date;
  /** ISO 639-1, of the conversation; absent: English. Articles in another language answer nothing. */
  readonly language?: string;
}

export interface Retriever {
  /** The passages for a question, best first and none below the floor. Empty when it asks nothing or no article answers it. */
  find(question: string, context: RetrievalContext): Promise<readonly Passage[]>;
}

/** Sections that are compared with a question: all of a shop's that share a word with it, and the likeliest of a large collection. */
const COMPARED = 200;
/** Words of a group beside the customer's own that are searched for. */
const SEARCHED_OF_GROUP = 6;
/** What was said around a question counts against its own words. */
export const AROUND = 0.5;
/** The intent may be read wrongly; what is asked nearly in so many words is answered from another category too. */
const OTHER_CATEGORY = 0.3;
/** A shop or brand that is not ours (concepts.ts): our articles answer nothing about it unless they name it. */
const OTHER_SHOP = stemOf('othershop');

/** Searches, then judges what was found: `candidates` → `passages`. */
export function createRetriever(index: KnowledgeIndex, settings: RetrieverSettings): Retriever {
  return {
    async find(text, { intentCategories, audience, validAt, language = DEFAULT_LANGUAGE }) {
      const filter = { audience, validAt, language, ...(intentCategories.length > 0 && { categories: intentCategories }) };
      const ranked = await rankPassages(index, text, filter, settings.candidates, settings.candidates);
      return ranked.slice(0, settings.passages).filter(({ score }) => score >= settings.floor);
    },
  };
}

/**
 * The best `limit` passages for a question without a floor: those that answer its parts, wherever they stand, and behind them
 * what else shares its words. Articles that name no phrasings are judged by words alone, the first `candidates` of them closely;
 * such passages have no confidence.
 */
export async function rankPassages(
  index: KnowledgeIndex,
  text: string,
  filter: KnowledgeFilter,
  candidates: number,
  limit: number,
): Promise<readonly Passage[]> {
  const { categories, language = DEFAULT_LANGUAGE, ...limits } = filter;
  if (language !== DEFAULT_LANGUAGE) return rankInLanguage(index, await loadLanguageWords(language), text, filter, limit);
  const everywhere = { ...limits, language };
  const reader = await readerOf();
  const asked = readParts(text, reader);
  if (asked.length === 0) return [];
  const judged = await Promise.all(asked.map((one) => judgePart(index, one, reader, everywhere, categories)));
  const phrased = new Set(judged.flat().flatMap((passage) => (passage.asked === undefined ? [] : [passage.article])));
  const answering = judged.map((passages) => passages.filter(({ article }) => phrased.has(article)));
  const worded = await rankByWords(index, text, filter, candidates, limit);
  const others = asked.some(({ own }) => own.signs.has(OTHER_SHOP));
  const best = answering.flatMap(([first]) => first ?? []);
  const wordedAlone = worded.filter(({ article }) => !phrased.has(article) && !others);
  const isSure = ({ confidence = 0 }: Passage): boolean => confidence >= SURE_ENOUGH;
  // What names no phrasings stands before what is hardly asked for by its own.
  return inOrder([
    ...best.filter(isSure),
    ...(best.some(isSure) ? [] : wordedAlone.slice(0, 1)),
    ...best.filter((passage) => !isSure(passage)),
    ...[...answering.flatMap(([, ...rest]) => rest), ...wordedAlone].sort(byScore),
  ]).slice(0, limit);
}

/** One question of a message, read. */
export interface ReadPart {
  readonly part: AskedPart;
  readonly own: Reading;
  readonly context: Reading;
}

/** A passage of the index as questions are compared with it. */
export interface Section {
  readonly article: string;
  readonly passage: Passage;
  readonly reading: SectionReading;
}

/** What shares a word with a question, or a word of a group, or something with what was said around it. */
export async function sectionsFor(
  index: KnowledgeIndex,
  { part, own }: ReadPart,
  reader: Reader,
  filter: KnowledgeFilter,
): Promise<readonly Section[]> {
  const queries = [part.text, reader.related(own, SEARCHED_OF_GROUP), `${part.text} ${part.context}`];
  const searched = await Promise.all([...new Set(queries)].map((query) => index.search(query, filter, COMPARED)));
  const readSection = sectionReaderOf(reader);
  return [...new Map(searched.flat().map((passage) => [keyOf(passage), passage])).values()].map((passage) => ({
    article: passage.article,
    passage,
    reading: readSection(passage),
  }));
}

/** The questions of a message that say anything. */
export function readParts(text: string, reader: Reader): readonly ReadPart[] {
  return partsOf(text)
    .map((part) => ({ part, own: reader.read(part.text), context: reader.read(part.context) }))
    .filter(({ own, context }) => own.units.length + context.units.length > 0);
}

/** The passages that may answer one question, best first, each with its confidence; from other categories only what surely does. */
async function judgePart(
  index: KnowledgeIndex,
  { part, own, context }: ReadPart,
  reader: Reader,
  filter: KnowledgeFilter,
  categories: readonly string[] | undefined,
): Promise<readonly Passage[]> {
  const sections = (await sectionsFor(index, { part, own, context }, reader, filter)).filter(
    ({ reading }) => !own.signs.has(OTHER_SHOP) || speaksOfOthers(reading),
  );
  const judged = judgeSections({ own, context, contextWeight: AROUND }, sections, ({ passage }) =>
    categories && !categories.includes(passage.category) ? OTHER_CATEGORY : 0,
  );
  return judged
    .filter(({ section, confidence }) => confidence >= SURE_ENOUGH || (categories?.includes(section.passage.category) ?? true))
    .map(({ section: { passage }, confidence }) => ({ ...passage, score: confidence, confidence, question: part.text }));
}

const speaksOfOthers = ({ asked, own }: SectionReading): boolean => asked.of.has(OTHER_SHOP) || own.of.has(OTHER_SHOP);

/** Each passage once, where it stands first; scores never rise. */
function inOrder(passages: readonly Passage[]): readonly Passage[] {
  const seen = new Set<string>();
  let lowest = 1;
  return passages.flatMap((passage) => {
    if (seen.has(keyOf(passage))) return [];
    seen.add(keyOf(passage));
    lowest = Math.min(lowest, passage.score);
    return [{ ...passage, score: lowest }];
  });
}

const keyOf = ({ article, chunk }: Passage): string => `${article}#${chunk}`;
const byScore = (a: Passage, b: Passage): number => b.score - a.score;
