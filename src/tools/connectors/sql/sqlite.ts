import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Database, QueryResult } from './database.ts';
import type { SqliteSettings } from './sql-settings.ts';
import type { DatabaseFile, SqliteReply, SqliteRequest } from './sqlite-process.ts';
import type { Statement } from './statement.ts';

/** The same extension as this file: the source runs as `.ts`, the built package as `.js`. */
const ENTRY = new URL(`./sqlite-process${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** The process went away with the question. */
const ENDED = 'process_ended';

/** Starting the process takes this long at most, even on a busy machine. */
const START_MS = 10_000;

/** Opens the file at the first query, in a process that is ended when a statement takes too long. */
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
      // It may have ended before or after it wrote.
      if (code === ENDED && effect === 'write') return { kind: 'unknown', code };
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

interface Running {
  readonly child: ChildProcess;
  /** Once its code is loaded; also when it never will be. */
  readonly started: Promise<unknown>;
  /** Takes the answer to the question that is open. */
  finish: (reply: SqliteReply | 'timeout') => void;
}

/** One process and one question at a time; a process that is ended is started again for the next question. */
function createLine(data: DatabaseFile): Line {
  let current: Running | undefined;
  let before: Promise<unknown> = Promise.resolve();
  let asked = 0;

  function startProcess(): Running {
    const child = fork(ENTRY, [JSON.stringify(data)], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const loaded = once(child, 'message', { signal: AbortSignal.timeout(START_MS) }).catch(() => undefined);
    const running: Running = { child, started: loaded, finish: () => undefined };
    // It waits for questions, and must not keep us alive by that.
    child.unref();
    child.channel?.unref();
    child.on('message', (reply: SqliteReply) => {
      if (reply.kind !== 'started') running.finish(reply);
    });
    const end = (): void => {
      if (current === running) current = undefined;
      running.finish({ id: 0, kind: 'error', code: ENDED });
    };
    child.once('error', end);
    child.once('exit', end);
    return running;
  }

  async function askNow(request: Omit<SqliteRequest, 'id'>, timeoutMs: number, signal: AbortSignal): Promise<SqliteReply | 'timeout'> {
    const running = (current ??= startProcess());
    await running.started;
    asked += 1;
    const id = asked;
    return new Promise((resolve) => {
      const cut = (): void => {
        if (current === running) current = undefined;
        running.child.kill('SIGKILL');
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
      // A process that has just ended takes no message: its end answers.
      if (running.child.connected) running.child.send({ ...request, id } satisfies SqliteRequest);
      else running.finish({ id, kind: 'error', code: ENDED });
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
      current?.child.kill('SIGKILL');
    },
  };
}
