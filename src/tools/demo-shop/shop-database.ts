import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../domain/error.ts';
import { SHOP_SCHEMA, SHOP_SCHEMA_VERSION } from './shop-schema.ts';

const IN_MEMORY = ':memory:';
const UNREADABLE = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB']);
const failure = z.object({ code: z.string() });

/**
 * Opens `shop.db` in the folder and fills it by `generate` the first time, all in one transaction: a crash while it is filled
 * leaves an empty file behind, which is filled again. Throws an AppError (`store_corrupt`, `store_unavailable`).
 */
export function openShopDatabase(folder: string, generate: (db: Database.Database) => void): Database.Database {
  try {
    return openOrGenerate(folder, generate);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = failure.safeParse(error).data?.code ?? 'unknown';
    if (UNREADABLE.has(code)) throw damaged(folder, error);
    throw new AppError('store_unavailable', `the demo shop in ${folder} cannot be opened (${code})`, {
      retryable: true,
      hint: 'Check that the data folder can be written and that its disk is not full.',
      cause: error,
    });
  }
}

function openOrGenerate(folder: string, generate: (db: Database.Database) => void): Database.Database {
  if (folder !== IN_MEMORY) mkdirSync(folder, { recursive: true });
  const db = new Database(folder === IN_MEMORY ? IN_MEMORY : join(folder, 'shop.db'), { timeout: 5_000 });
  db.pragma('journal_mode = WAL');
  // The driver's default in WAL is NORMAL, which may forget a paid refund when the power fails.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.transaction(() => {
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version === SHOP_SCHEMA_VERSION) return;
    if (version !== 0) throw damaged(folder, undefined);
    db.exec(SHOP_SCHEMA);
    generate(db);
    db.pragma(`user_version = ${SHOP_SCHEMA_VERSION}`);
  }).immediate();
  return db;
}

function damaged(folder: string, cause: unknown): AppError {
  return new AppError('store_corrupt', `the demo shop in ${folder} cannot be read by this version`, {
    retryable: false,
    hint: 'Move shop.db away; the demo shop is generated anew at the next start.',
    cause,
  });
}
