import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { processorTime } from './processor-time.ts';
import { htmlLines } from '../src/channels/email/html-lines.ts';
import { parseMail } from '../src/channels/email/parse-mail.ts';
import { stripQuotes, trimLines } from '../src/channels/email/strip-quotes.ts';
import type { TrimmedBody } from '../src/channels/email/strip-quotes.ts';

/**
 * How often the trimmed reply is exactly the expected one, on mails with a known answer.
 * `node bench/trimming.ts FOLDER [--misses]`: each subfolder holds `expected.jsonl` and `inputs/`.
 */
const row = z.object({
  id: z.string(),
  kind: z.enum(['text', 'html', 'signature', 'eml']),
  input: z.string(),
  expect: z.object({ reply: z.string().optional(), startsWith: z.string().optional(), signature: z.string().nullish() }),
});
type Row = z.infer<typeof row>;

export interface TrimmingScore {
  mails: number;
  exact: number;
  exactWithSignature: number;
  lost: number;
}

const fold = (text: string): string => text.replace(/\s+/g, '');
const plainOf = (kind: Row['kind'], text: string): string =>
  kind === 'html'
    ? htmlLines(text)
        .map((line) => line.text)
        .join('\n')
    : text;

async function trim(kind: Row['kind'], path: string): Promise<TrimmedBody> {
  if (kind === 'eml') return (await parseMail(readFileSync(path))).body;
  const text = readFileSync(path, 'utf8');
  return kind === 'html' ? trimLines(htmlLines(text)) : stripQuotes(text);
}

/** A signature that is kept or cut beside the expected one is counted apart: the published sets disagree about it. */
function judge(
  kind: Row['kind'],
  expect: Row['expect'],
  { reply, signature }: TrimmedBody,
): { exact: boolean; withSignature: boolean; lost: boolean } {
  const wanted = fold(plainOf(kind, expect.reply ?? expect.startsWith ?? ''));
  const matches = (text: string): boolean => (expect.reply === undefined ? fold(text).startsWith(wanted) : fold(text) === wanted);
  const exact = matches(reply);
  const everything = fold(`${reply}${signature}`);
  return {
    exact,
    withSignature: exact || matches(`${reply}\n${signature}`),
    lost: !exact && !everything.includes(wanted) && !wanted.includes(fold(reply)),
  };
}

/** Trims every mail of one set. */
export async function scoreTrimming(folder: string, showMisses: boolean): Promise<TrimmingScore> {
  const total: TrimmingScore = { mails: 0, exact: 0, exactWithSignature: 0, lost: 0 };
  for (const line of readFileSync(join(folder, 'expected.jsonl'), 'utf8').trim().split('\n')) {
    const { id, kind, input, expect } = row.parse(JSON.parse(line));
    const trimmed = await trim(kind, join(folder, input));
    const verdict = judge(kind, expect, trimmed);
    total.mails += 1;
    if (verdict.exact) total.exact += 1;
    if (verdict.withSignature) total.exactWithSignature += 1;
    if (verdict.lost) total.lost += 1;
    if (showMisses && !verdict.exact)
      process.stderr.write(`${id} ${verdict.lost ? 'LOST' : ''}\n  want ${JSON.stringify(expect)}\n  got  ${JSON.stringify(trimmed)}\n`);
  }
  return total;
}

/** Milliseconds of processor time for bodies of a megabyte that are made to be slow. */
export function trimmingTimes(): readonly (readonly [string, number])[] {
  const cases: readonly (readonly [string, () => unknown])[] = [
    [
      '1 MB of quoted lines',
      () =>
        stripQuotes(
          'thanks\nOn Mon, 3 May 2026 at 10:12, Ann <ann@example.com> wrote:\n' + '> a quoted line of an old mail\n'.repeat(32_000),
        ),
    ],
    ['1 MB of words', () => stripQuotes('Where is my order? It was due on Monday.\n'.repeat(25_000))],
    ['1 MB of half attributions', () => stripQuotes('On 3 May 2026 at 10:12\n'.repeat(45_000))],
    ['1 MB in one line', () => stripQuotes('On 3 May 2026 at 10:12 wrote '.repeat(36_000))],
    ['1 MB of header-like lines', () => stripQuotes('From: somebody\n'.repeat(70_000))],
    [
      '1 MB of HTML paragraphs',
      () => trimLines(htmlLines('<p style="margin:0">Where is <b>my</b> order &amp; refund?</p>\n'.repeat(17_000))),
    ],
    ['1 MB of nested elements', () => trimLines(htmlLines('<div>'.repeat(200_000) + 'hello'))],
    ['1 MB of open brackets', () => trimLines(htmlLines('<'.repeat(1_000_000)))],
    ['1 MB of unclosed quotes', () => trimLines(htmlLines('<a href="'.repeat(110_000)))],
  ];
  return cases.map(([name, run]) => [name, processorTime(run).ms] as const);
}

async function main(args: readonly string[]): Promise<number> {
  const folder = args.find((argument) => !argument.startsWith('--'));
  for (const [name, ms] of trimmingTimes()) process.stdout.write(`${name.padEnd(28)} ${ms.toFixed(0).padStart(5)} ms\n`);
  if (folder === undefined) return 0;
  process.stdout.write(
    `\n${'set'.padEnd(10)} ${'mails'.padStart(6)} ${'exact'.padStart(6)} ${'%'.padStart(6)} ${'±signature'.padStart(11)} ${'lost'.padStart(5)}\n`,
  );
  for (const set of ['talon', 'crisp']) {
    const path = join(folder, set);
    if (!existsSync(path)) continue;
    const { mails, exact, exactWithSignature, lost } = await scoreTrimming(path, args.includes('--misses'));
    const percent = ((100 * exact) / mails).toFixed(1);
    process.stdout.write(
      `${set.padEnd(10)} ${String(mails).padStart(6)} ${String(exact).padStart(6)} ${percent.padStart(6)} ${String(exactWithSignature).padStart(11)} ${String(lost).padStart(5)}\n`,
    );
  }
  return 0;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
