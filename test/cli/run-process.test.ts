import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('sample-commands.ts', import.meta.url));
const SHIPPED_ENTRY = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in a real process; `onReady` is called once it has written something. */
function runEntry(args: readonly string[], onReady?: (child: ReturnType<typeof spawn>) => void, entry = ENTRY): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [entry, ...args], { stdio: 'pipe' });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      if (stdout === '') onReady?.(child);
      stdout += String(chunk);
    });
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

describe('a process of the command line', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('lets a command tidy up on %s and ends with %i', async (signal, code) => {
    const ended = await runEntry(['wait'], (child) => child.kill(signal));
    expect(ended).toEqual({ code, stdout: 'ready\ntidied up\n', stderr: '' });
  });

  it('ends a filter that waits for input on SIGINT, without a word', async () => {
    expect(await runEntry(['read'], (child) => child.kill('SIGINT'))).toEqual({ code: 130, stdout: 'ready\n', stderr: '' });
  });

  it('ends quietly when nobody reads its output any more', async () => {
    const ended = await runEntry(['spew'], (child) => child.stdout?.destroy());
    expect(ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('writes everything before it ends, and is kept alive by nothing', async () => {
    const ended = await runEntry(['linger']);
    expect([ended.code, ended.stdout.length]).toEqual([1, 300_001]);
  });

  it('answers a wrong configuration with the problems, the hint and exit code 2', async () => {
    expect(await runEntry(['refuse'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'deskhand: the configuration has 1 problem:\n  environment: PORT\nSee docs.\n',
    });
  });

  it('answers what nobody planned with exit code 1 and where it happened', async () => {
    const ended = await runEntry(['break']);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/^deskhand: unexpected failure\nTypeError: not planned\n {4}at /);
  });

  it('shows the version of the product', async () => {
    const ended = await runEntry(['--version'], undefined, SHIPPED_ENTRY);
    expect([ended.code, ended.stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });
});
