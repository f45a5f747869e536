import { fold } from '../languages/pattern.ts';
import type { Words } from '../languages/language.ts';

/** What a short answer to our own question says. Longer messages are read by the router instead. */
export type ShortAnswer = 'yes' | 'no' | 'unclear';

const MOST_WORDS_AFTER_OK = 4;

/** The explicit yes that a write needs: it opens with a yes and takes nothing of it back. A question is no answer. */
export function readShortAnswer(text: string, { answers }: Words): ShortAnswer {
  const words = text.trim().replace(/[’‘]/g, "'");
  if (words === '👍' || words === '✅') return 'yes';
  if (words === '👎' || words === '❌') return 'no';
  if (answers.no.test(words)) return 'no';
  if (!answers.yes.test(words) || answers.reserves.test(words) || words.includes('?') || words.length > 200) return 'unclear';
  // "ok" alone agrees; "ok, now refund the mugs" goes on to something else.
  return answers.weakYes.test(words) && words.split(/\s+/).length > MOST_WORDS_AFTER_OK ? 'unclear' : 'yes';
}

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
