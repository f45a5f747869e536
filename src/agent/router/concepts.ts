import { stem } from '../../domain/text/stem.ts';
import { ENGLISH_CONCEPTS } from './english-concepts.ts';

/** One text for each language that has one; a concept is the position of its line over all of them. */
const LEXICONS: readonly string[] = [ENGLISH_CONCEPTS];
const LONGEST_PHRASE = 3;

const conceptsByPhrase = readLexicons();
/** First words of all phrases: most words of a text open none. */
const opening = new Set([...conceptsByPhrase.keys()].map((phrase) => phrase.split(' ', 1)[0] ?? ''));

/** What the words are about, beyond how they are spelled: "where is my parcel" and "track the package" share most of it. */
export function conceptsOf(words: readonly string[]): number[] {
  const stems = words.map(stem);
  const found = new Set<number>();
  stems.forEach((word, from) => {
    if (!opening.has(word)) return;
    for (let length = 1; length <= LONGEST_PHRASE && from + length <= stems.length; length++) {
      const phrase = length === 1 ? word : stems.slice(from, from + length).join(' ');
      for (const concept of conceptsByPhrase.get(phrase) ?? []) found.add(concept);
    }
  });
  return [...found];
}

function readLexicons(): ReadonlyMap<string, readonly number[]> {
  const concepts = new Map<string, number[]>();
  const lines = LEXICONS.flatMap((lexicon) => lexicon.trim().split('\n'));
  lines.forEach((line, concept) => {
    for (const phrase of new Set(line.split(' ').map((words) => words.split('_').map(stem).join(' ')))) {
      concepts.set(phrase, [...(concepts.get(phrase) ?? []), concept]);
    }
  });
  return concepts;
}
