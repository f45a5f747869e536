import { Pinecone, type Index } from '@pinecone-database/pinecone';
import { AppError } from '../../../domain/error.ts';
import { isNotFound, toAppError } from './pinecone-errors.ts';
import { TEXT_FIELD, type PineconeRecord } from './record.ts';

export interface PineconeAccess {
  readonly apiKey: string;
  /** Of the index, with scheme; undefined: looked up by name, and made if there is none. */
  readonly indexHost: string | undefined;
  /** Another control plane than Pinecone's own. */
  readonly controlUrl: string | undefined;
}

export interface PineconeSettings {
  readonly index: string;
  readonly namespace: string;
  /** Embeds the texts, at Pinecone's. */
  readonly model: string;
  readonly cloud: string;
  readonly region: string;
  /** Hosted model that puts the hits in a new order; undefined: the order of the embedding. */
  readonly rerank?: string | undefined;
  /** Hits below are none, 0–1; what a number means depends on the model. */
  readonly minScore: number;
}

export interface PineconeHit {
  readonly id: string;
  readonly score: number;
}

/** The records of one namespace of one index. Everything rejects with `AppError`; what is written shows up later. */
export interface PineconeNamespace {
  ids(): Promise<readonly string[]>;
  upsert(records: readonly PineconeRecord[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  search(text: string, filter: Readonly<Record<string, unknown>>, limit: number): Promise<readonly PineconeHit[]>;
  /** How many records Pinecone counts in the namespace. */
  count(): Promise<number>;
}

/** A customer waits: our own index answers instead of a slow one. */
const SEARCH_TIMEOUT_MS = 2_000;
const WRITE_TIMEOUT_MS = 30_000;
/** A text of an embedding request, and ids of a deletion (docs.pinecone.io, "Limits"). */
const RECORDS_PER_UPSERT = 96;
const IDS_PER_DELETE = 1_000;
/** A reranker reads no more documents than that at once (bge-reranker-v2-m3). */
const RERANKED_AT_ONCE = 100;

export function openPineconeNamespace(access: PineconeAccess, settings: PineconeSettings): PineconeNamespace {
  // Writing may take its time and try again by itself; reading has a substitute, and does not.
  const reading = openClient(access, SEARCH_TIMEOUT_MS, 0);
  const writing = openClient(access, WRITE_TIMEOUT_MS, 3);
  let host: Promise<string> | undefined = access.indexHost === undefined ? undefined : Promise.resolve(withScheme(access.indexHost));
  const on = async (client: Pinecone): Promise<Index> => {
    host ??= findOrCreate(writing, settings).catch((error: unknown) => {
      host = undefined;
      throw error;
    });
    return client.index({ host: await host, namespace: settings.namespace });
  };
  const asOurs = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      throw toAppError(error);
    }
  };

  return {
    ids: () =>
      asOurs(async () => {
        const index = await on(writing);
        const ids: string[] = [];
        let paginationToken: string | undefined;
        do {
          const page = await index.listPaginated({ limit: 100, ...(paginationToken && { paginationToken }) });
          ids.push(...(page.vectors ?? []).flatMap(({ id }) => id ?? []));
          paginationToken = page.pagination?.next;
        } while (paginationToken);
        return ids;
      }),
    upsert: (records) =>
      asOurs(async () => {
        const index = await on(writing);
        for (const batch of inBatches(records, RECORDS_PER_UPSERT)) {
          await index.upsertRecords({ records: batch.map((record) => ({ ...record })) });
        }
      }),
    remove: (ids) =>
      asOurs(async () => {
        const index = await on(writing);
        for (const batch of inBatches(ids, IDS_PER_DELETE)) await index.deleteMany({ ids: [...batch] });
      }),
    search: (text, filter, limit) =>
      asOurs(async () => {
        const index = await on(reading);
        const { rerank } = settings;
        const topK = rerank === undefined ? limit : Math.min(limit, RERANKED_AT_ONCE);
        const { result } = await index.searchRecords({
          query: { topK, inputs: { text }, filter },
          fields: [rerank === undefined ? 'category' : TEXT_FIELD],
          ...(rerank !== undefined && { rerank: { model: rerank, rankFields: [TEXT_FIELD], topN: topK } }),
        });
        return result.hits.flatMap((hit) => (hit._score >= settings.minScore ? [{ id: hit._id, score: hit._score }] : []));
      }),
    count: () =>
      asOurs(async () => {
        const stats = await (await on(reading)).describeIndexStats();
        return stats.namespaces?.[settings.namespace]?.recordCount ?? 0;
      }),
  };
}

function openClient({ apiKey, controlUrl }: PineconeAccess, timeoutMs: number, maxRetries: number): Pinecone {
  return new Pinecone({
    apiKey,
    maxRetries,
    ...(controlUrl !== undefined && { controllerHostUrl: controlUrl.replace(/\/+$/, '') }),
    fetchApi: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) }),
  });
}

/** The index by its name; a first start makes it, with the embedding model of the settings. */
async function findOrCreate(client: Pinecone, { index: name, model, cloud, region }: PineconeSettings): Promise<string> {
  const found = await client.indexes.describe(name).catch((error: unknown) => {
    if (isNotFound(error)) return undefined;
    throw error;
  });
  const index =
    found ??
    (await client.indexes.createForModel({ name, cloud, region, embed: { model, fieldMap: { text: TEXT_FIELD } }, waitUntilReady: true }));
  if (index?.host === undefined) {
    throw new AppError('knowledge_unavailable', `Pinecone names no host for the index ${name}`, {
      retryable: true,
      hint: 'Look at the index in the Pinecone console, or set PINECONE_INDEX_HOST.',
    });
  }
  return withScheme(index.host);
}

const withScheme = (host: string): string => (/^https?:\/\//i.test(host) ? host : `https://${host}`).replace(/\/+$/, '');

function inBatches<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
