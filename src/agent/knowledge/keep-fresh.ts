import type { Now, Schedule } from '../../domain/ports.ts';
import { isRemote, type KnowledgeSource } from './knowledge-settings.ts';
import { nextRefresh } from './refresh.ts';
import type { RefreshReport } from './sources/refresh-report.ts';

export interface FreshnessWorld {
  readonly now: Now;
  readonly schedule: Schedule;
  /** IANA name; schedules are read by its clocks. */
  readonly timezone: string;
  /** When a source was fetched the last time; undefined: never. */
  lastFetch(source: KnowledgeSource): Promise<Date | undefined>;
  refresh(source: KnowledgeSource, signal: AbortSignal): Promise<RefreshReport | undefined>;
  /** Hears of every fetch, and of one that failed in a way that nobody planned. */
  report(source: KnowledgeSource, outcome: RefreshReport): void;
}

/** Timers cannot wait longer than 24.8 days; after a day the clock is looked at again. */
const LONGEST_WAIT_MS = 86_400_000;
/** After a failure a source is tried again, however seldom it is due. */
const RETRY_MS = 15 * 60_000;

/**
 * Fetches each source that lies elsewhere when it is due: at once when it never was fetched or came due while nothing
 * ran, then by its schedule, which is counted from the end of a fetch so that two of one source never overlap.
 */
export function keepFresh(sources: readonly KnowledgeSource[], world: FreshnessWorld): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = sources.filter(isRemote).map((source) => keepOneFresh(source, world, stopping.signal));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

async function keepOneFresh(source: KnowledgeSource, world: FreshnessWorld, signal: AbortSignal): Promise<void> {
  const { now, schedule, timezone } = world;
  const last = await world.lastFetch(source).catch(() => undefined);
  let due = last === undefined ? now() : nextRefresh(source.refresh, last, timezone);
  while (due && !signal.aborted) {
    await waitUntil(due, now, schedule, signal);
    if (signal.aborted) return;
    const outcome = await world
      .refresh(source, signal)
      .catch((error: unknown): RefreshReport => ({ kind: 'failed', because: error instanceof Error ? error.message : String(error) }));
    if (outcome) world.report(source, outcome);
    const next = nextRefresh(source.refresh, now(), timezone);
    const retry = new Date(now().getTime() + RETRY_MS);
    due = outcome?.kind === 'failed' && (next === undefined || next > retry) ? retry : next;
  }
}

async function waitUntil(due: Date, now: Now, schedule: Schedule, signal: AbortSignal): Promise<void> {
  for (let left = due.getTime() - now().getTime(); left > 0 && !signal.aborted; left = due.getTime() - now().getTime()) {
    await new Promise<void>((resolve) => {
      const cancel = schedule(Math.min(left, LONGEST_WAIT_MS), resolve);
      signal.addEventListener(
        'abort',
        () => {
          cancel();
          resolve();
        },
        { once: true },
      );
    });
  }
}
