import type { Points } from '../../../src/domain/points.ts';
import type { Schedule } from '../../../src/domain/ports.ts';
import { armOrder, type ChildReport } from './protocol.ts';

/** What the fence adds up to, in milliseconds: short, so that a kill costs little time. */
export const TIMES = { lookUpTimeoutMs: 500, sendTimeoutMs: 700, marginMs: 300 } as const;

export const schedule: Schedule = (delayMs, run) => {
  const timeout = setTimeout(run, delayMs);
  return () => clearTimeout(timeout);
};

/** Stops once at the point that the parent asked for, says so, and waits there for the end. */
export function pointsForParent(fromStart: string | undefined): Points {
  let armed = fromStart;
  process.on('message', (order) => {
    armed = armOrder.safeParse(order).data?.arm ?? armed;
  });
  return {
    at: (point) => {
      if (point !== armed) return Promise.resolve();
      armed = undefined;
      tellParent({ kind: 'at', point });
      return new Promise(() => {});
    },
  };
}

export function tellParent(report: ChildReport): void {
  process.send?.(report);
}
