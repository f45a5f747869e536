/** Counts and lengths beyond this are taken for it: BM25 cannot tell them apart. */
export const MOST = 65_535;

/**
 * The count of a word in a chunk and the length of the chunk as one number, so that a list of chunks can be scored
 * without looking up any of them: memory is slower than arithmetic. Both are whole and 0 to `MOST`.
 */
export const measureOf = (count: number, length: number): number => (count << 16) | length;
export const countIn = (measure: number): number => measure >>> 16;
export const lengthIn = (measure: number): number => measure & MOST;
