import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import type { Command } from '../../src/cli/command.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';

function collect() {
  const written = { stdout: '', stderr: '' };
  const io = {
    stdin: Readable.from([]),
    stdout: { write: (text: string) => void (written.stdout += text) },
    stderr: { write: (text: string) => void (written.stderr += text) },
    env: {},
    signal: new AbortController().signal,
  };
  return { io, written };
}

function fakeCommands(seen: (readonly string[])[] = []): Readonly<Record<string, () => Promise<Command>>> {
  const command = (name: string): Command => ({
    name,
    summary: `does ${name}`,
    help: `Usage: deskhand ${name} [OPTIONS]\n`,
    run: async (args) => {
      seen.push(args);
      return 0;
    },
  });
  return { classify: async () => command('classify'), chat: async () => command('chat') };
}

describe('the command line', () => {
  it.each([['--help'], ['-h'], ['help']])('lists every command with examples for %s', async (argument) => {
    const { io, written } = collect();
    expect(await runCommandLine([argument], io, fakeCommands())).toBe(0);
    expect(written.stdout).toMatch(/Commands:\n {2}classify {2}does classify\n {2}chat {6}does chat\n\nExamples:\n {2}deskhand start/);
    expect(written.stderr).toBe('');
  });

  it.each([[['classify', '--help']], [['classify', '--train', 'x', '-h']], [['help', 'classify']], [['--help', 'classify']]])(
    'shows the help of one command for %j',
    async (args) => {
      const { io, written } = collect();
      expect(await runCommandLine(args, io, fakeCommands())).toBe(0);
      expect(written.stdout).toBe('Usage: deskhand classify [OPTIONS]\n');
    },
  );

  it('hands a command its own arguments, those that look like help after -- included', async () => {
    const seen: (readonly string[])[] = [];
    await runCommandLine(['chat', '--', '--help'], collect().io, fakeCommands(seen));
    expect(seen).toEqual([['--', '--help']]);
  });

  it.each([
    ['clasify', 'deskhand: there is no command "clasify"\nDid you mean "deskhand classify"?\n'],
    ['constructor', 'deskhand: there is no command "constructor"\nSee "deskhand --help" for the list.\n'],
  ])('answers the unknown command %s with one clear line and exit code 2', async (name, expected) => {
    const { io, written } = collect();
    expect(await runCommandLine([name], io, fakeCommands())).toBe(2);
    expect(written).toEqual({ stdout: '', stderr: expected });
  });

  it('takes an option that node does not know for a mistake of the operator', async () => {
    const { parseArgs } = await import('node:util');
    const { io, written } = collect();
    const wrong: Command = {
      name: 'chat',
      summary: '',
      help: '',
      run: async (args) => {
        parseArgs({ args: [...args], options: {} });
        return 0;
      },
    };
    expect(await runCommandLine(['chat', '--nope'], io, { chat: async () => wrong })).toBe(2);
    expect(written.stderr).toMatch(/^deskhand: Unknown option '--nope'/);
  });
});
