import type { Passage } from '../../domain/classification.ts';
import type { KnowledgeFilter, KnowledgeIndex } from '../../store/knowledge/knowledge-index.ts';
import type { ResolvedMemory } from './resolved-memory.ts';

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

/** Reciprocal rank fusion of the articles' own ranking with that of the memory. */
const RRF_K = 60;
/** Chunks looked at to find so many different articles. */
const CHUNKS_PER_DOC = 12;

/** Searches without a floor, for scripts and for judging the index: rows best first, scores falling. */
export async function searchArticles(
  index: Pick<KnowledgeIndex, 'search'>,
  memory: ResolvedMemory | undefined,
  request: SearchRequest,
): Promise<readonly SearchRow[]> {
  const { id, query, filter, by, limit } = request;
  const depth = by === 'doc' || memory ? Math.max(100, limit * CHUNKS_PER_DOC) : limit;
  const passages = await index.search(query, filter, depth);
  const recalled = memory?.recall(query, id);
  const best = byArticle(passages);
  const weight = recalled?.weight ?? 0;
  if (weight === 0) return (by === 'doc' ? [...best.values()] : passages).slice(0, limit).map((passage) => rowOf(passage, passage.score));

  const scores = new Map<string, number>();
  [...best.keys()].forEach((doc, rank) => scores.set(doc, 1 / (RRF_K + 1 + rank)));
  (recalled?.docs ?? []).forEach((doc, rank) => scores.set(doc, (scores.get(doc) ?? 0) + weight / (RRF_K + 1 + rank)));
  const highest = (1 + weight) / (RRF_K + 1);
  const rows: SearchRow[] = [];
  for (const [doc, score] of [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))) {
    const chunks = passages.filter(({ article }) => article === doc);
    const found = by === 'doc' ? chunks.slice(0, 1) : chunks;
    // An article that only the memory knows is shown by its place in the index, if it has one there.
    rows.push(
      ...(found.length === 0
        ? [{ doc, chunk: 0, score: score / highest, text: '' }]
        : found.map((passage) => rowOf(passage, score / highest))),
    );
    if (rows.length >= limit) break;
  }
  return rows.slice(0, limit);
}

function byArticle(passages: readonly Passage[]): ReadonlyMap<string, Passage> {
  const best = new Map<string, Passage>();
  for (const passage of passages) if (!best.has(passage.article)) best.set(passage.article, passage);
  return best;
}

const rowOf = ({ article, chunk, text }: Passage, score: number): SearchRow => ({
  doc: article,
  chunk,
  score: Math.round(score * 10_000) / 10_000,
  text,
});
