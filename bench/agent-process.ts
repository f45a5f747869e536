import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readAgentFile } from '../src/console/agent-file.ts';
import { connectDeskhand } from '../src/console/deskhand-client.ts';
import type { Deskhand } from '../src/domain/deskhand.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What stands behind `exec node` in package.json. */
const START = z.object({ scripts: z.object({ start: z.string() }) });
const PATIENCE_MS = 60_000;

/** The product as `npm start` runs it, in a process of its own. */
export interface AgentProcess {
  /** Milliseconds since the process was started. */
  age(): number;
  /** Resolves once `/health` answers 200. */
  accepts(): Promise<void>;
  /** Resolves once the log names this event. */
  logged(event: string): Promise<void>;
  connect(): Promise<Deskhand>;
  /** Megabytes that are in memory now. */
  residentMegabytes(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts it with nothing of this shell's environment but the path. */
export async function startAgentProcess(dataFolder: string, env: Readonly<Record<string, string>> = {}): Promise<AgentProcess> {
  const port = await freePort();
  const { scripts } = START.parse(JSON.parse(await readFile(`${ROOT}/package.json`, 'utf8')));
  const startedAt = performance.now();
  const child = spawn(process.execPath, scripts.start.split(' ').slice(2), {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), DESKHAND_DATA: dataFolder, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk) => (log = (log + String(chunk)).slice(-4_000)));
  const age = (): number => performance.now() - startedAt;
  return {
    age,
    async accepts() {
      while (!(await answers(`http://127.0.0.1:${port}/health`))) {
        if (child.exitCode !== null || age() > PATIENCE_MS) throw new Error(`the agent did not start:\n${log}`);
        await wait(5);
      }
    },
    async logged(event) {
      await eventually(async () => log.includes(`"event":"${event}"`) || undefined, `${event} in the log`);
    },
    async connect() {
      // It is written right after the port is open.
      return connectDeskhand(await eventually(() => readAgentFile(dataFolder), 'agent.json'));
    },
    residentMegabytes: async () => readResident(await readFile(`/proc/${child.pid}/status`, 'utf8')),
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'close');
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.ok ?? false;
}

function readResident(status: string): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** Looks again and again until there is something. */
export async function eventually<T>(look: () => Promise<T | undefined>, what: string, everyMs = 10): Promise<T> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > giveUpAt) throw new Error(`${what} did not happen within ${PATIENCE_MS / 1000} s`);
    await wait(everyMs);
  }
}
