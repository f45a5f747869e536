import { describe, expect, it } from '@jest/globals';
import { articlesOf, passagesOf, type Article, type SourceFile } from '../../../src/agent/knowledge/article.ts';

const defaults = { category: 'general', audience: 'public', priority: 'high', baseUrl: 'https://shop.example/help' } as const;
const modifiedAt = new Date('2026-11-01T00:00:00Z');
const file = (path: string, text: string): SourceFile => ({ path, text, modifiedAt });

function onlyArticle(source: SourceFile): Article {
  const [parsed] = articlesOf(source, defaults);
  if (parsed?.kind !== 'article') throw new Error(`no article: ${JSON.stringify(parsed)}`);
  return parsed.article;
}
function onlyProblem(source: SourceFile): string {
  const [parsed] = articlesOf(source, defaults);
  return parsed?.kind === 'broken' ? parsed.problem.problem : 'none';
}

describe('articles of a file', () => {
  it('reads what the front matter says', () => {
    const text =
      '---\ntitle: Gift cards\ncategory: billing\naudience: internal\npriority: critical\nvalid_until: 2027-01-31\nupdated: 2026-10-05\nurl: https://shop.example/gift\n---\nThey never expire.\n';
    expect(onlyArticle(file('money/gift-cards.md', text))).toEqual({
      id: 'money/gift-cards',
      title: 'Gift cards',
      category: 'billing',
      audience: 'internal',
      priority: 'critical',
      updatedAt: new Date('2026-10-05'),
      validUntil: new Date('2027-01-31'),
      url: 'https://shop.example/gift',
      body: 'They never expire.',
    });
  });

  it('takes what the front matter does not say from the source, the file and the first heading', () => {
    expect(onlyArticle(file('returns.md', '# Sending things back\n\nThirty days.'))).toEqual({
      id: 'returns',
      title: 'Sending things back',
      category: 'general',
      audience: 'public',
      priority: 'high',
      updatedAt: modifiedAt,
      validUntil: undefined,
      url: 'https://shop.example/help/returns',
      body: 'Thirty days.',
    });
  });

  it.each([
    ['nothing', '', undefined, undefined],
    ['English', 'language: en\n', undefined, undefined],
    ['its own language', 'language: ES\n', undefined, 'es'],
    ["its source's language", '', 'de', 'de'],
    ['English in a German source', 'language: en\n', 'de', undefined],
  ])('is in the language that it names or English: %s', (_, line, ofSource, expected) => {
    const [parsed] = articlesOf(file('es/a.md', `---\ntitle: A\n${line}---\nTexto.`), { ...defaults, language: ofSource });
    const article = parsed?.kind === 'article' ? parsed.article : undefined;
    expect([article?.language, article && passagesOf(article)[0]?.language]).toEqual([expected, expected]);
  });

  it('names an article after its file when nothing else gives a title', () => {
    expect(onlyArticle(file('shipping/express_delivery.txt', 'Two days.')).title).toBe('Express delivery');
  });

  it('turns a page into Markdown with its headings and without its navigation', () => {
    const html =
      '<html><head><title>Help</title></head><body><nav>Home</nav><h1>Tents</h1><p>Air them &amp; dry them.</p><h2>Poles</h2><ul><li>Wipe</li></ul><script>x()</script></body></html>';
    const article = onlyArticle(file('tents.html', html));
    expect(article.title).toBe('Tents');
    expect(article.body).toContain('Air them & dry them.');
    expect(article.body).toMatch(/## Poles\n+\s*- Wipe/);
    expect(article.body).not.toMatch(/Home|x\(\)/);
  });

  it('reads one article or a list from JSON', () => {
    expect(onlyArticle(file('a.json', '{"id":"doc_1","title":"T","content":"Body."}'))).toMatchObject({
      id: 'doc_1',
      title: 'T',
      body: 'Body.',
    });
    expect(articlesOf(file('b.json', '[{"title":"A","content":"a"},{"title":"B","body":"b"}]'), defaults)).toHaveLength(2);
  });

  it.each([
    ['front matter that is never closed', file('a.md', '---\ntitle: A\nbody'), /not closed/],
    ['front matter that is no YAML', file('a.md', '---\ntitle: [\n---\nbody'), /not valid YAML/],
    ['a language that is no code', file('a.md', '---\nlanguage: Spanish\n---\nbody'), /language: .*ISO 639-1/],
    ['an unknown audience', file('a.md', '---\naudience: everybody\n---\nbody'), /audience/],
    ['a date that is none', file('a.md', '---\nvalid_until: soon\n---\nbody'), /valid_until/],
    ['an article without text', file('a.md', '---\ntitle: A\n---\n'), /no text/],
    ['JSON that is none', file('a.json', '{'), /JSON/],
  ])('reports %s', (_, source, problem) => {
    expect(onlyProblem(source)).toMatch(problem);
  });

  it('gives every chunk the facts of its article', () => {
    const article = onlyArticle(file('returns.md', '---\ntitle: Returns\nvalid_until: 2027-01-01\n---\nIntro.\n\n## Labels\n\nPrint one.'));
    expect(passagesOf(article).map(({ chunk, heading, text }) => [chunk, heading, text])).toEqual([
      [0, '', 'Intro.'],
      [1, 'Labels', 'Print one.'],
    ]);
    expect(passagesOf(article)[1]).toMatchObject({
      article: 'returns',
      title: 'Returns',
      url: article.url,
      validUntil: article.validUntil,
    });
  });

  it('gives the chunk that opens a section the ways it is asked for, and the first chunk those of no section', () => {
    const text =
      '---\nasked:\n  - questions: [what is this]\n  - answer: Labels\n    questions: [where is my label, print a label]\n---\nIntro.\n\n## Labels\n\nPrint one.';
    expect(passagesOf(onlyArticle(file('returns.md', text))).map(({ asked }) => asked)).toEqual([
      ['what is this'],
      ['where is my label', 'print a label'],
    ]);
  });

  it('uses an article whose phrasings name a missing section, and reports it', () => {
    const parsed = articlesOf(
      file('a.md', '---\nasked:\n  - answer: Lables\n    questions: [where]\n---\n## Labels\n\nPrint one.'),
      defaults,
    );
    expect(parsed.map(({ kind }) => kind)).toEqual(['article', 'broken']);
    expect(parsed[1]).toMatchObject({ problem: { problem: expect.stringContaining('"Lables"') } });
  });
});
