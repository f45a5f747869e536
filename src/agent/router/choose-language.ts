import { readFileSync } from 'node:fs';
import type { LanguageReason } from '../../domain/classification.ts';
import { askedLanguage } from '../languages/asked-language.ts';
import { learnProfile, rankLanguages, tokensOf, type LanguageProfile } from './language-profile.ts';
import { otherLanguage } from './other-languages.ts';

/** In which language a message is to be read and answered. */
export interface ChosenLanguage {
  /** ISO 639-1. */
  readonly code: string;
  readonly because: LanguageReason;
  /** The message asks for that language and for nothing else. */
  readonly onlyAsked: boolean;
}

/** The language of the conversation so far. */
export interface SpokenLanguage {
  readonly code: string;
  /** It is only known from an earlier conversation, or from greetings that several languages share: the next words decide. */
  readonly open: boolean;
}

export interface LanguageChooser {
  /** `spoken`: undefined when nothing was said yet and nothing is known of the customer. */
  choose(text: string, spoken: SpokenLanguage | undefined): ChosenLanguage;
  /** Whether these words could be of several languages, such as "hallo". */
  isOpen(text: string): boolean;
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
/** A greeting is no longer. */
const WORDS_OF_A_GREETING = 2;
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
      if (asked) return { code: asked.code, because: 'asked_for', onlyAsked: asked.alone };
      return { ...languageOfText(text, spoken, learn), onlyAsked: false };
    },
    isOpen: (text) => askedLanguage(text) === undefined && isOpen(wordsIn(text), learn),
  };
}

const wordsOf = (text: string): readonly string[] => Array.from(tokensOf(text), ({ word }) => word);

function distinctWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { word } of tokensOf(text)) words.add(word);
  return words;
}

interface Learned {
  readonly profile: LanguageProfile;
  /** Of all languages. */
  readonly words: ReadonlySet<string>;
  /** Words that tell nothing: they stand in several languages. */
  readonly sharedWords: ReadonlySet<string>;
  readonly wordsByCode: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words of two languages or more. */
  readonly wordsOfTwo: ReadonlySet<string>;
}

const wordsIn = (text: string): readonly string[] => wordsOf(text.slice(0, 2_000));

const isOpen = (words: readonly string[], learn: () => Learned): boolean =>
  words.length <= WORDS_OF_A_GREETING && words.every((word) => learn().wordsOfTwo.has(word));

function languageOfText(text: string, spoken: SpokenLanguage | undefined, learn: () => Learned): Omit<ChosenLanguage, 'onlyAsked'> {
  const words = wordsIn(text);
  const before = spoken?.code ?? ENGLISH;
  const decides = spoken === undefined || spoken.open;
  const kept = { code: before, because: decides ? 'open' : 'kept' } as const;
  if (words.length === 0) return kept;
  const english = words.filter((word) => PLAINLY_ENGLISH.has(word)).length;
  if (before === ENGLISH && english >= ENGLISH_WORDS && english >= words.length * ENGLISH_SHARE) return { code: ENGLISH, because: 'words' };
  const { profile, words: known, sharedWords } = learn();
  // A bare "no" is a word of four languages, a row of keys one of all, and neither proves anything.
  if (decides && words.every((word) => sharedWords.has(word))) return kept;
  if (spoken?.open && isOpen(words, learn) && words.every((word) => learn().wordsByCode.get(before)?.has(word))) return kept;
  const other = otherLanguage(text, (word) => known.has(word));
  if (other !== undefined) return { code: other, because: 'words' };
  const ranked = rankLanguages(text, profile);
  const [best] = ranked;
  const scoreOfBefore = ranked.find(({ code }) => code === before)?.score;
  if (!best || scoreOfBefore === undefined) return best ? { code: best.code, because: 'words' } : kept;
  const ahead = best.score - scoreOfBefore;
  const isClear = decides ? ahead > HARDLY_LIKELIER : ahead >= CLEARLY_LIKELIER && words.length >= WORDS_TO_SWITCH;
  if (isClear) return { code: best.code, because: isOpen(words, learn) ? 'open' : 'words' };
  return best.code === before ? { code: before, because: 'words' } : kept;
}

function learnFrom(english: readonly string[], files: Readonly<Record<string, string>>): Learned {
  const texts: Record<string, string> = { [ENGLISH]: english.join('\n') };
  for (const [code, path] of Object.entries(files)) {
    const text = utterancesIn(path);
    if (text !== '') texts[code] = text;
  }
  const wordsByCode = new Map(Object.entries(texts).map(([code, text]) => [code, distinctWords(text)]));
  const times = new Map<string, number>();
  for (const words of wordsByCode.values()) for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  const inAtLeast = (most: number): ReadonlySet<string> =>
    new Set([...times].flatMap(([word, languages]) => (languages >= most ? [word] : [])));
  return {
    profile: learnProfile(texts),
    words: new Set(times.keys()),
    wordsByCode,
    sharedWords: inAtLeast(SEVERAL),
    wordsOfTwo: inAtLeast(2),
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
