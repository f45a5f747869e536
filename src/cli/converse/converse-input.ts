import { z } from 'zod';

export const CHANNELS = ['email', 'slack', 'discord', 'console'] as const;

const customerLine = z.strictObject({
  conversation: z.string().min(1),
  channel: z.enum(CHANNELS).default('console'),
  /** A mail address, or how the channel names the person. */
  from: z.string().min(1),
  text: z.string(),
  name: z.string().optional(),
  subject: z.string().optional(),
  /** Others who read along. */
  cc: z.array(z.string()).default([]),
  attachments: z.array(z.string()).default([]),
});
export type CustomerLine = z.infer<typeof customerLine>;

const desk = z.strictObject({
  action: z.enum(['claim', 'reply', 'note', 'approve', 'deny', 'resolve', 'return']),
  by: z.string().min(1),
  /** Without one: the conversation's latest. */
  ticket: z.string().optional(),
  text: z.string().optional(),
  because: z.string().optional(),
  outcome: z.string().optional(),
  instruction: z.string().optional(),
});
const deskLine = z.strictObject({ conversation: z.string().min(1), desk });
export type DeskLine = z.infer<typeof deskLine>;

const DURATION = /^(\d+(?:\.\d+)?)(s|m|h|d)$/;
const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `26h`, `90m`, `3d`, `30s` → milliseconds. */
const duration = z.string().transform((text, context) => {
  const match = DURATION.exec(text.trim());
  const unit = z.enum(['s', 'm', 'h', 'd']).safeParse(match?.[2]);
  if (match?.[1] !== undefined && unit.success) return Number(match[1]) * UNIT_MS[unit.data];
  context.addIssue({ code: 'custom', message: `"${text}" is no duration, expected something like 26h, 90m or 3d` });
  return z.NEVER;
});
const advanceLine = z.strictObject({ advance: duration });

/** One line of standard input; told apart by what it has. */
export const converseLine = z.union([advanceLine, deskLine, customerLine]);
export type ConverseLine = z.infer<typeof converseLine>;
