import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../domain/error.ts';

/** Plain SQL beside this file, `0001-core.sql` first; from `src` as from `dist`. */
const FOLDER = new URL('./migrations/', import.meta.url);

/** Applies what is missing, each step whole or not at all; `user_version` counts the steps. */
export function migrate(db: Database): void {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > files.length) {
    throw new AppError('store_unavailable', `${db.name} was written by a newer Deskhand (schema ${version}, known ${files.length})`, {
      retryable: false,
      hint: 'Install that version again, or restore a backup made before the upgrade.',
    });
  }
  for (const [index, name] of files.entries()) {
    if (index >= version) applyStep(db, readFileSync(new URL(name, FOLDER), 'utf8'), index + 1);
  }
}

function applyStep(db: Database, sql: string, number: number): void {
  db.transaction(() => {
    db.exec(sql);
    db.pragma(`user_version = ${number}`);
  }).immediate();
}
