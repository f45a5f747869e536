import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { holdInstanceLock } from '../../../src/store/sqlite/instance-lock.ts';

describe('instance lock', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'deskhand-lock-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses a second holder and names the first', () => {
    const lock = holdInstanceLock(folder);
    writeFileSync(
      join(folder, 'agent.json'),
      JSON.stringify({ pid: process.pid, address: 'http://127.0.0.1:3000', token: 'secret-token' }),
    );
    const second = () => holdInstanceLock(folder);
    expect(second).toThrow(expect.objectContaining({ code: 'store_locked', hint: expect.stringContaining('DESKHAND_DATA') }));
    expect(second).toThrow(new RegExp(`pid ${process.pid}\\) at http://127.0.0.1:3000`));
    expect(second).not.toThrow(/secret-token/);
    lock.release();
  });

  it('is free again after its release, and leaves no wrong address behind', () => {
    holdInstanceLock(folder).release();
    const lock = holdInstanceLock(folder);
    writeFileSync(join(folder, 'agent.json'), JSON.stringify({ pid: 1, address: 'http://old' }));
    expect(() => holdInstanceLock(folder)).not.toThrow(/http:\/\/old/);
    lock.release();
  });
});
