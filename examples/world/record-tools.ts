import { canonicalJson, defineTool, type Policy, type RecordRef, type Tool, type ToolOutcome } from 'deskhand/pack';
import { z } from 'zod';
import { fails, type Effects } from './effects.ts';
import type { Table } from './table.ts';

/** One kind of record that belongs to a customer, and how it is named in arguments. */
export interface RecordKind<Row> {
  /** As support says it: `order`. */
  readonly noun: string;
  readonly argument: string;
  readonly schema: z.ZodType<Row>;
  readonly table: Table<Row>;
  refOf(key: string): RecordRef;
}

const isThere = <Row>({ noun }: RecordKind<Row>) => fails(`${noun}_unknown`, `there is no such ${noun}`);

/** A tool that shows one record by its key. */
export function defineRecordRead<Row>(kind: RecordKind<Row>, { name, description }: { name: string; description: string }): Tool {
  return defineTool({
    name,
    description,
    input: z.strictObject({ [kind.argument]: z.string() }),
    output: kind.schema,
    effect: 'read',
    private: true,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    records: (input) => [kind.refOf(keyIn(kind, input))],
    run: async (input) => {
      const found = kind.table.get(keyIn(kind, input));
      return found === undefined ? isThere(kind) : { kind: 'ok', output: found, summary: `read the ${kind.noun} ${keyIn(kind, input)}` };
    },
  });
}

/** What one change of a record brings; how it is confirmed, consented to and repeated is the same for all. */
export interface RecordChange<Row, Input> {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodType<Input>;
  readonly policy: Policy<Input>;
  /** A record that may be changed without having been read in the conversation, for lack of a sentence that asks for it. */
  readonly mayBeUnread?: boolean;
  /** The record as it is afterwards, or why the system does not do it. Payments of the customer are changed here too. */
  readonly change: (before: Row, input: Input) => Row | Extract<ToolOutcome<Row>, { kind: 'refused' }>;
}

export function defineRecordChange<Row extends object, Input extends object>(
  effects: Effects,
  kind: RecordKind<Row>,
  definition: RecordChange<Row, Input>,
): Tool {
  const { name, description, input: schema, policy, mayBeUnread = false } = definition;
  return defineTool<Input, Row>({
    name,
    description,
    input: schema,
    output: kind.schema,
    effect: 'write',
    private: true,
    critical: true,
    consent: 'yes',
    approval: () => ({ kind: 'automatic' }),
    records: (input) => [kind.refOf(keyIn(kind, input))],
    unread: (input) => (mayBeUnread ? [kind.refOf(keyIn(kind, input))] : []),
    policy,
    run: async (input, { idempotencyKey }) => effects.once(idempotencyKey, () => changeRecord(kind, definition, input)),
    confirm: async (input, output) =>
      canonicalJson(kind.table.get(keyIn(kind, input))) === canonicalJson(output) ? 'confirmed' : 'absent',
  });
}

function changeRecord<Row extends object, Input extends object>(
  kind: RecordKind<Row>,
  { name, change }: RecordChange<Row, Input>,
  input: Input,
): ToolOutcome<Row> {
  const key = keyIn(kind, input);
  const before = kind.table.get(key);
  if (before === undefined) return isThere(kind);
  const after = change(before, input);
  if (isRefusal(after)) return after;
  kind.table.put(key, after);
  return { kind: 'ok', output: after, summary: `${name}: ${key}` };
}

/** No record has a field called `kind`. */
const isRefusal = <Row extends object>(
  after: Row | Extract<ToolOutcome<Row>, { kind: 'refused' }>,
): after is Extract<ToolOutcome<Row>, { kind: 'refused' }> => 'kind' in after;

const anyKeys = z.record(z.string(), z.unknown());

function keyIn<Row>({ argument }: RecordKind<Row>, input: object): string {
  return String(anyKeys.parse(input)[argument]);
}
