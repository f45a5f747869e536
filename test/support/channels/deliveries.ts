import fc from 'fast-check';
import { expect } from '@jest/globals';

/** One message that somebody writes, and what they do to it afterwards. */
export interface Spoken {
  readonly by: 0 | 1;
  readonly change: 'none' | 'edited' | 'deleted';
}

/** Things happen in this order on the platform, a second after each other. */
export type Happening =
  | { readonly kind: 'said'; readonly message: number; readonly second: number }
  | { readonly kind: 'edited' | 'deleted'; readonly message: number; readonly second: number };

/** What a platform makes of it on the way: duplicates, another order, several at once, and turns in between. */
export interface Deliveries {
  readonly spoken: readonly Spoken[];
  /** Several at once, one group after the other. */
  readonly groups: readonly (readonly Happening[])[];
  /** After which groups the worker runs. */
  readonly work: readonly boolean[];
  /** How many of the first deliveries cannot be stored. */
  readonly refusals: number;
}

const spoken: fc.Arbitrary<Spoken> = fc.record({
  by: fc.constantFrom<0 | 1>(0, 0, 0, 1),
  change: fc.constantFrom<Spoken['change']>('none', 'none', 'none', 'edited', 'deleted'),
});

export const deliveries: fc.Arbitrary<Deliveries> = fc.array(spoken, { minLength: 1, maxLength: 5 }).chain((all) => {
  const happenings = happeningsOf(all);
  const copies = fc.array(fc.nat({ max: happenings.length - 1 }), { maxLength: 6 });
  // How far each delivery slips behind its place.
  const slips = fc.array(fc.nat({ max: 4 }), { minLength: happenings.length + 6, maxLength: happenings.length + 6 });
  return fc.record({
    spoken: fc.constant(all),
    groups: fc.tuple(copies, slips, fc.integer({ min: 1, max: 3 })).map(([again, slip, size]) => {
      const order = [...happenings, ...again.flatMap((at) => happenings[at] ?? [])]
        .map((happening, at) => ({ happening, place: at + (slip[at] ?? 0) * 1.5 }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ happening }) => happening);
      return Array.from({ length: Math.ceil(order.length / size) }, (_, at) => order.slice(at * size, (at + 1) * size));
    }),
    work: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    refusals: fc.constantFrom(0, 0, 0, 1, 2),
  });
});

function happeningsOf(all: readonly Spoken[]): readonly Happening[] {
  const said = all.map((_, message): Happening => ({ kind: 'said', message, second: message * 2 }));
  const changes = all.flatMap(({ change }, message): readonly Happening[] =>
    change === 'none' ? [] : [{ kind: change, message, second: message * 2 + 1 }],
  );
  return [...said, ...changes].toSorted((one, other) => one.second - other.second);
}

export const words = (message: number): string => `words${message}`;
export const edited = (message: number): string => `edited${message}`;

/** Every text is in exactly one turn, in the order in which it was sent, and nothing is answered twice. */
export function expectEachOnce(all: readonly Spoken[], turns: readonly (readonly string[])[]): void {
  const texts = turns.flat();
  for (const [message, { change }] of all.entries()) {
    const times = texts.filter((text) => text === words(message) || text === edited(message)).length;
    if (change === 'deleted') expect(times).toBeLessThanOrEqual(1);
    else expect([message, change, times]).toEqual([message, change, 1]);
  }
  for (const turn of turns) {
    const order = turn.map((text) => Number(/\d+$/.exec(text)?.[0]));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  }
}
