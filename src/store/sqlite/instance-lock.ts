import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Connection, { type Database } from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../domain/error.ts';
import { isBusy, toStoreError } from './sqlite-errors.ts';

export interface InstanceLock {
  release(): void;
}

/** A connection that nobody refers to is closed by the garbage collector, and its lock with it. */
const held = new Set<Database>();

const holder = z.object({ pid: z.number(), address: z.string().optional() });

/**
 * One process for a data folder. The lock is one of the operating system on a tiny SQLite file, held inside an open
 * transaction: it ends with the process, however that ends, and never has to be cleaned up.
 * Throws `store_locked`, naming who holds it, or `store_unavailable` when nothing can be written there.
 */
export function holdInstanceLock(folder: string): InstanceLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'instance.lock');
  const pidFile = join(folder, 'instance.pid');
  const connection = openFile(file);
  try {
    connection.pragma('journal_mode = MEMORY');
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    throw isBusy(error) ? lockedBy(folder, pidFile) : toStoreError(error, file);
  }
  held.add(connection);
  writeFileSync(pidFile, JSON.stringify({ pid: process.pid }), { mode: 0o600 });
  return {
    release() {
      rmSync(pidFile, { force: true });
      connection.close();
      held.delete(connection);
    },
  };
}

function openFile(file: string): Database {
  try {
    return new Connection(file, { timeout: 0 });
  } catch (error) {
    throw toStoreError(error, file);
  }
}

function lockedBy(folder: string, pidFile: string): AppError {
  const pid = readHolder(pidFile)?.pid;
  const agent = readHolder(join(folder, 'agent.json'));
  const address = agent && (pid === undefined || agent.pid === pid) ? agent.address : undefined;
  const who = `another Deskhand${pid === undefined ? '' : ` (pid ${pid})`}${address === undefined ? '' : ` at ${address}`}`;
  return new AppError('store_locked', `${who} is using ${folder}`, {
    retryable: true,
    hint: 'Stop it first, or give this one its own folder with DESKHAND_DATA.',
  });
}

function readHolder(file: string): z.infer<typeof holder> | undefined {
  try {
    return holder.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}
