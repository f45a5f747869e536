import { describe, expect, it } from '@jest/globals';
import { articlesOf } from '../../../src/agent/knowledge/article.ts';
import { exportedRows } from '../../../src/agent/knowledge/exported-articles.ts';

const defaults = { category: 'general', audience: 'public', priority: 'high' } as const;
const parsed = (value: unknown) => articlesOf({ path: 'export.json', text: JSON.stringify(value), modifiedAt: new Date(0) }, defaults);

describe('an exported article', () => {
  it.each([
    [
      'Zendesk',
      {
        articles: [
          {
            id: 360,
            title: 'Refunds',
            body: '<p>Ten <b>days</b>.</p>',
            html_url: 'https://a.example/hc/360',
            updated_at: '2026-10-01T10:00:00Z',
            label_names: ['billing', 'money'],
            locale: 'es-mx',
            draft: false,
          },
        ],
        next_page: null,
      },
      {
        id: '360',
        title: 'Refunds',
        body: 'Ten days.',
        url: 'https://a.example/hc/360',
        updatedAt: new Date('2026-10-01T10:00:00Z'),
        category: 'billing',
        language: 'es',
      },
    ],
    [
      'Intercom',
      {
        type: 'list',
        data: [
          {
            id: '7',
            title: 'Refunds',
            body: '<h2>When</h2><p>Soon</p>',
            url: 'https://a.example/7',
            state: 'published',
            updated_at: 1_790_000_000,
          },
        ],
      },
      { id: '7', body: '## When\n\nSoon', updatedAt: new Date(1_790_000_000_000) },
    ],
    [
      'Freshdesk',
      [{ id: 5, title: 'Refunds', description: '<div>Soon</div>', description_text: 'Soon', status: 2, tags: ['internal', 'desk'] }],
      { id: '5', body: 'Soon', audience: 'internal', category: 'desk' },
    ],
    [
      'Help Scout',
      {
        articles: {
          page: 1,
          items: [{ id: 'a1', name: 'Refunds', text: '<p>Soon</p>', publicUrl: 'https://a.example/a1', status: 'published' }],
        },
      },
      { id: 'a1', title: 'Refunds', body: 'Soon', url: 'https://a.example/a1' },
    ],
    [
      'our own',
      { id: 'r', title: 'Refunds', content: 'Soon', category: 'returns', audience: 'internal', data: [1] },
      { id: 'r', body: 'Soon', category: 'returns', audience: 'internal' },
    ],
    [
      'a section with a name',
      [{ title: 'R', html_body: '<p>S</p>', section: { id: 3, name: 'Returns' } }],
      { category: 'Returns', body: 'S' },
    ],
  ])('is read as %s writes it', (_, value, expected) => {
    expect(parsed(value)).toEqual([{ kind: 'article', article: expect.objectContaining(expected) }]);
  });

  it.each([
    ['a draft', { title: 'A', body: 'x', draft: true }, 'article 2 is not published'],
    ['archived', { title: 'A', body: 'x', state: 'archived' }, 'article 2 is not published'],
    ['a draft at Freshdesk', { title: 'A', description: 'x', description_text: 'x', status: 1 }, 'article 2 is not published'],
    ['empty', { title: 'A', body: '' }, 'has no text'],
    ['no object', 'hello', 'article 2 is no article'],
    ['undated', { title: 'A', body: 'x', updated_at: 'yesterday' }, 'article 2 updated: Invalid input'],
  ])('is skipped and named when it is %s; the others are read', (_, row, problem) => {
    const [first, second] = parsed({ articles: [{ title: 'Good', body: 'x' }, row] });
    expect(first?.kind).toBe('article');
    expect(second).toEqual({ kind: 'broken', problem: { path: 'export.json', problem } });
  });

  it.each([
    ['is not JSON', '{', 'is not valid JSON'],
    ['holds a number', '7', 'holds no article'],
  ])('leaves a file that %s to be reported', (_, text, problem) => {
    expect(exportedRows(text)).toEqual({ kind: 'broken', problem });
  });

  it.each([
    [{ articles: [], next_page: 'https://a.example/2' }, 'https://a.example/2'],
    [{ data: [], pages: { next: 'https://a.example/2' } }, 'https://a.example/2'],
    [{ data: [], links: { next: '/2' } }, '/2'],
    [{ data: [], next: null }, undefined],
  ])('names where there is more: %j', (value, next) => {
    const rows = exportedRows(JSON.stringify(value));
    expect(rows.kind === 'rows' && rows.next).toBe(next);
  });
});
