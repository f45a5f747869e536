import type { OrderView } from '../../domain/commerce.ts';
import { isNear } from '../../domain/text/near.ts';

/** Words of product names that say nothing about which product is meant. */
const COMMON = new Set([
  'set',
  'pack',
  'person',
  'with',
  'and',
  'the',
  'for',
  'duo',
  'light',
  'large',
  'small',
  'card',
  'order',
  'refund',
  'gift',
  'trail',
  'camp',
  'base',
  'box',
  'sun',
  'water',
]);
const SHORTEST = 3;
const SHORTEST_MISSPELLED = 6;

/**
 * The lines of an order that the customer's words name, such as "the mugs" for "Enamel Camp Mug Set". `translated`: what they
 * say in another language, in words of the catalogue.
 */
export function mentionedLines(order: OrderView, words: string, translated: readonly string[] = []): readonly string[] {
  return order.lines.filter(({ name }) => namesProduct(name, words, translated)).map(({ name }) => name);
}

/** Whether the words are about a product of that name at all; a catalogue finds something for every text. */
export const namesProduct = (name: string, words: string, translated: readonly string[] = []): boolean =>
  namesIt(name, new Set(stemsOf(words))) || translated.some((english) => isPartOf(english, name));

/** Of "sleeping bag" both words have to stand in the name: a dry bag is none. */
function isPartOf(english: string, name: string): boolean {
  const stems = new Set(stemsOf(name));
  return stemsOf(english).every((stem) => stems.has(stem));
}

/** The words of a product's name that tell it from others. */
export const tellingWords = (name: string): readonly string[] => stemsOf(name).filter((stem) => !COMMON.has(stem));

/** Whether the words name the kind of thing that it is, such as "tent" of "Ridgeline 2-Person Tent". */
export function namesKindOf(name: string, words: string, translated: readonly string[] = []): boolean {
  const kind = tellingWords(name).findLast((word) => !/\d/.test(word));
  return (kind !== undefined && stemsOf(words).includes(kind)) || translated.some((english) => isPartOf(english, name));
}

function namesIt(name: string, said: ReadonlySet<string>): boolean {
  const stems = stemsOf(name);
  const telling = tellingWords(name);
  return (
    telling.some((stem) => said.has(stem) || [...said].some((word) => isMisspelled(word, stem))) ||
    (stems.length > 1 && stems.every((stem) => said.has(stem)))
  );
}

/** Only long words: a shirt is no pair of shorts. */
const isMisspelled = (word: string, stem: string): boolean =>
  Math.min(word.length, stem.length) >= SHORTEST_MISSPELLED && isNear(word, stem);

const stemsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST && !/^\d+$/.test(word))
    .map((word) => (word.length > SHORTEST ? word.replace(/(?:es|s)$/u, '') : word));
