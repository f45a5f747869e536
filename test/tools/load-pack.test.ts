import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findPack } from '../../src/tools/index.ts';
import { loadPack } from '../../src/tools/load-pack.ts';

function folderWith(text?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  if (text !== undefined) writeFileSync(join(folder, 'pack.ts'), text);
  return folder;
}

describe('a pack in a folder', () => {
  it('is loaded from its pack.ts', async () => {
    const open = await loadPack(folderWith("export const openPack = async () => ({ name: 'ours' });"));
    expect(await open({ folder: '', anchor: new Date(0), now: () => new Date(0) })).toEqual({ name: 'ours' });
  });

  it.each([
    ['holds none', undefined, 'there is no tool pack in'],
    ['holds one that does not parse', 'export const = 1;', 'does not load'],
    ['holds one that fails', "throw new Error('no database');", 'no database'],
    ['holds one without openPack', 'export const open = 1;', 'does not export openPack'],
    ['holds one whose openPack is no function', 'export const openPack = 1;', 'does not export openPack'],
  ])('is refused with what to do when the folder %s', async (_what, text, message) => {
    await expect(loadPack(folderWith(text))).rejects.toMatchObject({ code: 'config_invalid', message: expect.stringContaining(message) });
  });

  it('is refused when the folder does not exist', async () => {
    await expect(loadPack(join(tmpdir(), 'nowhere-at-all'))).rejects.toMatchObject({ code: 'config_invalid' });
  });

  it('is found by a name with a slash, and the shipped one by its name', async () => {
    const folder = folderWith('export const openPack = async () => ({});');
    mkdirSync(join(folder, 'demo-shop'));
    expect(await findPack(folder)).toBeInstanceOf(Function);
    expect(await findPack('demo-shop')).toBeInstanceOf(Function);
    await expect(findPack('demo-shpo')).rejects.toMatchObject({ message: expect.stringMatching(/expected demo-shop.* or a folder/) });
  });
});
