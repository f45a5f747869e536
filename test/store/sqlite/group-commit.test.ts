import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Connection, { type Database } from 'better-sqlite3';
import { createGroupCommit, type GroupCommit } from '../../../src/store/sqlite/group-commit.ts';

describe('group commit', () => {
  let folder = '';
  let db: Database;
  let group: GroupCommit;
  let delays: number[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'deskhand-group-'));
    db = new Connection(join(folder, 'group.db'), { timeout: 10 });
    db.pragma('journal_mode = WAL');
    db.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)');
    delays = [];
    group = createGroupCommit(
      db,
      (delayMs, run) => {
        delays.push(delayMs);
        const timeout = setTimeout(run, delayMs);
        return () => clearTimeout(timeout);
      },
      2,
    );
  });
  afterEach(async () => {
    await group.close();
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const insert = (id: number, text = 'x') =>
    group.write(() => db.prepare('INSERT INTO row (id, text) VALUES (?, ?)').run(id, text).changes);
  const count = () => db.prepare<[], { n: number }>('SELECT count(*) AS n FROM row').get()?.n;
  const fill = () => db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);

  it('commits for a lone caller at once', async () => {
    await insert(1);
    expect(delays).toEqual([0]);
  });

  it('shares one commit among those who come together', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, id) => insert(id)));
    expect(count()).toBe(50);
    expect(delays).toEqual([0, 2]);
  });

  it('fails a caller alone when only its own part is wrong', async () => {
    const results = await Promise.allSettled([insert(1), insert(1), insert(2)]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(count()).toBe(2);
  });

  it('acknowledges nothing on a full disk and goes on once there is room', async () => {
    fill();
    const results = await Promise.allSettled([insert(1, 'y'.repeat(200_000)), insert(2, 'z'.repeat(200_000))]);
    expect(results.map((result) => (result.status === 'rejected' ? result.reason : undefined))).toMatchObject([
      { code: 'disk_full', retryable: true, hint: expect.stringContaining('Free space') },
      { code: 'disk_full' },
    ]);
    expect(count()).toBe(0);
    db.pragma('max_page_count = 1000000');
    await insert(1, 'y'.repeat(200_000));
    expect(count()).toBe(1);
  });

  it('keeps the small ones when a big one finds the disk full', async () => {
    fill();
    const results = await Promise.allSettled([insert(1), insert(2, 'z'.repeat(200_000)), insert(3)]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(count()).toBe(2);
  });

  it('sits out a short lock of another process without blocking the thread', async () => {
    const other = new Connection(db.name);
    other.exec('BEGIN IMMEDIATE');
    const written = insert(1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    other.exec('COMMIT');
    other.close();
    await written;
    expect(count()).toBe(1);
  });

  it('gives up on a lock that does not end, and says who is in the way', async () => {
    const other = new Connection(db.name);
    other.exec('BEGIN IMMEDIATE');
    await expect(insert(1)).rejects.toMatchObject({ code: 'store_unavailable', retryable: true, hint: expect.stringContaining('process') });
    other.exec('COMMIT');
    other.close();
  });
});
