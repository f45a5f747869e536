import { describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadConfig, type Config } from '../../src/config.ts';

/** A company's own folder with these files; everything else is ours. */
async function load(files: Readonly<Record<string, string>>): Promise<Config> {
  const folder = await mkdtemp(join(tmpdir(), 'deskhand translations '));
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, 'config', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  return loadConfig({}, { folder, configFolder: join(folder, 'config') });
}

const SPANISH = join('languages', 'es', 'replies.yaml');

describe('the sentences of a company in another language', () => {
  it('stand over ours, and the rest stays as we ship it', async () => {
    const { playbook } = await load({ [SPANISH]: 'choice.yes: ¡Sí!\n' });
    expect(playbook.translations['es']).toMatchObject({ 'choice.yes': ['¡Sí!'], 'choice.no': ['No'] });
  });

  it.each([
    [
      'lacks a place',
      'order.cancelled: se canceló',
      'es/replies.yaml:1: order.cancelled: lacks {order}, expected {order}, {contents}, {day}',
    ],
    ['has a place that nothing fills', 'choice.yes: sí {name}', 'es/replies.yaml:1: choice.yes: has {name}, expected no {place}'],
  ])('are refused when one %s', async (_, line, problem) => {
    await expect(load({ [SPANISH]: `${line}\n` })).rejects.toThrow(problem);
  });

  it('are named when nothing says them, and when only the English one was changed', async () => {
    const { languageWarnings } = await load({
      [SPANISH]: 'choice.yess: sí\n',
      'replies.yaml': 'closing.plain: Cheers, mate.\n',
      'default.yaml': 'agent:\n  languages: [en, es]\n',
    });
    expect(languageWarnings).toHaveLength(2);
    expect(languageWarnings[0]).toMatch(/has choice\.yess: which nothing says/);
    expect(languageWarnings[1]).toMatch(/still says closing\.plain: as we ship it, while your replies\.yaml says something else/);
  });

  it('are read for the languages that are offered, and for no other', async () => {
    const config = await load({ 'default.yaml': 'agent:\n  languages: [en, fr]\n' });
    expect(Object.keys(config.playbook.translations)).toEqual(['fr']);
    expect(Object.keys(config.languageFiles)).toEqual(['fr']);
  });

  it('are of a language that we know', async () => {
    await expect(load({ 'default.yaml': 'agent:\n  languages: [en, klingon]\n' })).rejects.toThrow('agent.languages');
  });
});
