import type { Passage } from '../../domain/classification.ts';

export interface KnowledgeFilter {
  /** Absent: all categories. */
  readonly categories?: readonly string[];
  /** `public` never returns an internal article; `internal` returns both. */
  readonly audience: 'public' | 'internal';
  /** Articles that have expired by then, or are not valid yet, are left out. */
  readonly validAt: Date;
  /** ISO 639-1; only articles in this language are searched. Absent: English. */
  readonly language?: string;
}

/** A search index over chunks of articles. Every implementation passes test/contracts/knowledge-index.ts. */
export interface KnowledgeIndex {
  /** Replaces all chunks of every article that occurs in `chunks`. */
  upsert(chunks: readonly Omit<Passage, 'score'>[]): Promise<void>;
  remove(articles: readonly string[]): Promise<void>;
  /** Best first; scores fall, are 0–1 and comparable within one call. */
  search(query: string, filter: KnowledgeFilter, limit: number): Promise<readonly Passage[]>;
  /** How many passages have the word, in any of its forms, counted up to `limit`: tells a rare word from a common one. */
  countWith(word: string, filter: KnowledgeFilter, limit: number): Promise<number>;
  /** Of one language, or of all. */
  size(language?: string): { readonly articles: number; readonly chunks: number };
}
