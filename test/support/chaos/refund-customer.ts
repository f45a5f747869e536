import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { RefundTalk } from './check-refunds.ts';
import type { ChildHandle } from './child-process.ts';
import type { Delivery } from './protocol.ts';
import type { RefundableOrder } from './shop-ledger.ts';
import type { Post } from './world.ts';

export interface RefundLine {
  /** The process that runs now. */
  readonly child: () => ChildHandle;
  readonly posts: readonly Post[];
  /** Where the demo mailbox is. */
  readonly folder: string;
  /** True when this delivery is to be made twice. */
  readonly repeats: () => boolean;
  /** Every wait ends here. */
  readonly giveUp: AbortSignal;
}

const mail = z.object({ to: z.string(), subject: z.string(), text: z.string() });
const OPENINGS = [
  (order: string) => `Hi, I would like a refund for ${order} please.`,
  (order: string) => `please refund my order ${order}, I changed my mind`,
  (order: string) => `I want my money back for ${order}`,
];

/** Asks for a refund, proves who they are with the code from their mail, says yes and thanks; each message once the last one was answered. */
export async function askForRefund(number: number, order: RefundableOrder, line: RefundLine): Promise<RefundTalk> {
  const conversation = `talk-${number}`;
  const acked: string[] = [];
  let derailed: string | undefined;
  const amount = `$${(order.cents / 100).toFixed(2)}`;
  const opening = OPENINGS[number % OPENINGS.length] ?? OPENINGS[0];
  const steps: readonly { readonly words: () => Promise<string>; readonly expects: readonly string[] }[] = [
    { words: async () => opening?.(order.orderId) ?? '', expects: ['code is on its way'] },
    { words: () => codeFor(order.email, line), expects: [amount, order.orderId, 'yes or no'] },
    { words: async () => 'yes', expects: [amount, order.orderId, 'on its way back'] },
    { words: async () => "thanks, that's all", expects: [] },
  ];
  for (const [index, { words, expects }] of steps.entries()) {
    if (derailed !== undefined) break;
    const message = { id: `${conversation}-${index}`, conversation, text: await words(), email: order.email };
    await deliverUntilStored(message, line);
    acked.push(message.text);
    const answer = await answerTo(index, conversation, line);
    if (expects.some((part) => !answer.includes(part))) derailed = answer;
  }
  return {
    conversation,
    orderId: order.orderId,
    cents: order.cents,
    acked,
    consented: acked.length > 2,
    codes: codesIn(order.email, line.folder),
    derailed,
  };
}

/** Asks for a person; resolves with the number of the ticket. */
export async function askForHuman(conversation: string, { email }: Pick<RefundableOrder, 'email'>, line: RefundLine): Promise<string> {
  await deliverUntilStored({ id: `${conversation}-0`, conversation, text: 'I want to talk to a real person please', email }, line);
  return ticketIn(await answerTo(0, conversation, line));
}

/** Asks for a refund, proves who they are and says yes; resolves with the ticket that waits for an approval. */
export async function askForApproval(
  conversation: string,
  { orderId, email }: Pick<RefundableOrder, 'orderId' | 'email'>,
  line: RefundLine,
): Promise<string> {
  const words = [async () => `please refund my order ${orderId}`, () => codeFor(email, line), async () => 'yes'];
  let answer = '';
  for (const [index, text] of words.entries()) {
    await deliverUntilStored({ id: `${conversation}-${index}`, conversation, text: await text(), email }, line);
    answer = await answerTo(index, conversation, line);
  }
  return ticketIn(answer);
}

function ticketIn(answer: string): string {
  const ticket = /T-\d+/.exec(answer)?.[0];
  if (ticket === undefined) throw new Error(`no ticket is named: ${answer}`);
  return ticket;
}

/** The same message under the same id, however often the connection breaks. */
export async function deliverUntilStored(message: Delivery, { child, repeats, giveUp }: RefundLine): Promise<void> {
  while (!(await child().deliver(message))) await wait(20, undefined, { signal: giveUp });
  if (repeats()) await child().deliver(message);
}

/** The text of the n-th answer in this conversation. */
export async function answerTo(index: number, conversation: string, { posts, giveUp }: RefundLine): Promise<string> {
  for (;;) {
    const answer = posts.filter(({ to }) => to === conversation)[index];
    if (answer) return answer.text;
    await wait(10, undefined, { signal: giveUp });
  }
}

export async function codeFor(email: string, { folder, giveUp }: RefundLine): Promise<string> {
  for (;;) {
    const code = codesIn(email, folder).at(-1);
    if (code !== undefined) return code;
    await wait(10, undefined, { signal: giveUp });
  }
}

/** Every code that was mailed to this address. A line that is being written is not read yet. */
function codesIn(email: string, folder: string): readonly string[] {
  const file = join(folder, 'demo-mail.jsonl');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((row) => mail.parse(JSON.parse(row)))
    .filter(({ to, subject }) => to === email && /code/i.test(subject))
    .flatMap(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? []);
}
