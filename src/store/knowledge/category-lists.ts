import { moved } from './postings.ts';

/** Which category each chunk is in, and the other way round. */
export interface CategoryLists {
  add(chunk: number, category: string): void;
  /** A test for the chunks of these categories. */
  isIn(categories: readonly string[]): (chunk: number) => boolean;
  /** The chunks of these categories by rising number, removed ones among them. */
  chunksIn(categories: readonly string[]): { readonly size: number; chunks(): readonly number[] };
}

const ROOM = 256;

export function createCategoryLists(): CategoryLists {
  const numbers = new Map<string, number>();
  const lists: number[][] = [];
  let categoryOf = new Uint16Array(ROOM);

  const numberOf = (name: string): number => {
    const known = numbers.get(name) ?? lists.push([]) - 1;
    numbers.set(name, known);
    return known;
  };

  return {
    add(chunk, name) {
      if (chunk === categoryOf.length) categoryOf = moved(categoryOf, new Uint16Array(chunk * 2));
      const number = numberOf(name);
      categoryOf[chunk] = number;
      lists[number]?.push(chunk);
    },
    isIn(names) {
      const wanted = new Uint8Array(lists.length);
      for (const name of names) wanted[numbers.get(name) ?? lists.length] = 1;
      const known = categoryOf;
      return (chunk) => wanted[known[chunk] ?? 0] === 1;
    },
    chunksIn(names) {
      const wanted = [...new Set(names)].flatMap((name) => [lists[numbers.get(name) ?? -1] ?? []]);
      return {
        size: wanted.reduce((sum, list) => sum + list.length, 0),
        chunks: () => (wanted.length === 1 ? (wanted[0] ?? []) : wanted.flat().sort((a, b) => a - b)),
      };
    },
  };
}
