import { DEFAULT_LANGUAGE, loadLanguageWords, type LanguageWords } from '../../domain/text/language-words.ts';
import { canonical } from './concepts.ts';
import { ENGLISH_GROUPS } from './english-groups.ts';
import { FILLER, WEAK } from './english-small-words.ts';
import { createWordGroups } from './word-groups.ts';

/** One telling word of a text. */
export interface Unit {
  readonly stem: string;
  /** How much it tells what is asked, 0–1. */
  readonly weight: number;
  /** What else it stands for; empty in a language of which no groups are known. */
  readonly groups: readonly string[];
}

/** A text as it is compared: what it may be found by, and its telling words in order. */
export interface Reading {
  /** Stems, and groups with a mark in front, each once. */
  readonly signs: ReadonlySet<string>;
  readonly units: readonly Unit[];
  /** Runs of three to five letters, which survive slips of the keyboard and join what compounds part: a number each, rising. */
  readonly letters: Uint32Array;
}

/** How texts of one language are read where a question is compared with articles. */
export interface Reader {
  read(text: string): Reading;
  /** Up to `most` words of each group that a text stands for, to search for beside its own. */
  related(reading: Reading, most: number): string;
}

/** What one language knows beyond stems and stop words. */
interface LanguageTables {
  /** One word for what is written in many ways. */
  readonly canonical: (text: string) => string;
  readonly groups: Readonly<Record<string, string>>;
  /** Words that tell what is asked about a subject, although they are stop words. */
  readonly questionWords: ReadonlySet<string>;
  /** Words that tell little or nothing, by weight. */
  readonly small: readonly (readonly [weight: number, words: string])[];
}

/** What a word counts that stands in questions about anything. */
const LITTLE = 0.3;

const TABLES: Readonly<Record<string, LanguageTables>> = {
  en: {
    canonical,
    groups: ENGLISH_GROUPS,
    questionWords: new Set(['how', 'when', 'why', 'where', 'who', 'not', 'no', 'never', 'much', 'many', 'long']),
    small: [
      [LITTLE, WEAK],
      [0, FILLER],
    ],
  },
};
const NO_TABLES: LanguageTables = { canonical: (text) => text, groups: {}, questionWords: new Set(), small: [] };

const readers = new Map<string, Promise<Reader>>();

/** The reader of a language (ISO 639-1), made once. */
export function readerOf(language = DEFAULT_LANGUAGE): Promise<Reader> {
  const known = readers.get(language) ?? loadLanguageWords(language).then(createReader);
  readers.set(language, known);
  return known;
}

function createReader(words: LanguageWords): Reader {
  const tables = TABLES[words.language] ?? NO_TABLES;
  const wordGroups = createWordGroups(tables.groups, words);
  const tells = (word: string): boolean => !words.isStopWord(word) || words.isQuestionWord(word) || tables.questionWords.has(word);
  const weights = new Map(
    tables.small.flatMap(([weight, said]) => words.wordsOf(said).map((word) => [words.stemOf(word), weight] as const)),
  );
  const weightOf = (stem: string): number => weights.get(stem) ?? 1;
  return {
    read(text) {
      const plain = words.wordsOf(text);
      const found = wordGroups.find(plain.map((word) => words.stemOf(word)));
      const units = plain.flatMap((word, at) => {
        const stem = words.stemOf(word);
        const groups = found[at] ?? [];
        return tells(word) ? [{ stem, weight: groups.length > 0 ? Math.max(LITTLE, weightOf(stem)) : weightOf(stem), groups }] : [];
      });
      const named = words
        .wordsOf(tables.canonical(text))
        .filter(tells)
        .map((word) => words.stemOf(word))
        .filter((stem) => weightOf(stem) > 0);
      return {
        signs: new Set([...named, ...found.flat().map((group) => `#${group}`)]),
        units,
        letters: lettersOf(plain.filter((word) => !words.isStopWord(word))),
      };
    },
    related: ({ units }, most) =>
      [...new Set(units.flatMap((unit) => unit.groups))].flatMap((group) => wordGroups.wordsOf(group).slice(0, most)).join(' '),
  };
}

const SHORTEST = 3;
const LONGEST = 5;

function lettersOf(words: readonly string[]): Uint32Array {
  const found = new Set<number>();
  for (const word of words) {
    const bounded = `^${word}$`;
    for (let from = 0; from + SHORTEST <= bounded.length; from++) {
      let run = FNV_OFFSET;
      for (let at = from; at < Math.min(bounded.length, from + LONGEST); at++) {
        run = Math.imul(run ^ bounded.charCodeAt(at), FNV_PRIME) >>> 0;
        if (at - from + 1 >= SHORTEST) found.add(run);
      }
    }
  }
  return Uint32Array.from(found).sort();
}

/** Fowler–Noll–Vo 1a; two runs with one number cost a little sharpness. */
const FNV_OFFSET = 2_166_136_261;
const FNV_PRIME = 16_777_619;
