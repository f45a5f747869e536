import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { chatCommand, createChatCommand } from '../../src/cli/chat.ts';
import type { ChatSession, ChatStep } from '../../src/cli/chat/chat-session.ts';
import { stepText, terminalText, traceText } from '../../src/cli/chat/chat-text.ts';
import type { Command, CommandIo } from '../../src/cli/command.ts';
import { AppError } from '../../src/domain/error.ts';

const STEP: ChatStep = {
  replies: [],
  intents: ['order_status'],
  decision: 'ask',
  rules: ['identity_required', 'code_sent'],
  actions: [{ tool: 'lookup_order', status: 'refused', rule: 'not_found' }],
  identity: 'claimed',
  tickets: [],
  mails: [],
};

/** Answers every message with its own words, and remembers what it was asked to do. */
function echo(): { readonly session: ChatSession; readonly heard: string[] } {
  const heard: string[] = [];
  const step = (text: string): ChatStep => ({ ...STEP, replies: [{ private: false, by: 'agent', text }] });
  const session: ChatSession = {
    async say(from, text) {
      heard.push(`${from}: ${text}`);
      return step(`You said ${text}`);
    },
    async desk({ by, action, text }) {
      if (action === 'fly') throw new AppError('usage', 'nobody can fly', { retryable: false });
      heard.push(`desk ${by} ${action} ${text}`);
      return { ...STEP, desk: { kind: 'done', text: 'Sent.' } };
    },
    async advance(duration) {
      heard.push(`advance ${duration}`);
      return [step('Still there?')];
    },
    async close() {
      heard.push('closed');
    },
  };
  return { session, heard };
}

async function run(command: Command, args: readonly string[], input: readonly string[], env: CommandIo['env'] = {}) {
  let out = '';
  let err = '';
  const io: CommandIo = {
    stdin: Readable.from(input.map((line) => `${line}\n`)),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env,
    signal: new AbortController().signal,
  };
  const code = await command.run(args, io);
  return { code, out, err };
}

async function chat(input: readonly string[], args: readonly string[] = []) {
  const { session, heard } = echo();
  const result = await run(
    createChatCommand(async () => session),
    args,
    input,
  );
  return { ...result, heard };
}

describe('deskhand chat in a pipe', () => {
  it('answers each line before it reads the next, and ends with the input', async () => {
    const { code, out, heard } = await chat(['Hello', '', 'Bye']);
    expect(code).toBe(0);
    expect(out).toBe('Agent: You said Hello\n\nAgent: You said Bye\n\n');
    expect(heard).toEqual(['mia.keller@example.com: Hello', 'mia.keller@example.com: Bye', 'closed']);
  });

  it('ends at /quit', async () => {
    expect((await chat(['/quit', 'Hello'])).heard).toEqual(['closed']);
  });

  it('writes as the customer named, and as another one from /as on', async () => {
    expect((await chat(['a', '/as jonas.brandt@example.com', 'b'], ['--as', 'tom.becker@example.com'])).heard).toEqual([
      'tom.becker@example.com: a',
      'jonas.brandt@example.com: b',
      'closed',
    ]);
  });

  it('passes the desk’s commands on and shows its answer', async () => {
    const { out, heard } = await chat(['/desk ana reply Hi there Mia']);
    expect(heard[0]).toBe('desk ana reply Hi there Mia');
    expect(out).toContain('[desk] Sent.');
  });

  it('moves the clock and shows what happened meanwhile', async () => {
    const { out, heard } = await chat(['/advance 26h']);
    expect(heard[0]).toBe('advance 26h');
    expect(out).toBe('Agent: Still there?\n\n');
  });

  it('says why on demand, and after each answer with --trace', async () => {
    const why = '  intents      order_status\n  decision     ask\n';
    expect((await chat(['Hello'])).out).not.toContain(why);
    expect((await chat(['Hello', '/why'])).out).toContain(why);
    expect((await chat(['Hello'], ['--trace'])).out).toContain(why);
    expect((await chat(['/why'])).out).toBe('  Nothing was answered yet.\n');
  });

  it.each(['/nope', '/desk ana', '/as', '/desk ana fly'])('goes on after %s, and ends with 1', async (line) => {
    const { code, heard, err } = await chat([line, 'Hello']);
    expect(code).toBe(1);
    expect(err).not.toBe('');
    expect(heard).toEqual(['mia.keller@example.com: Hello', 'closed']);
  });

  it('refuses a channel that does not exist', async () => {
    await expect(chat([], ['--channel', 'fax'])).rejects.toMatchObject({
      code: 'usage',
      hint: 'Choose one of console, slack, discord, email.',
    });
  });
});

describe('what the chat shows', () => {
  it('marks what only one person sees', () => {
    expect(stepText({ ...STEP, replies: [{ private: true, by: 'agent', text: 'Your order' }] })).toBe(
      'Agent (only you see this): Your order\n',
    );
  });

  it('puts a mail in a box', () => {
    const text = stepText({ ...STEP, mails: [{ to: 'mia@example.com', subject: 'Your code', text: 'It is\n123456\n' }] });
    expect(text).toContain('│ To: mia@example.com\n│ Subject: Your code\n│ \n│ It is\n│ 123456\n└');
  });

  it('names the person of staff who answered', () => {
    expect(stepText({ ...STEP, replies: [{ private: false, by: 'Ana', text: 'Hi' }] })).toBe('Ana: Hi\n');
  });

  it.each([
    ['**bold** and `code`', 'bold and code'],
    ['see [help](https://x.example/a)', 'see help (https://x.example/a)'],
    ['a\u001B[31mred\u0007', 'a [31mred '],
    ['two\nlines', 'two\nlines'],
  ])('shows %j as plain text', (markdown, text) => {
    expect(terminalText(markdown)).toBe(text);
  });

  it('names the rule that refused an action', () => {
    expect(traceText(STEP)).toContain('  actions      lookup_order refused (not_found)\n');
  });
});

describe('the chat over the whole product', () => {
  it('asks for a code, hands over and lets a human answer, keeping nothing', async () => {
    const { code, out } = await run(
      chatCommand,
      ['--trace'],
      ['Where is LF-10001?', 'I want to talk to a person', '/desk ana reply Ana here'],
    );
    expect(code).toBe(0);
    expect(out).toMatch(/│ .*\b\d{6}\b/);
    expect(out).toContain('customer_asked');
    expect(out).toContain('[desk] Sent. T-1001 is yours now.');
    expect(out).toContain('Ana here');
  });

  it('keeps the conversation in a folder that is named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'deskhand-chat-'));
    try {
      expect((await run(chatCommand, ['--data', folder], ['How long do refunds take?'])).out).toContain('5–10 business days');
      expect(await readdir(folder)).toContain('deskhand.db');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
