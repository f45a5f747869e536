import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childReport, waitingCounts, type ChildReport, type ChildSettings, type Delivery } from './protocol.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

/** A running child. `kill` pulls the plug; `end` asks it to finish. */
export interface ChildHandle {
  readonly startedAt: number;
  /** Rejects when the child refused to start. */
  readonly ready: Promise<void>;
  /** Resolves with what the child said when it ended by itself, and its exit code. */
  readonly over: Promise<{ readonly code: number | null; readonly failure: ChildReport | undefined }>;
  arm(point: string): void;
  reached(): Promise<void>;
  /** Somebody at the desk clicks Approve on this ticket. */
  approve(ticket: string, by: string, click: string): void;
  /** Where the platform's requests arrive, once it is ready; 0 when it opens the connection itself. */
  readonly chatPort: number;
  /** True once the child has acknowledged it; false when the connection broke first. */
  deliver(message: Delivery): Promise<boolean>;
  waiting(): Promise<{ readonly arrivals: number; readonly outbound: number; readonly deadLetters: number }>;
  kill(): Promise<void>;
  end(): Promise<number | null>;
}

export function startChild(settings: ChildSettings): ChildHandle {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [CHILD, JSON.stringify(settings)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Compiled once for all the children, where the product keeps it, too.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
  });
  const ready = openPromise();
  const reached = openPromise();
  let port = 0;
  let chatPort = 0;
  let failure: ChildReport | undefined;
  child.on('message', (message) => {
    const report = childReport.parse(message);
    if (report.kind === 'ready') {
      port = report.port;
      chatPort = report.chatPort ?? 0;
      ready.resolve();
    } else if (report.kind === 'at') reached.resolve();
    else failure = report;
  });
  const over = once(child, 'exit').then(() => {
    ready.reject(new Error(failure?.kind === 'failed' ? `${failure.code}: ${failure.message}` : 'the child ended'));
    return { code: child.exitCode, failure };
  });
  // Who does not wait for it need not handle it.
  ready.promise.catch(() => {});

  return {
    startedAt,
    get chatPort() {
      return chatPort;
    },
    ready: ready.promise,
    over,
    arm: (point) => {
      child.send({ arm: point });
    },
    reached: () => reached.promise,
    approve: (ticket, by, click) => {
      child.send({ approve: ticket, by, click });
    },
    async deliver(message) {
      try {
        const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: JSON.stringify(message) });
        return response.ok;
      } catch {
        return false;
      }
    },
    async waiting() {
      const response = await fetch(`http://127.0.0.1:${port}/`);
      return waitingCounts.parse(await response.json());
    },
    async kill() {
      child.kill('SIGKILL');
      await over;
    },
    async end() {
      child.kill('SIGTERM');
      return (await over).code;
    },
  };
}

function openPromise(): { readonly promise: Promise<void>; readonly resolve: () => void; readonly reject: (error: Error) => void } {
  let resolve = (): void => {};
  let reject = (_error: Error): void => {};
  const promise = new Promise<void>((onDone, onFailed) => {
    resolve = onDone;
    reject = onFailed;
  });
  return { promise, resolve, reject };
}
