import { Cron } from 'croner';

interface Rhythm {
  /** How often the owner should look at an article; undefined: there is no rhythm. */
  readonly days: number | undefined;
  /** When what lies elsewhere is fetched again; undefined: only by `ingest`. */
  readonly cron: string | undefined;
}

/** Names for `refresh`; fetching happens at night. */
export const RHYTHMS: Readonly<Record<string, Rhythm>> = {
  daily: { days: 1, cron: '0 3 * * *' },
  weekly: { days: 7, cron: '0 3 * * 1' },
  monthly: { days: 31, cron: '0 3 1 * *' },
  on_release: { days: undefined, cron: undefined },
  on_change: { days: undefined, cron: undefined },
};

const DAY_MS = 86_400_000;

/** Whether a text is a name of `RHYTHMS` or a cron expression of five fields that comes due at all. */
export function isRefresh(text: string): boolean {
  if (Object.hasOwn(RHYTHMS, text)) return true;
  if (text.trim().split(/\s+/).length !== 5) return false;
  try {
    return new Cron(text, { paused: true }).nextRun(new Date(0)) !== null;
  } catch {
    return false;
  }
}

/** The first moment after `from` at which a source is due, by the clocks of `timezone` (IANA); undefined: never by itself. */
export function nextRefresh(refresh: string, from: Date, timezone: string): Date | undefined {
  const pattern = Object.hasOwn(RHYTHMS, refresh) ? RHYTHMS[refresh]?.cron : refresh;
  return pattern === undefined ? undefined : (new Cron(pattern, { paused: true, timezone }).nextRun(from) ?? undefined);
}

/** Days from one due moment to the next, a month where there is no rhythm. */
export function refreshDays(refresh: string): number {
  const monthly = 31;
  if (Object.hasOwn(RHYTHMS, refresh)) return RHYTHMS[refresh]?.days ?? monthly;
  const first = nextRefresh(refresh, new Date(0), 'UTC');
  const second = first && nextRefresh(refresh, first, 'UTC');
  return first && second ? Math.max(1, Math.round((second.getTime() - first.getTime()) / DAY_MS)) : monthly;
}
