import type { CustomerId } from '../../domain/ids.ts';
import { recordName, type RecordRef } from '../../tools/record-ref.ts';
import type { Story } from '../../tools/story.ts';
import type { PreparedCall, Tool } from '../../tools/tool.ts';
import { provedCustomer, type GateCall } from './gate.ts';
import { judgePredicates, looksAtRecords, predicatesFor } from './predicates.ts';

export interface RecordPorts {
  /** Whose record it is; undefined for none. */
  ownerOf(record: RecordRef): Promise<CustomerId | undefined>;
  /** The fields of a record, for the predicates of `config/policies.yaml`. */
  readonly fieldsOf?: (record: RecordRef) => Promise<unknown>;
}

/** What the gate knows of the records and the policy of a call. */
export type Known = Pick<GateCall, 'records' | 'breach'>;
export const NOTHING_KNOWN: Known = { records: [], breach: undefined };

type Asked = Pick<GateCall, 'identity' | 'at' | 'policies'> & { readonly story: Story };

/** Whose the records are and what the policy says, read at the edge; nothing is read for somebody who is not proved. */
export async function factsFor(
  tool: Tool | undefined,
  ready: PreparedCall | undefined,
  asked: Asked,
  ports: RecordPorts,
): Promise<Known | 'unreadable'> {
  const customer = provedCustomer(asked);
  if (!tool || !ready || (tool.private && customer === undefined)) return NOTHING_KNOWN;
  const { story, at } = asked;
  try {
    const records = await Promise.all(
      ready.records.map(async (record) => ({ name: recordName(record), isTheirs: (await ports.ownerOf(record)) === customer })),
    );
    if (records.some(({ isTheirs }) => !isTheirs)) return { records, breach: undefined };
    return { records, breach: (await ready.judge({ customer, story, at })) ?? (await predicateBreach(tool, ready, asked, ports)) };
  } catch {
    // A policy that cannot be read allows nothing.
    return 'unreadable';
  }
}

/** What the company added as data; records are read only where a row is about this tool. */
async function predicateBreach(
  tool: Tool,
  { input, amount, records }: PreparedCall,
  asked: Asked,
  { fieldsOf }: RecordPorts,
): Promise<Known['breach']> {
  const predicates = predicatesFor(asked.policies, tool.name);
  if (predicates.length === 0) return undefined;
  if (!fieldsOf && predicates.some(looksAtRecords)) throw new TypeError('the pack shows no fields of its records');
  const customer = provedCustomer(asked);
  const [first] = records;
  const [record, own] = await Promise.all([first && fieldsOf?.(first), customer && fieldsOf?.({ table: 'customers', key: customer })]);
  return judgePredicates(predicates, {
    input,
    amountCents: amount?.minor,
    record,
    customer: own,
    said: asked.story.said,
    at: asked.at,
  });
}
