import { Readable } from 'node:stream';
import { actCommand } from '../../../src/cli/act.ts';

export interface ActRun {
  readonly code: number;
  readonly lines: readonly unknown[];
}

/** Runs the command over lines; what is no text is written as JSON. */
export async function runAct(args: readonly string[], lines: readonly unknown[]): Promise<ActRun> {
  const written: string[] = [];
  const code = await actCommand.run(args, {
    stdin: Readable.from(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`)),
    stdout: { write: (text: string) => written.push(text) },
    stderr: { write: () => undefined },
    env: {},
    signal: new AbortController().signal,
  });
  return { code, lines: written.map((text): unknown => JSON.parse(text)) };
}
