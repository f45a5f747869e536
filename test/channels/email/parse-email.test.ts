import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { parseEmailCommand } from '../../../src/cli/parse-email.ts';
import { mailOf } from './email-builders.ts';
import type { MailParts } from './email-builders.ts';

const line = z.looseObject({
  file: z.string(),
  threadKey: z.string().nullable().optional(),
  reply: z.string().optional(),
  automatic: z.string().optional(),
  fromEmail: z.string().nullable().optional(),
  authentication: z.string().optional(),
  error: z.string().optional(),
});

async function run(args: readonly string[]): Promise<{ readonly code: number; readonly lines: readonly z.infer<typeof line>[] }> {
  let written = '';
  const code = await parseEmailCommand.run(args, {
    stdin: Readable.from([]),
    stdout: { write: (text) => (written += text) },
    stderr: { write: () => true },
    env: {},
    signal: new AbortController().signal,
  });
  return {
    code,
    lines: written
      .split('\n')
      .filter((text) => text !== '')
      .map((text) => line.parse(JSON.parse(text))),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'deskhand-parse-email-'));
let files = 0;
function file(content: string): string {
  files += 1;
  const path = join(folder, `${files}.eml`);
  writeFileSync(path, content);
  return path;
}
const mail = (parts: MailParts): string => file(mailOf(parts));
const OWN = ['--own', 'support@larkfield.example'];

describe('parse-email', () => {
  it('writes one line for each file in order, and exit code 1 when one cannot be read', async () => {
    const good = mail({ text: 'Where is it?\n\nOn 3 Nov 2026 at 10:12, Ann <a@example.com> wrote:\n> old' });
    const { code, lines } = await run([good, join(folder, 'missing.eml'), good]);
    expect(code).toBe(1);
    expect(lines.map(({ reply, error }) => reply ?? error)).toEqual(['Where is it?', 'there is no such file', 'Where is it?']);
    expect(lines[1]).toMatchObject({ id: null, line: 2 });
  });

  it('gives the mails of one conversation one key and a stranger another', async () => {
    const question = mail({ id: 'q' });
    const answer = mail({ id: 'a', from: 'support@larkfield.example', to: 'mia.keller@example.com', inReplyTo: 'q', references: ['q'] });
    const thanks = mail({ id: 't', inReplyTo: 'a', references: ['q', 'a'] });
    const stranger = mail({ id: 's', from: 'eve@evil.example', inReplyTo: 'a', references: ['q', 'a'] });
    const { lines } = await run([question, answer, thanks, stranger, ...OWN]);
    const keys = lines.map(({ threadKey }) => threadKey);
    expect(new Set(keys.slice(0, 3)).size).toBe(1);
    expect(keys[3]).not.toBe(keys[0]);
    expect(lines.map(({ automatic }) => automatic)).toEqual(['none', 'own', 'none', 'none']);
  });

  it('gives a reply the same key when it is read alone', async () => {
    const question = mail({ id: 'q2' });
    const thanks = mail({ id: 't2', inReplyTo: 'a2', references: ['q2', 'a2'] });
    const keys = [await run([question, ...OWN]), await run([thanks, ...OWN])].map(({ lines }) => lines[0]?.threadKey);
    expect(keys[0]).toBe(keys[1]);
  });

  it('reads bare bodies', async () => {
    expect((await run([file('yes\n> no'), '--body', 'text'])).lines[0]).toMatchObject({ reply: 'yes', fromEmail: null, threadKey: null });
    expect((await run([file('<p>yes</p><blockquote type=cite>no</blockquote>'), '--body', 'html'])).lines[0]?.reply).toBe('yes');
  });

  it('does not believe a mail with two senders', async () => {
    expect((await run([mail({ from: 'Mia <mia@example.com>, Eve <eve@evil.example>' })])).lines[0]?.authentication).toBe('mutable');
  });

  it.each([
    ['no file', []],
    ['an unknown body', ['x', '--body', 'pdf']],
    ['an own address that is none', ['x', '--own', 'support']],
  ])('refuses %s', async (_, args) => {
    await expect(run(args)).rejects.toMatchObject({ code: 'usage' });
  });
});
