import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export const OUTCOMES = ['resolved', 'escalated', 'approval', 'open'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const oneOrMore = <Item extends z.ZodType>(item: Item) => z.union([item.transform((only) => [only]), z.array(item).min(1)]);
const text = z.string();

/** What must be true after a step. `a|b` in `says` means either wording. Docs: test/conversations/README.md. */
const expectation = z.strictObject({
  identity: oneOrMore(z.enum(['anonymous', 'claimed', 'verified'])).optional(),
  code_to: text.optional(),
  no_code: z.literal(true).optional(),
  no_code_in_replies: z.literal(true).optional(),
  mail_to: text.optional(),
  no_mail_to: text.optional(),
  mails: z.array(z.strictObject({ to: text, says: text })).optional(),
  says: z.array(text).optional(),
  never_says: z.array(text).optional(),
  silent: z.literal(true).optional(),
  at_most_replies: z.number().int().optional(),
  intents: z.array(text).optional(),
  decision: oneOrMore(z.enum(['reply', 'ask', 'request_approval', 'escalate', 'stay_silent'])).optional(),
  /** Tools that ran and succeeded or were refused by policy. */
  actions: z.array(text).optional(),
  /** Tools that were not even called. */
  no_actions: z.array(text).optional(),
  /** Tools that did not succeed; being called and refused is fine. */
  no_ok: z.array(text).optional(),
  escalation: z
    .union([z.literal(true), z.strictObject({ reason: text.optional(), priority: text.optional(), queue: text.optional() })])
    .optional(),
  no_escalation: z.literal(true).optional(),
  /** The desk says no: a missing role, a second click. */
  desk_refused: z.literal(true).optional(),
});
export type Expectation = z.infer<typeof expectation>;

const customerStep = z.strictObject({
  customer: text,
  /** Somebody else in the same thread. */
  from: text.optional(),
  cc: z.array(text).optional(),
  subject: text.optional(),
  attachments: z.array(text).optional(),
  /** Left out unless it fits what has happened: a code is there, none is there, the agent asked, no human has it yet. */
  only: z.enum(['with_code', 'without_code', 'when_asked', 'when_bot_has_it']).optional(),
  expect: expectation.optional(),
});
const deskStep = z.strictObject({
  desk: z.strictObject({
    action: z.enum(['claim', 'reply', 'note', 'approve', 'deny', 'resolve', 'return']),
    by: text,
    text: text.optional(),
    because: text.optional(),
    outcome: text.optional(),
    instruction: text.optional(),
  }),
  expect: expectation.optional(),
});
const advanceStep = z.strictObject({ advance: z.string().regex(/^\d+[mhd]$/), expect: expectation.optional() });
const step = z.union([customerStep, deskStep, advanceStep]);
export type Step = z.infer<typeof step>;
export type CustomerStep = z.infer<typeof customerStep>;
export type DeskStep = z.infer<typeof deskStep>;

/** A row of the shop that must look like this in the end; `order` and `customer` name it, the rest are its fields. */
const finalRow = z
  .object({ table: z.enum(['refunds', 'orders', 'customers']), order: text.optional(), customer: text.optional() })
  .catchall(z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type FinalRow = z.infer<typeof finalRow>;

const conversation = z.strictObject({
  name: text,
  kind: z.enum(['order_status', 'refund_request', 'account_issue', 'product_question', 'complaint', 'other', 'small_talk']),
  /** One of the seven scenarios that the product promises, a–g. */
  shows: z.enum(['a', 'b', 'c', 'd', 'e', 'f', 'g']).optional(),
  channel: z.enum(['email', 'console', 'slack', 'discord']),
  from: text,
  steps: z.array(step).min(1),
  outcome: oneOrMore(z.enum(OUTCOMES)),
  final: z.array(finalRow).default([]),
  must_escalate: z.boolean().default(false),
  said_overall: z.array(text).default([]),
  actions_overall: z.array(text).default([]),
});
export type ConversationCase = z.infer<typeof conversation> & { readonly file: string };

const people = z.strictObject({
  customers: z.record(z.string(), z.strictObject({ id: text, name: text, orders: z.record(z.string(), text) })),
  staff: z.record(z.string(), text),
});
export type People = z.infer<typeof people>;

export interface ConversationSuite {
  readonly people: People;
  readonly cases: readonly ConversationCase[];
}

const PEOPLE_FILE = 'people.yaml';

/** Reads every `*.yaml` of the folder. Throws one Error that lists everything that is wrong, with file and conversation. */
export function loadConversations(folder: string): ConversationSuite {
  const problems: string[] = [];
  const cases = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml') && file !== PEOPLE_FILE)
    .sort()
    .flatMap((file) => parseFile(basename(file), readFileSync(join(folder, file), 'utf8'), problems));
  problems.push(...repeatedNames(cases));
  if (problems.length > 0) throw new Error(`the conversations cannot be read:\n${problems.join('\n')}`);
  return { people: people.parse(parse(readFileSync(join(folder, PEOPLE_FILE), 'utf8'))), cases };
}

/** The conversations of one file; what is wrong is added to `problems`. */
export function parseFile(file: string, yaml: string, problems: string[]): ConversationCase[] {
  const rows = z.array(z.unknown()).safeParse(parse(yaml));
  if (!rows.success) {
    problems.push(`${file}: expected a list of conversations`);
    return [];
  }
  return rows.data.flatMap((row, index) => {
    const parsed = conversation.safeParse(row);
    if (parsed.success) return [{ ...parsed.data, file }];
    const named = z.object({ name: z.string() }).safeParse(row);
    const which = named.success ? `"${named.data.name}"` : `number ${index + 1}`;
    problems.push(...parsed.error.issues.map((issue) => `${file}, ${which}: ${issue.path.join('.')}: ${issue.message}`));
    return [];
  });
}

function repeatedNames(cases: readonly ConversationCase[]): string[] {
  const seen = new Set<string>();
  return cases.flatMap(({ file, name }) => {
    if (seen.has(name)) return [`${file}: a second conversation is called "${name}"`];
    seen.add(name);
    return [];
  });
}

/** Every word of the conversation that a person or the desk writes, for finding who and what it touches. */
export function wordsOf({ from, steps }: ConversationCase): string {
  const lines = steps.flatMap((one) => ('customer' in one ? [one.from ?? '', one.customer, ...(one.cc ?? [])] : []));
  return [from, ...lines].join('\n');
}
