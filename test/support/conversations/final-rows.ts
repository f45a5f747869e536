import { z } from 'zod';
import type { ConversationCase, FinalRow, People } from './conversation-file.ts';
import { personsIn } from './plan-runs.ts';

/** One changed record of the shop, with its fields named in camel case. */
export interface ChangedRow {
  readonly table: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const record = z.looseObject({
  table: z.string(),
  key: z.unknown(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
const line = z.union([
  record.transform((one) => [one]),
  z.looseObject({ changed_records: z.array(record) }).transform((all) => all.changed_records),
]);

/** Reads what `--final FILE` wrote: JSON lines of records, or of `{changed_records}`. */
export function parseFinalRows(text: string): readonly ChangedRow[] {
  const lines = text.split('\n').filter((one) => one.trim() !== '');
  return lines.flatMap((one) => line.parse(JSON.parse(one)).map(({ table, after }) => ({ table, fields: camelCased(after ?? {}) })));
}

function camelCased(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), value]),
  );
}

/** Tables whose changes a customer feels; the shop's own bookkeeping is its own business. */
const JUDGED = new Set(['refunds', 'orders', 'customers']);

/** What the shop's data lacks, or has too much, for one conversation. `shared`: rows that others of the same run expect. */
export function finalProblems(one: ConversationCase, rows: readonly ChangedRow[], people: People): readonly string[] {
  const mine = rows.filter((row) => JUDGED.has(row.table) && personsIn(one, people).some((person) => belongsTo(row, person, people)));
  const missing = one.final.filter((expected) => !mine.some((row) => matches(expected, row)));
  const surplus = mine.filter((row) => !one.final.some((expected) => explains(expected, row)));
  const twice = one.final.filter((expected) => expected.table === 'refunds' && mine.filter((row) => matches(expected, row)).length > 1);
  return [
    ...missing.map((row) => `the shop lacks ${JSON.stringify(row)}`),
    ...surplus.map((row) => `the shop has a change that nobody asked for: ${row.table} ${JSON.stringify(row.fields)}`),
    ...twice.map((row) => `paid twice: ${JSON.stringify(row)}`),
  ];
}

function belongsTo({ fields }: ChangedRow, person: string, people: People): boolean {
  const customer = people.customers[person];
  if (customer === undefined) return false;
  return fields['customerId'] === customer.id || Object.keys(customer.orders).includes(String(fields['orderId']));
}

function matches({ table, order, customer, ...wanted }: FinalRow, row: ChangedRow): boolean {
  if (table !== row.table) return false;
  if (order !== undefined && row.fields['orderId'] !== order) return false;
  if (customer !== undefined && row.fields['customerId'] !== customer) return false;
  return Object.entries(wanted).every(([name, value]) => isEqual(value, row.fields[name]));
}

/** Text is contained, flags may be 0 or 1, everything else is equal. */
function isEqual(wanted: unknown, found: unknown): boolean {
  if (typeof wanted === 'string')
    return (
      typeof found === 'string' && found.toLowerCase().replaceAll(/[-\s]/g, '').includes(wanted.toLowerCase().replaceAll(/[-\s]/g, ''))
    );
  if (typeof wanted === 'boolean') return found === wanted || found === Number(wanted);
  return wanted === found;
}

/** A refund also marks its order, so a row of the same order is explained by it. */
function explains(expected: FinalRow, row: ChangedRow): boolean {
  if (matches(expected, row)) return true;
  return expected.table === 'refunds' && row.table === 'orders' && row.fields['orderId'] === expected.order;
}
