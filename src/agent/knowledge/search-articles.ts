import type { Passage } from '../../domain/classification.ts';
import type { KnowledgeFilter, KnowledgeIndex } from '../../store/knowledge/knowledge-index.ts';
import type { ResolvedMemory } from './resolved-memory.ts';
import { isReport, subjectQuery } from './subject-query.ts';

export interface SearchRow {
  readonly doc: string;
  /** The chunk's number in its article; of an article the best chunk's. */
  readonly chunk: number;
  readonly score: number;
  readonly text: string;
}

export interface SearchRequest {
  /** The ticket that asks, so that a memory does not answer it with itself. */
  readonly id?: string;
  readonly query: string;
  readonly filter: KnowledgeFilter;
  readonly by: 'chunk' | 'doc';
  readonly limit: number;
}

/** Parts of the ranking that can be left out to measure what each is worth (bench/eval/retrieval.ts). */
export interface RankingParts {
  /** Weakens the words of any conversation in long texts. */
  readonly subject: boolean;
  /** Lets an article's second and third chunk count beside its best, where a whole case asks for several things. */
  readonly chunks: boolean;
}

const ALL_PARTS: RankingParts = { subject: true, chunks: true };
/** What the second and the third chunk of an article count for a report; a question is answered by one (hit@1 .68, else .39). */
const NEXT_CHUNKS = [0.5, 0.5];
/**
 * What the memory counts against the text, whose best article counts 1. Recall@10 of whole cases over five folds was .639 at
 * 3, .655 at 5 and no better up to 10; chosen on four folds each it was .642 on the fifth.
 */
const MEMORY = 5;
/** Chunks looked at: an article of which none is among them gets nothing from its text. */
const DEPTH = 400;

/** Searches without a floor, for scripts and for judging the index: rows best first, scores falling. */
export async function searchArticles(
  index: Pick<KnowledgeIndex, 'search'>,
  memory: ResolvedMemory | undefined,
  request: SearchRequest,
  parts: RankingParts = ALL_PARTS,
): Promise<readonly SearchRow[]> {
  const { id, query, filter, by, limit } = request;
  const ranked = by === 'doc' || memory !== undefined;
  const passages = await index.search(parts.subject ? subjectQuery(query) : query, filter, ranked ? Math.max(DEPTH, limit) : limit);
  if (!ranked) return passages.map((passage) => rowOf(passage, passage.score));

  const found = byArticle(passages);
  const scores = scoreByText(found, parts.chunks && isReport(query));
  for (const [doc, votes] of memory?.recall(query, id) ?? []) scores.set(doc, (scores.get(doc) ?? 0) + MEMORY * votes);
  const highest = Math.max(1, ...scores.values());
  return [...scores]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, limit)
    .flatMap(([doc, score]) => rowsOf(doc, score / highest, found.get(doc) ?? [], by))
    .slice(0, limit);
}

function byArticle(passages: readonly Passage[]): ReadonlyMap<string, readonly Passage[]> {
  const found = new Map<string, Passage[]>();
  for (const passage of passages) {
    const known = found.get(passage.article);
    if (known) known.push(passage);
    else found.set(passage.article, [passage]);
  }
  return found;
}

/** Articles by the squares of their chunks' scores, which bring out the first places; the best article has 1. */
function scoreByText(found: ReadonlyMap<string, readonly Passage[]>, withNext: boolean): Map<string, number> {
  const scores = new Map<string, number>();
  for (const [doc, [best, ...others]] of found) {
    const next = withNext ? NEXT_CHUNKS.reduce((sum, weight, at) => sum + weight * (others[at]?.score ?? 0) ** 2, 0) : 0;
    scores.set(doc, (best?.score ?? 0) ** 2 + next);
  }
  const highest = Math.max(Number.MIN_VALUE, ...scores.values());
  for (const [doc, score] of scores) scores.set(doc, score / highest);
  return scores;
}

/** An article that only the memory knows is shown without a text. */
function rowsOf(doc: string, score: number, chunks: readonly Passage[], by: SearchRequest['by']): readonly SearchRow[] {
  if (chunks.length === 0) return [rowOf({ article: doc, chunk: 0, text: '' }, score)];
  return (by === 'doc' ? chunks.slice(0, 1) : chunks).map((passage) => rowOf(passage, score));
}

const rowOf = ({ article, chunk, text }: Pick<Passage, 'article' | 'chunk' | 'text'>, score: number): SearchRow => ({
  doc: article,
  chunk,
  score: Math.round(score * 10_000) / 10_000,
  text,
});
