import type { Passage } from '../../../domain/classification.ts';
import type { Now, Schedule } from '../../../domain/ports.ts';
import type { StoredChunk } from '../chunk-table.ts';
import type { KnowledgeIndex } from '../knowledge-index.ts';
import type { PineconeNamespace } from './pinecone-namespace.ts';
import { filterFor, passes, recordId, recordOf } from './record.ts';
import { fuseRanks } from '../fuse-ranks.ts';

export interface PineconeIndex extends KnowledgeIndex {
  /** Resolves when everything written so far has been sent, and rejects when a try to send it failed. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface PineconeIndexOptions {
  readonly namespace: PineconeNamespace;
  /** Holds every chunk, finds words, and answers alone while Pinecone does not. */
  readonly local: KnowledgeIndex;
  /** What `local` holds already. */
  readonly held?: readonly StoredChunk[];
  readonly now: Now;
  readonly schedule: Schedule;
  /** Hears when Pinecone stops answering, with the error, and when it answers again. */
  readonly onHealth: (error: unknown) => void;
}

/** Hits of deleted or changed chunks take places until Pinecone has forgotten them. */
const SPARE_HITS = 20;
/** After a failure the next question is answered without it. */
const REST_MS = 5_000;
/** What lies there is looked up again so often: another process may have written, and listings lag behind. */
const LIST_AGAIN_MS = 3_600_000;

/**
 * Dense search by Pinecone beside the in-process index. Our own table decides: it is filled at once, a hit that it does
 * not hold is dropped, so a deleted or changed article is never quoted however late Pinecone forgets it, and a new one is
 * found by its words before Pinecone shows it. Writing goes on in the background: what lies in the namespace is listed
 * and brought in line, so a write that was lost is made up for by the next one.
 */
export function createPineconeIndex({ namespace, local, held = [], now, schedule, onHealth }: PineconeIndexOptions): PineconeIndex {
  /** Record id → the chunk as it is now. */
  const table = new Map<string, StoredChunk>();
  const idsOf = new Map<string, readonly string[]>();
  /** Record ids in the namespace, as far as we know; undefined: not listed yet. */
  let there: Set<string> | undefined;
  let listedAt = 0;
  let restsUntil = 0;
  let isDown = false;
  let sending: Promise<void> | undefined;
  let isClosed = false;
  let cancelTimer: (() => void) | undefined;

  const heard = (error?: unknown): void => {
    restsUntil = error === undefined ? 0 : now().getTime() + REST_MS;
    if (isDown !== (error !== undefined)) onHealth(error);
    isDown = error !== undefined;
  };
  const forget = (article: string): void => {
    for (const id of idsOf.get(article) ?? []) table.delete(id);
    idsOf.delete(article);
  };
  const keep = (chunks: readonly StoredChunk[]): void => {
    for (const article of new Set(chunks.map((chunk) => chunk.article))) forget(article);
    for (const chunk of chunks) {
      const id = recordId(chunk);
      table.set(id, chunk);
      idsOf.set(chunk.article, [...(idsOf.get(chunk.article) ?? []), id]);
    }
  };

  /** Brings the namespace in line with the table, again until nothing has changed meanwhile. */
  async function send(): Promise<void> {
    if (there === undefined || now().getTime() - listedAt > LIST_AGAIN_MS) {
      there = new Set(await namespace.ids());
      listedAt = now().getTime();
    }
    for (;;) {
      const known = there;
      const missing = [...table].filter(([id]) => !known.has(id));
      const surplus = [...known].filter((id) => !table.has(id));
      if (isClosed || missing.length + surplus.length === 0) return;
      if (surplus.length > 0) await namespace.remove(surplus);
      for (const id of surplus) known.delete(id);
      if (missing.length > 0) await namespace.upsert(missing.map(([id, chunk]) => recordOf(id, chunk)));
      for (const [id] of missing) known.add(id);
    }
  }
  async function tryToSend(): Promise<void> {
    try {
      await send();
      heard();
      later(LIST_AGAIN_MS);
    } catch (error) {
      // A batch may have arrived although its answer did not.
      there = undefined;
      heard(error);
      later(REST_MS);
      throw error;
    } finally {
      sending = undefined;
    }
  }
  /** One sender at a time; a failed one comes back after a rest. */
  function settle(): Promise<void> {
    cancelTimer?.();
    cancelTimer = undefined;
    sending ??= tryToSend();
    return sending;
  }
  function later(delayMs: number): void {
    if (!isClosed) cancelTimer = schedule(delayMs, sendInBackground);
  }
  function sendInBackground(): void {
    // The failure was told by `heard`, and a later try is scheduled.
    if (!isClosed) settle().catch(() => undefined);
  }

  if (held.length > 0) {
    keep(held);
    sendInBackground();
  }

  async function findDense(
    query: string,
    ...[filter, limit]: [Parameters<KnowledgeIndex['search']>[1], number]
  ): Promise<readonly string[]> {
    if (now().getTime() < restsUntil || query.trim() === '') return [];
    try {
      const hits = await namespace.search(query, filterFor(filter), limit + SPARE_HITS);
      heard();
      return hits.flatMap(({ id }) => {
        const chunk = table.get(id);
        return chunk && passes(chunk, filter) ? [id] : [];
      });
    } catch (error) {
      heard(error);
      return [];
    }
  }

  return {
    async upsert(chunks) {
      await local.upsert(chunks);
      keep(chunks);
      sendInBackground();
    },
    async remove(articles) {
      for (const article of articles) forget(article);
      await local.remove(articles);
      sendInBackground();
    },
    async search(query, filter, limit) {
      const [dense, worded] = await Promise.all([findDense(query, filter, limit), local.search(query, filter, limit)]);
      if (dense.length === 0) return worded;
      return fuse([dense.flatMap((id) => table.get(id) ?? []), worded], limit);
    },
    countWith: (word, filter, limit) => local.countWith(word, filter, limit),
    size: (language) => local.size(language),
    settled: async () => {
      // A round that is under way may have read the table before the last change.
      await sending?.catch(() => undefined);
      await settle();
    },
    async close() {
      isClosed = true;
      cancelTimer?.();
      await sending?.catch(() => undefined);
    },
  };
}

/** Fuses rankings by place; scores are 0–1, and equal ones stand in the order of article and chunk. */
function fuse(rankings: readonly (readonly StoredChunk[])[], limit: number): readonly Passage[] {
  const keyOf = ({ article, chunk }: StoredChunk): string => `${article}#${chunk}`;
  const scores = fuseRanks(rankings.map((ranking) => ranking.map(keyOf)));
  return [...new Map(rankings.flat().map((chunk) => [keyOf(chunk), { ...chunk, score: scores.get(keyOf(chunk)) ?? 0 }])).values()]
    .sort((a, b) => b.score - a.score || (a.article < b.article ? -1 : a.article > b.article ? 1 : a.chunk - b.chunk))
    .slice(0, limit);
}
