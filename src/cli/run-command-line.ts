import { readFile } from 'node:fs/promises';
import { isNativeError } from 'node:util/types';
import { z } from 'zod';
import { closest } from '../domain/closest.ts';
import { AppError } from '../domain/error.ts';
import type { Command, CommandIo, ExitCode } from './command.ts';

export type CommandLoaders = Readonly<Record<string, () => Promise<Command>>>;

const EXAMPLES = [
  ['deskhand start', 'run the agent with its page on 127.0.0.1'],
  ['deskhand chat --as mia.keller@example.com', 'talk to it as a sample customer'],
  ['deskhand desk list', 'see what waits for a human'],
  [`echo '{"id":1,"text":"where is LF-10001?"}' | deskhand classify`, 'what the router makes of a message'],
] as const;

/** Finds the command and runs it. Never throws: what goes wrong becomes one clear line on stderr and an exit code. */
export async function runCommandLine(args: readonly string[], io: CommandIo, commands: CommandLoaders): Promise<ExitCode> {
  const [name = '--help', ...rest] = args;
  try {
    if (name === '--version' || name === '-v') io.stdout.write(`${await readVersion()}\n`);
    else if (isHelp(name) || name === 'help') return await printHelp(rest[0], io, commands);
    else return await runNamed(name, rest, io, commands);
    return 0;
  } catch (error) {
    if (io.signal.aborted) return 1;
    io.stderr.write(describe(error, name));
    return isOperatorsMistake(error) ? 2 : 1;
  }
}

async function runNamed(name: string, args: readonly string[], io: CommandIo, commands: CommandLoaders): Promise<ExitCode> {
  const command = await loadCommand(name, commands);
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (!options.some(isHelp)) return await command.run(args, io);
  io.stdout.write(`${command.help.trimEnd()}\n`);
  return 0;
}

async function loadCommand(name: string, commands: CommandLoaders): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return load();
  const meant = closest(name, Object.keys(commands));
  const hint = meant ? `Did you mean "deskhand ${meant}"?` : 'See "deskhand --help" for the list.';
  throw new AppError('usage', `there is no command "${name}"`, { retryable: false, hint });
}

function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h';
}

async function printHelp(name: string | undefined, io: CommandIo, commands: CommandLoaders): Promise<ExitCode> {
  if (name !== undefined && !name.startsWith('-')) {
    io.stdout.write(`${(await loadCommand(name, commands)).help.trimEnd()}\n`);
    return 0;
  }
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  const width = Math.max(...loaded.map((command) => command.name.length)) + 2;
  const example = Math.max(...EXAMPLES.map(([line]) => line.length)) + 2;
  io.stdout.write(
    [
      'Usage: deskhand COMMAND [OPTIONS]',
      '',
      'A self-hosted support agent that resolves tickets.',
      '',
      'Commands:',
      ...loaded.map((command) => `  ${command.name.padEnd(width)}${command.summary}`),
      '',
      'Examples:',
      ...EXAMPLES.map(([line, meaning]) => `  ${line.padEnd(example)}${meaning}`),
      '',
      'Options and examples of one command: deskhand COMMAND --help. Version: deskhand --version.',
      'Data goes to stdout, progress to stderr. Exit codes: 0 done, 1 failures found, 2 unusable arguments or configuration.',
      '',
    ].join('\n'),
  );
  return 0;
}

/** One clear line, then what to do. Only what nobody planned shows where it happened. */
function describe(error: unknown, command: string): string {
  if (error instanceof AppError) {
    return `deskhand: ${error.message}\n${error.hint ? `${error.hint}\n` : ''}`;
  }
  if (isOptionError(error)) return `deskhand: ${error.message}\nSee "deskhand ${command} --help" for what it takes.\n`;
  return `deskhand: unexpected failure\n${isNativeError(error) ? (error.stack ?? error.message) : String(error)}\n`;
}

function isOperatorsMistake(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'usage' || error.code === 'config_invalid';
  return isOptionError(error);
}

/** What `util.parseArgs` throws; its message names the option. */
function isOptionError(error: unknown): error is Error {
  return isNativeError(error) && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
