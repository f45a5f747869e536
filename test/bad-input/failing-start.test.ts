import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readAgentFile } from '../../src/console/agent-file.ts';
import { connectDeskhand } from '../../src/console/deskhand-client.ts';
import { until } from '../scenarios/support-line.ts';
import { startAgentProcess } from '../support/agent-process.ts';

const ENTRY = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const LIMIT_MS = 60_000;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskhand-bad-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs a command to its end, with nothing of this shell's environment but the path. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', DESKHAND_DATA: join(folder, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  await once(child, 'close');
  return { code: child.exitCode, stdout, stderr: stderr.replaceAll(folder, '.') };
}

async function writeConfig(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  await mkdir(join(folder, 'company'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'company', name), text);
  return { DESKHAND_CONFIG: join(folder, 'company') };
}

/** Starts, lets a customer ask, and ends; resolves with what customers said in the latest conversation. */
async function talkOnce(text: string | undefined): Promise<readonly string[]> {
  const data = join(folder, 'data');
  await mkdir(data, { recursive: true });
  const agent = await startAgentProcess(data);
  try {
    await agent.accepts();
    const file = await readAgentFile(data);
    if (!file) throw new Error('no agent.json');
    const deskhand = await connectDeskhand(file);
    if (text !== undefined) await deskhand.write({ from: 'mia.keller@example.com', chat: 'one', text });
    return await until('a conversation', async () => {
      const [conversation] = await deskhand.conversations(10);
      const lines = conversation ? await deskhand.transcript(conversation.id) : [];
      const said = lines.filter(({ from }) => from === 'customer').map((line) => line.text);
      return said.length > 0 ? said : undefined;
    });
  } finally {
    await agent.stop();
  }
}

describe('a configuration that cannot be used', () => {
  it(
    'is refused with every mistake at once, each with its file, its line and what was expected',
    async () => {
      const company = await writeConfig({
        'default.yaml': 'agent:\n  company:\n    name: 5\n  identity:\n    codeMinutes: soon\n    trys: 3\n',
        'intents.yaml': 'intents:\n  order_status: [\n',
        'staff.yaml': 'staff:\n  Ana:\n    displayName: ""\n',
      });
      const { code, stdout, stderr } = await run(['start'], {
        ...company,
        PORT: 'many',
        IMAP_HOST: 'mail.example.com',
        IMAP_USER: 'a@b.example',
      });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr.split('\n')).toEqual([
        'deskhand: the configuration has 7 problems:',
        '  environment: PORT: found "many", expected a port, 0 to 65535',
        '  environment: IMAP_PASSWORD: missing, expected the password for IMAP_USER (or IMAP_OAUTH_…)',
        '  company/default.yaml:3: agent.company.name: found 5, expected text',
        '  company/default.yaml:5: agent.identity.codeMinutes: found "soon", expected a number',
        expect.stringMatching(/^ {2}company\/default\.yaml:6: agent\.identity\.trys: unknown key, expected one of codeMinutes, tries, /),
        expect.stringMatching(/^ {2}company\/intents\.yaml:3: not valid YAML \(.*\), expected valid YAML$/),
        '  company/staff.yaml:2: staff.Ana: found "Ana", expected a name of small letters',
        'Every setting is explained in docs/configuration.md.',
        '',
      ]);
    },
    LIMIT_MS,
  );

  it.each([
    ['without a password', { IMAP_USER: 'a@b.example' }, 'IMAP_PASSWORD: missing, expected the password for IMAP_USER'],
    [
      'without TLS to another machine',
      { IMAP_USER: 'a@b.example', IMAP_PASSWORD: 'x', IMAP_TLS: 'none' },
      'IMAP_TLS: found "none" for mail.example.com, expected implicit or starttls unless the server is on loopback',
    ],
  ])(
    'refuses a mailbox %s',
    async (_what, env, message) => {
      const { code, stderr } = await run(['start'], { IMAP_HOST: 'mail.example.com', ...env });
      expect(code).toBe(2);
      expect(stderr).toContain(`the configuration has 1 problem:\n  environment: ${message}`);
    },
    LIMIT_MS,
  );

  it(
    'is refused when its folder does not exist',
    async () => {
      const { code, stderr } = await run(['start'], { DESKHAND_CONFIG: './nowhere' });
      expect(code).toBe(2);
      expect(stderr).toContain('DESKHAND_CONFIG: ./nowhere does not exist, expected a folder');
    },
    LIMIT_MS,
  );

  it.each([
    [['sing'], 'deskhand: there is no command "sing"\nSee "deskhand --help" for the list.\n'],
    [['stat'], 'deskhand: there is no command "stat"\nDid you mean "deskhand start"?\n'],
    [['chat', '--loud'], 'deskhand: Unknown option \'--loud\'\nSee "deskhand chat --help" for what it takes.\n'],
  ])(
    'of the command line is refused: deskhand %j',
    async (args, message) => {
      expect(await run(args)).toEqual({ code: 2, stdout: '', stderr: message });
    },
    LIMIT_MS,
  );
});

describe('a place that cannot be used', () => {
  it(
    'is named when the data folder cannot be made',
    async () => {
      await writeFile(join(folder, 'file'), '');
      const { code, stderr } = await run(['start'], { DESKHAND_DATA: join(folder, 'file', 'data') });
      expect(code).toBe(1);
      expect(stderr).toBe(
        'deskhand: the data folder ./file/data cannot be made\nChoose another one with DESKHAND_DATA, or allow writing there.\n',
      );
    },
    LIMIT_MS,
  );

  if (process.getuid?.() === 0) process.stderr.write('skipped: a read-only data folder. Root may write everywhere: run as another user.\n');
  (process.getuid?.() === 0 ? it.skip : it)(
    'is named when the data folder is read-only',
    async () => {
      await mkdir(join(folder, 'data'), { mode: 0o500 });
      const { code, stderr } = await run(['start']);
      await chmod(join(folder, 'data'), 0o700);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^deskhand: .*data.*\n.*write in it/);
    },
    LIMIT_MS,
  );

  it(
    'is named when its files cannot be opened',
    async () => {
      await mkdir(join(folder, 'data', 'instance.lock'), { recursive: true });
      const { code, stderr } = await run(['start']);
      expect(code).toBe(1);
      expect(stderr).toBe(
        'deskhand: ./data/instance.lock cannot be used (SQLITE_CANTOPEN)\nCheck that its folder exists and that this user may write in it.\n',
      );
    },
    LIMIT_MS,
  );

  it(
    'is named when another program has the port',
    async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const address = other.address();
      const port = typeof address === 'object' && address !== null ? String(address.port) : '';
      const { code, stderr } = await run(['start'], { PORT: port });
      other.close();
      expect(code).toBe(2);
      expect(stderr).toContain(`deskhand: port ${port} is taken by another program\nSet PORT to another number.\n`);
      expect(stderr).not.toMatch(/"level":"error"|\n {4}at /);
    },
    LIMIT_MS,
  );

  it(
    'is refused to a second agent, which names the first and touches nothing',
    async () => {
      const data = join(folder, 'data');
      await mkdir(data);
      const first = await startAgentProcess(data);
      try {
        await first.accepts();
        const before = await readAgentFile(data);
        const { code, stderr } = await run(['start']);
        expect(code).toBe(1);
        expect(stderr).toMatch(/^deskhand: .*pid \d+.*\n.+\n$/);
        expect(await readAgentFile(data)).toEqual(before);
        expect((await fetch(`${first.address}/health`)).status).toBe(200);
      } finally {
        await first.stop();
      }
    },
    LIMIT_MS,
  );
});

describe('a store that is damaged', () => {
  it(
    'is left as it is, and what was accepted is there once a backup is put back',
    async () => {
      expect(await talkOnce('How long do refunds take?')).toEqual(['How long do refunds take?']);
      const store = join(folder, 'data', 'deskhand.db');
      await copyFile(store, join(folder, 'backup.db'));
      const damaged = Buffer.alloc(20_000, 'no store');
      await writeFile(store, damaged);
      const { code, stderr } = await run(['start']);
      expect(code).toBe(1);
      expect(stderr).toBe(
        'deskhand: ./data/deskhand.db is damaged or is not a Deskhand store\nNothing was changed. Move ./data/deskhand.db (with its -wal and -shm files) aside and restore it from a backup.\n',
      );
      expect(await readFile(store)).toEqual(damaged);
      await copyFile(join(folder, 'backup.db'), store);
      expect(await talkOnce(undefined)).toEqual(['How long do refunds take?']);
    },
    LIMIT_MS,
  );

  it(
    'says so for the demo shop, which is made anew',
    async () => {
      await mkdir(join(folder, 'data'));
      await writeFile(join(folder, 'data', 'shop.db'), Buffer.alloc(20_000, 'no shop'));
      const { code, stderr } = await run(['start']);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^deskhand: the demo shop in \.\/data .*\nMove shop\.db away; .*\n$/);
    },
    LIMIT_MS,
  );
});
