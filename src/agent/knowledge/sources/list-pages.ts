import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ArticleProblem } from '../article.ts';
import type { FetchLimits } from '../knowledge-settings.ts';
import { AGENT, readBody, type WebClient } from './web-client.ts';
import { readRobots, type Robots } from './robots.ts';
import { readSitemap, type Sitemap } from './sitemap.ts';

export interface ListedPage {
  readonly address: URL;
  readonly lastModified: string | undefined;
}

export type PageList =
  | {
      readonly kind: 'listed';
      readonly pages: readonly ListedPage[];
      /** Some pages may not be listed, so that one that is missing has not gone for certain. */
      readonly partial: boolean;
      readonly problems: readonly ArticleProblem[];
    }
  | { readonly kind: 'failed'; readonly because: string };

/**
 * The rules of the host's robots.txt. A host without one allows everything; one that cannot be asked allows nothing
 * (RFC 9309 §2.3.1).
 */
export async function fetchRobots(client: WebClient, sitemap: URL): Promise<Robots | string> {
  const answer = await client.fetch(new URL('/robots.txt', sitemap));
  if (answer.kind === 'page') return readRobots(answer.body.toString('utf8'), AGENT);
  const isRefusal = answer.kind === 'failed' && answer.status !== undefined && answer.status >= 400 && answer.status < 500;
  if (answer.kind === 'failed' && !isRefusal) return `robots.txt ${answer.because}`;
  return readRobots('', AGENT);
}

/** Walks from a sitemap to those that it names, each once and no deeper than allowed, and lists the pages of its own host. */
export async function listPages(
  client: WebClient,
  root: URL,
  robots: Robots,
  { pages: most, depth, megabytes }: FetchLimits,
  paths: readonly string[] | undefined,
): Promise<PageList> {
  const seen = new Set<string>([root.href]);
  const pages = new Map<string, ListedPage>();
  const problems: ArticleProblem[] = [];
  let partial = false;
  const skip = (address: string, problem: string): void => void problems.push({ path: address, problem });
  const queue = [{ address: root, level: 0 }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { address, level } = next;
    const read = await fetchSitemap(client, address, megabytes * 1024 * 1024);
    if (typeof read === 'string') {
      if (level === 0) return { kind: 'failed', because: read };
      skip(address.href, read);
      partial = true;
      continue;
    }
    for (const page of read.pages) {
      const url = ownAddress(page.address, address);
      if (!url) skip(page.address, 'is no address of the same host');
      else if (paths && !paths.some((path) => url.pathname.startsWith(path))) continue;
      else if (!robots.allows(url)) skip(url.href, 'is closed by robots.txt');
      else if (pages.size < most || pages.has(url.href)) pages.set(url.href, { address: url, lastModified: page.lastModified });
      else partial = true;
    }
    for (const listed of read.sitemaps) {
      const url = ownAddress(listed, address);
      if (!url) skip(listed, 'is no address of the same host');
      else if (seen.has(url.href)) continue;
      else if (level >= depth || seen.size > most) {
        skip(url.href, `is a sitemap more than ${depth} deep, or one too many`);
        partial = true;
      } else queue.push({ address: url, level: level + 1 });
      if (url) seen.add(url.href);
    }
  }
  if (pages.size >= most && partial) skip(root.href, `names more than ${most} pages; the others are left out (fetch.pages)`);
  return { kind: 'listed', pages: [...pages.values()], partial, problems };
}

/** The sitemap, or why there is none. One that is packed as a file is unpacked, too. */
async function fetchSitemap(client: WebClient, address: URL, maxBytes: number): Promise<Sitemap | string> {
  const answer = await client.fetch(address);
  if (answer.kind === 'failed') return answer.because;
  if (answer.kind !== 'page') return 'is not there';
  const packed = answer.body[0] === 0x1f && answer.body[1] === 0x8b;
  const body = packed ? await readBody(Readable.from([answer.body]).pipe(createGunzip()), maxBytes).catch(() => null) : answer.body;
  if (body === null) return 'is not packed as it says';
  if (body === undefined) return `is larger than ${maxBytes / 1024 / 1024} MB`;
  return readSitemap(body.toString('utf8').replace(/^\uFEFF/, '')) ?? 'is no sitemap';
}

function ownAddress(address: string, base: URL): URL | undefined {
  if (!URL.canParse(address, base.href)) return undefined;
  const url = new URL(address, base);
  url.hash = '';
  return url.host === base.host && /^https?:$/.test(url.protocol) ? url : undefined;
}
