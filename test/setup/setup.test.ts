import { describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../scripts/setup.mjs', import.meta.url));

/** What stands in for npm: it notes each call, then does what the test wants. */
const NOTE = `require('node:fs').appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');\n`;

/** A checkout in a folder with a space in its name, whose npm is ours. */
async function createCheckout(npm = ''): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deskhand setup '));
  await mkdir(join(folder, 'scripts'));
  await copyFile(SCRIPT, join(folder, 'scripts', 'setup.mjs'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ dependencies: { a: '1.0.0' } }));
  await writeFile(join(folder, 'package-lock.json'), '{}');
  await writeFile(join(folder, 'npm.js'), NOTE + npm);
  return folder;
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function setUp(folder: string, onStart?: (child: ChildProcess) => void): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, npm_execpath: join(folder, 'npm.js') };
    const child = spawn(process.execPath, [join(folder, 'scripts', 'setup.mjs')], { env, stdio: 'pipe' });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    onStart?.(child);
  });
}

async function callsOf(folder: string): Promise<readonly string[]> {
  const path = join(folder, 'npm-calls');
  return existsSync(path) ? (await readFile(path, 'utf8')).trim().split('\n') : [];
}

describe('the set-up', () => {
  it('installs what is missing once, and then is silent', async () => {
    const folder = await createCheckout();
    const first = await setUp(folder);
    const second = await setUp(folder);
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(first.stderr).toMatch(/^Installing the packages that Deskhand needs .*\nPackages installed in \d+ s\.\n$/);
    expect(second).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await callsOf(folder)).toHaveLength(1);
  });

  it('leaves the lock file alone and wants development packages under NODE_ENV=production too', async () => {
    const folder = await createCheckout();
    await setUp(folder);
    expect((await callsOf(folder))[0]?.split(' ')).toEqual(
      expect.arrayContaining(['install', '--no-save', '--no-audit', '--no-fund', '--include=dev']),
    );
  });

  it.each([
    ['package-lock.json', '{"changed":true}'],
    ['package.json', '{"dependencies":{"a":"1.0.1"}}'],
  ])('installs again when %s changed', async (file, text) => {
    const folder = await createCheckout();
    await setUp(folder);
    await writeFile(join(folder, file), text);
    await setUp(folder);
    expect(await callsOf(folder)).toHaveLength(2);
  });

  it('does not install again for a change of anything else in package.json', async () => {
    const folder = await createCheckout();
    await setUp(folder);
    await writeFile(join(folder, 'package.json'), JSON.stringify({ scripts: { x: 'y' }, dependencies: { a: '1.0.0' } }));
    await setUp(folder);
    expect(await callsOf(folder)).toHaveLength(1);
  });

  it('names the step that failed, shows its last lines without noise, and tries again the next time', async () => {
    const folder = await createCheckout(`console.error('npm warn EBADENGINE x\\nnpm error broken thing'); process.exit(7);`);
    const failed = await setUp(folder);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain(
      'Set-up failed in the step "npm install" (exit code 7). Its last lines:\n  npm error broken thing\nTo see everything: cd ',
    );
    await writeFile(join(folder, 'npm.js'), NOTE);
    expect((await setUp(folder)).code).toBe(0);
  });

  it.each([
    ['npm error code ENOTFOUND', 'There is no way to the package registry.'],
    ['npm error code ENOSPC', 'The disk is full.'],
    ['npm error code EACCES', 'npm may not write here.'],
    ['npm error code E401', 'The registry refused the request.'],
    ['npm error code E404', 'The registry does not have one of the pinned packages.'],
  ])('says what to do about "%s"', async (line, advice) => {
    const folder = await createCheckout(`console.error(${JSON.stringify(line)}); process.exit(1);`);
    expect((await setUp(folder)).stderr).toContain(advice);
  });

  it('runs once when two start at the same time', async () => {
    const folder = await createCheckout('setTimeout(() => {}, 700);');
    const ended = await Promise.all([setUp(folder), setUp(folder)]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect(ended.map(({ stderr }) => stderr).join('')).toContain('Another set-up is running here; waiting for it.');
    expect(await callsOf(folder)).toHaveLength(1);
  });

  it('takes over the lock of a set-up that was killed', async () => {
    const folder = await createCheckout();
    const lock = join(folder, 'node_modules', '.deskhand-setup.lock');
    await mkdir(join(folder, 'node_modules'));
    await writeFile(lock, '1');
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock, longAgo, longAgo);
    expect((await setUp(folder)).code).toBe(0);
    expect(existsSync(lock)).toBe(false);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stops on %s with %i and leaves no lock', async (signal, code) => {
    const folder = await createCheckout(`require('node:fs').writeFileSync('started', ''); setTimeout(() => {}, 60_000);`);
    const ended = await setUp(folder, (child) => {
      const poll = setInterval(() => {
        if (!existsSync(join(folder, 'started'))) return;
        clearInterval(poll);
        child.kill(signal);
      }, 20);
    });
    expect(ended.code).toBe(code);
    expect(existsSync(join(folder, 'node_modules', '.deskhand-setup.lock'))).toBe(false);
  });
});
