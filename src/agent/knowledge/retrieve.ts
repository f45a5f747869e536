import type { Passage } from '../../domain/classification.ts';
import type { KnowledgeFilter, KnowledgeIndex } from '../../store/knowledge/knowledge-index.ts';
import { DEFAULT_LANGUAGE, loadLanguageWords } from '../../domain/text/language-words.ts';
import { stemsOf } from '../../domain/text/words.ts';
import { answerConfidence, answerRank } from './answer-confidence.ts';
import { ASKED_FLOOR, askedLikeness, isAboutOthers, ownCoverage, weighForeign, type AskedPart } from './asked-likeness.ts';
import { inArticleWords } from './everyday-words.ts';
import { partsOf } from './question-parts.ts';
import { matchTerm, readQuestion, type Question } from './question.ts';
import { rankInLanguage } from './rank-in-language.ts';
import { rerank } from './rerank.ts';

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

/** How many passages are counted to tell a rare word from a common one. */
const COUNTED = 64;
/** A word that no article knows counts like one that is in this many passages: it may be the subject or just small talk. */
const UNKNOWN_COUNTS_AS = 1.5;

/** Passages of which the phrasings are compared: more than are reranked, because comparing is cheap and exact. */
const ASKED_CANDIDATES = 24;
/** The intent may be read wrongly; what is asked in so many words is answered from another category too. */
const OTHER_CATEGORY = 0.97;
/** The score of a passage whose phrasings are just near enough: the shipped floor (`agent.knowledge.floor`). */
const FLOOR_OF_ASKED = 0.35;

/**
 * Where articles say how they are asked for, a question that none is asked in is likelier about something else: shared
 * words alone count so much.
 */
const BESIDE_ASKED = 0.5;

/** Searches, then reranks: `candidates` → `passages`. */
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
 * The best `limit` passages for a question without a floor: those that are asked in the customer's words, wherever they
 * stand, and the first `candidates` of the index after reranking; what else the index found follows them.
 */
export async function rankPassages(
  index: KnowledgeIndex,
  text: string,
  filter: KnowledgeFilter,
  candidates: number,
  limit: number,
): Promise<readonly Passage[]> {
  const { language = DEFAULT_LANGUAGE } = filter;
  if (language !== DEFAULT_LANGUAGE) return rankInLanguage(index, await loadLanguageWords(language), text, filter, limit);
  const question = readQuestion(text);
  if (question.terms.length === 0) return [];
  const found = await index.search(question.query, filter, Math.max(candidates, limit, ASKED_CANDIDATES));
  const { categories: _, ...everywhere } = filter;
  const weights = await termWeights(index, question, everywhere);
  const context = { categories: filter.categories ?? [], now: filter.validAt, weights };
  const trust = trustInWords(text, found);
  const ranked = rerank(question, found.slice(0, candidates), context, candidates)
    .map((passage) => trust({ ...passage, coverage: coverageOf(question, weights, passage) }))
    .sort((a, b) => b.score - a.score);
  const lowest = ranked.at(-1)?.score ?? 0;
  const worded = [...ranked, ...found.slice(candidates).map((passage) => ({ ...passage, score: passage.score * lowest }))];
  return inOrder([...(await askedPassages(index, text, question, everywhere, filter.categories)), ...worded]).slice(0, limit);
}

/** What shared words alone tell: all for an article that names no phrasings, little for one that names others than these. */
function trustInWords(text: string, found: readonly Passage[]): (passage: Passage & { readonly coverage: number }) => Passage {
  const phrased = new Set(found.flatMap(({ article, asked }) => (asked === undefined ? [] : [article])));
  const ofPhrased = partsOf(text).some(isAboutOthers) ? 0 : BESIDE_ASKED;
  return ({ coverage, ...passage }) =>
    phrased.has(passage.article)
      ? { ...passage, score: passage.score * ofPhrased, confidence: answerConfidence({ likeness: 0, lead: 0, coverage }) }
      : passage;
}

/** Passages that customers ask for in words like these, the best for each question of the message first. */
async function askedPassages(
  index: KnowledgeIndex,
  text: string,
  question: Question,
  filter: KnowledgeFilter,
  categories: readonly string[] | undefined,
): Promise<readonly Passage[]> {
  const parts = partsOf(text);
  const told = parts.flatMap((part) => inArticleWords(part.text) ?? []);
  const queries = new Set([question.query, ...[...parts.map((part) => part.text), ...told].map((words) => readQuestion(words).query)]);
  const searched = await Promise.all([...queries].map((query) => index.search(query, filter, ASKED_CANDIDATES)));
  const candidates = [...new Map(searched.flat().map((passage) => [keyOf(passage), passage])).values()];
  const byPart = await Promise.all(
    parts.map(async (part) => {
      const asked = readQuestion(inArticleWords(part.text) ?? part.text);
      const weights = await termWeights(index, asked, filter);
      const likes = nearestFirst(weighForeign(part, candidates), candidates, categories);
      return likes
        .filter(({ likeness }) => likeness >= ASKED_FLOOR)
        .map((like) => ({ ...like, coverage: coverageOf(asked, weights, like.passage) }))
        .map((like) => ({ like, rank: answerRank(like.likeness, (like.coverage + ownCoverage(part, like.passage)) / 2) }))
        .sort((a, b) => b.rank - a.rank)
        .map(({ like }) => toPassage(like, likes, like.coverage));
    }),
  );
  return [...byPart.flatMap(([best]) => best ?? []), ...byPart.flatMap(([, ...others]) => others).sort((a, b) => b.score - a.score)];
}

interface LikePassage {
  readonly passage: Passage;
  readonly likeness: number;
}

function nearestFirst(part: AskedPart, candidates: readonly Passage[], categories: readonly string[] | undefined): readonly LikePassage[] {
  return candidates
    .map((passage) => ({
      passage,
      likeness: askedLikeness(part, passage) * (categories && !categories.includes(passage.category) ? OTHER_CATEGORY : 1),
    }))
    .sort((a, b) => b.likeness - a.likeness);
}

function toPassage({ passage, likeness }: LikePassage, all: readonly LikePassage[], coverage: number): Passage {
  const rival = all.find((other) => other.passage.article !== passage.article)?.likeness ?? 0;
  return {
    ...passage,
    score: FLOOR_OF_ASKED + ((1 - FLOOR_OF_ASKED) * (likeness - ASKED_FLOOR)) / (1 - ASKED_FLOOR),
    confidence: answerConfidence({ likeness, lead: likeness - rival, coverage }),
  };
}

function coverageOf({ terms }: Question, weights: readonly number[], { text }: Passage): number {
  const stems = new Set(stemsOf(text));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return terms.reduce((sum, term, at) => sum + matchTerm(term, stems) * (weights[at] ?? 0), 0) / Math.max(total, 1e-9);
}

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

/** Inverse document frequencies, counted through the index itself and scaled by how often the customer said the word. */
async function termWeights(index: KnowledgeIndex, question: Question, filter: KnowledgeFilter): Promise<readonly number[]> {
  const chunks = index.size(DEFAULT_LANGUAGE).chunks;
  return Promise.all(
    question.terms.map(async ({ word, times }) => {
      const known = await index.countWith(word, filter, COUNTED);
      return Math.log(1 + chunks / (known === 0 ? UNKNOWN_COUNTS_AS : known)) * (times < 1 ? times : 1 + Math.log(times));
    }),
  );
}
