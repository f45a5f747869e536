import { parseArgs } from 'node:util';
import type { Figure, LedgerRow } from '../domain/figures.ts';
import { AppError } from '../domain/error.ts';
import type { DomainEvent } from '../domain/event.ts';
import { ledgerOf } from '../insight/ledger.ts';
import { figuresOf } from '../insight/metrics.ts';
import type { Command } from './command.ts';
import { openPastEvents } from './open-store.ts';

type Unit = Figure['unit'] | Figure['parts'][number]['unit'];

/** The seven figures of product.md §2. */
export const metricsCommand: Command = {
  name: 'metrics',
  summary: 'the seven figures with their targets, computed from the events',
  help: `Usage: deskhand metrics [OPTIONS]

Prints resolution rate, first response, CSAT, escalation rate, handle time, cost per resolution and false resolutions with
their targets. Everything is computed from the events alone; docs/metrics.md defines each figure. A dash means that there
is nothing to count yet.

Options:
  --since WHEN   conversations opened since then: 7d, 24h, or a date such as 2026-11-01
  --why          one line a conversation as well: how it counts, and the events that say so
  --json         one JSON object; with --why it holds the ledger
  --data DIR     the agent's data folder

Examples:
  deskhand metrics --since 7d
  deskhand metrics --why | grep 'taken back'
`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { since: { type: 'string' }, why: { type: 'boolean' }, json: { type: 'boolean' }, data: { type: 'string' } },
      strict: true,
    });
    const until = new Date();
    const since = values.since === undefined ? undefined : sinceDate(values.since, until);
    const events = await collect(io.env, values.data);
    const ledger = ledgerOf(events);
    const rows = ledger.filter(({ openedAt }) => since === undefined || openedAt >= since);
    const figures = figuresOf(rows, { since, until });
    if (values.json) io.stdout.write(`${JSON.stringify(values.why ? { ...figures, ledger: rows } : figures)}\n`);
    else io.stdout.write(`${figuresText(figures.figures, figures.conversations)}${values.why ? `\n${ledgerText(rows)}` : ''}`);
    return 0;
  },
};

async function collect(env: Readonly<Record<string, string | undefined>>, dataFolder: string | undefined): Promise<readonly DomainEvent[]> {
  const past = await openPastEvents({ env }, dataFolder === undefined ? {} : { dataFolder });
  try {
    const events: DomainEvent[] = [];
    for await (const event of past.readEvents()) events.push(event);
    return events;
  } finally {
    await past.close();
  }
}

const HOURS_IN = { h: 1, d: 24, w: 168 } as const;

/** `7d`, `24h`, `2w`, or a date. Throws `usage` on anything else. */
export function sinceDate(text: string, now: Date): Date {
  const ago = /^(\d{1,5})([hdw])$/.exec(text);
  const unit = ago?.[2];
  if (unit === 'h' || unit === 'd' || unit === 'w') return new Date(now.getTime() - Number(ago?.[1]) * HOURS_IN[unit] * 3_600_000);
  const date = new Date(text);
  if (Number.isFinite(date.getTime()) && /^\d{4}-\d{2}-\d{2}/.test(text)) return date;
  throw new AppError('usage', `--since ${text} is no time`, { retryable: false, hint: 'Write it like 7d, 24h or 2026-11-01.' });
}

/** A table of the figures, each with what it is made of. */
export function figuresText(figures: readonly Figure[], conversations: number): string {
  const rows = figures.flatMap((figure) => {
    const { kind, limit } = figure.target;
    const target = `${kind === 'above' ? '>' : '<'} ${valueText(limit, figure.unit)}`;
    const verdict = figure.met === undefined ? '' : figure.met ? 'met' : 'missed';
    const parts = figure.parts.map(({ label, unit, value }) => `${label} ${valueText(value, unit)}`).join(' · ');
    return [
      `${figure.label.padEnd(28)}${valueText(figure.value, figure.unit).padEnd(12)}${target.padEnd(12)}${verdict.padEnd(8)}n = ${figure.n}`,
      `  ${parts}`,
    ];
  });
  return `${conversations} conversations\n${rows.join('\n')}\n`;
}

/** A number as people read it; a dash where there is none. */
export function valueText(value: number | undefined, unit: Unit): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  switch (unit) {
    case 'share':
      return `${(value * 100).toFixed(1)} %`;
    case 'seconds':
      return value < 120 ? `${value.toFixed(1)} s` : `${(value / 60).toFixed(1)} min`;
    case 'rating':
      return value.toFixed(2);
    case 'dollars':
      return `$${value.toFixed(value !== 0 && Math.abs(value) < 0.01 ? 4 : 2)}`;
    case 'minutes':
      return value.toFixed(1);
    case 'count':
      return String(value);
    default:
      return unit satisfies never;
  }
}

/** One block a conversation: how it counts first, then the events that say so. */
export function ledgerText(rows: readonly LedgerRow[]): string {
  return rows
    .map(({ conversation, end, intents, falseReasons, handoff, why }) => {
      const marks = [end, ...(falseReasons.length > 0 ? ['taken back'] : []), ...(handoff ? [`handoff ${handoff.verdict}`] : [])];
      return [`${conversation}: ${marks.join(', ')} [${intents.join(', ')}]`, ...why.map((line) => `    ${line}`)].join('\n');
    })
    .join('\n')
    .concat(rows.length > 0 ? '\n' : '');
}
