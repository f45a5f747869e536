import { fold } from '../languages/pattern.ts';
import type { Words } from '../languages/language.ts';

/** What a short answer to our own question says. Longer messages are read by the router instead. */
export type ShortAnswer = 'yes' | 'no' | 'unclear';

const MOST_WORDS_AFTER_OK = 4;
/** A yes is said in fewer letters than this; more is a letter of its own. */
const LONGEST_YES = 200;

/** What a yes may repeat. */
export interface Asked {
  /** What was proposed, in our words. */
  readonly proposed: string;
  /** Of the customer and of the agent: "Hi Robin, yes. Mia". */
  readonly names: readonly string[];
}

/**
 * The explicit yes that a write needs. It opens with a yes, every word of it only agrees or repeats what was `proposed`, and
 * nothing takes it back; after a plain "yes." further sentences may say why. Anything else is asked again: a yes that was
 * none pays money.
 */
export function readShortAnswer(text: string, { answers, letters }: Words, asked: Asked = NOTHING_ASKED): ShortAnswer {
  const words = text.replace(letters.opening, '').replace(letters.closing, '').trim().replace(/[’‘]/g, "'");
  if (words === '👍' || words === '✅') return 'yes';
  if (words === '👎' || words === '❌') return 'no';
  if (answers.no.test(words)) return 'no';
  if (words.includes('?') || words.length > LONGEST_YES) return 'unclear';
  const nameless = withoutNames(words, asked.names, answers);
  return answers.yes.test(nameless) && onlyAgrees(nameless, answers, asked.proposed) ? 'yes' : 'unclear';
}

const agreeingWord = ({ agrees }: Words['answers']): RegExp => new RegExp(`^(?:${agrees.source})$`, 'u');

function onlyAgrees(words: string, answers: Words['answers'], proposed: string): boolean {
  const weak = answers.weakYes.test(words);
  // "Ok refund it" agrees; "ok, now please refund the mugs LF-10002" may begin something else.
  const mayRepeat = !weak || tokensOf(words).length <= MOST_WORDS_AFTER_OK;
  const repeated = new Set(mayRepeat ? tokensOf(proposed).map(stemOf) : []);
  const agreeing = agreeingWord(answers);
  const agrees = (part: string): boolean => tokensOf(part).every((token) => agreeing.test(token) || repeated.has(stemOf(token)));
  if (agrees(words)) return true;
  const [first = '', ...rest] = words.split(SENTENCE_END).filter((part) => part.trim() !== '');
  return rest.length > 0 && agrees(first) && !weak && !answers.reserves.test(words);
}

/** A name that says yes by itself is somebody's joke, and takes no yes away. */
function withoutNames(words: string, names: readonly string[], answers: Words['answers']): string {
  const agreeing = agreeingWord(answers);
  const parts = new Set(names.flatMap(tokensOf).filter((name) => name.length >= SHORTEST_NAME && !agreeing.test(name)));
  return words.replace(/[\p{L}\p{M}']+/gu, (word) => (parts.has(fold(word)) ? '' : word)).trim();
}
/** A shorter one may be a word that decides. */
const SHORTEST_NAME = 3;
const NOTHING_ASKED: Asked = { proposed: '', names: [] };

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
