import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { AppError } from '../domain/error.ts';
import { traceText, stepText } from './chat/chat-text.ts';
import type { ChatSession, ChatStep } from './chat/chat-session.ts';
import { openDrivenChat } from './chat/driven-chat.ts';
import type { Command, CommandIo, ExitCode } from './command.ts';

const CHANNELS = ['console', 'slack', 'discord', 'email'];
const FIRST_CUSTOMER = 'mia.keller@example.com';

const KEYS = `  /as NAME               write as another customer, by mail address
  /why                   why the last answer was given
  /desk NAME ACTION …    act as a member of staff: claim, reply WORDS, note WORDS, approve, deny REASON,
                         resolve [OUTCOME], return INSTRUCTION; such as: /desk ana approve
  /advance 26h           move the clock
  /help                  this list
  /quit                  the end
`;

const HELP = `Usage: deskhand chat [OPTIONS]

Talk to the agent as a customer, on a throw-away store and a fresh demo shop. Mails to the customer, one-time codes
included, are shown in a box. Also works in a pipe: each line is a message, answered before the next one is read.

${KEYS}
Options:
  --as CUSTOMER      mail address of the customer (default: ${FIRST_CUSTOMER})
  --channel CHANNEL  ${CHANNELS.join(', ')} (default: console)
  --data DIR         keep the conversation and the shop in this folder
  --trace            the decision after each answer

Examples:
  deskhand chat
  deskhand chat --channel email --as jonas.brandt@example.com --trace
  echo "how long do refunds take?" | deskhand chat
`;

export interface ChosenPlace {
  readonly channel: string;
  /** Undefined: nothing is kept. */
  readonly dataFolder: string | undefined;
}

/** `open` is handed in, so that a test can talk to something smaller than the whole product. */
export function createChatCommand(open: (place: ChosenPlace, io: CommandIo) => Promise<ChatSession>): Command {
  return {
    name: 'chat',
    summary: 'talk to the agent in the terminal as a customer',
    help: HELP,
    async run(args, io) {
      const { values } = parseArgs({
        args: [...args],
        options: { as: { type: 'string' }, channel: { type: 'string' }, trace: { type: 'boolean' }, data: { type: 'string' } },
      });
      const channel = values.channel ?? 'console';
      if (!CHANNELS.includes(channel)) {
        throw new AppError('usage', `there is no channel "${channel}"`, {
          retryable: false,
          hint: `Choose one of ${CHANNELS.join(', ')}.`,
        });
      }
      const session = await open({ channel, dataFolder: values.data }, io);
      try {
        return await talk(session, { from: values.as ?? FIRST_CUSTOMER, trace: values.trace ?? false }, io);
      } finally {
        await session.close();
      }
    },
  };
}

export const chatCommand: Command = createChatCommand(async ({ channel, dataFolder }, io) => {
  const config = await loadConfig(io.env, dataFolder === undefined ? {} : { dataFolder });
  return openDrivenChat(config, { channel, keep: dataFolder !== undefined }, io);
});

interface Talk {
  from: string;
  readonly trace: boolean;
  last?: ChatStep;
}

/** One line after the other until the end of the input, `/quit` or a signal. */
async function talk(session: ChatSession, state: Talk, io: CommandIo): Promise<ExitCode> {
  const isTerminal = 'isTTY' in io.stdin && io.stdin.isTTY === true;
  const prompt = (): void => void (isTerminal && io.stderr.write(`${state.from}> `));
  if (isTerminal) io.stderr.write('Write to the agent; /help lists what else you can do.\n');
  const lines = createInterface({ input: io.stdin, signal: io.signal });
  let code: ExitCode = 0;
  prompt();
  for await (const line of lines) {
    const words = line.trim();
    if (words === '/quit') break;
    if (words !== '' && !(await answered(session, state, words, io))) code = isTerminal ? 0 : 1;
    prompt();
  }
  return code;
}

/** False when the line made no sense; the chat goes on. */
async function answered(session: ChatSession, state: Talk, words: string, io: CommandIo): Promise<boolean> {
  try {
    if (words.startsWith('/')) await obey(session, state, words, io);
    else show(await session.say(state.from, words), state, io);
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    io.stderr.write(`${error.message}\n`);
    return false;
  }
}

async function obey(session: ChatSession, state: Talk, words: string, io: CommandIo): Promise<void> {
  const [key = '', first = '', second = '', ...rest] = words.split(/\s+/);
  switch (key) {
    case '/as':
      if (first === '') throw unusable('/as needs a mail address');
      state.from = first;
      return;
    case '/why':
      io.stdout.write(state.last ? traceText(state.last) : '  Nothing was answered yet.\n');
      return;
    case '/desk':
      if (second === '') throw unusable('/desk needs a name and an action, such as: /desk ana approve');
      show(await session.desk({ by: first, action: second, text: rest.join(' ') }), state, io);
      return;
    case '/advance':
      for (const step of await session.advance(first)) show(step, state, io);
      return;
    case '/help':
      io.stdout.write(KEYS);
      return;
    default:
      throw unusable(`there is no ${key}; /help lists what there is`);
  }
}

function show(step: ChatStep, state: Talk, io: CommandIo): void {
  state.last = step;
  const text = stepText(step);
  io.stdout.write(text === '' ? '(no answer: a human has this conversation, or there is nothing to add)\n' : text);
  if (state.trace) io.stdout.write(traceText(step));
  io.stdout.write('\n');
}

function unusable(message: string): AppError {
  return new AppError('usage', message, { retryable: false });
}
