import type { Now, Random, Schedule } from '../domain/ports.ts';
import type { Logger } from '../insight/logger.ts';

/** What the outside world gives; a test or a conversation driver owns the clock. */
export interface World {
  readonly now: Now;
  readonly schedule: Schedule;
  readonly random: Random;
  readonly newId: () => string;
  readonly logger: Logger;
}
