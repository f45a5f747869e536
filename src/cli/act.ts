import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadConfig } from '../config.ts';
import { AppError } from '../domain/error.ts';
import { loadPack } from '../tools/load-pack.ts';
import { openActSession, type ActSession } from './act/act-session.ts';
import type { Command } from './command.ts';
import { filterLines, lineId } from './json-lines.ts';

const conversation = z.union([z.string().min(1), z.number().transform(String)]);
const actLine = z.union(
  [z.object({ conversation, user: z.string() }), z.object({ id: lineId, conversation, tool: z.string().min(1), arguments: z.unknown() })],
  { error: 'expected {"conversation","user"} or {"id","conversation","tool","arguments"}' },
);
type ActLine = z.infer<typeof actLine>;

/** Tool calls through the gate, without an agent: product.md §4. */
export const actCommand: Command = {
  name: 'act',
  summary: 'run tool calls through the gate of a tool pack, one JSON line each',
  help: `Usage: deskhand act --pack DIR --data DIR [--gates all|none] [--isolate] [--confirm given|text] [--final FILE] < calls.jsonl

Reads what customers said and the calls that somebody wants to make for them, and runs each call through the action engine:
identity, ownership, records read, policy, explicit yes, and then the tool.

Input:
  {"conversation":"a","user":"My e-mail is …"}                                  what the customer said; gives no line
  {"id":1,"conversation":"a","tool":"get_order_details","arguments":{…}}        a call
Output, one line a call: {"id","status":"ok"|"refused"|"failed","rule","error","output"}
  refused: a gate or a policy rule, named, with the sentence of the policy; failed: the tool's own precondition, or the
  system behind it
A line that cannot be read gives {"id":null,"line","error"}, the rest goes on, and the exit code is 1.

Options:
  --pack DIR       the tool pack, a folder with pack.ts (see docs/packs.md); it declares what proves identity
  --data DIR       where the pack finds its data
  --gates MODE     all (default), or none: bare tools, for replaying calls that were judged before
  --isolate        each conversation starts from the data as given
  --confirm MODE   given (default): consent is taken as given; text: the customer's last line has to be an explicit yes
  --final FILE     writes what changed, one {"conversation","changed_records":[{"table","key","after"}]} a line

Examples:
  deskhand act --pack examples/retail --data ./retail --isolate --final changed.jsonl < calls.jsonl
  deskhand act --pack examples/airline --data ./airline --gates none < reference-calls.jsonl
`,
  async run(args, io) {
    const options = readOptions(args);
    const open = await loadPack(options.pack);
    const { playbook } = await loadConfig(io.env);
    const now = (): Date => new Date();
    const pack = await open({ folder: options.data, anchor: now(), now, policies: playbook.policies });
    if (options.isolate && !pack.asOpened) {
      throw new AppError('usage', `--isolate: the pack ${pack.name} cannot start again from its data`, {
        retryable: false,
        hint: 'Run one conversation at a time, or give the pack an asOpened().',
      });
    }
    const session = openActSession({ ...options, pack, policies: playbook.policies, now });
    try {
      const exitCode = await filterLines(io, actLine, (line) => play(session, line));
      if (options.final !== undefined) await writeFinal(session, options.final);
      return exitCode;
    } finally {
      await session.close();
    }
  },
};

interface Options {
  readonly pack: string;
  readonly data: string;
  readonly gates: 'all' | 'none';
  readonly isolate: boolean;
  readonly confirm: 'given' | 'text';
  readonly final: string | undefined;
}

function readOptions(args: Parameters<Command['run']>[0]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pack: { type: 'string' },
      data: { type: 'string' },
      gates: { type: 'string', default: 'all' },
      isolate: { type: 'boolean', default: false },
      confirm: { type: 'string', default: 'given' },
      final: { type: 'string' },
    },
    strict: true,
  });
  return {
    pack: needed('--pack', values.pack, 'the folder of a tool pack, such as examples/retail'),
    data: needed('--data', values.data, 'the folder that holds its data'),
    gates: oneOf('--gates', values.gates, ['all', 'none']),
    isolate: values.isolate,
    confirm: oneOf('--confirm', values.confirm, ['given', 'text']),
    final: values.final,
  };
}

function needed(option: string, value: string | undefined, what: string): string {
  if (value !== undefined && value !== '') return value;
  throw new AppError('usage', `${option} is missing`, { retryable: false, hint: `Give it ${what}.` });
}

function oneOf<Choice extends string>(option: string, value: string, choices: readonly Choice[]): Choice {
  const chosen = choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  throw new AppError('usage', `${option} is "${value}", expected ${choices.join(' or ')}`, { retryable: false });
}

async function play(session: ActSession, line: ActLine): Promise<unknown> {
  if ('tool' in line) return { id: line.id ?? null, ...(await session.call(line)) };
  await session.hear(line.conversation, line.user);
  return undefined;
}

async function writeFinal(session: ActSession, file: string): Promise<void> {
  const lines = (await session.changes()).map((line) => `${JSON.stringify(line)}\n`);
  await writeFile(file, lines.join('')).catch((cause: unknown) => {
    throw new AppError('usage', `--final: ${file} cannot be written`, { retryable: false, cause });
  });
}
