/** Chance that repeats itself: the same seed gives the same shop. */
export interface SeededRandom {
  /** A whole number in [0, limit). */
  below(limit: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** True in about `percent` of 100 cases. */
  chance(percent: number): boolean;
}

/** The mulberry32 generator: 32 bits of state are plenty for names and dates, and it needs no package. */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (list) => list[below(list.length)] ?? list[0],
    chance: (percent) => below(100) < percent,
  };
}
