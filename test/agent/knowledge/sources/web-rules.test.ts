import { describe, expect, it } from '@jest/globals';
import { isPublicAddress } from '../../../../src/agent/knowledge/sources/public-address.ts';
import { readRobots } from '../../../../src/agent/knowledge/sources/robots.ts';
import { readSitemap } from '../../../../src/agent/knowledge/sources/sitemap.ts';

describe('an address of the public internet', () => {
  it.each([
    ['93.184.216.34', true],
    ['2606:2800:220:1::1', true],
    ['172.32.0.1', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['172.31.255.255', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['::1', false],
    ['::', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:93.184.216.34', true],
    ['::ffff:a00:1', false],
    ['64:ff9b::a00:1', false],
    ['not an address', false],
  ])('%s: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});

describe('robots.txt', () => {
  const text = `# ours
User-agent: *
Disallow: /

User-agent: Deskhand
User-agent: other
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Disallow: /search?*q=
Crawl-delay: 2
`;
  it.each([
    ['/help', true],
    ['/private/area', false],
    ['/private/open/door', true],
    ['/files/a.pdf', false],
    ['/files/a.pdf?x=1', true],
    ['/search?lang=en&q=a', false],
    ['/search?lang=en', true],
  ])('lets us read %s: %s', (path, allowed) => {
    expect(readRobots(text, 'deskhand').allows(new URL(path, 'https://a.example'))).toBe(allowed);
  });

  it('has rules for everybody where it does not name us', () => {
    expect(readRobots(text, 'somebody').allows(new URL('https://a.example/help'))).toBe(false);
  });

  it('tells how long to wait between two pages', () => {
    expect(readRobots(text, 'deskhand').delaySeconds).toBe(2);
    expect(readRobots('', 'deskhand').delaySeconds).toBe(0);
  });

  it('allows on a tie, and where nothing is forbidden', () => {
    const open = readRobots('User-agent: *\nDisallow: /a\nAllow: /a\nDisallow:\n', 'deskhand');
    expect(open.allows(new URL('https://a.example/a'))).toBe(true);
  });

  it('is matched in one pass, whatever it holds', () => {
    const robots = readRobots(`User-agent: *\nDisallow: /${'*a'.repeat(5_000)}b$\n`, 'deskhand');
    expect(robots.allows(new URL(`https://a.example/${'a'.repeat(20_000)}`))).toBe(true);
  });
});

describe('a sitemap', () => {
  it.each([
    [
      'pages with what they say of their age',
      '<urlset xmlns="x"><url><loc> https://a.example/1?a=1&amp;b=2 </loc><lastmod>2026-01-01</lastmod></url><url><loc><![CDATA[https://a.example/2]]></loc></url></urlset>',
      {
        pages: [
          { address: 'https://a.example/1?a=1&b=2', lastModified: '2026-01-01' },
          { address: 'https://a.example/2', lastModified: undefined },
        ],
        sitemaps: [],
      },
    ],
    [
      'further sitemaps, with a prefix before its tags',
      '<s:sitemapindex><s:sitemap><s:loc>https://a.example/en.xml</s:loc></s:sitemap></s:sitemapindex>',
      { pages: [], sitemaps: ['https://a.example/en.xml'] },
    ],
    [
      'one address a line',
      'https://a.example/1\r\n\nhttps://a.example/2\n',
      {
        pages: [
          { address: 'https://a.example/1', lastModified: undefined },
          { address: 'https://a.example/2', lastModified: undefined },
        ],
        sitemaps: [],
      },
    ],
    ['no pages yet', '<urlset></urlset>', { pages: [], sitemaps: [] }],
    ['a page of the site instead', '<html><body>Hello</body></html>', undefined],
    ['nothing', '', undefined],
  ])('holds %s', (_, text, expected) => {
    expect(readSitemap(text)).toEqual(expected);
  });

  it('is read in one pass when its tags never close', () => {
    expect(readSitemap(`<urlset>${'<url><loc>'.repeat(50_000)}`)).toEqual({ pages: [], sitemaps: [] });
  });
});
