import { readFileSync } from 'node:fs';
import { askedLanguage } from '../languages/asked-language.ts';
import { learnProfile, rankLanguages, tokensOf, type LanguageProfile } from './language-profile.ts';
import { otherLanguage } from './other-languages.ts';

/** In which language a message is to be read and answered. */
export interface ChosenLanguage {
  /** ISO 639-1. */
  readonly code: string;
  /** The message asks for that language and for nothing else. */
  readonly onlyAsked: boolean;
}

export interface LanguageChooser {
  /** `spoken`: the language of the conversation so far; undefined when nothing was said yet. */
  choose(text: string, spoken: string | undefined): ChosenLanguage;
}

const ENGLISH = 'en';
/** English words that no other language of ours has; with enough of them nothing else need be looked at. */
const PLAINLY_ENGLISH = new Set(
  'the my you your i where what how when why have has been please with this that need want would could should does did and for are it was they get got thanks thank'.split(
    ' ',
  ),
);
const ENGLISH_WORDS = 2;
const ENGLISH_SHARE = 0.4;
/** How much likelier another language must be than the one of the conversation, in logarithms, over at least so many words. */
const CLEARLY_LIKELIER = 9;
const WORDS_TO_SWITCH = 3;
/** A word that so many languages have says nothing about which it is. */
const SEVERAL = 4;
/** At the start English counts as much as a language that is hardly likelier. */
const HARDLY_LIKELIER = 1;

/**
 * `files`: `intents.yaml` of each language by its code; what customers say in them teaches which words are whose. They are
 * read when a message first is not plainly English. A file that cannot be read leaves its language out.
 */
export function createLanguageChooser(english: readonly string[], files: Readonly<Record<string, string>>): LanguageChooser {
  let learned: Learned | undefined;
  const learn = () => (learned ??= learnFrom(english, files));
  return {
    choose(text, spoken) {
      const asked = askedLanguage(text);
      if (asked) return { code: asked.code, onlyAsked: asked.alone };
      return { code: languageOfText(text, spoken, learn), onlyAsked: false };
    },
  };
}

interface Learned {
  readonly profile: LanguageProfile;
  /** Of all languages. */
  readonly words: ReadonlySet<string>;
  /** Words that tell nothing: they stand in several languages. */
  readonly sharedWords: ReadonlySet<string>;
}

function languageOfText(text: string, spoken: string | undefined, learn: () => Learned): string {
  const words = tokensOf(text.slice(0, 2_000)).map(({ word }) => word);
  const before = spoken ?? ENGLISH;
  if (words.length === 0) return before;
  const english = words.filter((word) => PLAINLY_ENGLISH.has(word)).length;
  if (before === ENGLISH && english >= ENGLISH_WORDS && english >= words.length * ENGLISH_SHARE) return ENGLISH;
  const { profile, words: known, sharedWords } = learn();
  // A bare "no" is a word of four languages, a row of keys one of all, and neither proves anything.
  if (spoken === undefined && words.every((word) => sharedWords.has(word))) return ENGLISH;
  const other = otherLanguage(text, (word) => known.has(word));
  if (other !== undefined) return other;
  const ranked = rankLanguages(text, profile);
  const [best] = ranked;
  const scoreOfBefore = ranked.find(({ code }) => code === before)?.score;
  if (!best || scoreOfBefore === undefined) return best?.code ?? before;
  const ahead = best.score - scoreOfBefore;
  if (spoken === undefined) return ahead > HARDLY_LIKELIER ? best.code : before;
  return ahead >= CLEARLY_LIKELIER && words.length >= WORDS_TO_SWITCH ? best.code : spoken;
}

function learnFrom(english: readonly string[], files: Readonly<Record<string, string>>): Learned {
  const texts: Record<string, string> = { [ENGLISH]: english.join('\n') };
  for (const [code, path] of Object.entries(files)) {
    const text = utterancesIn(path);
    if (text !== '') texts[code] = text;
  }
  const wordsOf = (text: string): readonly string[] => tokensOf(text).map(({ word }) => word);
  const times = new Map<string, number>();
  for (const text of Object.values(texts)) for (const word of new Set(wordsOf(text))) times.set(word, (times.get(word) ?? 0) + 1);
  return {
    profile: learnProfile(texts),
    words: new Set(times.keys()),
    sharedWords: new Set([...times].flatMap(([word, languages]) => (languages >= SEVERAL ? [word] : []))),
  };
}

/** The lines of the lists, read without the weight of a YAML parser: only their words count here. */
function utterancesIn(path: string): string {
  try {
    return [...readFileSync(path, 'utf8').matchAll(/^\s*- (.+)$/gmu)].map(([, line = '']) => line).join('\n');
  } catch {
    return '';
  }
}
