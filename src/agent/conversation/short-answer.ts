import { fold } from '../languages/pattern.ts';
import type { Words } from '../languages/language.ts';

/** What a short answer to our own question says. Longer messages are read by the router instead. */
export type ShortAnswer = 'yes' | 'no' | 'unclear';

/** A yes is said in fewer letters than this; more is a letter of its own. */
const LONGEST_YES = 200;

/**
 * The explicit yes that a write needs. It opens with a yes, every word of it only agrees or repeats what was `proposed`, and
 * nothing takes it back; after a plain "yes." further sentences may say why. Anything else is asked again: a yes that was
 * none pays money.
 */
export function readShortAnswer(text: string, { answers }: Words, proposed = ''): ShortAnswer {
  const words = text.trim().replace(/[’‘]/g, "'");
  if (words === '👍' || words === '✅') return 'yes';
  if (words === '👎' || words === '❌') return 'no';
  if (answers.no.test(words)) return 'no';
  if (!answers.yes.test(words) || words.includes('?') || words.length > LONGEST_YES) return 'unclear';
  const agreeing = new RegExp(`^(?:${answers.agrees.source})$`, 'u');
  const weak = answers.weakYes.test(words);
  // "Ok, now refund the mugs" may begin something else.
  const repeated = new Set(weak ? [] : tokensOf(proposed).map(stemOf));
  const onlyAgrees = (part: string): boolean => tokensOf(part).every((token) => agreeing.test(token) || repeated.has(stemOf(token)));
  if (onlyAgrees(words)) return 'yes';
  const [first = '', ...rest] = words.split(SENTENCE_END).filter((part) => part.trim() !== '');
  return rest.length > 0 && onlyAgrees(first) && !weak && !answers.reserves.test(words) ? 'yes' : 'unclear';
}

const SENTENCE_END = /[.!\n]+(?=\s|$)/u;
const tokensOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}']+/gu) ?? [];
/** "Refund", "refunded"; "Erstattung", "erstatten": the same word at this length. */
const STEM = 5;
const stemOf = (token: string): string => (/\d/.test(token) ? token : token.slice(0, STEM).replace(/s$/u, ''));

/** A rating from 1 to 5 out of `5`, `4/5`, `★★★★`, `four stars`; undefined when the text says something else. */
export function readRating(text: string, { answers }: Words): number | undefined {
  const words = text.trim().toLowerCase();
  if (words.length > 60) return undefined;
  const stars = (words.match(/[★⭐]/gu) ?? []).length;
  if (stars >= 1 && stars <= 5) return stars;
  const digit = answers.ratingDigit.exec(words)?.[1];
  if (digit) return Number(digit);
  const word = /^([a-z]+)(?: (?:stars?|estrellas?|etoiles?|sterne?|estrelas?|stelle|sterren))?[.! ]*$/u.exec(fold(words))?.[1];
  return word === undefined ? undefined : answers.ratings[word];
}
