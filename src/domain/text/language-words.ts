import { QUESTION_WORDS, STOP_WORDS } from './stop-words.ts';
import { createStemCache, isStopWord, stemOf, stemsOf, wordsOf } from './words.ts';

/** How the words of one language are read where texts are compared. */
export interface LanguageWords {
  /** ISO 639-1. */
  readonly language: string;
  /** Lower-case words and numbers in order, without accents. */
  wordsOf(text: string): string[];
  isStopWord(word: string): boolean;
  /** A stop word that tells what is asked about a subject, such as `when`; none in English, which agent/knowledge reads by concepts. */
  isQuestionWord(word: string): boolean;
  /** The stem of a word that `wordsOf` gave. */
  stemOf(word: string): string;
  /** The stems that carry the meaning of a text, in order, repeated words repeated. */
  stemsOf(text: string): string[];
}

/** What a text is in that names no language. */
export const DEFAULT_LANGUAGE = 'en';

export const ENGLISH_WORDS: LanguageWords = {
  language: DEFAULT_LANGUAGE,
  wordsOf,
  isStopWord,
  isQuestionWord: () => false,
  stemOf,
  stemsOf,
};

type Stemmer = (word: string) => string;

interface Reading {
  /** Loaded when the language first occurs. */
  readonly stemmer: () => Promise<{ readonly stemmer: Stemmer }>;
  /** Little words that lean on the next one, as in `l'article`, are words of their own. */
  readonly elides?: boolean;
  /** Two spellings of one letter, made one. */
  readonly spelling?: readonly (readonly [RegExp, string])[];
  /** Endings that the stemmer knows only with the accent that `wordsOf` has taken away, and many customers never type. */
  readonly accented?: readonly (readonly [RegExp, string])[];
}

const READINGS: Readonly<Record<string, Reading>> = {
  es: { stemmer: () => import('@orama/stemmers/spanish'), accented: [[/cion$/, 'ción']] },
  fr: { stemmer: () => import('@orama/stemmers/french'), elides: true, accented: [[/ee(s?)$/, 'ée$1']] },
  de: {
    stemmer: () => import('@orama/stemmers/german'),
    spelling: [
      [/ß/g, 'ss'],
      [/ae/g, 'a'],
      [/oe/g, 'o'],
      [/(?<!q)ue/g, 'u'],
    ],
  },
  pt: {
    stemmer: () => import('@orama/stemmers/portuguese'),
    accented: [
      [/cao$/, 'ção'],
      [/coes$/, 'ções'],
    ],
  },
  it: { stemmer: () => import('@orama/stemmers/italian'), elides: true },
  nl: { stemmer: () => import('@orama/stemmers/dutch') },
};

const loaded = new Map<string, Promise<LanguageWords>>([[DEFAULT_LANGUAGE, Promise.resolve(ENGLISH_WORDS)]]);

/**
 * How a language is read: Snowball stems and stop words for those in `READINGS`, whole words without accents for any
 * other. Each is loaded once.
 */
export function loadLanguageWords(language: string): Promise<LanguageWords> {
  const known = loaded.get(language) ?? read(language);
  loaded.set(language, known);
  return known;
}

async function read(language: string): Promise<LanguageWords> {
  const reading = READINGS[language];
  if (!reading) return languageWords(language, wordsOf, (word) => word);
  const { stemmer } = await reading.stemmer();
  const split = reading.elides ? (text: string) => wordsOf(text.replace(/['’]/g, ' ')) : wordsOf;
  return languageWords(
    language,
    (text) => split(text).map((word) => rewrite(word, reading.spelling)),
    (word) => wordsOf(stemmer(rewrite(word, reading.accented)))[0] ?? word,
  );
}

function languageWords(language: string, words: (text: string) => string[], stem: Stemmer): LanguageWords {
  const stopWords = STOP_WORDS[language] ?? new Set();
  const stems = createStemCache(stem);
  return {
    language,
    wordsOf: words,
    isStopWord: (word) => stopWords.has(word),
    isQuestionWord: (word) => QUESTION_WORDS[language]?.has(word) ?? false,
    stemOf: stems,
    stemsOf: (text) => words(text).flatMap((word) => (stopWords.has(word) ? [] : [stems(word)])),
  };
}

const rewrite = (word: string, changes: Reading['accented'] = []): string =>
  changes.reduce((text, [pattern, instead]) => text.replace(pattern, instead), word);
