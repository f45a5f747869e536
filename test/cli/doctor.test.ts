import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { SMTPServer } from 'smtp-server';
import { doctorCommand } from '../../src/cli/doctor.ts';
import { openFakePinecone } from '../support/pinecone/fake-pinecone.ts';

interface Diagnosis {
  readonly code: number;
  readonly findings: readonly { readonly level: string; readonly subject: string; readonly text: string; readonly advice?: string }[];
}

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'deskhand doctor '));

async function diagnose(env: Readonly<Record<string, string>>, data?: string): Promise<Diagnosis> {
  let output = '';
  const code = await doctorCommand.run(['--json', '--data', data ?? (await newFolder())], {
    stdin: Readable.from([]),
    stdout: { write: (text: string) => void (output += text) },
    stderr: { write: () => undefined },
    env: { PORT: '0', ...env },
    signal: new AbortController().signal,
  });
  return {
    code,
    findings: output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

const open: { close(done: () => void): unknown }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise<void>((resolve) => server.close(resolve))));
});

/** An SMTP server that knows one password. */
async function startSmtp(): Promise<string> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ password }, _session, done) => (password === 'right' ? done(null, { user: 'a' }) : done(new Error('no'))),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  return String(portOf(server.server));
}

function portOf(server: { address(): AddressInfo | string | null }): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

async function takePort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  return portOf(server);
}

describe('deskhand doctor', () => {
  it.each([
    ['its own key', undefined, 'ok', /lets us in.*0 records/],
    ['another key', 'pcsk_other', 'problem', /does not accept the key/],
  ])('says whether Pinecone lets us in with %s', async (_, key, level, text) => {
    const pinecone = await openFakePinecone();
    open.push({ close: async (done) => (await pinecone.close(), done()) });
    const { findings } = await diagnose({ PINECONE_API_KEY: key ?? pinecone.apiKey, PINECONE_INDEX_HOST: pinecone.url });
    const found = findings.find(({ subject }) => subject === 'Pinecone');
    expect(found).toMatchObject({ level, text: expect.stringMatching(text) });
    expect(JSON.stringify(findings)).not.toContain('pcsk_');
  });

  it('finds nothing to fix in a fresh clone, and says that without SMTP nobody can be proved', async () => {
    const { code, findings } = await diagnose({});
    expect(code).toBe(0);
    expect(findings.filter(({ level }) => level !== 'ok')).toEqual([
      expect.objectContaining({ level: 'warning', subject: 'outgoing mail', text: expect.stringContaining('no one-time code can leave') }),
    ]);
  });

  it.each([
    ['right', 0, 'lets us in'],
    ['wrong', 1, 'login refused'],
  ])('logs in to the mail server with the %s password', async (password, code, text) => {
    const port = await startSmtp();
    const smtp = { SMTP_HOST: '127.0.0.1', SMTP_PORT: port, SMTP_TLS: 'none', SMTP_USER: 'a', SMTP_PASSWORD: password };
    const diagnosis = await diagnose(smtp);
    expect(diagnosis.code).toBe(code);
    expect(diagnosis.findings).toContainEqual(expect.objectContaining({ subject: 'outgoing mail', text: expect.stringContaining(text) }));
  });

  it('says that a mailbox cannot be reached, that the demo answers nobody, and where alarms would go', async () => {
    const env = { IMAP_HOST: '127.0.0.1', IMAP_PORT: '1', IMAP_TLS: 'none', IMAP_USER: 'help@larkfield.shop', IMAP_PASSWORD: 'x' };
    const { code, findings } = await diagnose(env);
    expect(code).toBe(1);
    expect(findings).toContainEqual(expect.objectContaining({ level: 'problem', subject: 'incoming mail' }));
    expect(findings).toContainEqual(expect.objectContaining({ level: 'warning', subject: 'going live' }));
    expect(findings).toContainEqual(expect.objectContaining({ level: 'warning', subject: 'alarms' }));
  });

  it('says that the port is taken', async () => {
    const port = await takePort();
    const { findings } = await diagnose({ PORT: String(port) });
    expect(findings).toContainEqual({
      level: 'problem',
      subject: 'port',
      text: `${port} cannot be used (EADDRINUSE)`,
      advice: 'Set PORT to another one.',
    });
  });

  it('says that the data folder cannot be written', async () => {
    const file = join(await newFolder(), 'a-file');
    await writeFile(file, '');
    const { code, findings } = await diagnose({}, file);
    expect(code).toBe(1);
    expect(findings).toContainEqual(expect.objectContaining({ level: 'problem', subject: 'data folder' }));
  });

  it('says that a database is damaged and leaves it as it is', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'deskhand.db'), 'this is no database, and long enough to be looked at twice'.repeat(100));
    const { code, findings } = await diagnose({}, folder);
    expect(code).toBe(1);
    expect(findings).toContainEqual(expect.objectContaining({ level: 'problem', subject: 'database' }));
  });
});
