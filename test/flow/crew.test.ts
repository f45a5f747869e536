import { describe, expect, it } from '@jest/globals';
import { createCrew, type Job } from '../../src/flow/crew.ts';
import { until } from './flow-builders.ts';

/** A crew on a schedule that a test runs by hand: it lists what was planned, in milliseconds. */
function openCrew(take: () => Promise<Job | undefined>, size = 2) {
  const planned: { readonly delayMs: number; readonly run: () => void }[] = [];
  const problems: unknown[] = [];
  const crew = createCrew({
    take,
    size,
    pollMs: 100,
    report: (problem) => problems.push(problem),
    schedule: (delayMs, run) => {
      planned.push({ delayMs, run });
      return () => {};
    },
  });
  const delays = () => planned.map(({ delayMs }) => delayMs);
  return { crew, problems, delays, poll: () => planned.at(-1)?.run() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('crew', () => {
  it('looks again when it was woken during its last look', async () => {
    const jobs: Job[] = [];
    let looks = 0;
    const { crew } = openCrew(async () => {
      looks += 1;
      const found = jobs.pop();
      await settled();
      return found;
    });
    let done = 0;
    crew.start();
    jobs.push(async () => {
      done += 1;
    });
    crew.wake();
    await until(() => done === 1);
    await crew.stop();
    expect(looks).toBeGreaterThan(1);
  });

  it('does no more at the same time than it has hands', async () => {
    let running = 0;
    let most = 0;
    let left = 6;
    const { crew } = openCrew(async () => {
      if (left === 0) return undefined;
      left -= 1;
      return async () => {
        running += 1;
        most = Math.max(most, running);
        await settled();
        running -= 1;
      };
    });
    crew.start();
    await until(() => left === 0 && running === 0);
    await crew.stop();
    expect(most).toBe(2);
  });

  it('looks ever more rarely while the store fails, and as often as before once it works', async () => {
    let works = false;
    const { crew, delays, poll, problems } = openCrew(() => (works ? Promise.resolve(undefined) : Promise.reject(new Error('full'))));
    crew.start();
    for (let round = 0; round < 8; round += 1) {
      await settled();
      poll();
    }
    works = true;
    await settled();
    poll();
    await settled();
    poll();
    expect(delays()).toEqual([100, 200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000, 10_000, 100]);
    expect(problems).toHaveLength(9);
    await crew.stop();
  });

  it('begins nothing after it was stopped', async () => {
    const { crew } = openCrew(async () => async () => {});
    await crew.stop();
    crew.wake();
    await settled();
    expect((await Promise.race([crew.stop(), settled()])) ?? 'stopped').toBe('stopped');
  });
});
