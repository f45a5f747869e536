import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../../src/domain/canonical-json.ts';

const call = z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()) });
const message = z.object({
  role: z.string(),
  content: z.string().nullish(),
  tool_calls: z.array(call).nullish(),
});
const run = z.object({ domain: z.string(), agent: z.string(), task_id: z.string(), messages: z.array(message) });
export type RecordedRun = z.infer<typeof run>;

const guardCase = z.object({
  domain: z.enum(['retail', 'airline']),
  run: z.string(),
  task_id: z.string(),
  tool: z.string(),
  arguments: z.record(z.string(), z.unknown()),
  label: z.enum(['wrongful', 'matches_gold']),
  matches_head_gold: z.boolean(),
});
export type GuardCase = z.infer<typeof guardCase>;
export type Domain = GuardCase['domain'];

/** How a write was judged when it was first made. */
export type Label = 'wrongful' | 'gold' | 'other';

export interface Recorded {
  readonly runs: readonly RecordedRun[];
  /** By `keyOf`; a write that never took effect has no label. */
  readonly labels: ReadonlyMap<string, Label>;
}

export const conversationOf = ({ domain, agent, task_id }: RecordedRun): string => `${domain}__${agent}/${task_id}`;
export const domainOf = (conversation: string): Domain => (conversation.startsWith('tau2-airline') ? 'airline' : 'retail');
/** The same call in the same run is one write, however often it was made. */
export const keyOf = (conversation: string, tool: string, input: unknown): string =>
  `${conversation}/${tool}/${canonicalJson(asCalled(input))}`;

const withPayments = z.looseObject({ payment_methods: z.array(z.looseObject({ payment_id: z.string(), amount: z.number() })) });

/** The recorded list of payments grew in place when its booking was cancelled later: each came again with its sign turned. */
function asCalled(input: unknown): unknown {
  const booking = withPayments.safeParse(input).data;
  const paid = booking?.payment_methods ?? [];
  const half = paid.slice(0, paid.length / 2);
  const isMirrored = half.length * 2 === paid.length && half.every(({ amount }, index) => paid[half.length + index]?.amount === -amount);
  return booking && isMirrored ? { ...booking, payment_methods: half } : input;
}

/** Reads the folder of recorded runs. Throws when a file is missing or of another form. */
export function readRecorded(folder: string): Recorded {
  const labels = new Map<string, Label>();
  for (const each of linesOf(join(folder, 'guard_cases.jsonl'), guardCase)) {
    const key = keyOf(`${each.run}/${each.task_id}`, each.tool, each.arguments);
    labels.set(key, labels.get(key) ?? labelOf(each));
  }
  return { runs: linesOf(join(folder, 'runs.jsonl'), run), labels };
}

const labelOf = ({ label, matches_head_gold }: GuardCase): Label =>
  matches_head_gold ? 'gold' : label === 'wrongful' ? 'wrongful' : 'other';

const linesOf = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema>[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)));
