import { isNear } from '../../domain/text/near.ts';
import { createCharacterGrams, type CharacterGrams, type SavedGrams } from './character-grams.ts';

/** At most so many spellings stand in for a word that occurs nowhere. */
const MAX_SPELLINGS = 3;

/** The stems that occur in the index, by number. A stem counts while at least one chunk has it. */
export interface Vocabulary {
  /** Changes whenever a stem appears or disappears, and with it what n-grams are worth. */
  readonly version: number;
  readonly grams: Pick<CharacterGrams, 'compare' | 'squaredLengths'>;
  idOf(stem: string): number | undefined;
  /** The number of a stem, a new one if need be; it does not count as occurring yet. */
  intern(stem: string): number;
  /** Counts one more chunk that has the stem. */
  occur(id: number): void;
  /** Counts one chunk less. */
  vanish(id: number): void;
  chunksWith(id: number): number;
  /** Stems that `stem` may be a misspelling of, when it occurs nowhere itself; commonest first. */
  spellingsOf(stem: string): readonly number[];
  save(): SavedVocabulary;
}

/** A vocabulary as it can be written down. */
export interface SavedVocabulary extends SavedGrams {
  /** By number. */
  readonly stems: readonly string[];
}

/** `counted` are the chunks with each stem of `saved`, by number. */
export function createVocabulary(saved?: SavedVocabulary, counted: ArrayLike<number> = []): Vocabulary {
  const stems = [...(saved?.stems ?? [])];
  const ids = new Map(stems.map((stem, id) => [stem, id]));
  const chunks = Array.from(counted);
  const grams = createCharacterGrams(saved, chunks);
  let version = 0;

  const register = (stem: string): number => {
    const id = stems.push(stem) - 1;
    ids.set(stem, id);
    chunks.push(0);
    grams.add(id, stem);
    return id;
  };
  const live = (id: number, change: 1 | -1): void => {
    version++;
    grams.live(stems[id] ?? '', change);
  };
  const commonest = (a: number, b: number): number => (chunks[b] ?? 0) - (chunks[a] ?? 0) || (stems[a] ?? '').localeCompare(stems[b] ?? '');

  return {
    get version() {
      return version;
    },
    grams,
    idOf: (stem) => ids.get(stem),
    intern: (stem) => ids.get(stem) ?? register(stem),
    occur(id) {
      if (chunks[id] === 0) live(id, 1);
      chunks[id] = (chunks[id] ?? 0) + 1;
    },
    vanish(id) {
      chunks[id] = (chunks[id] ?? 1) - 1;
      if (chunks[id] === 0) live(id, -1);
    },
    chunksWith: (id) => chunks[id] ?? 0,
    spellingsOf(stem) {
      const near = [...new Set(grams.sharing(stem))].filter((id) => (chunks[id] ?? 0) > 0 && isNear(stem, stems[id] ?? ''));
      return near.sort(commonest).slice(0, MAX_SPELLINGS);
    },
    save: () => ({ stems: [...stems], ...grams.save() }),
  };
}
