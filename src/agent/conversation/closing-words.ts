import type { Words } from '../languages/language.ts';

const MOST_WORDS = 16;

/** Thanks or "all good" and nothing else: the end of a conversation, not a new request. */
export function isClosingWord(text: string, { closing }: Words): boolean {
  const words = text.trim().replace(/[’‘]/g, "'");
  if (words === '' || words.split(/\s+/).length > MOST_WORDS || closing.takesBack.test(words) || closing.wantsMore.test(words))
    return false;
  return closing.thanks.test(words) || closing.allWell.test(words);
}

/** A bare "no, that did not help" to our own question. */
export const saysNotHelped = (text: string, words: Words): boolean =>
  words.closing.notHelped.test(text.trim().replace(/[’‘]/g, "'")) && !isClosingWord(text, words);
