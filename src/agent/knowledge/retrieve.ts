import type { Passage } from '../../domain/classification.ts';
import type { KnowledgeFilter, KnowledgeIndex } from '../../store/knowledge/knowledge-index.ts';
import { readQuestion, type Question } from './question.ts';
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
}

export interface Retriever {
  /** The passages for a question, best first and none below the floor. Empty when it asks nothing or no article answers it. */
  find(question: string, context: RetrievalContext): Promise<readonly Passage[]>;
}

/** How many passages are counted to tell a rare word from a common one. */
const COUNTED = 64;
/** A word that no article knows counts like one that is in this many passages: it may be the subject or just small talk. */
const UNKNOWN_COUNTS_AS = 1.5;

/** Searches, then reranks: `candidates` → `passages`. */
export function createRetriever(index: KnowledgeIndex, settings: RetrieverSettings): Retriever {
  return {
    async find(text, { intentCategories, audience, validAt }) {
      const filter = { audience, validAt, ...(intentCategories.length > 0 && { categories: intentCategories }) };
      const ranked = await rankPassages(index, text, filter, settings.candidates, settings.candidates);
      return ranked.slice(0, settings.passages).filter(({ score }) => score >= settings.floor);
    },
  };
}

/** The best `limit` passages for a question without a floor; the first `candidates` of the index are reranked, the others follow them. */
export async function rankPassages(
  index: KnowledgeIndex,
  text: string,
  filter: KnowledgeFilter,
  candidates: number,
  limit: number,
): Promise<readonly Passage[]> {
  const question = readQuestion(text);
  if (question.terms.length === 0) return [];
  const found = await index.search(question.query, filter, Math.max(candidates, limit));
  const weights = await termWeights(index, question, { audience: filter.audience, validAt: filter.validAt });
  const context = { categories: filter.categories ?? [], now: filter.validAt, weights };
  const ranked = rerank(question, found.slice(0, candidates), context, candidates);
  const lowest = ranked.at(-1)?.score ?? 0;
  return [...ranked, ...found.slice(candidates).map((passage) => ({ ...passage, score: passage.score * lowest }))].slice(0, limit);
}

/** Inverse document frequencies, counted through the index itself and scaled by how often the customer said the word. */
async function termWeights(index: KnowledgeIndex, question: Question, filter: KnowledgeFilter): Promise<readonly number[]> {
  const chunks = index.size().chunks;
  return Promise.all(
    question.terms.map(async ({ word, times }) => {
      const known = (await index.search(word, filter, COUNTED)).length;
      return Math.log(1 + chunks / (known === 0 ? UNKNOWN_COUNTS_AS : known)) * (times < 1 ? times : 1 + Math.log(times));
    }),
  );
}
