import { describe, expect, it } from '@jest/globals';
import { createChanges } from '../../src/app/changes.ts';

/** Calls back only when told that the time is over. */
function byHand() {
  const waiting = new Set<() => void>();
  return {
    schedule: (_delayMs: number, run: () => void) => {
      waiting.add(run);
      return () => void waiting.delete(run);
    },
    timeIsOver: () => [...waiting].forEach((run) => run()),
    waiting,
  };
}

describe('waiting for a change', () => {
  it('looks at once and after every change', async () => {
    const clock = byHand();
    const changes = createChanges(clock.schedule);
    let looked = 0;
    const found = changes.until(async () => (++looked === 3 ? 'there' : undefined), 1_000);
    for (let change = 0; change < 5; change += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      changes.announce();
    }
    expect(await found).toBe('there');
    expect(looked).toBe(3);
  });

  it('misses no change that comes while it looks', async () => {
    const changes = createChanges(byHand().schedule);
    let isThere = false;
    const found = changes.until(async () => {
      if (isThere) return 'there';
      isThere = true;
      changes.announce();
      return undefined;
    }, 1_000);
    expect(await found).toBe('there');
  });

  it('ends with a last look when the time is over', async () => {
    const clock = byHand();
    let looked = 0;
    const found = createChanges(clock.schedule).until(async () => {
      looked += 1;
      return undefined;
    }, 1_000);
    await new Promise((resolve) => setImmediate(resolve));
    clock.timeIsOver();
    expect(await found).toBeUndefined();
    expect(looked).toBe(2);
  });

  it('leaves no timer and no listener behind once it has found something', async () => {
    const clock = byHand();
    const changes = createChanges(clock.schedule);
    await changes.until(async () => 'there', 1_000);
    expect(clock.waiting.size).toBe(0);
  });

  it('stops calling a listener that has left', () => {
    const changes = createChanges(byHand().schedule);
    let called = 0;
    const leave = changes.listen(() => {
      called += 1;
    });
    changes.announce();
    leave();
    changes.announce();
    expect(called).toBe(1);
  });
});
