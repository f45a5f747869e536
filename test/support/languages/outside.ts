import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Router } from '../../../src/agent/router/classifier.ts';
import type { Signal } from '../../../src/domain/classification.ts';
import { LANGUAGE_CODES } from '../../../src/domain/language-code.ts';

const sayings = z.array(z.string()).min(1);
const outside = z.partialRecord(
  z.enum(LANGUAGE_CODES),
  z.strictObject({
    first: z.array(z.strictObject({ say: z.string(), intents: sayings })).min(1),
    escalate: z.strictObject({
      asks_for_human: sayings,
      mentions_legal: sayings,
      disputes_charge: sayings,
      danger: sayings,
      angry: sayings,
    }),
    harmless: sayings,
  }),
);
type Outside = NonNullable<z.infer<typeof outside>['de']>;

/** First messages by somebody who knew what the shop does and nothing of how messages are read, by language. */
export const readOutside = (name: string): Readonly<Record<string, Outside>> =>
  outside.parse(parse(readFileSync(fileURLToPath(new URL(`../../languages/${name}`, import.meta.url)), 'utf8')));

const SIGNAL_OF: Readonly<Record<keyof Outside['escalate'], Signal>> = {
  asks_for_human: 'asks_for_human',
  mentions_legal: 'mentions_legal',
  disputes_charge: 'disputes_charge',
  danger: 'reports_danger',
  angry: 'angry',
};

/** What went wrong with how many messages, a line for each that did. */
export interface Reading {
  readonly of: number;
  readonly wrong: readonly string[];
}

export interface OutsideReading {
  /** The first request is one that is meant. */
  readonly understood: Reading;
  /** Read in the language in which it is written. */
  readonly language: Reading;
  /** Reaches a person for the reason that it gives. */
  readonly escalated: Reading;
  /** Raises no signal that hands over. */
  readonly harmless: Reading;
}

/** Reads each message as the first of a conversation. */
export async function readAsOutside(router: Router, code: string, { first, escalate, harmless }: Outside): Promise<OutsideReading> {
  const wrong = { understood: [] as string[], language: [] as string[], escalated: [] as string[], harmless: [] as string[] };
  for (const { say, intents } of first) {
    const read = await router.understand(say, []);
    const [request] = read.classifications;
    // Courtesies are named by their topic, since their intent is every other thing's too.
    if (![String(request?.intent), request?.topic ?? ''].some((name) => intents.includes(name)))
      wrong.understood.push(`${intents.join('+')}, not ${request?.intent} ${request?.topic}: ${say}`);
    if (read.language !== code) wrong.language.push(`${read.language}: ${say}`);
  }
  const rows = Object.entries(escalate).flatMap(([kind, lines]) =>
    lines.map((say) => ({ say, signal: SIGNAL_OF[kind as keyof typeof SIGNAL_OF] })),
  );
  for (const { say, signal } of rows) {
    const read = await router.understand(say, []);
    if (!read.signals.has(signal)) wrong.escalated.push(`${signal}, not [${[...read.signals].join(' ')}] (${read.language}): ${say}`);
  }
  for (const say of harmless) {
    const { signals } = await router.understand(say, []);
    const raised = Object.values(SIGNAL_OF).filter((signal) => signals.has(signal));
    if (raised.length > 0) wrong.harmless.push(`${raised.join(' ')}: ${say}`);
  }
  return {
    understood: { of: first.length, wrong: wrong.understood },
    language: { of: first.length, wrong: wrong.language },
    escalated: { of: rows.length, wrong: wrong.escalated },
    harmless: { of: harmless.length, wrong: wrong.harmless },
  };
}
