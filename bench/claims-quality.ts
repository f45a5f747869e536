/** Block rates of the quality check over the labelled claims: `node bench/claims-quality.ts [FILE]`. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkReply } from '../src/agent/quality/quality-check.ts';

const file = process.argv[2] ?? new URL('../test/agent/quality/fixtures/claims.yaml', import.meta.url);
const table = z
  .array(z.object({ passage: z.string(), title: z.string(), claims: z.array(z.tuple([z.string(), z.string()])) }))
  .parse(parse(readFileSync(file, 'utf8')));

const totals = new Map<string, { claims: number; blocked: number }>();
const surprises: string[] = [];
let spentMs = 0;
for (const { passage, title, claims } of table) {
  for (const [label, claim] of claims) {
    const found = {
      article: title,
      chunk: 0,
      title,
      heading: '',
      category: '',
      audience: 'public' as const,
      updatedAt: new Date(0),
      text: passage,
      score: 1,
    };
    const began = performance.now();
    const verdict = checkReply(
      { text: claim, citations: [] },
      {
        passages: [found],
        facts: [],
        customerWords: [],
        audience: 'private',
        ownEmails: [],
        allowedHosts: [],
        previousReplies: [],
        apologiesSoFar: 0,
      },
    );
    spentMs += performance.now() - began;
    const total = totals.get(label) ?? { claims: 0, blocked: 0 };
    totals.set(label, total);
    total.claims++;
    if (verdict.kind !== 'ok') total.blocked++;
    if ((verdict.kind === 'ok') !== (label === 'true'))
      surprises.push(`${label.padEnd(10)} ${verdict.kind === 'blocked' ? verdict.rule : verdict.kind}: ${claim}`);
  }
}
const claims = [...totals.values()].reduce((sum, total) => sum + total.claims, 0);
for (const [label, total] of totals) process.stdout.write(`${label.padEnd(10)} blocked ${total.blocked} of ${total.claims}\n`);
process.stdout.write(`${claims} claims, ${(spentMs / claims).toFixed(2)} ms each\n`);
process.stderr.write(`${surprises.join('\n')}\n`);
