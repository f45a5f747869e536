import type { Passage } from '../../domain/classification.ts';
import { DEFAULT_LANGUAGE } from '../../domain/text/language-words.ts';
import type { KnowledgeFilter, KnowledgeIndex } from '../../store/knowledge/knowledge-index.ts';
import { readQuestion, type Question } from './question.ts';
import { rerank } from './rerank.ts';

/** How many passages are counted to tell a rare word from a common one. */
const COUNTED = 64;
/** A word that no article knows counts like one that is in this many passages: it may be the subject or just small talk. */
const UNKNOWN_COUNTS_AS = 1.5;

/** The best `limit` passages by shared words: the first `candidates` of the index after reranking, and behind them what else it found. */
export async function rankByWords(
  index: KnowledgeIndex,
  text: string,
  filter: KnowledgeFilter,
  candidates: number,
  limit: number,
): Promise<readonly Passage[]> {
  const question = readQuestion(text);
  if (question.terms.length === 0) return [];
  const found = await index.search(question.query, filter, Math.max(candidates, limit));
  const { categories = [], ...everywhere } = filter;
  const weights = await termWeights(index, question, everywhere);
  const ranked = rerank(question, found.slice(0, candidates), { categories, now: filter.validAt, weights }, candidates);
  const lowest = ranked.at(-1)?.score ?? 0;
  return [...ranked, ...found.slice(candidates).map((passage) => ({ ...passage, score: passage.score * lowest }))];
}

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
