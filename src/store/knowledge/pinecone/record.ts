import { createHash } from 'node:crypto';
import { DEFAULT_LANGUAGE } from '../../../domain/text/language-words.ts';
import type { StoredChunk } from '../chunk-table.ts';
import type { KnowledgeFilter } from '../knowledge-index.ts';

/** The field that the index embeds (its `field_map`), and that a reranker reads. */
export const TEXT_FIELD = 'chunk_text';
const ALWAYS = 0;
/** Stands for "never expires", as `ALWAYS` for "valid from the beginning": numbers can be compared in a filter, missing ones cannot. */
const NEVER = 253_402_300_799;

/** A chunk as Pinecone keeps it. Metadata is what filters need; what is shown to a customer comes from our own table. */
export interface PineconeRecord {
  readonly _id: string;
  readonly [TEXT_FIELD]: string;
  readonly category: string;
  readonly audience: 'public' | 'internal';
  readonly language: string;
  /** Seconds since 1970. */
  readonly valid_from: number;
  readonly valid_until: number;
}

/**
 * The name of one version of a chunk. It holds a hash of every field, so that a hit for words that have changed since
 * has a name that our table does not know. `record` counts the changes of what a record holds. ASCII and < 60 characters (Pinecone allows 512).
 */
export function recordId(chunk: StoredChunk): string {
  return `${hashOf(chunk.article)}-${chunk.chunk}-${hashOf(JSON.stringify({ record: 2, ...chunk }))}`;
}

export function recordOf(id: string, chunk: StoredChunk): PineconeRecord {
  const { title, heading, text, asked = [], category, audience, language = DEFAULT_LANGUAGE, validFrom, validUntil } = chunk;
  return {
    _id: id,
    [TEXT_FIELD]: [title, heading, ...asked, text].filter((part) => part !== '').join('\n'),
    category,
    audience,
    language,
    valid_from: validFrom ? Math.ceil(validFrom.getTime() / 1000) : ALWAYS,
    valid_until: validUntil ? Math.floor(validUntil.getTime() / 1000) : NEVER,
  };
}

/** Pinecone's filter language (docs.pinecone.io, "Filter by metadata"). */
export function filterFor({
  categories,
  audience,
  validAt,
  language = DEFAULT_LANGUAGE,
}: KnowledgeFilter): Readonly<Record<string, unknown>> {
  return {
    ...(categories && { category: { $in: [...new Set(categories)] } }),
    ...(audience === 'public' && { audience: { $eq: 'public' } }),
    language: { $eq: language },
    valid_from: { $lte: Math.floor(validAt.getTime() / 1000) },
    valid_until: { $gte: Math.floor(validAt.getTime() / 1000) },
  };
}

/** The same filter over our own table, which is never late. */
export function passes(
  { category, audience, validFrom, validUntil, language = DEFAULT_LANGUAGE }: StoredChunk,
  filter: KnowledgeFilter,
): boolean {
  return (
    (filter.categories === undefined || filter.categories.includes(category)) &&
    language === (filter.language ?? DEFAULT_LANGUAGE) &&
    (filter.audience === 'internal' || audience === 'public') &&
    (validFrom === undefined || validFrom <= filter.validAt) &&
    (validUntil === undefined || validUntil >= filter.validAt)
  );
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 20);
