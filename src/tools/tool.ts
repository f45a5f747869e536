import type { ZodType } from 'zod';
import { toolName, type CustomerId, type ToolName } from '../domain/ids.ts';
import type { Money } from '../domain/money.ts';
import type { PolicySettings } from '../domain/playbook.ts';
import type { ToolOutcome } from '../domain/tool-outcome.ts';

export interface ToolContext {
  /** The customer whose identity was proved; tools read and change that customer's records only, whatever the input says. */
  readonly customerId: CustomerId | undefined;
  /** One key, one effect: a second call with it returns the first one's result. */
  readonly idempotencyKey: string;
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
  /** `yes`: the customer confirms a rendered proposal; `none`: harmless, such as opening a ticket. Reads need none. */
  readonly consent: 'yes' | 'none';
  approval(input: Input): ApprovalRule;
  /** The money that moves, for limits and ledgers. */
  amount?(input: Input): Money | undefined;
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
  readonly consent: 'yes' | 'none';
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
    consent,
    prepare(rawInput) {
      const parsed = definition.input.safeParse(rawInput);
      if (!parsed.success) {
        return {
          kind: 'invalid_input',
          issues: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
        };
      }
      const input = parsed.data;
      return {
        kind: 'ready',
        call: {
          input,
          approval: definition.approval(input),
          amount: definition.amount?.(input),
          run: (context) => runTool(definition, input, context),
        },
      };
    },
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
  close(): Promise<void>;
}

/** What every pack is opened with; each takes what it needs. */
export interface PackSettings {
  /** Where the pack keeps its own files; ':memory:' for a throw-away backend. */
  readonly folder: string;
  /** The demo shop generates its orders around this moment. */
  readonly anchor: Date;
  readonly now: () => Date;
  /** The company's rules with their sentences; a pack that decides refunds itself cannot open without them. */
  readonly policies?: PolicySettings;
}
