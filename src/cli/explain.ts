import { parseArgs } from 'node:util';
import type { TurnExplanation } from '../domain/deskhand.ts';
import type { Command, CommandIo, ExitCode } from './command.ts';
import { openPastEvents } from './open-store.ts';
import type { PastEvents } from './open-store.ts';

const LATEST = 10;

/** Why each reply of a conversation was given. */
export const explainCommand: Command = {
  name: 'explain',
  summary: 'why each reply of a conversation was given',
  help: `Usage: deskhand explain [CONVERSATION] [OPTIONS]

Prints a block for each turn: what was said, what was understood and how surely, the rules that fired, the actions taken,
the decision with its reason, the sources and the reply. Without a conversation it lists the latest ones.

Options:
  --json       one JSON line a turn
  --model      with every call to a language model: what was sent, what came back, tokens and cost
  --data DIR   the agent's data folder

Examples:
  deskhand explain
  deskhand explain console/demo/mia.keller@example.com/1
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, model: { type: 'boolean' }, data: { type: 'string' } },
      allowPositionals: true,
      strict: true,
    });
    const past = await openPastEvents(io, values.data === undefined ? {} : { dataFolder: values.data });
    try {
      const [id] = positionals;
      const turns = id === undefined || id.trim() === '' ? undefined : await past.explain(id);
      if (turns === undefined) return await listLatest(past, id, io);
      io.stdout.write(
        values.json
          ? turns.map((turn) => `${JSON.stringify(turn)}\n`).join('')
          : turns.map((turn) => explanationText(turn, values.model)).join('\n'),
      );
      return 0;
    } finally {
      await past.close();
    }
  },
};

/** An unknown conversation is a failure, but its list helps to find the right one. */
async function listLatest(past: PastEvents, unknown: string | undefined, io: CommandIo): Promise<ExitCode> {
  const latest = await past.latest(LATEST);
  if (unknown !== undefined) io.stderr.write(`deskhand: there is no conversation "${unknown}"; the latest ones are:\n`);
  const out = unknown === undefined ? io.stdout : io.stderr;
  for (const { id, state, lastActivityAt } of latest) out.write(`${lastActivityAt.toISOString()}  ${state.padEnd(18)}${id}\n`);
  if (latest.length === 0) out.write('no conversations yet\n');
  return unknown === undefined ? 0 : 1;
}

/** One turn for people; lines without content are left out. */
export function explanationText(turn: TurnExplanation, withModel = false): string {
  const { at, said, intents, signals, language, decision, because, rules, held, actions, sources, reply } = turn;
  const understood = intents.map(
    ({ intent, topic, confidence, autonomy }) => `${intent}/${topic} ${confidence.toFixed(2)}${autonomy === '' ? '' : ` (${autonomy})`}`,
  );
  const waits = held.map(({ tool, rule, evidence }) => `${tool} waits (${rule}): ${evidence}`);
  const acted = actions.map(({ tool, status, rule, summary }) => `${tool} ${status}${rule === undefined ? '' : ` (${rule})`}: ${summary}`);
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['customer', said],
    ['understood', understood],
    ['signals', signals],
    ['language', language === undefined ? [] : [language]],
    ['rules', rules],
    ['gate', waits],
    ['actions', acted],
    ['decision', [`${decision}: ${because}`]],
    ['sources', sources],
    ['reply', reply],
    ...(withModel ? modelRows(turn) : []),
  ];
  const shown = rows.filter(([, lines]) => lines.length > 0).map(([label, lines]) => block(label, lines));
  return `${at.toISOString()}\n${shown.join('')}`;
}

/** What left the house for a model, personal data as the tokens that were sent. */
function modelRows({ modelCalls, costMicroUsd }: TurnExplanation): readonly (readonly [string, readonly string[]])[] {
  if (modelCalls.length === 0) return [['model', ['was not asked']]];
  const calls = modelCalls.flatMap((call): (readonly [string, readonly string[]])[] => [
    ['model', [`${call.purpose}, ${call.model}: ${call.outcome}, ${tokensText(call)}, ${dollarsText(call.cost)}, ${call.ms} ms`]],
    ['  prefix', [`${call.prefix}${call.tools.length === 0 ? '' : `, tools ${call.tools.join(', ')}`}`]],
    ['  sent', [call.sent]],
    ['  received', call.received === '' ? [] : [call.received]],
  ]);
  return [...calls, ['cost', [dollarsText(costMicroUsd)]]];
}

const tokensText = ({ tokens }: TurnExplanation['modelCalls'][number]): string =>
  `${tokens.input} tokens in, ${tokens.cacheRead} from the cache, ${tokens.cacheWrite} into it, ${tokens.output} out`;

const dollarsText = (microUsd: number): string => `$${(microUsd / 1e6).toFixed(6)}`;

const INDENT = 14;

/** The label once, every further line under the first. */
function block(label: string, texts: readonly string[]): string {
  const lines = texts.flatMap((text) => text.split('\n')).map(printable);
  return lines.map((line, index) => `${(index === 0 ? `  ${label}` : '').padEnd(INDENT)}${line}\n`).join('');
}

/** Customers' words must not be able to steer the terminal. */
function printable(line: string): string {
  return line.replaceAll(/\p{Cc}/gu, ' ');
}
