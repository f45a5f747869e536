import { execFileSync } from 'node:child_process';
import { closeSync, cpSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SHIPPED_FOLDER } from '../../src/config.ts';
import { readAgentFile } from '../../src/console/agent-file.ts';
import { connectDeskhand } from '../../src/console/deskhand-client.ts';
import type { Deskhand } from '../../src/domain/deskhand.ts';
import { startAgentProcess, type AgentProcess } from '../support/agent-process.ts';
import { DOVECOT_HINT, dovecotInstalled, startDovecot } from '../support/dovecot.ts';
import { until } from '../scenarios/support-line.ts';

const LIMIT_MS = 90_000;
const QUESTION = 'How long do refunds take?';

let folder = '';
let agents: AgentProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskhand-trouble-'));
});
afterEach(async () => {
  await Promise.all(agents.map((agent) => agent.stop()));
  agents = [];
  rmSync(folder, { recursive: true, force: true });
});

async function start(dataFolder: string, env: Readonly<Record<string, string>> = {}): Promise<{ agent: AgentProcess; deskhand: Deskhand }> {
  const agent = await startAgentProcess(dataFolder, env);
  agents.push(agent);
  await agent.accepts();
  const file = await until('agent.json', () => readAgentFile(dataFolder));
  return { agent, deskhand: await connectDeskhand(file) };
}

async function answered(deskhand: Deskhand, from: string, text = QUESTION): Promise<string> {
  const id = await deskhand.write({ from, chat: 'one', text });
  return until('an answer', async () => (await deskhand.transcript(id)).find((line) => line.from === 'agent')?.text);
}

const problemOf = (deskhand: Deskhand): Promise<string> =>
  until('a problem', async () => {
    const mail = (await deskhand.health()).channels.find(({ name }) => name === 'email');
    return mail?.problem === 'not connected yet' ? undefined : mail?.problem;
  });

describe('a mail server that cannot be used', () => {
  it(
    'shows on the health page with what to do, and keeps nobody from the page: unreachable',
    async () => {
      const probe = createServer().listen(0, '127.0.0.1');
      await once(probe, 'listening');
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? String(address.port) : '';
      probe.close();
      await once(probe, 'close');
      const { deskhand } = await start(folder, {
        IMAP_HOST: '127.0.0.1',
        IMAP_PORT: port,
        IMAP_TLS: 'none',
        IMAP_USER: 'support@larkfield.example',
        IMAP_PASSWORD: 'password-of-ours',
      });
      expect(await problemOf(deskhand)).toMatch(/IMAP.*(?:refused|reach).*check IMAP_HOST/i);
      expect((await deskhand.health()).ok).toBe(false);
      expect(await answered(deskhand, 'grace.lin@example.com')).toContain('5–10 business days');
    },
    LIMIT_MS,
  );

  if (!dovecotInstalled()) process.stderr.write(`skipped: a login that is refused. ${DOVECOT_HINT}\n`);
  (dovecotInstalled() ? it : it.skip)(
    'shows on the health page with what to do, and never its password: a refused login',
    async () => {
      const dovecot = await startDovecot();
      try {
        const { agent, deskhand } = await start(folder, {
          IMAP_HOST: dovecot.host,
          IMAP_PORT: String(dovecot.imapPort),
          IMAP_TLS: 'none',
          IMAP_USER: dovecot.user,
          IMAP_PASSWORD: 'wrong-horse',
        });
        expect(await problemOf(deskhand)).toMatch(/IMAP.*(?:login|refused).*IMAP_USER.*IMAP_PASSWORD/i);
        expect(agent.stderr()).not.toContain('wrong-horse');
        expect(agent.stderr().match(/email\.unhealthy/g)).toHaveLength(1);
      } finally {
        await dovecot.stop();
      }
    },
    LIMIT_MS,
  );
});

describe('an article that cannot be read', () => {
  it(
    'is named in the log, and the others are answered from',
    async () => {
      const company = join(folder, 'company');
      cpSync(SHIPPED_FOLDER, company, { recursive: true });
      writeFileSync(join(company, 'knowledge', 'broken.md'), '---\ntitle: [unclosed\naudience: everybody\n---\n\nSomething.\n');
      mkdirSync(join(folder, 'data'));
      const { agent, deskhand } = await start(join(folder, 'data'), { DESKHAND_CONFIG: company });
      expect(await answered(deskhand, 'grace.lin@example.com')).toContain('5–10 business days');
      expect(agent.stderr()).toMatch(/"path":"[^"]*broken\.md","problem":"[^"]+".*"event":"knowledge\.problem"/);
    },
    LIMIT_MS,
  );
});

/** A file system of a few megabytes; only root can make one. */
function mountSmall(at: string): boolean {
  mkdirSync(at, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', at], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Leaves no byte. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (const size of [65_536, 4_096, 512, 1]) {
      try {
        for (;;) writeSync(file, Buffer.alloc(size));
      } catch {
        // Full for this size.
      }
    }
  } finally {
    closeSync(file);
  }
}

describe('a disk that is full', () => {
  it(
    'acknowledges nothing that it cannot keep, says so, loses nothing and goes on once there is room',
    async () => {
      const small = join(folder, 'small');
      if (!mountSmall(small)) {
        process.stderr.write('skipped: a full disk. Making a small one needs root (mount -t tmpfs).\n');
        return;
      }
      try {
        const { deskhand } = await start(small);
        expect(await answered(deskhand, 'grace.lin@example.com')).toContain('5–10 business days');
        // The learned model is written beside; then nothing else takes room.
        await until('a learned model', () => readdirSync(small).find((name) => name.startsWith('intent-model-')));
        fill(join(small, 'filler'));
        await expect(deskhand.write({ from: 'sam.okafor@example.com', chat: 'one', text: QUESTION })).rejects.toThrow(
          /no space is left for .*deskhand\.db/,
        );
        rmSync(join(small, 'filler'));
        expect(await answered(deskhand, 'sam.okafor@example.com')).toContain('5–10 business days');
        const kept = await deskhand.conversations(10);
        expect(kept.map(({ id }) => id).toSorted()).toEqual([
          expect.stringContaining('grace.lin@example.com'),
          expect.stringContaining('sam.okafor@example.com'),
        ]);
        await Promise.all(agents.splice(0).map((agent) => agent.stop()));
      } finally {
        await Promise.all(agents.splice(0).map((agent) => agent.stop()));
        execFileSync('umount', [small]);
      }
    },
    LIMIT_MS,
  );
});
