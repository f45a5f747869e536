import { createHmac, randomBytes } from 'node:crypto';
import { pino } from 'pino';
import type { DomainEvent, EventName } from '../domain/event.ts';
import { scrub } from './scrub.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface LoggerSettings {
  readonly level: LogLevel;
  /** Gets whole lines of JSON, each scrubbed. */
  readonly sink: { write(line: string): unknown };
}

export interface Logger {
  /** One line an event, named like it: the canonical line of a turn is `turn.decided`, of a delivery `message.delivered`. */
  readonly event: (event: DomainEvent) => void;
  readonly log: (level: LogLevel, name: string, fields?: Readonly<Record<string, unknown>>) => void;
  /** An error with its causes; what it says is scrubbed like everything else. */
  readonly failure: (name: string, error: unknown) => void;
}

/** Lines that somebody should look at; every other event is `info`, and those that only count are `debug`. */
const LEVELS: { readonly [Name in EventName]?: LogLevel } = {
  'message.received': 'debug',
  'action.taken': 'debug',
  'identity.code_sent': 'debug',
  'message.dead': 'error',
  'turn.failed': 'warn',
  'identity.failed': 'warn',
  'promise.overdue': 'error',
  'channel.unhealthy': 'error',
  'action.reversed': 'warn',
  'agent.paused': 'warn',
};

/** Names of people are no help in a log: the ids beside them find the conversation. */
const LEFT_OUT = new Set(['customer', 'participant']);

/** Writes JSON lines without host and process id; nothing that looks like a secret leaves, wherever it stood. */
export function createLogger({ level, sink }: LoggerSettings): Logger {
  // Kept nowhere: a pseudonym holds as long as the process, and nobody can try out addresses against it afterwards.
  const salt = randomBytes(16);
  const pseudonym = (address: string): string => createHmac('sha256', salt).update(address.toLowerCase()).digest('hex').slice(0, 6);
  const out = pino(
    {
      level,
      base: null,
      formatters: { level: (label) => ({ level: label }) },
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      messageKey: 'event',
    },
    { write: (line: string) => void sink.write(scrub(line, pseudonym)) },
  );
  return {
    event: ({ name, at, conversation, fields }) => {
      const kept = Object.fromEntries(Object.entries(fields).filter(([key]) => !LEFT_OUT.has(key)));
      out[LEVELS[name] ?? 'info']({ happenedAt: at, ...(conversation ? { conversationId: conversation } : {}), ...flat(kept) }, name);
    },
    log: (severity, name, fields = {}) => out[severity](flat(fields), name),
    failure: (name, error) => out.error({ err: errorFields(error, 0) }, name),
  };
}

/** Lists of actions become `tool:status`, so that a line stays one line to read; whole numbers that JSON lacks become text. */
function flat(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, plainValue(value)]));
}

function plainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return errorFields(value, 0);
  if ('tool' in value && 'status' in value)
    return [value.tool, value.status, ...('rule' in value && value.rule ? [value.rule] : [])].join(':');
  return flat({ ...value });
}

/** Deep enough for an SDK error inside an AppError. */
const MAX_CAUSES = 4;

function errorFields(error: unknown, depth: number): unknown {
  if (!(error instanceof Error)) return plainValue(error);
  const own = Object.fromEntries(Object.entries(error).filter(([key]) => key !== 'cause'));
  const cause = error.cause === undefined || depth >= MAX_CAUSES ? {} : { cause: errorFields(error.cause, depth + 1) };
  return { ...flat(own), name: error.name, message: error.message, stack: error.stack, ...cause };
}
