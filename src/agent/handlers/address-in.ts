import type { Words } from '../languages/language.ts';
import { english } from '../languages/english/english.ts';

const LONGEST = 200;

/** A postal address in the customer's words, or undefined. Parcels go to the USA and Canada, so the English form counts in every language. */
export function addressIn(text: string, { address }: Words): string | undefined {
  const start = text.slice(0, 2_000);
  const found = (address.address.exec(start) ?? english.words.address.address.exec(start))?.[0];
  return found
    ?.replace(address.tail, '')
    .replace(english.words.address.tail, '')
    .replace(/[\s,.]+$/u, '')
    .trim();
}

/** The answer to "which address?": an address in it, or the whole line when it looks like one (a number and some words). */
export function addressAnswer(text: string, words: Words): string | undefined {
  const line = text.replace(/\s*\n\s*/g, ', ').trim();
  const found = addressIn(line, words);
  if (found !== undefined) return found;
  const looksLikeOne = line.length >= 10 && line.length <= LONGEST && /\d/.test(line) && /\p{L}{3,}/u.test(line) && !line.includes('?');
  return looksLikeOne ? line.replace(words.address.lead, '') : undefined;
}
