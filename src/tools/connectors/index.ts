import { assertNever } from '../../domain/assert-never.ts';
import type { Connector } from './connector.ts';
import type { ConnectorSettings } from './settings.ts';
import type { Database } from './sql/database.ts';

/** Makes a connector of its settings. Reaches nothing yet, and loads the SDK of its kind at the first call. */
export async function openConnector(settings: ConnectorSettings): Promise<Connector> {
  switch (settings.kind) {
    case 'http':
      return (await import('./http/http-connector.ts')).createHttpConnector(settings);
    case 'openapi':
      return (await import('./openapi/openapi-connector.ts')).createOpenapiConnector(settings);
    case 'postgres':
      return openSql((await import('./sql/postgres.ts')).createPostgres(settings), settings);
    case 'sqlite':
      return openSql((await import('./sql/sqlite.ts')).createSqlite(settings), settings);
    case 'stripe':
      return (await import('./stripe/stripe-connector.ts')).createStripeConnector(settings);
    case 'mcp':
      return (await import('./mcp/mcp-connector.ts')).createMcpConnector(settings);
    default:
      return assertNever(settings);
  }
}

async function openSql(database: Database, settings: { readonly timeoutMs: number }): Promise<Connector> {
  return (await import('./sql/sql-connector.ts')).createSqlConnector(database, settings);
}
