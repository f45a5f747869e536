import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Schedule } from '../domain/ports.ts';
import type { Logger } from '../insight/logger.ts';
import type { World } from './world.ts';

const schedule: Schedule = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
};

/** The machine's clock and chance. */
export function realWorld(logger: Logger): World {
  return {
    now: () => new Date(),
    schedule,
    random: { bytes: (count) => randomBytes(count), below: (limit) => randomInt(limit) },
    newId: () => randomUUID(),
    logger,
  };
}
