import { z } from 'zod';
import { ENVIRONMENT_REFERENCE } from '../secret.ts';
import { readStatement } from './statement.ts';

const limits = {
  timeoutMs: z.int().min(100).max(14_000).default(5_000),
  /** Tools with effect `write` may use it; reads stay in a transaction that cannot change anything. */
  writes: z.boolean().default(false),
};

/** A database with the company's own tables. */
export const postgresSettings = z.strictObject({
  kind: z.literal('postgres'),
  url: z
    .string()
    .refine(keepsPassword, { error: 'postgres://… with the password, or all of it, as a reference such as ${SHOP_DATABASE_URL}' }),
  /** Connections at most. */
  connections: z.int().min(1).max(20).default(4),
  ...limits,
});
export type PostgresSettings = z.infer<typeof postgresSettings>;

export const sqliteSettings = z.strictObject({
  kind: z.literal('sqlite'),
  /** Relative to the configuration folder. */
  file: z.string().min(1),
  ...limits,
});
export type SqliteSettings = z.infer<typeof sqliteSettings>;

/** Once the environment has been filled in, the password is where it belongs: in memory. */
function keepsPassword(url: string): boolean {
  if (url.search(ENVIRONMENT_REFERENCE) >= 0) return true;
  return URL.canParse(url) && /^postgres(?:ql)?:$/.test(new URL(url).protocol) && new URL(url).password === '';
}

/** One statement. `:customer` is the proved customer, `:key` our key; other names are those of the arguments and of `with`. */
export const sqlCall = z.strictObject({
  sql: z.string().min(1),
  /** Further parameters, or arguments under another name. */
  with: z.record(z.string(), z.unknown()).default({}),
  /** `one`: a record, and none is "not found" · `many`: a list, which may be empty. */
  expects: z.enum(['one', 'many']).default('one'),
  /** More rows than this are an error, not a cut list. */
  maxRows: z.int().min(1).max(1_000).default(50),
  /** Column with the id of the customer whose row it is. Rows of anybody else never come back. */
  owner: z.string().optional(),
  /** Columns that come back; all that the statement names unless it is given. */
  columns: z.array(z.string()).min(1).optional(),
});
export type SqlCall = z.infer<typeof sqlCall>;

/** What is wrong with a call of this effect, as what was expected. */
export function refuseSqlCall({ sql, columns }: SqlCall, effect: 'read' | 'write'): string | undefined {
  const read = readStatement(sql, effect);
  if (read.kind === 'refused') return read.because;
  if (effect === 'read' && columns === undefined && /\bselect\s+(?:\w+\.)?\*/i.test(sql)) return 'named columns instead of *, or `columns`';
  if (effect === 'write' && !read.parameters.includes('key')) {
    return 'a write that keeps :key, and touches its row again when it comes with the same one';
  }
  return undefined;
}
