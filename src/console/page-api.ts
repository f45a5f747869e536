import { Hono, type Context } from 'hono';
import type { z } from 'zod';
import { OUTCOMES } from '../desk/outcome.ts';
import { cardOf, readableCard } from '../desk/card.ts';
import { queueOf, statusText, type QueueRow } from '../desk/queue.ts';
import type { Deskhand } from '../domain/deskhand.ts';
import { conversationId, ticketNumber, type ConversationId } from '../domain/ids.ts';
import type { Now } from '../domain/ports.ts';
import type { Ticket } from '../domain/ticket.ts';
import { chatOf, explainLines, type ExplainedLine } from './chat-view.ts';
import { problem } from './guard.ts';
import { actInput, byInput, issuesText, writeInput } from './inputs.ts';

/** Conversations that are looked through for the chats of the page's customers. */
const CONVERSATIONS = 500;
const RECENT = 30;
const CLOSED_TICKETS = 20;

/** What the page shows and does, as plain JSON. Who may ask was checked before. */
export function pageApi(deskhand: Deskhand, now: Now): Hono {
  const api = new Hono();
  api.get('/overview', async (context) => context.json(await overview(deskhand, now())));
  api.get('/customers', async (context) => context.json({ customers: await deskhand.sampleCustomers() }));
  api.get('/chat', async (context) => {
    const { from, chat } = context.req.query();
    if (from === undefined || chat === undefined) return context.json(problem('bad_request', 'from and chat are needed'), 400);
    return context.json(await chatView(deskhand, { from: from.trim().toLowerCase(), chat: chat.trim() }));
  });
  api.get('/conversation', async (context) => {
    const id = context.req.query('id') ?? '';
    if (id.trim() === '' || !(await deskhand.conversation(conversationId(id)))) {
      return context.json(problem('not_found', 'There is no such conversation.'), 404);
    }
    return context.json({ lines: await linesOf(deskhand, conversationId(id)) });
  });
  api.get('/ticket', async (context) => {
    const number = context.req.query('number') ?? '';
    const ticket = number.trim() === '' ? undefined : await deskhand.ticket(ticketNumber(number));
    if (!ticket) return context.json(problem('not_found', 'There is no such ticket.'), 404);
    return context.json(await ticketView(deskhand, ticket, now()));
  });
  api.post('/write', (context) =>
    withBody(context, writeInput, async (message) => context.json({ conversation: await deskhand.write(message) })),
  );
  api.post('/act', (context) =>
    withBody(context, actInput, async ({ ticket, ...command }) =>
      context.json(await deskhand.act({ ...command, ticket: ticketNumber(ticket) })),
    ),
  );
  api.post('/pause', (context) => withStaff(context, deskhand, (by) => deskhand.pause(by)));
  api.post('/resume', (context) => withStaff(context, deskhand, (by) => deskhand.resume(by)));
  api.all('*', (context) => context.json(problem('not_found', 'There is nothing here.'), 404));
  return api;
}

async function withBody<Input>(context: Context, schema: z.ZodType<Input>, run: (input: Input) => Promise<Response>): Promise<Response> {
  const parsed = schema.safeParse(await context.req.json().catch(() => undefined));
  return parsed.success ? run(parsed.data) : context.json(problem('bad_request', issuesText(parsed.error)), 400);
}

function withStaff(context: Context, deskhand: Deskhand, run: (by: string) => Promise<void>): Promise<Response> {
  return withBody(context, byInput, async ({ by }) => {
    if (!deskhand.staff().some(({ name }) => name === by)) {
      return context.json(problem('unknown_staff', `${by} is not listed in config/staff.yaml.`), 400);
    }
    await run(by);
    return context.json({ ok: true });
  });
}

async function overview(deskhand: Deskhand, now: Date) {
  const [health, mails, open, closed, conversations] = await Promise.all([
    deskhand.health(),
    deskhand.mails(),
    deskhand.tickets({ open: true }),
    deskhand.tickets({ open: false }),
    deskhand.conversations(CONVERSATIONS),
  ]);
  return {
    health,
    staff: deskhand.staff(),
    outcomes: OUTCOMES,
    mails: mails.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, RECENT),
    queue: queueOf(open, now).map(queueLine),
    closed: queueOf(closed, now).slice(0, CLOSED_TICKETS).map(queueLine),
    chats: conversations.flatMap(({ id }) => chatOf(id) ?? []),
    conversations: conversations.slice(0, RECENT).map(({ state, ...row }) => ({ ...row, state: state.kind })),
  };
}

function queueLine({ ticket, status, waitsForApproval }: QueueRow) {
  const { number, subject, priority, queue, kind } = ticket;
  return { number, subject, priority, queue, kind, status, waitsForApproval };
}

/** A chat that was closed goes on as a further conversation of the same thread; the page shows them as one. */
async function chatView(deskhand: Deskhand, wanted: { readonly from: string; readonly chat: string }) {
  const all = await deskhand.conversations(CONVERSATIONS);
  const rows = all
    .filter(({ id }) => isSameChat(chatOf(id), wanted))
    .toSorted((a, b) => b.lastActivityAt.getTime() - a.lastActivityAt.getTime());
  const parts = await Promise.all(rows.map(({ id }) => linesOf(deskhand, id)));
  const inOrder = parts.filter((lines) => lines.length > 0).toSorted((a, b) => startOf(a) - startOf(b));
  return { lines: inOrder.flat(), state: rows[0]?.state.kind };
}

function isSameChat(a: ReturnType<typeof chatOf>, b: { readonly from: string; readonly chat: string }): boolean {
  return a?.from === b.from && a.chat === b.chat;
}

function startOf(lines: readonly ExplainedLine[]): number {
  return lines[0]?.at.getTime() ?? 0;
}

async function linesOf(deskhand: Deskhand, id: ConversationId): Promise<readonly ExplainedLine[]> {
  const [lines, explanations] = await Promise.all([deskhand.transcript(id), deskhand.explain(id)]);
  return explainLines(lines, explanations);
}

async function ticketView(deskhand: Deskhand, ticket: Ticket, now: Date) {
  return {
    number: ticket.number,
    subject: ticket.subject,
    status: statusText(ticket, now),
    state: ticket.state.kind,
    owner: ticket.state.kind === 'claimed' ? ticket.state.by : undefined,
    waitsForApproval: ticket.approval?.state.kind === 'pending',
    draft: ticket.summary.draft,
    card: readableCard(cardOf(ticket, now), now),
    lines: await linesOf(deskhand, ticket.conversation),
  };
}
