import { z } from 'zod';

const action = z.looseObject({ tool: z.string(), status: z.string(), rule: z.string().optional() });
const mail = z.looseObject({ to: z.string(), subject: z.string().default(''), text: z.string() });
const reply = z.looseObject({ to: z.string().default(''), private: z.boolean().default(false), text: z.string() });
const escalation = z.looseObject({ reason: z.unknown(), priority: z.string().optional(), queue: z.string().optional() });

/** One line of `deskhand converse`, as far as the judge reads it. */
const turnOutput = z.looseObject({
  conversation: z.string().nullish(),
  replies: z.array(reply).default([]),
  intents: z.array(z.union([z.string(), z.looseObject({ intent: z.string() }).transform(({ intent }) => intent)])).default([]),
  decision: z.union([z.string(), z.looseObject({ kind: z.string() }).transform(({ kind }) => kind)]).nullish(),
  rules: z.array(z.string()).default([]),
  actions: z.array(action).default([]),
  escalation: escalation.nullish(),
  identity: z.union([z.string(), z.looseObject({ kind: z.string() }).transform(({ kind }) => kind)]).nullish(),
  mails: z.array(mail).default([]),
  state: z.looseObject({ kind: z.string(), by: z.string().optional(), how: z.string().optional() }).nullish(),
  pending: z.union([z.string(), z.looseObject({ kind: z.string() }).transform(({ kind }) => kind)]).nullish(),
  desk: z.looseObject({ kind: z.string(), rule: z.string().optional(), text: z.string().default('') }).nullish(),
  error: z.string().optional(),
});
export type TurnOutput = z.infer<typeof turnOutput>;

const advanced = z.looseObject({ conversations: z.array(turnOutput) });

/** Throws an Error when the line was not understood. The part of one output line that concerns a conversation; a moved clock may wake several at once. */
export function parseOutput(line: string, conversation: string, addresses: readonly string[]): TurnOutput {
  const value: unknown = JSON.parse(line);
  const several = advanced.safeParse(value);
  if (several.success) return several.data.conversations.find((one) => one.conversation === conversation) ?? turnOutput.parse({});
  const output = turnOutput.parse(value);
  if (output.error !== undefined) throw new Error(output.error);
  if (output.conversation === conversation) return output;
  const known = new Set(addresses);
  return {
    ...output,
    replies: output.replies.filter((one) => one['conversation'] === conversation || known.has(one.to)),
    mails: output.mails.filter(({ to }) => known.has(to)),
  };
}

/** Everything the customer's side can read after a step: replies in the thread and mails, once each. */
export function textsOf(output: TurnOutput): readonly string[] {
  return [...new Set([...output.replies, ...output.mails].map(({ text }) => text.trim()))].filter((text) => text !== '');
}

const CODE = /(?<![\d-])\d{6}(?![\d-])/;

/** The one-time code in a mail, if it carries one. */
export function codeIn({ subject, text }: { readonly subject: string; readonly text: string }): string | undefined {
  return /\bcode\b/i.test(`${subject} ${text}`) ? CODE.exec(text)?.[0] : undefined;
}

/** `customer_asked`, whether the reason comes as its name or as the whole record. */
export function reasonKind(reason: unknown): string {
  const record = z.looseObject({ kind: z.string() }).safeParse(reason);
  return record.success ? record.data.kind : String(reason);
}

/** A number such as T-1001 that the customer was given. */
export const ticketIn = (output: TurnOutput): string | undefined => /\bT-\d{3,}\b/.exec(textsOf(output).join('\n'))?.[0];
