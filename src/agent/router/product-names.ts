import { isNear } from '../../domain/text/near.ts';

/** A product that a text names, with the words that do so; offsets in UTF-16 units. */
export interface NamedProduct {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What stands in a text of another language for words of names; offsets in UTF-16 units. */
export interface Translated {
  readonly start: number;
  readonly end: number;
  /** One means all of its words, of several only one can be meant. */
  readonly english: readonly string[];
}

export interface ProductNames {
  /** In the order of the text. What fits several products equally well names none. */
  find(text: string, translated?: readonly Translated[]): readonly NamedProduct[];
}

/** So many words of a text are looked at. */
const MOST_WORDS = 400;
/** So many names are known; a catalogue of more is cut here. */
const MOST_NAMES = 20_000;
/** A word in more names than this tells none of them. */
const MOST_NAMES_OF_A_WORD = 500;
/** Shorter words have to be spelled right: `camp` is not `came`. */
const SHORTEST_FUZZY = 5;
/** Where one word is the whole name, longer still: "liters" are no liner. */
const SHORTEST_FUZZY_NAME = 6;
/** Numbers and containers, which names are full of, tell no product without another word. */
const TELLS_NOTHING = /^(?:\p{N}.*|one|two|three|four|five|six|first|set|pack|pair|kit|person|people|piece|the|and|for|with|a|of)$/u;
/** Words that may stand between those of a name: "the tent, the red one, for 3". */
const MOST_BETWEEN = 1;
/** Share of a name, by the rarity of its words, that has to be said, unless the words said occur together in no other name. */
const ENOUGH_SAID = 0.6;

interface CatalogueName {
  readonly name: string;
  readonly words: readonly string[];
}

/**
 * Finds products by two words of their names or more, in any order, plural or not, a letter wrong in the longer ones; by a
 * single word only where it is the whole name. One word of several is too little: "my card" is no gift card.
 */
export function indexProductNames(names: readonly string[]): ProductNames {
  const catalogue = [...new Set(names.slice(0, MOST_NAMES))].map((name) => ({
    name,
    words: [...new Set(tokensOf(name).map(({ word }) => word))],
  }));
  const byWord = new Map<string, CatalogueName[]>();
  for (const row of catalogue) for (const word of row.words) addTo(byWord, word, row);
  const near = nearWords([...byWord.keys()]);
  const isWholeName = (word: string): boolean => byWord.get(word)?.some(({ words }) => words.length === 1) ?? false;
  const mayBe = (said: string, word: string): boolean =>
    Math.min(said.length, word.length) >= (isWholeName(word) ? SHORTEST_FUZZY_NAME : SHORTEST_FUZZY);
  const rarity = (word: string): number => Math.log(1 + catalogue.length / (byWord.get(word)?.length ?? 1));
  return {
    find(text, translated = []) {
      const own = tokensOf(text)
        .slice(0, MOST_WORDS)
        .filter(({ start, end }) => !translated.some((other) => start < other.end && other.start < end))
        .map((token) => ({
          ...token,
          words: byWord.has(token.word) ? [token.word] : near(token.word).filter((word) => mayBe(token.word, word)),
          all: false,
        }));
      const said = [...own, ...translated.map(saidToken)].sort((left, right) => left.start - right.start);
      const candidates = said.flatMap((token, at) =>
        token.words.flatMap((word) => {
          const rows = byWord.get(word) ?? [];
          return rows.length > MOST_NAMES_OF_A_WORD ? [] : rows.flatMap((row) => mentionAt(row, said, at) ?? []);
        }),
      );
      return bestApart(
        candidates.filter((mention) => isEnough(mention, byWord, rarity)),
        rarity,
      );
    },
  };
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

interface SaidToken extends Token {
  /** Words of names that it may stand for. */
  readonly words: readonly string[];
  /** It stands for all of them. */
  readonly all: boolean;
}

const saidToken = ({ start, end, english }: Translated): SaidToken => ({
  word: '',
  start,
  end,
  words: english.flatMap((words) => tokensOf(words).map(({ word }) => word)),
  all: english.length === 1,
});

interface Mention extends NamedProduct {
  readonly row: CatalogueName;
  readonly said: readonly string[];
}

/** How much of the name is said from that token on, with hardly anything between. */
function mentionAt(row: CatalogueName, said: readonly SaidToken[], first: number): Mention | undefined {
  const found = new Set<string>();
  let last = first;
  for (let at = first; at < said.length && at - last <= MOST_BETWEEN + 1; at++) {
    const token = said[at];
    const words = token?.words.filter((one) => row.words.includes(one) && !found.has(one)) ?? [];
    if (words.length === 0) continue;
    for (const word of token?.all ? words : words.slice(0, 1)) found.add(word);
    last = at;
  }
  const [from, to] = [said[first], said[last]];
  if (found.size === 0 || !from || !to) return undefined;
  return { name: row.name, row, said: [...found], start: from.start, end: to.end };
}

function isEnough(
  { row, said }: Mention,
  byWord: ReadonlyMap<string, readonly CatalogueName[]>,
  rarity: (word: string) => number,
): boolean {
  if (said.length < Math.min(2, row.words.length) || said.every((word) => TELLS_NOTHING.test(word))) return false;
  if (weightOf(said, rarity) >= ENOUGH_SAID * weightOf(row.words, rarity)) return true;
  const rarest = said.map((word) => byWord.get(word) ?? []).reduce((least, rows) => (rows.length < least.length ? rows : least));
  return !rarest.some((other) => other !== row && said.every((word) => other.words.includes(word)));
}

/** The fullest mention of each place; a tie between products names none of them. */
function bestApart(mentions: readonly Mention[], rarity: (word: string) => number): readonly NamedProduct[] {
  const ranked = mentions
    .map((mention) => {
      const weight = weightOf(mention.said, rarity);
      return { ...mention, weight, share: weight / weightOf(mention.row.words, rarity) };
    })
    .sort((left, right) => right.weight - left.weight || right.share - left.share);
  const taken: NamedProduct[] = [];
  const blocked: NamedProduct[] = [];
  for (const { name, start, end, weight, share } of ranked) {
    if ([...taken, ...blocked].some((other) => start < other.end && other.start < end)) continue;
    const rivals = ranked.filter((one) => one.start === start && one.weight === weight && one.share === share && one.name !== name);
    (rivals.length > 0 ? blocked : taken).push({ name, start, end });
  }
  return taken.sort((left, right) => left.start - right.start);
}

const weightOf = (words: readonly string[], rarity: (word: string) => number): number => words.reduce((sum, word) => sum + rarity(word), 0);

/** Looks only at words of the same first letter and nearly the same length, and remembers what it found. */
function nearWords(vocabulary: readonly string[]): (word: string) => readonly string[] {
  const shelves = new Map<string, string[]>();
  const shelf = (word: string, length: number): string => `${word[0] ?? ''}${length}`;
  for (const word of vocabulary) addTo(shelves, shelf(word, word.length), word);
  return (word) => {
    const lengths = [word.length - 2, word.length - 1, word.length, word.length + 1, word.length + 2];
    const close = lengths.flatMap((length) => shelves.get(shelf(word, length)) ?? []);
    return close.filter((other) => isNear(word, other));
  };
}

function addTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** Words and numbers in small letters, plurals as one; `2-Person` is two words. */
function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/\p{L}+|\p{N}+\p{L}{0,2}(?!\p{L})|\p{N}+/gu)].map((match) => ({
    word: singular(match[0].toLowerCase()),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
