import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import type { MadeChunk } from './made-corpus.ts';

/** An engine that the index is measured beside: the same chunks, the same words, the best twenty by BM25. */
export interface Peer {
  readonly name: string;
  /** Milliseconds that one search took. */
  search(query: string, limit: number): Promise<number>;
  close(): Promise<void>;
}

/** SQLite FTS5 with Porter's stemmer, in memory; a title counts twice, as in the index. */
export function openFts5(batches: Iterable<readonly MadeChunk[]>): Peer {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE chunk USING fts5(title, text, tokenize = 'porter unicode61')`);
  const insert = db.prepare<[string, string]>('INSERT INTO chunk (title, text) VALUES (?, ?)');
  const fill = db.transaction((chunks: readonly MadeChunk[]) => {
    for (const { title, text } of chunks) insert.run(title, text);
  });
  for (const chunks of batches) fill(chunks);
  db.exec(`INSERT INTO chunk(chunk) VALUES ('optimize')`);
  const find = db.prepare<[string, number]>('SELECT rowid FROM chunk WHERE chunk MATCH ? ORDER BY bm25(chunk, 2.0, 1.0) LIMIT ?');
  return {
    name: 'SQLite FTS5',
    async search(query, limit) {
      const began = performance.now();
      find.all(anyOf(query), limit);
      return performance.now() - began;
    },
    async close() {
      db.close();
    },
  };
}

const anyOf = (query: string): string =>
  query
    .split(' ')
    .map((word) => `"${word}"`)
    .join(' OR ');

/** The little of LanceDB's client that is used here; its package is only installed for this measurement. */
interface LanceDb {
  connect(folder: string): Promise<{ createTable(name: string, rows: readonly Record<string, unknown>[]): Promise<LanceTable> }>;
  readonly Index: { fts(options: Record<string, unknown>): unknown };
}
interface LanceTable {
  add(rows: readonly Record<string, unknown>[]): Promise<unknown>;
  createIndex(column: string, options: { readonly config: unknown }): Promise<void>;
  query(): { fullTextSearch(query: string): { select(columns: string[]): { limit(count: number): { toArray(): Promise<unknown[]> } } } };
}

const PEERS = path.join(tmpdir(), 'deskhand-bench-peers');

async function installPeers(): Promise<void> {
  await mkdir(PEERS, { recursive: true });
  await copyFile(fileURLToPath(new URL('../peers/package.json', import.meta.url)), path.join(PEERS, 'package.json'));
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: PEERS, stdio: 'ignore' });
  if (status !== 0) throw new Error(`LanceDB could not be installed: run "npm install" in ${PEERS} to see why`);
}

/** LanceDB's full-text index over title and text in one column. Installs its package first; rejects when that fails. */
export async function openLanceDb(batches: Iterable<readonly MadeChunk[]>): Promise<Peer> {
  const entry = path.join(PEERS, 'node_modules', '@lancedb', 'lancedb', 'dist', 'index.js');
  if (!existsSync(entry)) await installPeers();
  const lancedb: LanceDb = await import(pathToFileURL(entry).href);
  const folder = await mkdtemp(path.join(tmpdir(), 'deskhand-lancedb-'));
  const db = await lancedb.connect(folder);
  let table: LanceTable | undefined;
  for (const chunks of batches) {
    const rows = chunks.map(({ article, chunk, title, text }) => ({ id: `${article}#${chunk}`, words: `${title} ${title} ${text}` }));
    if (table) await table.add(rows);
    else table = await db.createTable('chunk', rows);
  }
  if (!table) throw new Error('there are no chunks to index');
  await table.createIndex('words', { config: lancedb.Index.fts({ stem: true, removeStopWords: false, withPosition: false }) });
  const filled = table;
  return {
    name: 'LanceDB',
    async search(query, limit) {
      const began = performance.now();
      await filled.query().fullTextSearch(query).select(['id', '_score']).limit(limit).toArray();
      return performance.now() - began;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
