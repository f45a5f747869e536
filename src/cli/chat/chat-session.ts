import { z } from 'zod';

const action = z.object({ tool: z.string(), status: z.string(), rule: z.string().optional() });
const mail = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** What came of one step, as the conversation driver reports it. */
export const chatStep = z.object({
  replies: z.array(z.object({ private: z.boolean(), text: z.string(), by: z.string() })),
  intents: z.array(z.string()),
  decision: z.string().nullable(),
  rules: z.array(z.string()),
  actions: z.array(action),
  escalation: z.object({ reason: z.string(), priority: z.string(), queue: z.string() }).optional(),
  identity: z.string(),
  tickets: z.array(z.string()),
  mails: z.array(mail),
  /** What the desk said to a human's command. */
  desk: z.object({ kind: z.string(), text: z.string() }).optional(),
});
export type ChatStep = z.infer<typeof chatStep>;

export type DeskWords = { readonly action: string; readonly by: string; readonly text: string };

/** One customer who talks to the agent, with a clock that can be moved. Each call resolves once everything due has happened. */
export interface ChatSession {
  say(from: string, text: string): Promise<ChatStep>;
  /** Rejects with `usage` before anything was said, or for an action that does not exist. */
  desk(words: DeskWords): Promise<ChatStep>;
  /** `26h`, `90m`, `3d`: what happened in this chat meanwhile. Rejects with `usage` for anything else. */
  advance(duration: string): Promise<readonly ChatStep[]>;
  close(): Promise<void>;
}
