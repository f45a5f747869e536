/**
 * Recall of the detectors on labelled texts: `node bench/redaction-quality.ts FILE`, a JSON list of
 * `{full_text, spans: [{entity_type, entity_value, start_position, end_position}]}`. A label counts as found when a span
 * of the same type covers it. Also counts texts without labels that were changed, and spans where no label is.
 */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { z } from 'zod';
import { detectPii } from '../src/agent/quality/pii-detectors.ts';

const labelled = z.array(
  z.object({
    full_text: z.string(),
    spans: z.array(z.object({ entity_type: z.string(), entity_value: z.string(), start_position: z.number(), end_position: z.number() })),
  }),
);

export interface RedactionScore {
  /** By type of label. */
  readonly totals: ReadonlyMap<string, { readonly labels: number; readonly found: number }>;
  readonly clean: number;
  /** Clean texts in which something was found. */
  readonly touched: number;
  readonly missed: readonly string[];
  /** Spans where no label is. */
  readonly extra: readonly string[];
}

export async function scoreRedaction(file: string): Promise<RedactionScore> {
  const rows = labelled.parse(JSON.parse(await readFile(file, 'utf8')));
  const totals = new Map<string, { labels: number; found: number }>();
  const missed: string[] = [];
  const extra: string[] = [];
  let clean = 0;
  let touched = 0;
  for (const { full_text: text, spans } of rows) {
    const found = detectPii(text).map((span) => ({
      type: span.type,
      start: Array.from(text.slice(0, span.start)).length,
      end: Array.from(text.slice(0, span.end)).length,
    }));
    if (spans.length === 0) {
      clean++;
      if (found.length > 0) touched++;
    }
    for (const label of spans) {
      const total = totals.get(label.entity_type) ?? { labels: 0, found: 0 };
      totals.set(label.entity_type, total);
      total.labels++;
      if (found.some(({ type, start, end }) => type === label.entity_type && start <= label.start_position && end >= label.end_position))
        total.found++;
      else if (/CARD|IBAN|EMAIL|PHONE|IP_|LICENSE/.test(label.entity_type))
        missed.push(`${label.entity_type} ${JSON.stringify(text.slice(Math.max(0, label.start_position - 30), label.end_position + 15))}`);
    }
    for (const span of found) {
      if (!spans.some((label) => span.start < label.end_position && label.start_position < span.end)) {
        extra.push(
          `${span.type} ${JSON.stringify(
            Array.from(text)
              .slice(Math.max(0, span.start - 20), span.end + 10)
              .join(''),
          )}`,
        );
      }
    }
  }
  return { totals, clean, touched, missed, extra };
}

async function main(file: string): Promise<void> {
  const { totals, clean, touched, missed, extra } = await scoreRedaction(file);
  const lines = [...totals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([type, { labels, found }]) =>
        `${type.padEnd(20)} ${String(found).padStart(4)} of ${String(labels).padStart(4)}  ${((100 * found) / labels).toFixed(1)} %`,
    );
  process.stdout.write(`${lines.join('\n')}\nclean texts touched: ${touched} of ${clean}\nspans without a label: ${extra.length}\n`);
  process.stderr.write(`${[...missed.map((line) => `missed ${line}`), ...extra.map((line) => `extra ${line}`)].join('\n')}\n`);
}

if (import.meta.main) {
  const file = process.argv[2];
  if (file === undefined) {
    process.stderr.write('usage: node bench/redaction-quality.ts FILE\n');
    process.exitCode = 2;
  } else {
    await main(file);
  }
}
