import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

const ROOT = '/usr/lib/postgresql';
/** The newest version that is installed. */
const BIN = existsSync(ROOT)
  ? readdirSync(ROOT)
      .filter((version) => existsSync(join(ROOT, version, 'bin', 'initdb')))
      .sort((left, right) => Number(right) - Number(left))
      .map((version) => join(ROOT, version, 'bin'))[0]
  : undefined;

const isRoot = process.getuid?.() === 0;

/** PostgreSQL refuses to run as root, so that root needs the user that its package makes. */
export function postgresInstalled(): boolean {
  return BIN !== undefined && (!isRoot || spawnSync('id', ['postgres']).status === 0);
}

/** What to install, in the words that a skipped test shows. */
export const POSTGRES_HINT = 'PostgreSQL is not installed: apt-get install postgresql';

/** A real server for one test file, on a port of its own, without a word to the one that the machine may run. */
export interface PostgresServer {
  readonly url: string;
  readonly port: number;
  query(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Ends every other connection, as a restart does. */
  dropConnections(): Promise<void>;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<PostgresServer> {
  const base = mkdtempSync(join(tmpdir(), 'deskhand-postgres-'));
  chmodSync(base, 0o777);
  const data = join(base, 'data');
  const port = await freePort();
  asServer('initdb', ['-D', data, '-U', 'app', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${base} -c fsync=off -c max_connections=20`;
  asServer('pg_ctl', ['-D', data, '-w', '-l', join(base, 'log'), '-o', options, 'start']);
  const url = `postgres://app@127.0.0.1:${port}/postgres`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    url,
    port,
    async query(sql) {
      const result = await client.query<Readonly<Record<string, unknown>>>(sql);
      return result.rows;
    },
    async dropConnections() {
      await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = $1', ['app']);
    },
    async stop() {
      await client.end();
      asServer('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
      rmSync(base, { recursive: true, force: true });
    },
  };
}

function asServer(program: string, args: readonly string[]): void {
  const path = join(BIN ?? '', program);
  const [command, given] = isRoot ? ['runuser', ['-u', 'postgres', '--', path, ...args]] : [path, args];
  execFileSync(command, [...given], { stdio: 'ignore', cwd: tmpdir() });
}
