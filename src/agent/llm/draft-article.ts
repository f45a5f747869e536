import { z } from 'zod';
import type { Conversation } from '../../domain/conversation.ts';
import type { Playbook } from '../../domain/playbook.ts';
import { redact } from '../quality/redact.ts';
import { dataBlock } from './context.ts';
import { articlePrefix } from './prompts.ts';
import type { TurnModel } from './turn-model.ts';

const drafted = z.object({ title: z.string(), category: z.string(), body: z.string() });
export type ArticleDraft = z.infer<typeof drafted>;

export type DraftResult =
  | { readonly kind: 'drafted'; readonly draft: ArticleDraft }
  /** `nothing_general`: the colleague's words hold for this customer only. */
  | { readonly kind: 'none'; readonly because: 'no_human_reply' | 'nothing_general' | 'no_answer' };

const MAX_TOKENS = 900;
const LONGEST_BODY = 3_000;

/**
 * Drafts the article that would have answered what a human had to answer. Only the customer's questions and the colleague's
 * replies are sent; what comes back is for a person to read, correct and publish, never for a customer.
 */
export async function draftArticle({ turns }: Pick<Conversation, 'turns'>, playbook: Playbook, model: TurnModel): Promise<DraftResult> {
  const lines = turns.flatMap(({ inbound, said }) => [
    ...inbound.map(({ text }) => ({ tag: 'customer', text })),
    ...said.flatMap(({ by, text }) => (by === 'agent' ? [] : [{ tag: 'colleague', text }])),
  ]);
  if (!lines.some(({ tag }) => tag === 'colleague')) return { kind: 'none', because: 'no_human_reply' };
  const text = lines.map((line) => dataBlock(line.tag, model.veil.hide(line.text))).join('\n');
  const exchange = {
    purpose: 'article',
    stablePrefix: articlePrefix(playbook),
    messages: [{ role: 'user', text }],
    maxTokens: MAX_TOKENS,
  } as const;
  const value = await model.value(exchange, drafted);
  if (!value) return { kind: 'none', because: 'no_answer' };
  // An article is for everybody: tokens stay tokens, and what the veil did not know is taken out.
  const body = redact(value.body.trim().slice(0, LONGEST_BODY)).text;
  return body === '' ? { kind: 'none', because: 'nothing_general' } : { kind: 'drafted', draft: { ...value, body } };
}

/** The draft as a file for the knowledge folder, for staff only until somebody has read it. */
export function articleFile({ title, category, body }: ArticleDraft): string {
  const oneLine = (text: string): string => JSON.stringify(text.replace(/\s+/g, ' ').trim());
  return `---\ntitle: ${oneLine(title)}\ncategory: ${oneLine(category)}\naudience: internal # a draft: read it, correct it, then make it public\n---\n\n${body}\n`;
}
