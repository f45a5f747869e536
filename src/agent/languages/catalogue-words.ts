import type { ProductWords } from '../../domain/playbook.ts';
import { partsOf } from '../../domain/text/compounds.ts';
import { nounStem, type NounForms } from './noun-forms.ts';
import { fold } from './pattern.ts';

/** What a customer's words mean in the catalogue, whose names and descriptions are English; offsets in UTF-16 units. */
export interface CatalogueWord {
  readonly start: number;
  readonly end: number;
  /** Words of products' names; of several any may be meant. */
  readonly products: readonly string[];
  /** Words of their descriptions. */
  readonly features: readonly string[];
}

export interface CatalogueWords {
  /** In the order of the text, none over another. */
  find(text: string): readonly CatalogueWord[];
}

/** So many words of a text are looked at. */
const MOST_WORDS = 400;
const NOTHING: CatalogueWords = { find: () => [] };

type Meaning = Pick<CatalogueWord, 'products' | 'features'>;
interface Entry {
  readonly stems: readonly string[];
  readonly meaning: Meaning;
}

const built = new WeakMap<ProductWords, CatalogueWords>();

/** Built once for each table; `words` is undefined where a language has none. */
export function catalogueWords(words: ProductWords | undefined, nouns: NounForms | undefined): CatalogueWords {
  if (words === undefined || nouns === undefined) return NOTHING;
  const known = built.get(words) ?? build(words, nouns);
  built.set(words, known);
  return known;
}

/** The words of products' names that a text says in its own language. */
export const productsSaid = (text: string, words: CatalogueWords): readonly string[] => [
  ...new Set(words.find(text).flatMap(({ products }) => products)),
];

function build({ products, features, parts }: ProductWords, nouns: NounForms): CatalogueWords {
  const byFirst = new Map<string, Entry[]>();
  const learn = (rows: ProductWords['products'], meaningOf: (english: string) => Meaning): void => {
    for (const [english, said] of Object.entries(rows)) for (const phrase of said) addEntry(byFirst, phrase, meaningOf(english), nouns);
  };
  learn(products, (english) => ({ products: [english], features: [] }));
  learn(features, (english) => ({ products: [], features: [english] }));
  const whole = new Map(
    [...byFirst].flatMap(([stem, entries]) => entries.filter(({ stems }) => stems.length === 1).map(({ meaning }) => [stem, meaning])),
  );
  const further = new Map(Object.entries(parts).flatMap(([english, said]) => said.map((part) => [nounStem(part, nouns), english])));
  const partMeaning = (part: string): Meaning | undefined => {
    const stem = nounStem(part, nouns);
    const english = further.get(stem);
    return whole.get(stem) ?? (english === undefined ? undefined : { products: [], features: [english] });
  };
  return {
    find(text) {
      const tokens = tokensOf(text, nouns);
      const found: CatalogueWord[] = [];
      for (let at = 0; at < tokens.length; at++) {
        const token = tokens[at];
        if (!token) continue;
        const entry = longestAt(byFirst.get(token.stem) ?? [], tokens, at);
        const meaning = entry?.meaning ?? (nouns.compounds ? compoundMeaning(token.word, partMeaning) : undefined);
        if (!meaning) continue;
        const last = at + (entry?.stems.length ?? 1) - 1;
        found.push({ ...meaning, start: token.start, end: tokens[last]?.end ?? token.end });
        at = last;
      }
      return found;
    },
  };
}

/** A phrase that means several things has one entry with all of them. */
function addEntry(byFirst: Map<string, Entry[]>, phrase: string, meaning: Meaning, nouns: NounForms): void {
  const stems = tokensOf(phrase, nouns).map(({ stem }) => stem);
  const [first] = stems;
  if (first === undefined) return;
  const entries = byFirst.get(first) ?? [];
  const known = entries.findIndex((entry) => entry.stems.join(' ') === stems.join(' '));
  const before = entries[known]?.meaning;
  const both = (kind: keyof Meaning): readonly string[] => [...new Set([...(before?.[kind] ?? []), ...meaning[kind]])];
  const entry = { stems, meaning: { products: both('products'), features: both('features') } };
  byFirst.set(first, known < 0 ? [...entries, entry] : entries.with(known, entry));
}

function longestAt(entries: readonly Entry[], tokens: readonly Token[], at: number): Entry | undefined {
  const fitting = entries.filter(({ stems }) => stems.every((stem, index) => tokens[at + index]?.stem === stem));
  return fitting.toSorted((left, right) => right.stems.length - left.stems.length)[0];
}

/** "Stiefelsohle" is about boots; of two parts alone, "Tascheninnenfach", nothing is known. */
function compoundMeaning(word: string, meaningOf: (part: string) => Meaning | undefined): Meaning | undefined {
  const parts = partsOf(word, meaningOf);
  if (!parts?.some(({ products }) => products.length > 0)) return undefined;
  return { products: parts.flatMap(({ products }) => products), features: parts.flatMap(({ features }) => features) };
}

interface Token {
  readonly word: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

const tokensOf = (text: string, nouns: NounForms): readonly Token[] =>
  [...fold(text).matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)].slice(0, MOST_WORDS).map((match) => ({
    word: match[0],
    stem: nounStem(match[0], nouns),
    start: match.index,
    end: match.index + match[0].length,
  }));
