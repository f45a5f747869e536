import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import { usd, type Money } from '../../domain/money.ts';
import type { PolicySettings } from '../../domain/playbook.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import type { RecordRef } from '../record-ref.ts';
import { defineTool, type ApprovalRule, type Tool, type ToolContext } from '../tool.ts';
import { COMMERCE_FORMS } from './commerce-forms.ts';
import type { Answer, CallContext, Operation } from './connector.ts';
import { inputSchema } from './input-fields.ts';
import { casesOf, type ToolCase, type ToolSettings } from './settings.ts';
import { evaluate, fillText, isSameText, type Scope } from './template.ts';

/** A configured call, bound to its connector. */
export interface BoundCall {
  readonly operation: Operation;
  /** Template for the customer whose record the answer is. */
  readonly owner: unknown;
}

/** Finds the operation behind a call of the configuration. */
export type Bind = (from: {
  readonly connector?: string | undefined;
  readonly call?: unknown;
  readonly owner?: unknown;
}) => Promise<BoundCall>;

type Input = Readonly<Record<string, unknown>>;

interface BoundTool {
  readonly name: string;
  readonly settings: ToolSettings;
  readonly policies: PolicySettings | undefined;
  readonly output: z.ZodType;
  readonly first: readonly (readonly [string, BoundCall])[];
  readonly cases: readonly { readonly settings: ToolCase; readonly call: BoundCall }[];
  readonly confirm: BoundCall | undefined;
}

/** Makes a tool of its configuration. Rejects with `config_invalid` where a system's own description lacks what it names. */
export async function connectedTool(name: string, settings: ToolSettings, bind: Bind, policies: PolicySettings | undefined): Promise<Tool> {
  const form = COMMERCE_FORMS[name];
  const tool: BoundTool = {
    name,
    settings,
    policies,
    output: form?.output ?? z.unknown(),
    first: await Promise.all(Object.entries(settings.first ?? {}).map(async ([as, lookup]) => [as, await bind(lookup)] as const)),
    cases: await Promise.all(casesOf(settings).map(async (each) => ({ settings: each, call: await bind(each) }))),
    confirm: settings.confirm && (await bind(settings.confirm)),
  };
  const { description, effect, private: isPrivate, critical, consent } = settings;
  return defineTool<Input, unknown>({
    name,
    description,
    input: inputSchema(settings.input ?? form?.input ?? {}),
    output: tool.output,
    effect,
    private: isPrivate,
    critical,
    backend: casesOf(settings)[0]?.connector ?? name,
    consent,
    approval: (input) => approvalOf(settings, input, policies),
    amount: (input) => amountOf(settings, input),
    records: (input) => recordsOf(settings.records, { input }),
    shows: (output) => recordsOf(settings.shows, { output }),
    run: (input, context) => runTool(tool, input, context),
    ...(tool.confirm ? { confirm: (input, output, context) => confirmed(tool, input, output, context) } : {}),
  });
}

function approvalOf({ approval, amount }: ToolSettings, input: Input, policies: PolicySettings | undefined): ApprovalRule {
  if (approval === 'automatic') return { kind: 'automatic' };
  const { because, role = policies?.approval.role ?? 'supervisor' } = approval;
  const moved = amount && evaluate(amount.minor, { input });
  const aboveCents = 'aboveCents' in approval ? approval.aboveCents : 0;
  // An amount that cannot be read is nobody's to wave through.
  if ('aboveCents' in approval && typeof moved === 'number' && moved <= aboveCents) return { kind: 'automatic' };
  return { kind: 'human', because, role, limit: usd(aboveCents) };
}

function amountOf({ amount }: ToolSettings, input: Input): Money | undefined {
  const minor = amount && evaluate(amount.minor, { input });
  const currency = amount && evaluate(amount.currency, { input });
  return typeof minor === 'number' && typeof currency === 'string' ? { minor, currency } : undefined;
}

function recordsOf(tables: Readonly<Record<string, unknown>> | undefined, scope: Scope): readonly RecordRef[] {
  return Object.entries(tables ?? {}).flatMap(([table, template]) => {
    const keys = evaluate(template, scope);
    const all: readonly unknown[] = Array.isArray(keys) ? keys : [keys];
    return all.flatMap((key) => (typeof key === 'string' || typeof key === 'number' ? [{ table, key: String(key) }] : []));
  });
}

async function runTool(tool: BoundTool, input: Input, context: ToolContext): Promise<ToolOutcome<unknown>> {
  const { settings, first } = tool;
  if (settings.private && context.customerId === undefined) return refuse(tool, 'identity_required');
  const lookedUp = await lookUp(first, scopeOf(input, context), context);
  if (lookedUp.kind !== 'scope') return outcomeOf(tool, lookedUp, context);
  const { scope } = lookedUp;
  const fitting = tool.cases.find(({ settings: { when } }) => when === undefined || evaluate(when, scope) !== undefined);
  if (!fitting) return refuse(tool, 'not_found');
  const repeated = context.repeated ?? false;
  if (settings.effect === 'write' && repeated && !fitting.call.operation.isKeyed) {
    return { kind: 'unknown', because: 'it was sent before, and the system cannot tell a repetition' };
  }
  const answer = await ask(fitting.call, scope, callContext(settings.effect, context));
  if (answer.kind !== 'answered') return outcomeOf(tool, answer, context);
  return shape(tool, fitting.settings, { ...scope, answer: answer.data });
}

const scopeOf = (input: Input, { customerId, idempotencyKey, now }: ToolContext): Scope => ({
  input,
  customer: customerId,
  key: idempotencyKey,
  now: now().toISOString(),
});

const callContext = (effect: 'read' | 'write', { idempotencyKey, repeated = false, signal }: ToolContext): CallContext => ({
  effect,
  key: idempotencyKey,
  repeated,
  signal,
});

/** One after the other, so that a later one may use what an earlier one found. */
async function lookUp(
  first: BoundTool['first'],
  scope: Scope,
  context: ToolContext,
): Promise<{ readonly kind: 'scope'; readonly scope: Scope } | Exclude<Answer, { kind: 'answered' }>> {
  let found = scope;
  for (const [as, call] of first) {
    const answer = await ask(call, found, callContext('read', context));
    if (answer.kind !== 'answered') return answer;
    found = { ...found, [as]: answer.data };
  }
  return { kind: 'scope', scope: found };
}

/** Somebody else's record is no record. */
async function ask({ operation, owner }: BoundCall, scope: Scope, context: CallContext): Promise<Answer> {
  const answer = await operation.run(scope, context);
  if (answer.kind !== 'answered' || owner === undefined) return answer;
  const theirs = evaluate(owner, { ...scope, answer: answer.data });
  if (theirs === undefined) return { kind: 'failed', code: 'owner_missing', retryable: false };
  return isSameText(theirs, scope['customer']) ? answer : { kind: 'not_found' };
}

function shape(tool: BoundTool, { result, summary }: ToolCase, scope: Scope): ToolOutcome<unknown> {
  const output = tool.output.safeParse(result === undefined ? scope['answer'] : evaluate(result, scope));
  if (!output.success) {
    return tool.settings.effect === 'write'
      ? { kind: 'unknown', because: 'it was done, and the answer could not be read' }
      : { kind: 'failed', code: 'invalid_output', retryable: false };
  }
  const told = summary === undefined ? undefined : fillText(summary, scope, String);
  return { kind: 'ok', output: output.data, summary: told ?? `${tool.name} answered` };
}

/** What came back in the words of the action engine. After a doubtful try only success settles anything. */
function outcomeOf(
  tool: BoundTool,
  answer: Exclude<Answer, { kind: 'answered' }>,
  { repeated = false }: ToolContext,
): ToolOutcome<unknown> {
  const isOpen = repeated && tool.settings.effect === 'write';
  switch (answer.kind) {
    case 'unknown':
      return answer;
    case 'not_found':
      return isOpen ? STILL_OPEN : refuse(tool, 'not_found');
    case 'declined': {
      const rule = answer.codes.map((code) => tool.settings.refusals?.[code]).find((each) => each !== undefined);
      if (isOpen) return STILL_OPEN;
      return rule === undefined ? { kind: 'failed', code: `declined_${answer.codes[0] ?? ''}`, retryable: false } : refuse(tool, rule);
    }
    case 'failed':
      return isOpen ? STILL_OPEN : answer;
    default:
      return assertNever(answer);
  }
}

const STILL_OPEN: ToolOutcome<unknown> = { kind: 'unknown', because: 'an earlier try may have happened' };

/** The company's sentence for a rule; `policies.yaml` has one for every rule that connectors.yaml names. */
function refuse({ policies }: BoundTool, rule: string): ToolOutcome<unknown> {
  return { kind: 'refused', rule, because: policies?.rules[rule]?.customer ?? rule };
}

async function confirmed(tool: BoundTool, input: Input, output: unknown, context: ToolContext): Promise<'confirmed' | 'absent'> {
  const { confirm, settings } = tool;
  if (!confirm || !settings.confirm) return 'confirmed';
  const scope = { ...scopeOf(input, context), output };
  const answer = await ask(confirm, scope, callContext('read', context));
  if (answer.kind !== 'answered') return 'absent';
  const seen = { ...scope, answer: answer.data };
  return settings.confirm.expect.every(({ value, is }) => isSameText(evaluate(value, seen), evaluate(is, seen))) ? 'confirmed' : 'absent';
}
