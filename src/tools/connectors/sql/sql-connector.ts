import { assertNever } from '../../../domain/assert-never.ts';
import type { Answer, CallContext, Connector, ConnectorFinding, NamedCall, Operation } from '../connector.ts';
import { evaluate, isSameText, type Scope } from '../template.ts';
import type { Database, QueryResult, Row } from './database.ts';
import { sqlCall, type SqlCall } from './sql-settings.ts';
import { readStatement, type Statement } from './statement.ts';

/** Makes the statements of one database callable, whichever engine it is. */
export function createSqlConnector(database: Database, { timeoutMs }: { readonly timeoutMs: number }): Connector {
  return {
    async operation(given): Promise<Operation> {
      const call = sqlCall.parse(given);
      // A write without :key is refused at the start.
      return { isKeyed: true, run: (scope, context) => runStatement(database, call, scope, context, timeoutMs) };
    },
    check: (calls) => checkStatements(database, calls),
    close: () => database.close(),
  };
}

async function runStatement(database: Database, call: SqlCall, scope: Scope, context: CallContext, timeoutMs: number): Promise<Answer> {
  const statement = readStatement(call.sql, context.effect);
  if (statement.kind === 'refused') return { kind: 'failed', code: 'statement_refused', retryable: false };
  const values = valuesOf(statement, call, scope);
  const maxRows = context.effect === 'write' || call.expects === 'one' ? 1 : call.maxRows;
  const { effect, signal } = context;
  const result = await database.run({ statement, values, effect, maxRows, timeoutMs, signal });
  return readResult(result, call, { effect, maxRows, customer: scope['customer'] });
}

/** Values go beside the statement and are never put into it. */
function valuesOf({ parameters }: Statement, call: SqlCall, scope: Scope): Readonly<Record<string, string | number | boolean | null>> {
  return Object.fromEntries([...new Set(parameters)].map((name) => [name, plainValue(valueOf(name, call, scope))]));
}

function valueOf(name: string, call: SqlCall, scope: Scope): unknown {
  if (Object.hasOwn(call.with, name)) return evaluate(call.with[name], scope);
  // Who is asking and our key cannot be overridden by an argument of the same name.
  return name === 'customer' || name === 'key' || name === 'now' ? scope[name] : evaluate(`$input.${name}`, scope);
}

function plainValue(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === undefined || value === null ? null : JSON.stringify(value);
}

interface Reading {
  readonly effect: 'read' | 'write';
  readonly maxRows: number;
  readonly customer: unknown;
}

function readResult(result: QueryResult, call: SqlCall, { effect, maxRows, customer }: Reading): Answer {
  switch (result.kind) {
    case 'failed':
      return { kind: 'failed', code: `sql_${result.code}`, retryable: result.retryable };
    case 'unknown':
      return { kind: 'unknown', because: `sql_${result.code}` };
    case 'no_such_value':
      return call.expects === 'one' ? { kind: 'not_found' } : { kind: 'answered', data: [] };
    case 'rows':
      if (effect === 'write') return result.changed === 0 ? { kind: 'not_found' } : { kind: 'answered', data: result.rows[0] ?? {} };
      return readRows(result.rows, call, maxRows, customer);
    default:
      return assertNever(result);
  }
}

function readRows(rows: readonly Row[], { owner, columns, expects }: SqlCall, maxRows: number, customer: unknown): Answer {
  if (owner !== undefined && rows.some((row) => !Object.hasOwn(row, owner))) {
    return { kind: 'failed', code: 'owner_missing', retryable: false };
  }
  const theirs = owner === undefined ? rows : rows.filter((row) => isSameText(row[owner], customer));
  if (theirs.length > maxRows) return { kind: 'failed', code: 'too_many_rows', retryable: false };
  const shown = theirs.map((row) => (columns === undefined ? row : Object.fromEntries(columns.map((name) => [name, row[name]]))));
  if (expects === 'many') return { kind: 'answered', data: shown };
  return shown[0] === undefined ? { kind: 'not_found' } : { kind: 'answered', data: shown[0] };
}

/** Asks the engine about each statement without running it. */
async function checkStatements(database: Database, calls: readonly NamedCall[]): Promise<readonly ConnectorFinding[]> {
  const findings: ConnectorFinding[] = [];
  for (const { tool, effect, call } of calls) {
    const parsed = sqlCall.parse(call);
    const statement = readStatement(parsed.sql, effect);
    if (statement.kind === 'refused' || effect === 'write') continue;
    try {
      const columns = await database.columns(statement);
      const missing = [parsed.owner, ...(parsed.columns ?? [])].filter((name) => name !== undefined && !columns.includes(name));
      if (missing.length > 0) {
        findings.push({
          level: 'problem',
          text: `${tool} gives no column ${missing.join(', ')}`,
          advice: `It gives ${columns.join(', ')}.`,
        });
      }
    } catch (error) {
      const code = error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : 'connection_failed';
      findings.push({
        level: 'problem',
        text: `the statement of ${tool} cannot be used (${code})`,
        advice: 'Try it with the database’s own client.',
      });
    }
  }
  return findings.length > 0 ? findings : [{ level: 'ok', text: `${calls.length} statements fit the database` }];
}
