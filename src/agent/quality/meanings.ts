import { IRREGULAR_FORMS, PHRASES, WORD_GROUPS } from './word-groups.ts';
import { isStopWord, stemOf, wordsOf } from '../../domain/text/words.ts';

/** Each stem of a row with the stem that stands for the row. */
const toFirst = (rows: readonly string[]): readonly [stem: string, first: string][] =>
  rows.flatMap((row) => {
    const [first = '', ...others] = row.split(' ').map(stemOf);
    return [first, ...others].map((stem): [string, string] => [stem, first]);
  });

const GROUP_OF: ReadonlyMap<string, string> = new Map(toFirst(WORD_GROUPS));
/** A verb's irregular forms go where the verb goes. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  ...toFirst(IRREGULAR_FORMS).map(([form, verb]): [string, string] => [form, GROUP_OF.get(verb) ?? verb]),
  ...GROUP_OF,
]);

/** Deny or count and name nothing; what they do is read from the sentence (polarity.ts, claims.ts). */
const EMPTY: ReadonlySet<string> = new Set(
  (
    'may might shall allow permit welcome during between among through toward towards per via upon while whether although though despite besides along across around against onto others another whose whom someone too very quite rather almost ' +
    'everyone everybody everything every all always whenever one nobody nothing none never without neither cannot anything something sure please also either even still already exactly simply twice unless except within since away own later arent isnt wasnt dont doesnt didnt cant couldnt wont wouldnt hasnt havent shouldnt neednt youll youre youve weve im ive well were theyre theres its thats'
  )
    .split(' ')
    .map(stemOf),
);

/** The stems of a text in order, words that mean the same under one name. */
export function meaningsOf(text: string): string[] {
  return wordsOf(PHRASES.reduce((rest, [said, meant]) => rest.replace(said, ` ${meant} `), text)).flatMap((word) => {
    if (isStopWord(word)) return [];
    const stem = stemOf(word);
    return EMPTY.has(stem) ? [] : [MEANINGS.get(stem) ?? stem];
  });
}

/** Stand in sentences about anything: neither their presence nor their absence tells which rule is meant. */
const GENERIC: ReadonlySet<string> = new Set(
  (
    'get give take make use have need must come go put let want possible able would like please also then still usually about way thing case time part day days hour week month year ' +
    'working calendar one two three begin end available work know tell say look find see everyone person valid made sure let arrive arrival reach soon right various morning afternoon bring want happen mean help try wish think whole simply anyone amount yet many much few afraid sorry unfortunately sadly luckily fortunately basically'
  )
    .split(' ')
    .map((word) => MEANINGS.get(stemOf(word)) ?? stemOf(word)),
);

/** Whether a stem tells what a sentence is about. */
export const isTelling = (stem: string): boolean => !GENERIC.has(stem) && !/^\d/.test(stem) && stem.length > 1;
