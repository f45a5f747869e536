import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openKnowledge } from '../../src/app/knowledge.ts';
import { loadConfig, type Config } from '../../src/config.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
interface Line {
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

describe('knowledge that is kept in the data folder', () => {
  let folder: string;
  let config: Config;
  const file = (): string => path.join(folder, 'knowledge.index');
  const article = (text: string): Promise<void> => writeFile(path.join(folder, 'returns.md'), text);

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'knowledge-'));
    await article('You have thirty days to return a parcel.');
    await utimes(path.join(folder, 'returns.md'), 1_700_000_000, 1_700_000_000);
    const loaded = await loadConfig({}, { folder: import.meta.dirname });
    const [source] = loaded.knowledge;
    config = { ...loaded, dataFolder: folder, configFolder: folder, knowledge: source ? [{ ...source, folder: '.' }] : [] };
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** One run of the agent: what it logged and what it answers from. */
  async function run(kept = true): Promise<{ readonly lines: readonly Line[]; readonly answers: readonly string[] }> {
    const lines: Line[] = [];
    const logger = {
      log: (_: string, name: string, fields: Line['fields'] = {}) => void lines.push({ name, fields }),
      event: () => undefined,
      failure: () => undefined,
    };
    const knowledge = openKnowledge(config, { now: () => NOW, schedule: () => () => undefined, logger }, { watching: false, kept });
    const found = await knowledge.find('how many days to return a parcel', { intentCategories: [], audience: 'public', validAt: NOW });
    await knowledge.close();
    return { lines, answers: found.map(({ text }) => text) };
  }
  const loadedOf = ({ lines }: { readonly lines: readonly Line[] }): unknown =>
    lines.find(({ name }) => name === 'knowledge.loaded')?.fields;

  it('is read from there at the next start, with the same answers', async () => {
    const first = await run();
    const second = await run();
    expect(loadedOf(first)).toEqual({ articles: 1, changed: 1, problems: 0 });
    expect(loadedOf(second)).toEqual({ articles: 1, changed: 0, problems: 0 });
    expect(second.answers).toEqual(['You have thirty days to return a parcel.']);
  });

  it('takes in what changed while the agent was down', async () => {
    await run();
    await article('You have sixty days to return a parcel.');
    const second = await run();
    expect(loadedOf(second)).toMatchObject({ changed: 1 });
    expect(second.answers).toEqual(['You have sixty days to return a parcel.']);
    expect(loadedOf(await run())).toMatchObject({ changed: 0 });
  });

  it('is made again, with a line in the log, when the file is damaged', async () => {
    await run();
    await writeFile(file(), (await readFile(file())).subarray(0, -9));
    const second = await run();
    expect(second.lines.map(({ name }) => name)).toEqual(['knowledge.index_rebuilt', 'knowledge.loaded']);
    expect(second.answers).toHaveLength(1);
    expect((await run()).lines.map(({ name }) => name)).toEqual(['knowledge.loaded']);
  });

  it('leaves no file where nothing is kept', async () => {
    await run(false);
    await expect(readFile(file())).rejects.toThrow('ENOENT');
  });
});
