/**
 * BM25 as in Robertson & Zaragoza, The Probabilistic Relevance Framework (2009), §3.5, with their usual parameters. The
 * score of a chunk is the sum over the words of a query of
 *
 *     weight of the word × inverse document frequency × saturation
 *
 * and nothing that ranks by words has a formula of its own.
 */
const K1 = 1.2;
const B = 0.75;
/** What is added to the count of a word in a chunk of no length. */
const FLAT = K1 * (1 - B);

/** How much a word tells that `having` of `chunks` chunks have. More than 0, even if all have it. */
export const inverseDocumentFrequency = (chunks: number, having: number): number => Math.log(1 + (chunks - having + 0.5) / (having + 0.5));

/** How much one word of length takes from each word of a chunk, when chunks have `meanLength` words. */
export const lengthPenalty = (meanLength: number): number => (K1 * B) / meanLength;

/** The share of a word's worth that a chunk earns: grows with the count, and falls with the chunk's length. 0 to K1 + 1. */
export const saturation = (count: number, length: number, penalty: number): number =>
  ((K1 + 1) * count) / (count + FLAT + penalty * length);
