import { convert, type FormatCallback } from 'html-to-text';

const heading: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  builder.addLiteral(`${'#'.repeat(Number(element.name.slice(1)))} `);
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 2 });
};

/** The readable part of a page as Markdown: headings, paragraphs, lists and tables; navigation, scripts and pictures are left out. */
export function htmlToMarkdown(html: string): string {
  return convert(html, {
    wordwrap: false,
    baseElements: { selectors: ['article', 'main', 'body'], orderBy: 'selectors', returnDomByDefault: true },
    limits: { maxInputLength: 4_000_000, maxDepth: 200, maxBaseElements: 1 },
    formatters: { heading },
    selectors: [
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, format: 'heading' })),
      ...['nav', 'header', 'footer', 'aside', 'script', 'style', 'img', 'form'].map((selector) => ({ selector, format: 'skip' })),
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'ul', options: { itemPrefix: '- ' } },
      { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    ],
  })
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The text of the first `<h1>`, else of `<title>`. */
export function htmlTitle(html: string): string | undefined {
  const head = html.slice(0, 200_000);
  const found = /<h1\b[^>]*>([^]*?)<\/h1>/i.exec(head) ?? /<title\b[^>]*>([^]*?)<\/title>/i.exec(head);
  const title = found?.[1] === undefined ? '' : convert(found[1], { wordwrap: false }).replace(/\s+/g, ' ').trim();
  return title === '' ? undefined : title;
}
