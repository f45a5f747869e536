import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { articlesOf, type ParsedArticle } from '../../src/agent/knowledge/article.ts';

const FOLDER = new URL('../../config/knowledge/', import.meta.url);
const LANGUAGES = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const TRANSLATED = LANGUAGES.flatMap((language) =>
  readdirSync(new URL(`${language}/`, FOLDER)).map((name) => [`${language}/${name}`, language, name] as const),
);
const MOST_NEEDED = [
  'return-policy',
  'refund-times',
  'refund-status',
  'tracking',
  'shipping-options',
  'late-parcel',
  'cancel-order',
  'reset-password',
  'damaged-items',
  'contact',
  'warranty',
];

function read(path: string): readonly ParsedArticle[] {
  const text = readFileSync(new URL(path, FOLDER), 'utf8');
  return articlesOf({ path, text, modifiedAt: new Date('2026-11-01') }, { category: 'general', audience: 'public', priority: 'high' });
}

const articleIn = (parsed: readonly ParsedArticle[]) => parsed.flatMap((found) => (found.kind === 'article' ? [found.article] : []))[0];

/** Numbers as English writes them, the hours of the afternoon as everybody else does: 6 p.m. is 18 o'clock. */
function numbersIn(text: string): readonly string[] {
  const hours = text.replace(/(\d{1,2}) p\.m\./g, (_, hour: string) => String(Number(hour) + 12));
  const found = hours.match(/\d+(?:[.,]\d+)?/g) ?? [];
  return [...new Set(found.map((number) => number.replace(',', '.')))].toSorted();
}

describe('help articles in other languages', () => {
  it.each(LANGUAGES)('%s has those that customers need most', (language) => {
    expect(readdirSync(new URL(`${language}/`, FOLDER))).toEqual(expect.arrayContaining(MOST_NEEDED.map((id) => `${id}.md`)));
  });

  it.each(TRANSLATED)('%s can be read and says its language', (path, language) => {
    const parsed = read(path);
    expect(parsed.filter(({ kind }) => kind === 'broken')).toEqual([]);
    expect(articleIn(parsed)?.language).toBe(language);
  });

  it.each(TRANSLATED)('%s names the numbers of the English article, and no other', (path, _language, name) => {
    expect(numbersIn(articleIn(read(path))?.body ?? '')).toEqual(numbersIn(articleIn(read(name))?.body ?? ''));
  });

  it.each(TRANSLATED)('%s has the category, the readers and the date of the English article', (path, _language, name) => {
    const facts = (file: string) => {
      const { category, audience, priority, updatedAt } = articleIn(read(file)) ?? {};
      return { category, audience, priority, updatedAt };
    };
    expect(facts(path)).toEqual(facts(name));
  });
});
