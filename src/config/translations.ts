import { join } from 'node:path';
import { LANGUAGE_CODES, type LanguageCode } from '../domain/language-code.ts';
import type { Problem } from './problem.ts';
import { repliesFile } from './schemas.ts';
import { checkYamlFile, toProblem, type YamlFile } from './yaml-file.ts';

type Replies = Readonly<Record<string, string | readonly string[]>>;
/** The sentences of the other languages, by their code. */
export type Translations = Readonly<Record<string, Replies>>;

export interface ReadTranslations {
  readonly translations: Translations;
  readonly problems: readonly Problem[];
  /** What is said in English because a language lacks it, and what nobody ever says. */
  readonly warnings: readonly string[];
}

/** What other files say in English, with the places that a translation may have. */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  'setting.disclosure': [],
  'setting.signature': ['agent', 'company'],
  'policy.paid_within': ['days'],
};
/** Alarms are for staff, and whoever writes a language that we do not speak is told so in English. */
const ENGLISH_ONLY = /^(?:alarm\.|language\.not_spoken$)/;
/** A long list in a warning helps nobody. */
const MOST_NAMED = 6;

/** The files of one language. */
export interface TranslationFile {
  /** The company's over ours. */
  readonly file: YamlFile;
  /** Keys that the company translates itself. */
  readonly own: readonly string[];
}

/** What is said in English. */
export interface EnglishReplies {
  readonly said: Replies;
  /** Keys that we ship; whatever else the company says is its own. */
  readonly keys: readonly string[];
  /** Keys of which the company says something else than we ship. */
  readonly changed: readonly string[];
  /** Names of the rules of `policies.yaml`. */
  readonly rules: readonly string[];
}

/** Reads `languages/CODE/replies.yaml` of each offered language; `read` gives undefined where there is no such file. */
export async function readTranslations(
  offered: readonly LanguageCode[],
  read: (name: string) => Promise<TranslationFile | undefined>,
  english: EnglishReplies,
): Promise<ReadTranslations> {
  const others = LANGUAGE_CODES.filter((code) => code !== 'en' && offered.includes(code));
  const checked = await Promise.all(
    others.map(async (code) => {
      const found = await read(join('languages', code, 'replies.yaml'));
      return { code, ...(found ? checkTranslation(found, english) : { replies: {}, problems: [], warnings: [] }) };
    }),
  );
  return {
    translations: Object.fromEntries(checked.map(({ code, replies }) => [code, replies])),
    problems: checked.flatMap(({ problems }) => problems),
    warnings: checked.flatMap(({ warnings }) => warnings),
  };
}

function checkTranslation(
  { file, own }: TranslationFile,
  { said, keys: shipped, changed, rules }: EnglishReplies,
): { readonly replies: Replies; readonly problems: readonly Problem[]; readonly warnings: readonly string[] } {
  const { value: replies = {}, problems } = checkYamlFile(file, repliesFile);
  if (problems.length > 0) return { replies: {}, problems, warnings: [] };
  const keys = new Set([...shipped, ...Object.keys(SETTINGS), ...rules.map((rule) => `because.${rule}`)]);
  const missing = [...keys].filter((key) => replies[key] === undefined && !ENGLISH_ONLY.test(key));
  const unknown = Object.keys(replies).filter((key) => !keys.has(key) && said[key] === undefined && !key.startsWith('because.'));
  const outdated = changed.filter((key) => replies[key] !== undefined && !own.includes(key));
  return {
    replies,
    problems: Object.entries(replies).flatMap(([key, words]) => wrongPlaces(file, key, words, said)),
    warnings: [
      ...warning(file, missing, 'lacks', 'said in English'),
      ...warning(file, unknown, 'has', 'which nothing says: look for a typing error'),
      ...warning(file, outdated, 'still says', 'as we ship it, while your replies.yaml says something else'),
    ],
  };
}

const warning = ({ name }: YamlFile, keys: readonly string[], verb: string, meaning: string): readonly string[] =>
  keys.length === 0
    ? []
    : [
        `${name} ${verb} ${keys.slice(0, MOST_NAMED).join(', ')}${keys.length > MOST_NAMED ? ` and ${keys.length - MOST_NAMED} more` : ''}: ${meaning}`,
      ];

/** A place that nothing fills would stop the sentence from being said; one that is left out loses what it stands for. */
function wrongPlaces(file: YamlFile, key: string, said: string | readonly string[], english: Replies): readonly Problem[] {
  const expected = SETTINGS[key] ?? (english[key] === undefined ? undefined : placesOf(english[key]));
  if (expected === undefined) return [];
  return [said].flat().flatMap((text) => {
    const places = placesOf(text);
    const [extra] = places.filter((place) => !expected.includes(place));
    const [lost] = expected.filter((place) => !places.includes(place));
    const wrong = extra ?? lost;
    return wrong === undefined
      ? []
      : [toProblem(file, { path: [key], text: `${extra === undefined ? 'lacks' : 'has'} {${wrong}}, expected ${inBraces(expected)}` })];
  });
}

const inBraces = (places: readonly string[]): string =>
  places.length === 0 ? 'no {place}' : places.map((place) => `{${place}}`).join(', ');

const placesOf = (text: string | readonly string[]): readonly string[] => [
  ...new Set([text].flat().flatMap((one) => [...one.matchAll(/\{(\w+)\}/g)].flatMap(([, place]) => place ?? []))),
];
