import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Database, QueryResult } from './database.ts';
import type { SqliteSettings } from './sql-settings.ts';
import type { SqliteReply, SqliteRequest, SqliteWorkerData } from './sqlite-worker.ts';
import type { Statement } from './statement.ts';

/** The same extension as this file: the source runs as `.ts`, the built package as `.js`. */
const WORKER = new URL(`./sqlite-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** Loading the thread takes this long at most, even on a busy machine. */
const START_MS = 10_000;

/** Opens the file at the first query, in a thread that is ended when a statement takes too long. */
export function createSqlite({ file, writes, timeoutMs }: SqliteSettings): Database {
  const line = createLine({ file, writes, timeoutMs });
  return {
    async run({ statement, values, effect, maxRows, timeoutMs: limitMs, signal }): Promise<QueryResult> {
      const plain = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]),
      );
      const reply = await line.ask({ what: 'run', sql: textOf(statement), values: plain, effect, maxRows }, limitMs, signal);
      if (reply === 'timeout')
        return effect === 'write' ? { kind: 'unknown', code: 'timeout' } : { kind: 'failed', code: 'timeout', retryable: true };
      if (reply.kind === 'rows') return reply;
      const code = reply.kind === 'error' ? reply.code : 'failed';
      return { kind: 'failed', code, retryable: code.startsWith('SQLITE_BUSY') };
    },
    async columns(statement) {
      const request = { what: 'columns', sql: textOf(statement), values: {}, effect: 'read', maxRows: 0 } as const;
      const reply = await line.ask(request, timeoutMs, new AbortController().signal);
      if (reply !== 'timeout' && reply.kind === 'columns') return reply.columns;
      throw Object.assign(new Error('the statement cannot be used'), {
        code: reply !== 'timeout' && reply.kind === 'error' ? reply.code : 'timeout',
      });
    },
    close: () => line.close(),
  };
}

const textOf = ({ texts, parameters }: Statement): string =>
  texts.map((text, index) => `${text}${index < parameters.length ? `:${parameters[index]}` : ''}`).join('');

interface Line {
  ask(request: Omit<SqliteRequest, 'id'>, timeoutMs: number, signal: AbortSignal): Promise<SqliteReply | 'timeout'>;
  close(): Promise<void>;
}

interface Thread {
  readonly worker: Worker;
  /** Once its code is loaded; also when it never will be. */
  readonly started: Promise<unknown>;
  /** Takes the answer to the question that is open. */
  finish: (reply: SqliteReply | 'timeout') => void;
}

/** One thread and one question at a time; a thread that is ended is started again for the next question. */
function createLine(data: SqliteWorkerData): Line {
  let thread: Thread | undefined;
  let before: Promise<unknown> = Promise.resolve();
  let asked = 0;

  function startThread(): Thread {
    const worker = new Worker(WORKER, { workerData: data });
    const loaded = once(worker, 'message', { signal: AbortSignal.timeout(START_MS) }).catch(() => undefined);
    const started: Thread = { worker, started: loaded, finish: () => undefined };
    worker.unref();
    worker.on('message', (reply: SqliteReply) => {
      if (reply.kind !== 'started') started.finish(reply);
    });
    const end = (): void => {
      if (thread === started) thread = undefined;
      started.finish({ id: 0, kind: 'error', code: 'thread_ended' });
    };
    worker.once('error', end);
    worker.once('exit', end);
    return started;
  }

  async function askNow(request: Omit<SqliteRequest, 'id'>, timeoutMs: number, signal: AbortSignal): Promise<SqliteReply | 'timeout'> {
    const running = (thread ??= startThread());
    await running.started;
    asked += 1;
    const id = asked;
    return new Promise((resolve) => {
      const cut = (): void => {
        if (thread === running) thread = undefined;
        void running.worker.terminate();
        running.finish('timeout');
      };
      const timer = setTimeout(cut, timeoutMs);
      signal.addEventListener('abort', cut, { once: true });
      running.finish = (reply) => {
        running.finish = () => undefined;
        clearTimeout(timer);
        signal.removeEventListener('abort', cut);
        resolve(reply);
      };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
      running.worker.postMessage({ ...request, id } satisfies SqliteRequest);
    });
  }

  return {
    ask(request, timeoutMs, signal) {
      const answer = before.then(() => askNow(request, timeoutMs, signal));
      before = answer;
      return answer;
    },
    async close() {
      await before;
      await thread?.worker.terminate();
    },
  };
}
