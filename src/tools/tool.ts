import type { ZodType } from 'zod';
import { toolName, type CustomerId, type ToolName } from '../domain/ids.ts';
import type { Money } from '../domain/money.ts';
import type { PolicySettings } from '../domain/playbook.ts';
import type { ToolOutcome } from '../domain/tool-outcome.ts';
import type { IdentityProof } from './identity-proof.ts';
import type { Policy, PolicyBreach, PolicyCall, RuleSentences } from './policy.ts';
import { recordName, type RecordRef } from './record-ref.ts';

export interface ToolContext {
  /** The customer whose identity was proved; tools read and change that customer's records only, whatever the input says. */
  readonly customerId: CustomerId | undefined;
  /** One key, one effect: a second call with it returns the first one's result. */
  readonly idempotencyKey: string;
  /** True when a call under this key was begun before and nobody knows what came of it. */
  readonly repeated?: boolean;
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

export type ApprovalRule =
  | { readonly kind: 'automatic' }
  | { readonly kind: 'human'; readonly because: string; readonly role: string; readonly limit: Money };

/** What a tool author writes: what it is, then how it is done. It never checks who may call it. */
export interface ToolDefinition<Input, Output> {
  readonly name: string;
  /** Read by a model and by docs/tools.md. */
  readonly description: string;
  readonly input: ZodType<Input>;
  readonly output: ZodType<Output>;
  /** A write is always claimed first and needs the customer's explicit yes, unless `consent` says otherwise. */
  readonly effect: 'read' | 'write';
  /** Shows or changes a customer's data, so that identity is proved first. */
  readonly private: boolean;
  /** A failure of it goes to a human. */
  readonly critical: boolean;
  /** Which of the company's systems it asks, where there are several: one that is down is left alone and the others are not. */
  readonly backend?: string;
  /** `yes`: the customer confirms a rendered proposal; `none`: harmless, such as opening a ticket. Reads need none. */
  readonly consent: 'yes' | 'none';
  approval(input: Input): ApprovalRule;
  /** The money that moves, for limits and ledgers. */
  amount?(input: Input): Money | undefined;
  /** The customer's records that the arguments name: all of them have to be the proved customer's, and a write has to have read them. */
  records?(input: Input): readonly RecordRef[];
  /** Of `records`, what a write may change without having read it in the conversation, such as the account that a booking goes to. */
  unread?(input: Input): readonly RecordRef[];
  /** Further records that a result shows, which count as read then. */
  shows?(output: Output): readonly RecordRef[];
  /** What the company allows beyond what the system itself refuses. */
  readonly policy?: Policy<Input>;
  run(input: Input, context: ToolContext): Promise<ToolOutcome<Output>>;
  /** Reads the backend again after a write: success is only said once this says `confirmed`. */
  confirm?(input: Input, output: Output, context: ToolContext): Promise<'confirmed' | 'absent'>;
}

export type PreparedInput =
  | { readonly kind: 'ready'; readonly call: PreparedCall }
  | { readonly kind: 'invalid_input'; readonly issues: string };

/** A call whose arguments were checked. */
export interface PreparedCall {
  readonly input: unknown;
  readonly approval: ApprovalRule;
  readonly amount: Money | undefined;
  readonly records: readonly RecordRef[];
  /** Of `records`, those that must have been read before. */
  readonly mustBeRead: readonly RecordRef[];
  /** The first rule of the tool's policy that the call breaks. */
  judge(call: Omit<PolicyCall<unknown>, 'input'>): Promise<PolicyBreach | undefined>;
  /** What a successful call has shown: the records of its arguments and of its result. */
  shown(output: unknown): readonly RecordRef[];
  /** Runs, and for a write re-reads the backend; what is thrown becomes `failed`. */
  run(context: ToolContext): Promise<ToolOutcome<unknown>>;
}

/** What the action engine holds: the types of input and output are closed over. */
export interface Tool {
  readonly name: ToolName;
  readonly description: string;
  readonly effect: 'read' | 'write';
  readonly private: boolean;
  readonly critical: boolean;
  readonly backend?: string;
  readonly consent: 'yes' | 'none';
  /** For docs/tools.md: what the tool takes, and the rules it is under. */
  readonly input: ZodType;
  readonly rules: readonly RuleSentences[];
  prepare(rawInput: unknown): PreparedInput;
}

/** Closes a definition over its types. */
export function defineTool<Input, Output>(definition: ToolDefinition<Input, Output>): Tool {
  const { name, description, effect, critical, consent } = definition;
  return {
    name: toolName(name),
    description,
    effect,
    private: definition.private,
    critical,
    ...(definition.backend === undefined ? {} : { backend: definition.backend }),
    consent,
    input: definition.input,
    rules: definition.policy?.rules ?? [],
    prepare(rawInput) {
      const parsed = definition.input.safeParse(rawInput);
      if (!parsed.success) {
        return {
          kind: 'invalid_input',
          issues: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
        };
      }
      return { kind: 'ready', call: prepareCall(definition, parsed.data) };
    },
  };
}

function prepareCall<Input, Output>(definition: ToolDefinition<Input, Output>, input: Input): PreparedCall {
  const records = definition.records?.(input) ?? [];
  const unread = new Set(definition.unread?.(input).map(recordName));
  return {
    input,
    approval: definition.approval(input),
    amount: definition.amount?.(input),
    records,
    mustBeRead: definition.effect === 'write' ? records.filter((record) => !unread.has(recordName(record))) : [],
    judge: async (call) => definition.policy?.judge({ ...call, input }),
    shown(output) {
      const parsed = definition.output.safeParse(output);
      return [...records, ...((parsed.success && definition.shows?.(parsed.data)) || [])];
    },
    run: (context) => runTool(definition, input, context),
  };
}

async function runTool<Input, Output>(
  definition: ToolDefinition<Input, Output>,
  input: Input,
  context: ToolContext,
): Promise<ToolOutcome<unknown>> {
  const outcome = await definition.run(input, context);
  if (outcome.kind !== 'ok') return outcome;
  const output = definition.output.safeParse(outcome.output);
  if (!output.success) return { kind: 'failed', code: 'invalid_output', retryable: false };
  if (definition.effect === 'write' && definition.confirm && (await definition.confirm(input, output.data, context)) === 'absent') {
    return { kind: 'unknown', because: 'the change was reported but could not be read back' };
  }
  return outcome;
}

export interface CustomerRecord {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly email: string;
  readonly status: string;
}

/** A row that changed in the backend since it was opened, for `--final` and for judging conversations. */
export interface ChangedRecord {
  readonly table: string;
  readonly key: string;
  readonly after: unknown;
}

/** A company's system as Deskhand sees it: its tools, and who its customers are. */
export interface ToolPack {
  readonly name: string;
  /** The demo: real channels together with it answer nobody (go-live guard). */
  readonly demo: boolean;
  readonly tools: readonly Tool[];
  readonly identityProof: IdentityProof;
  /** The sentences of the company's policy that the rules of the gate itself carry out, such as `explicit_yes`. */
  readonly gateSentences?: Readonly<Record<string, string>>;
  /** Whose record it is; undefined when there is no such record, which a customer is told in the same words. */
  ownerOf(record: RecordRef): Promise<CustomerId | undefined>;
  /** The fields of a record, `customers` included, as the predicates of `config/policies.yaml` name them. */
  readonly fieldsOf?: (record: RecordRef) => Promise<unknown>;
  /** How the shop calls its products, so that customers' words for them are recognised; absent: they are not. */
  readonly productNames?: () => Promise<readonly string[]>;
  /** Looks a customer up by the address on the account, for the one-time code. Case and surrounding space do not matter. */
  customerByEmail(email: string): Promise<CustomerRecord | undefined>;
  customerById(id: CustomerId): Promise<CustomerRecord | undefined>;
  /** For the "Try it" page and `chat --as`: named customers with a line about each of their orders. */
  sampleCustomers(): Promise<
    readonly {
      readonly customer: CustomerRecord;
      readonly about: string;
      readonly orders: readonly { readonly orderId: string; readonly line: string }[];
    }[]
  >;
  changedRecords(): Promise<readonly ChangedRecord[]>;
  /** The same data as it was opened, for conversations that must not see each other's changes; the owner of both closes both. */
  asOpened?(): Promise<ToolPack>;
  /** Where the clock of recorded data stands; without it, time goes on. */
  readonly standsAt?: Date;
  close(): Promise<void>;
}

/** What every pack is opened with; each takes what it needs. */
export interface PackSettings {
  /** Where the pack finds its data or keeps its own files; ':memory:' for a throw-away backend. */
  readonly folder: string;
  /** The demo shop generates its orders around this moment. */
  readonly anchor: Date;
  readonly now: () => Date;
  /** The company's rules with their sentences; a pack that decides refunds itself cannot open without them. */
  readonly policies?: PolicySettings;
}
