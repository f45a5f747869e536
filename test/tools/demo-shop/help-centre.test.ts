import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { articlesOf, type Article } from '../../../src/agent/knowledge/article.ts';
import { campProducts } from '../../../src/tools/demo-shop/seed/camp-products.ts';
import { trailProducts } from '../../../src/tools/demo-shop/seed/trail-products.ts';
import { policies } from './open-shop.ts';

const FOLDER = new URL('../../../config/knowledge/', import.meta.url);
/** The articles were written in this month; an article that has expired before it is out of the agent's sight. */
const WRITTEN = new Date('2026-11-01');

const parsed = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .flatMap((path) =>
    articlesOf(
      { path, text: readFileSync(new URL(path, FOLDER), 'utf8'), modifiedAt: WRITTEN },
      { category: 'general', audience: 'public', priority: 'high' },
    ),
  );
const articles: readonly Article[] = parsed.flatMap((found) => (found.kind === 'article' ? [found.article] : []));
const active = articles.filter(({ validUntil }) => validUntil === undefined || validUntil > WRITTEN);
const told = active.filter(({ audience }) => audience === 'public');
const { windowDays, damagedWindowDays, lostAfterDays, paidWithin } = policies.refund;

/** Every match of a pattern's first group in the articles that customers are answered from, with the article it stands in. */
function said(pattern: RegExp): readonly { readonly article: string; readonly value: string }[] {
  return told.flatMap(({ id, body }) => [...body.matchAll(pattern)].map((match) => ({ article: id, value: match[1] ?? '' })));
}
const othersThan = (pattern: RegExp, allowed: readonly string[]) => said(pattern).filter(({ value }) => !allowed.includes(value));

describe('the help centre', () => {
  it('holds only articles that can be read', () => {
    expect(parsed.filter(({ kind }) => kind === 'broken')).toEqual([]);
  });

  it.each([
    ['shipping', 4],
    ['tracking', 3],
    ['orders', 4],
    ['returns', 6],
    ['billing', 6],
    ['policies', 3],
    ['account', 7],
    ['products', 6],
    ['specs', 3],
    ['compatibility', 4],
    ['company', 3],
  ])('covers %s with %i articles or more', (category, least) => {
    expect(told.filter((article) => article.category === category).length).toBeGreaterThanOrEqual(least);
  });

  it('keeps procedures internal, and all of them', () => {
    const procedures = active.filter(({ category }) => category === 'sop');
    expect(procedures.length).toBeGreaterThanOrEqual(5);
    expect(procedures.map(({ audience }) => audience)).toEqual(procedures.map(() => 'internal'));
  });

  it('keeps past cases internal: they were decided for one customer', () => {
    const cases = active.filter(({ id }) => id.startsWith('solved-'));
    expect(cases.map(({ audience }) => audience)).toEqual(cases.map(() => 'internal'));
    expect(told.filter(({ category, id }) => category === 'sop' || id.startsWith('solved-'))).toEqual([]);
  });

  it('has articles whose time is over', () => {
    expect(articles.length - active.length).toBe(2);
  });

  it.each(articles.map((article) => [article.id, article] as const))(
    '%s is headed, dated, linked and of a readable length',
    (_id, article) => {
      const words = article.body.split(/\s+/).length;
      expect(words).toBeGreaterThanOrEqual(150);
      expect(words).toBeLessThanOrEqual(600);
      expect(article.body).toMatch(/^## \S/m);
      expect(article.url).toMatch(/^https:\/\/www\.larkfield\.example\//);
      expect(article.updatedAt.getTime()).toBeLessThanOrEqual(WRITTEN.getTime());
    },
  );

  it('gives no two articles one title', () => {
    expect(new Set(articles.map(({ title }) => title)).size).toBe(articles.length);
  });
});

describe('what customers are told agrees with the policies', () => {
  it('about the return windows', () => {
    const windows = [windowDays, damagedWindowDays].map(String);
    expect(othersThan(/(\d+) days (?:from|of|after) (?:the )?delivery/g, windows)).toEqual([]);
    expect(said(/within (\d+) days from delivery/g).length).toBeGreaterThan(10);
  });

  it('about damaged, defective and wrong items', () => {
    const sentences = told.flatMap(({ body }) => body.split(/(?<=[.!?])\s+|\n/));
    const windows = sentences
      .filter((sentence) => /damaged, (?:is )?defective|arrives? damaged/.test(sentence))
      .flatMap((sentence) => [...sentence.matchAll(/(\d+) days/g)]);
    expect(windows.length).toBeGreaterThan(0);
    expect(windows.map(([, days]) => Number(days)).filter((days) => days !== damagedWindowDays)).toEqual([]);
  });

  it('about the last day of the window', () => {
    expect(othersThan(/[Tt]he (\d+)th day/g, [String(windowDays)])).toEqual([]);
    expect(othersThan(/from day (\d+) on/g, [String(windowDays + 1)])).toEqual([]);
  });

  it('about how long a refund takes', () => {
    expect(said(/(?:refund|payment method)[^.\n]* within ([^.\n]*? business days)/g).length).toBeGreaterThanOrEqual(8);
    expect(othersThan(/(?:refund|payment method)[^.\n]* within ([^.\n]*? business days)/g, [paidWithin])).toEqual([]);
  });

  it('about when a parcel counts as lost', () => {
    expect(said(/for more than (\d+) days/g).length).toBeGreaterThanOrEqual(2);
    expect(othersThan(/scan(?:ned)?[^.\n]* for more than (\d+) days/g, [String(lostAfterDays)])).toEqual([]);
  });

  it('about the hours until a reviewed refund is confirmed', () => {
    expect(othersThan(/confirmation by email within (\d+) hours/g, [String(policies.approval.promiseHours)])).toEqual([]);
  });

  it.each([
    ['standard delivery', /(?:Standard|standard) (?:delivery|shipping)[^.\n|]*?(\d+–\d+ business days)/g, '3–5 business days'],
    ['express delivery', /[Ee]xpress[^.\n|]*? (\d+(?:–\d+)? business days)/g, '2 business days'],
    ['delivery to Canada', /Canada (?:takes )?(\d+–\d+ business days)/g, '6–10 business days'],
    ['the express price', /[Ee]xpress[^.\n]*?(\$14\.\d\d)/g, '$14.95'],
    ['the limit of free delivery', /free[^.\n]* from (\$\d+)/g, '$50'],
    ['the fee below it', /costs (\$5\.\d\d)/g, '$5.95'],
  ])('about %s', (_what, pattern, value) => {
    expect(said(pattern).length).toBeGreaterThan(0);
    expect(othersThan(pattern, [value])).toEqual([]);
  });

  it('without the amount from which a person approves a refund', () => {
    const limit = policies.approval.refundAboveCents / 100;
    expect(told.filter(({ body }) => new RegExp(`\\$${limit}(?:\\.0[01])?\\b`).test(body)).map(({ id }) => id)).toEqual([]);
    expect(active.filter(({ audience, body }) => audience === 'internal' && body.includes(`$${limit}.01`))).toHaveLength(1);
  });

  it('about the products that the shop sells', () => {
    const comparisons = told
      .filter(({ category }) => category === 'specs' || category === 'compatibility')
      .map(({ body }) => body)
      .join('\n');
    const names = new Set([...campProducts, ...trailProducts].map(({ name }) => name));
    const compared = [...comparisons.matchAll(/^\| ([A-Z][^|]+?) \|/gm)].map((match) => match[1] ?? '');
    expect(compared.length).toBeGreaterThan(15);
    expect(compared.filter((name) => !names.has(name))).toEqual([]);
  });
});
