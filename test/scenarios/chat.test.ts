import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeSevenScenarios } from './seven-scenarios.ts';
import { until, type CustomerLine, type SupportLine } from './support-line.ts';

const ENTRY = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
/** With `--trace` each answer ends with these lines and an empty one. */
const END_OF_STEP = /\n {2}identity +\S+\n(?: {2}tickets .*\n)?\n/;

/** `deskhand chat` as a process, driven through its pipe. */
async function openChat(): Promise<SupportLine> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'deskhand-chat-'));
  const chat = spawn(process.execPath, [ENTRY, 'chat', '--trace', '--data', dataFolder], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
  });
  const output = { text: '', read: 0 };
  chat.stdout.on('data', (chunk) => (output.text += String(chunk)));
  let complaints = '';
  chat.stderr.on('data', (chunk) => (complaints += String(chunk)));

  async function type(line: string): Promise<string> {
    chat.stdin.write(`${line}\n`);
    const step = await until(`an answer to ${line} (${complaints})`, () => {
      const rest = output.text.slice(output.read);
      const end = END_OF_STEP.exec(rest);
      return end ? rest.slice(0, end.index + end[0].length) : undefined;
    });
    output.read += step.length;
    return step;
  }

  return {
    dataFolder,
    customer: (email) => chatCustomer(email, chat, type, () => output.text),
    async approve(ticket, by) {
      const step = await type(`/desk ${by} approve`);
      if (!step.includes(ticket) && !step.includes('[desk] Done')) throw new Error(step);
    },
    async close() {
      chat.stdin.end('/quit\n');
      await once(chat, 'close');
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function chatCustomer(
  email: string,
  chat: ChildProcessWithoutNullStreams,
  type: (line: string) => Promise<string>,
  heard: () => string,
): CustomerLine {
  const from = heard().length;
  const mails = (): readonly string[] =>
    [
      ...heard()
        .slice(from)
        .matchAll(/^┌[^]*?^└/gm),
    ]
      .map(([box]) => box)
      .filter((box) => box.includes(`To: ${email}`));
  const firstIn = (texts: readonly string[], words: RegExp): string | undefined => texts.find((text) => words.test(text));
  return {
    async say(text) {
      chat.stdin.write(`/as ${email}\n`);
      return (await type(text)).replaceAll(/^┌[^]*?^└.*$/gm, '').replace(/\n {2}intents {6}[^]*$/, '');
    },
    code: async () => /\b\d{6}\b/.exec(mails().at(-1) ?? '')?.[0] ?? '',
    hears: (words) =>
      until(String(words), () =>
        firstIn(
          heard()
            .slice(from)
            .split(/^Agent/m),
          words,
        ),
      ),
    mailed: (words) => until(String(words), () => firstIn(mails(), words)),
  };
}

describeSevenScenarios('in the terminal', openChat);
