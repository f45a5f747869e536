import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { OUTCOMES } from '../desk/outcome.ts';
import { cardOf, readableCard } from '../desk/card.ts';
import { queueOf } from '../desk/queue.ts';
import type { DeskAction } from '../domain/arrival.ts';
import { closest } from '../domain/closest.ts';
import type { Deskhand, TranscriptLine } from '../domain/deskhand.ts';
import { AppError } from '../domain/error.ts';
import { ticketNumber } from '../domain/ids.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Command, CommandIo, ExitCode } from './command.ts';
import { reachDeskhand, type ReachedDeskhand } from './reach-deskhand.ts';

const ACTIONS: Readonly<Record<string, (text: string) => DeskAction>> = {
  claim: () => ({ action: 'claim' }),
  reply: (text) => ({ action: 'reply', text }),
  note: (text) => ({ action: 'note', text }),
  approve: () => ({ action: 'approve' }),
  deny: (because) => ({ action: 'deny', because }),
  resolve: (outcome) => ({ action: 'resolve', outcome: outcome === '' ? 'solved' : outcome }),
  return: (instruction) => ({ action: 'return', instruction }),
};
const VERBS = ['list', 'show', ...Object.keys(ACTIONS), 'pause', 'resume'];

const HELP = `Usage: deskhand desk [--as NAME] VERB [TICKET] [WORDS…] [OPTIONS]

The human desk from the terminal. Asks the running agent; without one it opens the data folder itself.

  list                      what waits for a human, most urgent first (--all: closed tickets too)
  show TICKET               the card, and what was said
  claim TICKET              take it; the agent falls silent
  reply TICKET WORDS        answer the customer; claims the ticket when nobody has it
  note TICKET WORDS         for staff only
  approve TICKET            yes to the action that waits
  deny TICKET REASON        no to it; the customer is told the reason
  resolve TICKET [OUTCOME]  close it: ${Object.keys(OUTCOMES).join(', ')} (default: solved)
  return TICKET WORDS       give it back to the agent with one instruction
  pause, resume             the whole agent

Options:
  --as NAME    who acts, from config/staff.yaml (default: $USER when listed there)
  --all        with list: closed tickets too
  --json       JSON instead of text
  --data DIR   the agent's data folder

Examples:
  deskhand desk list
  deskhand desk show T-1001
  deskhand desk --as ana approve T-1001
  deskhand desk --as ana deny T-1001 "The return has not arrived yet."
  deskhand desk --as ana reply T-1002 "Hi Mia, I have your photos here."
  deskhand desk --as ana resolve T-1002 knowledge_missing
`;

/** `reach` is handed in, so that a test can stand in for the running agent. */
export function createDeskCommand(reach: (io: CommandIo, options: { dataFolder?: string }) => Promise<ReachedDeskhand>): Command {
  return {
    name: 'desk',
    summary: 'the human desk: list, show, claim, reply, approve, deny, resolve, return',
    help: HELP,
    async run(args, io) {
      const { values, positionals } = parseArgs({
        args: [...args],
        options: { as: { type: 'string' }, all: { type: 'boolean' }, json: { type: 'boolean' }, data: { type: 'string' } },
        allowPositionals: true,
      });
      const [verb = 'list', number, ...words] = positionals;
      checkVerb(verb, number);
      const reached = await reach(io, values.data === undefined ? {} : { dataFolder: values.data });
      try {
        const call: Call = {
          verb,
          number: number?.toUpperCase(),
          text: words.join(' '),
          as: values.as,
          all: values.all ?? false,
          json: values.json ?? false,
          io,
        };
        return await perform(reached.deskhand, call);
      } finally {
        await reached.close();
      }
    },
  };
}

export const deskCommand: Command = createDeskCommand(reachDeskhand);

interface Call {
  readonly verb: string;
  readonly number: string | undefined;
  readonly text: string;
  readonly as: string | undefined;
  readonly all: boolean;
  readonly json: boolean;
  readonly io: CommandIo;
}

/** Before anything is opened: a mistyped word costs nothing. */
function checkVerb(verb: string, number: string | undefined): void {
  if (!VERBS.includes(verb)) {
    const meant = closest(verb, VERBS);
    throw usage(`desk cannot "${verb}"`, meant ? `Did you mean "deskhand desk ${meant}"?` : `It can ${VERBS.join(', ')}.`);
  }
  const needsTicket = verb === 'show' || Object.hasOwn(ACTIONS, verb);
  if (needsTicket && !number?.trim()) throw usage(`desk ${verb} needs a ticket`, `For example: deskhand desk ${verb} T-1001`);
}

async function perform(deskhand: Deskhand, call: Call): Promise<ExitCode> {
  if (call.verb === 'list') return await list(deskhand, call);
  if (call.verb === 'show') return await show(deskhand, call);
  const by = actorOf(deskhand, call);
  const action = Object.hasOwn(ACTIONS, call.verb) ? ACTIONS[call.verb]?.(call.text) : undefined;
  if (!action) return await switchAgent(deskhand, call, by);
  const result = await deskhand.act({ id: randomUUID(), ticket: ticketNumber(call.number ?? ''), by, do: action });
  const out = call.json || result.kind === 'done' ? call.io.stdout : call.io.stderr;
  out.write(call.json ? `${JSON.stringify(result)}\n` : `${printable(result.text)}\n`);
  return result.kind === 'done' ? 0 : 1;
}

async function list(deskhand: Deskhand, { all, json, io }: Call): Promise<ExitCode> {
  const closed = all ? await deskhand.tickets({ open: false }) : [];
  const rows = queueOf([...(await deskhand.tickets({ open: true })), ...closed], new Date());
  if (json) io.stdout.write(rows.map(({ ticket, status }) => `${JSON.stringify({ ...ticket, status })}\n`).join(''));
  else if (rows.length === 0) io.stdout.write('Nothing waits for a human.\n');
  else {
    const wide = Math.max(...rows.map(({ status }) => status.length));
    for (const { ticket, status } of rows) {
      io.stdout.write(`${ticket.number.padEnd(8)}${ticket.priority.padEnd(8)}${status.padEnd(wide + 2)}${printable(ticket.subject)}\n`);
    }
  }
  return 0;
}

async function show(deskhand: Deskhand, { number = '', json, io }: Call): Promise<ExitCode> {
  const ticket = await deskhand.ticket(ticketNumber(number));
  if (!ticket) {
    io.stderr.write(`deskhand: there is no ticket ${printable(number)}\n`);
    return 1;
  }
  const transcript = await deskhand.transcript(ticket.conversation);
  io.stdout.write(json ? `${JSON.stringify({ ticket, transcript })}\n` : ticketText(ticket, transcript, new Date()));
  return 0;
}

/** The card as a terminal shows it, and then what was said. */
export function ticketText(ticket: Ticket, transcript: readonly TranscriptLine[], now: Date): string {
  const { title, footer, sections } = readableCard(cardOf(ticket, now), now);
  const blocks = sections.map(({ heading, lines }) => `${heading}\n${lines.map((line) => indented(line)).join('')}`);
  const said = transcript.map(({ name, text, private: hidden }) => `${printable(name)}${hidden ? ' (private)' : ''}:\n${indented(text)}`);
  return [`${printable(title)}\n${printable(footer)}\n`, ...blocks, '— What was said —\n', ...said].join('\n');
}

async function switchAgent(deskhand: Deskhand, { verb, json, io }: Call, by: string): Promise<ExitCode> {
  await (verb === 'pause' ? deskhand.pause(by) : deskhand.resume(by));
  const text = verb === 'pause' ? 'Paused: everything goes to the desk until "deskhand desk resume".' : 'The agent answers again.';
  io.stdout.write(json ? `${JSON.stringify({ kind: 'done', text })}\n` : `${text}\n`);
  return 0;
}

/** The name given, else the account's own when staff.yaml lists it. Throws `usage` with the names that exist. */
function actorOf(deskhand: Deskhand, { as, io }: Call): string {
  const names = deskhand.staff().map(({ name }) => name);
  const wanted = as ?? io.env['USER'];
  if (wanted !== undefined && names.includes(wanted)) return wanted;
  throw usage(
    as === undefined ? 'who acts? Say --as NAME' : `nobody is called "${printable(as)}"`,
    names.length > 0 ? `config/staff.yaml lists ${names.join(', ')}.` : 'config/staff.yaml lists nobody yet.',
  );
}

function usage(message: string, hint: string): AppError {
  return new AppError('usage', message, { retryable: false, hint });
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${printable(line)}\n`)
    .join('');
}

/** Customers' words must not be able to steer the terminal. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ');
}
