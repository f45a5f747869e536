import { z } from 'zod';

const logLine = z.looseObject({ level: z.string(), at: z.string(), event: z.string() });

/** Fields that a person at a terminal can do without. */
const LEFT_OUT = new Set(['level', 'at', 'event', 'happenedAt']);

/** A JSON log line as a person reads it: time, name, `key=value`; what is no log line stays as it is. */
export function readableLog(line: string): string {
  const parsed = logLine.safeParse(parseJson(line));
  if (!parsed.success) return line;
  const { level, at, event, ...rest } = parsed.data;
  const fields = Object.entries(rest)
    .filter(([key, value]) => !LEFT_OUT.has(key) && value !== '' && value !== null)
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const mark = level === 'warn' || level === 'error' ? `${level.toUpperCase()} ` : '';
  return `${at.slice(11, 19)} ${mark}${event} ${fields.join(' ')}`.trimEnd().concat('\n');
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
