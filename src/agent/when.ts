const DAY_MS = 86_400_000;

/** `Friday, November 20`: without the year, as people say it. `iso` is an ISO 8601 time, `timezone` an IANA name, `locale` BCP 47. */
export function dayName(iso: string, timezone: string, locale = 'en-US'): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', day: 'numeric', timeZone: timezone }).format(Date.parse(iso));
}

/** `November 20, 2026`. */
export function fullDay(iso: string, timezone: string, locale = 'en-US'): string {
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', day: 'numeric', timeZone: timezone }).format(Date.parse(iso));
}

/** `2:05 PM`. */
export function clockTime(at: Date, timezone: string): string {
  return new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: timezone }).format(at);
}

/** The same time of day so many days later, in ISO 8601. */
export const calendarDaysAfter = (iso: string, days: number): string => new Date(Date.parse(iso) + days * DAY_MS).toISOString();

export const minutesAfter = (at: Date, minutes: number): Date => later(at, minutes * 60_000);
export const hoursAfter = (at: Date, hours: number): Date => later(at, hours * 3_600_000);
export const daysBefore = (at: Date, days: number): Date => later(at, -days * DAY_MS);

function later(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
