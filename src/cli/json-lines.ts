import { z } from 'zod';
import type { CommandIo } from './command.ts';

export type ParsedLine<T> = { readonly kind: 'good'; readonly value: T } | { readonly kind: 'bad'; readonly error: string };

/** Splits a stream at line feeds only: JSON may hold the other line separators of Unicode. The last line needs none. */
export async function* linesOf(stream: AsyncIterable<unknown>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    rest += chunk instanceof Uint8Array ? decoder.decode(chunk, { stream: true }) : String(chunk);
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** One line as the schema wants it, or what is wrong with it. */
export function parseLine<T>(line: string, schema: z.ZodType<T>): ParsedLine<T> {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return { kind: 'bad', error: 'not valid JSON' };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { kind: 'good', value: parsed.data };
  return {
    kind: 'bad',
    error: parsed.error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; '),
  };
}

/**
 * Answers every line of stdin with one line on stdout, in order; blank lines are passed over. A line that cannot be read
 * becomes `{"id":null,"line":N,"error":…}` and the rest goes on; one that is answered with undefined only tells us something. Resolves to 1 when there was one, else to 0.
 */
export async function filterLines<T>(io: CommandIo, schema: z.ZodType<T>, answer: (value: T) => unknown): Promise<0 | 1> {
  let number = 0;
  let failed = false;
  for await (const line of linesOf(io.stdin)) {
    if (io.signal.aborted) break;
    number++;
    if (line.trim() === '') continue;
    const parsed = parseLine(line, schema);
    if (parsed.kind === 'bad') failed = true;
    const output = parsed.kind === 'bad' ? { id: null, line: number, error: parsed.error } : await answer(parsed.value);
    if (output !== undefined) io.stdout.write(`${JSON.stringify(output)}\n`);
  }
  return failed ? 1 : 0;
}

/** The id of a line as it comes back; null when it has none. */
export const lineId = z.union([z.string(), z.number()]).nullish();
