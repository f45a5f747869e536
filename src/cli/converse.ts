import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { AppError } from '../domain/error.ts';
import type { Command, CommandIo } from './command.ts';
import { converseLine, type ConverseLine } from './converse/converse-input.ts';
import { openConverseSession, type ConverseSession } from './converse/converse-session.ts';

/** Drives whole conversations through the product: product.md §4. */
export const converseCommand: Command = {
  name: 'converse',
  summary: 'drive whole conversations from JSON lines, with a clock of your own',
  help: `Usage: deskhand converse [--at TIME] [--final FILE] < lines.jsonl

Plays customers and staff against the embedded engine on a throw-away store and a freshly generated demo shop.
Each input line gives one output line at once, so that a driver can read a one-time code and answer with it.

Input:
  {"conversation":"a","channel":"email"|"slack"|"discord"|"console","from":"mia.keller@example.com","text":"…"}
     also: "name", "subject", "cc":[…], "attachments":["photo.jpg"]
  {"conversation":"a","desk":{"action":"claim"|"reply"|"note"|"approve"|"deny"|"resolve"|"return","by":"ana",
     "ticket":"T-1001","text":"…","because":"…","outcome":"solved","instruction":"…"}}
  {"advance":"26h"}      moves the clock; timers fire at their own time

Output: {"conversation","replies":[{"to","private","text"}],"intents","decision","rules","actions":[{"tool","status","rule"}],
  "escalation":{"reason","priority","queue","summary"},"identity","state","pending","tickets","mails":[{"to","subject","text"}]}
A line that cannot be played gives {"id":null,"line","error"}, the rest goes on, and the exit code is 1.

Options:
  --at TIME      where the clock starts, ISO 8601 (default: now); the shop's orders lie around it
  --model        asks the language model of ANTHROPIC_API_KEY, as the running agent would; otherwise none is asked
  --final FILE   writes the shop's changed records at the end, one {"table","key","after"} a line

Examples:
  echo '{"conversation":"a","channel":"email","from":"mia.keller@example.com","text":"where is my order?"}' | deskhand converse
  deskhand converse --at 2026-11-16T15:00:00Z --final changed.jsonl < conversations.jsonl
`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { at: { type: 'string' }, final: { type: 'string' }, model: { type: 'boolean' } },
      strict: true,
    });
    const session = await openConverseSession(await loadConfig(io.env), startTime(values.at), io, { withModel: values.model });
    try {
      const fine = await playLines(session, io);
      if (values.final !== undefined) await writeFinal(session, values.final);
      return fine ? 0 : 1;
    } finally {
      await session.close();
    }
  },
};

function startTime(text: string | undefined): Date {
  if (text === undefined) return new Date();
  const at = new Date(text);
  if (!Number.isNaN(at.getTime())) return at;
  throw new AppError('usage', `--at is "${text}", expected a time such as 2026-11-16T15:00:00Z`, { retryable: false });
}

async function playLines(session: ConverseSession, io: CommandIo): Promise<boolean> {
  let number = 0;
  let fine = true;
  for await (const text of createInterface({ input: io.stdin })) {
    number += 1;
    if (text.trim() === '') continue;
    const parsed = parseLine(text);
    const output =
      'error' in parsed
        ? { id: null, line: number, error: parsed.error }
        : await session.play(parsed.line).catch((error: unknown) => ({ id: null, line: number, error: messageOf(error) }));
    if (isFailure(output)) fine = false;
    io.stdout.write(`${JSON.stringify(output)}\n`);
  }
  return fine;
}

function parseLine(text: string): { readonly line: ConverseLine } | { readonly error: string } {
  try {
    const parsed = converseLine.safeParse(JSON.parse(text));
    if (parsed.success) return { line: parsed.data };
    return {
      error: `expected {conversation,channel,from,text}, {conversation,desk} or {advance}: ${parsed.error.issues.map(({ message }) => message).join('; ')}`,
    };
  } catch {
    return { error: 'the line is no JSON' };
  }
}

const isFailure = (output: unknown): boolean => typeof output === 'object' && output !== null && 'error' in output;

/** What somebody did wrong is said; what nobody planned is a failure of the command. */
function messageOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  throw error;
}

async function writeFinal(session: ConverseSession, file: string): Promise<void> {
  const records = await session.changedRecords();
  await writeFile(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}
