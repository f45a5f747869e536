import { indexProductNames, type ProductNames } from './product-names.ts';

/** The names of the shop's products as they were at most this long ago. */
const FRESH_MS = 10 * 60_000;

/** The products of a shop that says how they are called, read again after ten minutes; without `read` there are none. */
export function openCatalogue(read: (() => Promise<readonly string[]>) | undefined, now: () => Date): () => Promise<ProductNames> {
  let reading = Promise.resolve(indexProductNames([]));
  let readAt = -Infinity;
  return () => {
    if (read !== undefined && now().getTime() - readAt >= FRESH_MS) {
      readAt = now().getTime();
      const before = reading;
      // A shop that does not answer costs the name of a product, and not the reply; the old names serve until the next reading.
      reading = read().then(indexProductNames, () => before);
    }
    return reading;
  };
}
