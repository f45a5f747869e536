import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

describe('the documents', () => {
  it.each(documents)('%s links only to files that exist', (path) => {
    const links = [...read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(path), link)))).toEqual([]);
  });

  it('name only files of the source that exist', () => {
    const broken = ['README.md', 'CONTRIBUTING.md', 'docs/tour.md'].flatMap((path) =>
      [...read(path).matchAll(/`((?:src|test|config|bench|scripts|docs|bin)\/[\w./-]+)`/g)]
        .map((match) => match[1] ?? '')
        .filter((name) => !existsSync(join(ROOT, name)))
        .map((name) => `${path}: ${name}`),
    );
    expect(broken).toEqual([]);
  });

  it('explain every error code, and no other', () => {
    const codes = [...(/ErrorCode =([^;]+);/.exec(read('src/domain/error.ts'))?.[1] ?? '').matchAll(/'(\w+)'/g)].map((match) => match[1]);
    const explained = [...read('docs/errors.md').matchAll(/^\| `(\w+)`/gm)].map((match) => match[1]);
    expect(new Set(explained)).toEqual(new Set(codes));
  });

  it('keep the README within 150 lines and a decision within 40', () => {
    const lengths = Object.fromEntries(documents.map((path) => [path, read(path).trimEnd().split('\n').length]));
    expect(
      Object.entries(lengths).filter(([path, lines]) => lines > (path.startsWith('docs/adr') ? 40 : path === 'README.md' ? 150 : Infinity)),
    ).toEqual([]);
  });
});
