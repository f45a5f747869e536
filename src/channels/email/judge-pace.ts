import { createHash } from 'node:crypto';
import { z } from 'zod';

/*
 * Two machines that answer each other stop here, marked as automatic or not: by number within an hour, and by
 * repetition within a day, which catches slow loops of alternating texts before the fifth round.
 */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Repeats of earlier texts within a day after which the next repeat is held. */
const REPEATS = 2;
/** Short answers (`yes`, a code) may be repeated. */
const SHORT_TEXT = 25;
const REMEMBERED = 60;

const paceEntry = z.object({ id: z.string(), at: z.number(), print: z.string() });
/** What was seen of one sender in the last day, oldest first. */
export const pace = z.array(paceEntry);
export type Pace = Readonly<z.infer<typeof pace>>;

export interface PacedMail {
  readonly id: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Whether a mail may be answered automatically, and what to remember. The same mail judged twice counts once. */
export function judgePace(seen: Pace, mail: PacedMail, perHour: number): { readonly held: boolean; readonly seen: Pace } {
  const others = seen.filter(({ id, at }) => id !== mail.id && mail.at - at < DAY_MS);
  const print = fingerprint(mail.text);
  const lastHour = others.filter(({ at }) => mail.at - at < HOUR_MS).length;
  const prints = others.map((entry) => entry.print).filter((one) => one !== '');
  const repeats = prints.length - new Set(prints).size;
  const repeatsAgain = print !== '' && prints.includes(print);
  return {
    held: lastHour >= perHour || (repeatsAgain && repeats >= REPEATS),
    seen: [...others, { id: mail.id, at: mail.at, print }].slice(-REMEMBERED),
  };
}

/** Equal for texts that differ in digits, case and spaces only. */
function fingerprint(text: string): string {
  const words = text.toLowerCase().replace(/\d+/g, '0').replace(/\s+/g, ' ').trim();
  return words.length < SHORT_TEXT ? '' : createHash('sha256').update(words.slice(0, 500)).digest('hex').slice(0, 16);
}
