/** What one sitemap names: pages, or further sitemaps. */
export interface Sitemap {
  readonly pages: readonly { readonly address: string; readonly lastModified: string | undefined }[];
  readonly sitemaps: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads a sitemap (sitemaps.org 0.9), an index of sitemaps, or a text with an address on each line. Undefined for
 * anything else. XML is only looked through for these elements: nothing in it is resolved or loaded.
 */
export function readSitemap(text: string): Sitemap | undefined {
  if (/<(?:[\w-]+:)?(?:urlset|sitemapindex)\b/i.test(text)) {
    return {
      pages: elements(text, 'url').map((url) => ({ address: first(url, 'loc'), lastModified: first(url, 'lastmod') || undefined })),
      sitemaps: elements(text, 'sitemap').map((sitemap) => first(sitemap, 'loc')),
    };
  }
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0 || !lines.every((line) => /^https?:\/\/\S+$/i.test(line))) return undefined;
  return { pages: lines.map((address) => ({ address, lastModified: undefined })), sitemaps: [] };
}

/** The insides of all elements of a name, found by walking from tag to tag. */
function elements(xml: string, name: string): readonly string[] {
  const tag = new RegExp(`<(/?)(?:[\\w-]+:)?${name}(?=[\\s/>])[^<>]*>`, 'gi');
  const found: string[] = [];
  let from: number | undefined;
  for (const match of xml.matchAll(tag)) {
    if (match[1] === '') from = match.index + match[0].length;
    else if (from !== undefined) {
      found.push(xml.slice(from, match.index));
      from = undefined;
    }
  }
  return found;
}

function first(xml: string, name: string): string {
  const [inside = ''] = elements(xml, name);
  const plain = inside.replace(/<!\[CDATA\[|\]\]>/g, '').trim();
  return plain.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{1,8});/gi, (whole, name_: string) => {
    if (!name_.startsWith('#')) return ENTITIES[name_.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name_) ? Number.parseInt(name_.slice(2), 16) : Number(name_.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
