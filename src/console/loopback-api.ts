import { Hono } from 'hono';
import { z } from 'zod';
import type { Deskhand } from '../domain/deskhand.ts';
import { conversationId, ticketNumber } from '../domain/ids.ts';
import { fromExactJson, toExactJson } from './exact-json.ts';
import { problem } from './guard.ts';
import { actInput, byInput, issuesText, limitInput, writeInput } from './inputs.ts';

type Procedure = (input: unknown) => Promise<unknown>;

const id = z.object({ id: z.string().trim().min(1).max(2000) });
const number = z.object({ number: z.string().trim().min(1).max(200) });
const nothing = z.object({});

/** Checks the input of one call, then makes it. Throws a ZodError on bad input. */
function procedure<Input>(schema: z.ZodType<Input>, run: (input: Input) => Promise<unknown>): Procedure {
  return async (input) => run(schema.parse(input));
}

/** The Deskhand of this process for commands in another one: one procedure a method, its input as one object. */
function proceduresOf(deskhand: Deskhand): ReadonlyMap<string, Procedure> {
  return new Map([
    ['health', procedure(nothing, () => deskhand.health())],
    ['sampleCustomers', procedure(nothing, () => deskhand.sampleCustomers())],
    ['write', procedure(writeInput, (message) => deskhand.write(message))],
    ['conversations', procedure(z.object({ limit: limitInput }), ({ limit }) => deskhand.conversations(limit))],
    ['conversation', procedure(id, (input) => deskhand.conversation(conversationId(input.id)))],
    ['transcript', procedure(id, (input) => deskhand.transcript(conversationId(input.id)))],
    ['explain', procedure(id, (input) => deskhand.explain(conversationId(input.id)))],
    ['mails', procedure(nothing, () => deskhand.mails())],
    ['tickets', procedure(z.object({ open: z.boolean() }), (filter) => deskhand.tickets(filter))],
    ['ticket', procedure(number, (input) => deskhand.ticket(ticketNumber(input.number)))],
    ['staff', procedure(nothing, async () => deskhand.staff())],
    ['act', procedure(actInput, ({ ticket, ...command }) => deskhand.act({ ...command, ticket: ticketNumber(ticket) }))],
    [
      'events',
      procedure(z.object({ since: z.int().nonnegative(), limit: limitInput }), ({ since, limit }) => deskhand.events(since, limit)),
    ],
    ['pause', procedure(byInput, ({ by }) => deskhand.pause(by))],
    ['resume', procedure(byInput, ({ by }) => deskhand.resume(by))],
  ]);
}

/** `POST /loopback/METHOD`. Who may call was checked before. */
export function loopbackApi(deskhand: Deskhand): Hono {
  const procedures = proceduresOf(deskhand);
  const api = new Hono();
  api.post('/:method', async (context) => {
    const run = procedures.get(context.req.param('method'));
    if (!run) return context.json(problem('not_found', 'There is no such call.'), 404);
    let input: unknown;
    try {
      input = fromExactJson(await context.req.text());
    } catch {
      return context.json(problem('bad_request', 'The body is no JSON.'), 400);
    }
    try {
      // A method without a result answers null: an empty body is no JSON.
      return context.body(toExactJson((await run(input)) ?? null), 200, { 'content-type': 'application/json' });
    } catch (error) {
      if (error instanceof z.ZodError) return context.json(problem('bad_request', issuesText(error)), 400);
      throw error;
    }
  });
  api.all('*', (context) => context.json(problem('not_found', 'There is nothing here.'), 404));
  return api;
}
