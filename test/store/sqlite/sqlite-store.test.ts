import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Connection from 'better-sqlite3';
import { configVersion, outboundId } from '../../../src/domain/ids.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { beginsAnew, createClock, messageOf, mustLease, outboundOf, START } from '../../contracts/store-builders.ts';
import { storeContract } from '../../contracts/store.ts';

let folder = '';
const file = () => join(folder, 'deskhand.db');
const settings = (change: { readonly alone?: boolean } = {}) => ({
  file: file(),
  now: () => START,
  currentPlaybook: () => configVersion('v1'),
  ...change,
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskhand-store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

storeContract('sqlite', async () => {
  const own = mkdtempSync(join(tmpdir(), 'deskhand-contract-'));
  const clock = createClock();
  const open = () => openSqliteStore({ ...settings(), file: join(own, 'deskhand.db'), now: () => clock.now(), beginsAnew });
  const store = await open();
  return {
    store,
    clock,
    another: open,
    end: async () => {
      await store.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
});

describe('openSqliteStore', () => {
  it('puts every commit on disk before it is acknowledged', () => {
    const db = openDatabase(file());
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    db.close();
  });

  it('keeps the file for its owner alone, side files included', async () => {
    const store = await openSqliteStore(settings());
    await store.accept([messageOf('a', 1)]);
    for (const name of ['', '-wal', '-shm']) expect(statSync(file() + name).mode & 0o777).toBe(0o600);
    await store.close();
  });

  it('frees at once what the process before held, when it is alone', async () => {
    const before = await openSqliteStore(settings());
    await before.accept([messageOf('a', 1)]);
    const lost = await mustLease(before, 60_000);
    await before.close();
    const store = await openSqliteStore(settings({ alone: true }));
    const lease = await mustLease(store);
    expect(lease.epoch).toBe(lost.epoch + 1);
    expect(lease.pending[0]?.attempts).toBe(1);
    await store.close();
  });

  it.each([
    { what: 'text', bytes: Buffer.from('this is not a database, it is a letter to the editor'.repeat(40)) },
    { what: 'a header and then rubbish', bytes: Buffer.concat([Buffer.from('SQLite format 3\u0000'), Buffer.alloc(8_000, 0xa5)]) },
  ])('names a file that holds $what and leaves it as it is', async ({ bytes }) => {
    writeFileSync(file(), bytes);
    await expect(openSqliteStore(settings())).rejects.toMatchObject({
      code: 'store_corrupt',
      message: expect.stringContaining(file()),
      hint: expect.stringContaining('backup'),
    });
    expect(readFileSync(file())).toEqual(bytes);
  });

  it('refuses a database that is not its own', async () => {
    const other = new Connection(file());
    other.exec('CREATE TABLE orders (id TEXT)');
    other.close();
    await expect(openSqliteStore(settings())).rejects.toMatchObject({ code: 'store_corrupt' });
  });

  it('refuses a store that a newer version wrote', async () => {
    await (await openSqliteStore(settings())).close();
    const db = new Connection(file());
    db.pragma('user_version = 999');
    db.close();
    await expect(openSqliteStore(settings())).rejects.toMatchObject({
      code: 'store_unavailable',
      hint: expect.stringContaining('version'),
    });
  });

  it('names a folder that is not there', async () => {
    const nowhere = { ...settings(), file: join(folder, 'none', 'deskhand.db') };
    await expect(openSqliteStore(nowhere)).rejects.toMatchObject({ code: 'store_unavailable' });
  });

  it('reports damage that is met later on, without a word about SQL', async () => {
    const store = await openSqliteStore(settings());
    await store.accept([messageOf('a', 1)]);
    await store.close();
    const db = new Connection(file());
    db.prepare('UPDATE conversation SET body = ?').run('{"id": 7}');
    db.close();
    const again = await openSqliteStore(settings());
    await expect(again.leaseConversation(1_000)).rejects.toMatchObject({ code: 'store_corrupt', hint: expect.stringContaining('backup') });
    await again.close();
  });

  it('overwrites a delivered code in the file itself', async () => {
    const store = await openSqliteStore(settings());
    const body = { kind: 'text', markdown: 'your code is 493021' } as const;
    await store.enqueueOutbound([outboundOf('a', 'a1', { secret: true, body })]);
    await store.leaseOutbound(1, 1_000);
    await store.settleOutbound(outboundId('a1'), { kind: 'sent', externalId: 'x' }, undefined, []);
    await store.close();
    expect(readFileSync(file()).includes('493021')).toBe(false);
  });

  it('refuses work once it is closed', async () => {
    const store = await openSqliteStore(settings());
    await store.close();
    await expect(store.accept([messageOf('a', 1)])).rejects.toMatchObject({ code: 'store_unavailable' });
    await expect(store.events(0, 1)).rejects.toMatchObject({ code: 'store_unavailable' });
  });
});
