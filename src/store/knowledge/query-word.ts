import type { Postings } from './postings.ts';

/** One word of a query, ready to be looked for. */
export interface QueryWord {
  readonly term: number;
  /** Its weight in the query times its inverse document frequency. */
  readonly worth: number;
  /** No chunk earns more by it. */
  readonly bound: number;
  /** The chunks that have it by rising number, each with its `measureOf`. */
  readonly postings: Postings;
  /** Its counts by chunk number, when very many chunks have it: the fastest way to look one up. */
  readonly counts: Uint16Array | undefined;
}
