import type { Readable } from 'node:stream';

/** Where a command reads and writes. stdout carries data only; progress and logs go to stderr. */
export interface CommandIo {
  readonly stdin: Readable;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** 0 done · 1 ran and found failures · 2 unusable arguments or configuration. */
export type ExitCode = 0 | 1 | 2;

/** One word after `deskhand`. Throws `AppError('usage' | 'config_invalid', …)` for exit code 2. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Usage, options and examples; printed by `--help`. */
  readonly help: string;
  run(args: readonly string[], io: CommandIo): Promise<ExitCode>;
}
