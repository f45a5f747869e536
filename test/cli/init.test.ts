import { describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { initCommand } from '../../src/cli/init.ts';
import { loadConfig, SHIPPED_FOLDER } from '../../src/config.ts';

async function init(args: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const written = { stdout: '', stderr: '' };
  await initCommand.run(args, {
    stdin: Readable.from([]),
    stdout: { write: (text: string) => void (written.stdout += text) },
    stderr: { write: (text: string) => void (written.stderr += text) },
    env: {},
    signal: new AbortController().signal,
  });
  return written;
}

const newFolder = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'deskhand init ')), 'company');

describe('deskhand init', () => {
  it('writes a configuration that is right as it stands', async () => {
    const folder = await newFolder();
    const { stdout, stderr } = await init([folder, '--name', 'Birch: "Sons" & Co #1', '--agent', 'Kit', '--site', 'www.birch.example']);
    const config = await loadConfig({}, { configFolder: folder });
    expect(config.playbook.agent.company).toMatchObject({
      name: 'Birch: "Sons" & Co #1',
      agentName: 'Kit',
      linkHosts: ['www.birch.example'],
    });
    expect(config).toMatchObject({ ownKnowledge: true, staff: [{ name: 'owner' }] });
    expect(stdout.trim().split('\n')).toHaveLength(4);
    expect(stderr).toContain('deskhand doctor');
  });

  it('leaves files that exist alone', async () => {
    const folder = await newFolder();
    await init([folder, '--name', 'Birch']);
    await writeFile(join(folder, 'knowledge', 'how-to-reach-us.md'), 'mine');
    const again = await init([folder, '--name', 'Another']);
    expect(await readFile(join(folder, 'knowledge', 'how-to-reach-us.md'), 'utf8')).toBe('mine');
    expect(again.stdout).toBe('');
  });

  it.each([
    ['no name', []],
    ['two folders', ['a', 'b', '--name', 'Birch']],
    ['the folder of the demo', [SHIPPED_FOLDER, '--name', 'Birch']],
    ['a name for staff that nobody can type', ['--name', 'Birch', '--staff', 'Ana Souza']],
  ])('refuses %s', async (_, args) => {
    await expect(init(args)).rejects.toMatchObject({ code: 'usage' });
  });
});
