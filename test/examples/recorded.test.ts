import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { judgeRuns } from '../../bench/tau/judge-runs.ts';
import { conversationOf, domainOf, readRecorded, type Domain } from '../../bench/tau/recorded-runs.ts';
import { openPack as openAirline } from '../../examples/airline/pack.ts';
import { openPack as openRetail } from '../../examples/retail/pack.ts';
import { openActSession } from '../../src/cli/act/act-session.ts';
import { sentenceOf } from '../../src/tools/sentence-of.ts';
import type { ToolPack } from '../../src/tools/tool.ts';
import { policies } from '../tools/demo-shop/open-shop.ts';

/** Public data that lies beside the checkout on some machines and never in it. */
const DATA = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'tau');
const hasData = existsSync(DATA);
if (!hasData) process.stderr.write('test/examples/recorded.test.ts: skipped, the recorded tasks are not beside this checkout\n');

const now = (): Date => new Date(0);
const open = (domain: Domain): Promise<ToolPack> =>
  (domain === 'retail' ? openRetail : openAirline)({ folder: join(DATA, domain), anchor: now(), now });

const tasks = z.array(
  z.object({
    id: z.string(),
    evaluation_criteria: z.object({
      actions: z.array(z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()) })).nullable(),
    }),
  }),
);
const expectedLine = z.object({
  task_id: z.string(),
  expected_errors: z.array(z.tuple([z.string(), z.string()])),
  changed_records: z.array(z.object({ table: z.string(), key: z.string(), after: z.unknown() })),
});
const readText = (domain: Domain, file: string): string => readFileSync(join(DATA, domain, file), 'utf8');

/** Equal to the cent: recorded sums are raw floating-point ones. */
const toCents = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, inner: unknown) => (typeof inner === 'number' ? Math.round(inner * 100) + 0 : inner));
const byName = <Row extends { readonly table: string; readonly key: string }>(records: readonly Row[]): Row[] =>
  records.toSorted((left, right) => (`${left.table}/${left.key}` < `${right.table}/${right.key}` ? -1 : 1));

(hasData ? describe : describe.skip)('the recorded tasks', () => {
  it.each(['retail', 'airline'] as const)(
    'end in the expected records when their reference calls run on the bare tools: %s',
    async (domain) => {
      const session = openActSession({ pack: await open(domain), gates: 'none', isolate: true, confirm: 'given', policies, now });
      const failures = new Map<string, string[]>();
      for (const { id, evaluation_criteria } of tasks.parse(JSON.parse(readText(domain, 'tasks.json')))) {
        await session.hear(id, '');
        for (const { name, arguments: input } of evaluation_criteria.actions ?? []) {
          const { status } = await session.call({ conversation: id, tool: name, arguments: input });
          if (status !== 'ok') failures.set(id, [...(failures.get(id) ?? []), name]);
        }
      }
      const changes = new Map((await session.changes()).map(({ conversation, changed_records }) => [conversation, changed_records]));
      const wanted = readText(domain, 'expected_final_state.jsonl')
        .trim()
        .split('\n')
        .map((line) => expectedLine.parse(JSON.parse(line)));
      for (const { task_id, expected_errors, changed_records } of wanted) {
        expect({ task_id, failed: failures.get(task_id) ?? [] }).toEqual({ task_id, failed: expected_errors.map(([tool]) => tool) });
        expect(toCents(byName(changes.get(task_id) ?? []))).toEqual(toCents(byName(changed_records)));
      }
      expect(wanted.length).toBeGreaterThan(0);
    },
  );

  it.each([
    ['airline', 0.6],
    ['retail', 0.2],
  ] as const)('lose no right write without a sentence of the policy, and enough wrong ones: %s', async (domain, goal) => {
    const recorded = readRecorded(join(DATA, 'runs'));
    const runs = recorded.runs.filter((run) => domainOf(conversationOf(run)) === domain);
    const pack = await open(domain);
    const judged = await judgeRuns({ ...recorded, runs }, pack, policies, 'given');
    const refused = judged.filter(({ result }) => result.status === 'refused');
    const gold = refused.filter(({ label }) => label === 'gold');
    expect(gold.filter(({ tool, result }) => sentenceOf(pack, tool, result.rule ?? '') === undefined)).toEqual([]);
    const wrongful = judged.filter(({ label }) => label === 'wrongful');
    expect(wrongful.length).toBeGreaterThan(0);
    expect(refused.filter(({ label }) => label === 'wrongful').length / wrongful.length).toBeGreaterThanOrEqual(goal);
  });
});
