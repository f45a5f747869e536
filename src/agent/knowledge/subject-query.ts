import { stemOf, wordsOf } from '../../domain/text/words.ts';

/** Words of any conversation: who speaks, how, and what is exchanged to prove who one is. */
const CONVERSATION: ReadonlySet<string> = new Set(
  (
    'customer agent representative ask tell say said want need provide information name email phone number address date birth know respond response conversation call help ' +
    'please thank thanks feel give let make take go see look talk speak mention offer agree accept happy sure hi hello okay yes try like start begin behave behavior character ' +
    'situation goal role play act natural naturally real person year old live city work job confirm verify verification step case instruction question answer first next end ' +
    'anyone anything something thing'
  )
    .split(' ')
    .map(stemOf),
);
/** From so many words on a text tells a whole case, where such words are said often and mean little. */
const LONG = 60;

/** A whole case, such as a letter or a conversation, in contrast to a question. */
export const isReport = (text: string): boolean => wordsOf(text).length >= LONG;

/** What any other word counts, in a search that counts a repeated word as often as it is said; the list above counts 1. */
const SUBJECT = 3;

/**
 * What to search for: the text itself when it is short, and a long text with the words that tell its subject three times.
 * In a short question "email" or "phone" may be the very subject, so nothing is weakened there.
 */
export function subjectQuery(text: string): string {
  if (!isReport(text)) return text;
  return wordsOf(text)
    .flatMap((word) => (CONVERSATION.has(stemOf(word)) ? [word] : Array.from({ length: SUBJECT }, () => word)))
    .join(' ');
}
