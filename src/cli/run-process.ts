import { constants } from 'node:os';
import { environment } from '../config/environment.ts';
import { commands } from './registry.ts';
import { runCommandLine, type CommandLoaders } from './run-command-line.ts';

/** How long a command may tidy up after a signal before it is cut off. */
const GRACE_MS = 10_000;
/** A launcher passes a signal on that the terminal has delivered already; only a later one means impatience. */
const SECOND_SIGNAL_MS = 500;

/** Runs the arguments of this process, or `otherwise` when there are none, and ends it with the command's exit code. */
export async function runProcess(otherwise: readonly string[], loaders: CommandLoaders = commands): Promise<void> {
  const given = process.argv.slice(2);
  const stopping = new AbortController();
  const signalled = listenForSignals(stopping);
  endQuietlyWhenNobodyReads();
  const io = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: environment, signal: stopping.signal };
  // A command may wait for nothing but the signal, which by itself does not keep a process alive.
  setInterval(() => undefined, 60_000);
  const code = await runCommandLine(given.length > 0 ? given : otherwise, io, loaders);
  exitAfterFlush(signalled() ?? code);
}

function listenForSignals(stopping: AbortController): () => number | undefined {
  let exitCode: number | undefined;
  let firstAt = 0;
  const onSignal = (signal: 'SIGINT' | 'SIGTERM'): void => {
    const code = 128 + constants.signals[signal];
    if (exitCode !== undefined && performance.now() - firstAt > SECOND_SIGNAL_MS) process.exit(code);
    if (exitCode !== undefined) return;
    exitCode = code;
    firstAt = performance.now();
    stopping.abort();
    // A filter waits for its input; without it the loop ends by itself.
    process.stdin.destroy();
    setTimeout(() => process.exit(code), GRACE_MS).unref();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return () => exitCode;
}

/** `deskhand … | head` closes our output early: that is no failure and no stack trace. */
function endQuietlyWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? 0 : 1);
    });
  }
}

/** Worker threads and sockets of a command that is done do not keep the process alive. */
function exitAfterFlush(code: number): void {
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}
