import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bringLearnedModel } from './learned-model.ts';

/** As in package.json. */
const ENTRY = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
const PATIENCE_MS = 45_000;

/** The product as `npm start` runs it, in a process of its own. */
export interface AgentProcess {
  /** Of the page; only once it accepts. */
  readonly address: string;
  /** What it has written so far. */
  stderr(): string;
  /** Resolves once `/health` answers 200. */
  accepts(): Promise<void>;
  /** Resolves with its exit code when it ends by itself. */
  readonly over: Promise<number | null>;
  /** Asks it to end; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** Starts it with nothing of this shell's environment but the path, on a free port. */
export async function startAgentProcess(
  dataFolder: string,
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<AgentProcess> {
  bringLearnedModel(dataFolder);
  const child = spawn(process.execPath, [...args, ENTRY], {
    cwd: dataFolder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', DESKHAND_DATA: dataFolder, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const over = once(child, 'close').then(() => child.exitCode);
  const address = (): string => /Try it +(\S+)/.exec(stderr)?.[1] ?? '';
  return {
    get address() {
      return address();
    },
    stderr: () => stderr,
    over,
    async accepts() {
      const end = performance.now() + PATIENCE_MS;
      while (address() === '' || !(await answers(`${address()}/health`))) {
        if (child.exitCode !== null || performance.now() > end) throw new Error(`the agent did not start:\n${stderr}`);
        await wait(20);
      }
    },
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM');
      return over;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.ok ?? false;
}
