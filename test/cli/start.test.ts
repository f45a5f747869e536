import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readableLog } from '../../src/cli/readable-log.ts';
import { readSince } from '../../src/cli/start.ts';

const ENTRY = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const NOW = new Date('2026-11-22T12:00:00Z');

describe('deskhand start', () => {
  it('serves the page, says where and what to do next, and ends on SIGTERM with nothing left behind', async () => {
    const data = await mkdtemp(join(tmpdir(), 'deskhand start '));
    const child = spawn(process.execPath, [ENTRY], { env: { PATH: process.env['PATH'], PORT: '0', DESKHAND_DATA: data }, stdio: 'pipe' });
    let stderr = '';
    let health = 0;
    const stopWhenHealthy = async (url: string): Promise<void> => {
      health = (await fetch(url)).status;
      child.kill('SIGTERM');
    };
    const code = await new Promise((resolve) => {
      child.stderr.on('data', (chunk) => {
        stderr += String(chunk);
        const address = /Try it +(\S+)/.exec(stderr)?.[1];
        if (address === undefined || health > 0 || !stderr.includes('deskhand doctor')) return;
        health = 1;
        void stopWhenHealthy(`${address}/health`);
      });
      child.on('close', resolve);
    });
    expect([health, code]).toEqual([200, 143]);
    expect(stderr).toContain('Robin works for Larkfield Outfitters.');
    await expect(stat(join(data, 'agent.json'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it.each([
    ['2026-11-01', '2026-11-01T00:00:00.000Z'],
    ['36h', '2026-11-21T00:00:00.000Z'],
    ['3d', '2026-11-19T12:00:00.000Z'],
  ])('takes mail since %s', (text, since) => {
    expect(readSince(text, NOW).toISOString()).toBe(since);
  });

  it.each([['yesterday'], ['2026-12-01'], ['3w'], ['7'], ['']])('refuses --since %j', (text) => {
    expect(() => readSince(text, NOW)).toThrow(/^--since: found /);
  });
});

describe('a log line at a terminal', () => {
  it.each([
    [
      '{"level":"info","at":"2026-11-22T12:00:01.5Z","turn":"t","intents":["a"],"event":"turn.decided"}\n',
      '12:00:01 turn.decided turn=t intents=["a"]\n',
    ],
    ['{"level":"error","at":"2026-11-22T12:00:01.5Z","event":"message.dead"}\n', '12:00:01 ERROR message.dead\n'],
    ['no JSON\n', 'no JSON\n'],
  ])('%j reads %j', (line, text) => {
    expect(readableLog(line)).toBe(text);
  });
});
