import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { ArticleProblem } from '../article.ts';
import type { FetchLimits } from '../knowledge-settings.ts';
import { fetchRobots, listPages, type ListedPage } from './list-pages.ts';
import type { Mirror, MirroredPage } from './mirror.ts';
import type { RefreshReport, RefreshTools } from './refresh-report.ts';
import type { Fetched } from './web-client.ts';

/** A host that wants longer pauses than this would never be read to the end. */
const MAX_DELAY_SECONDS = 5;

/** File endings by what the server says a page is; anything else is no article. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'application/pdf': 'pdf',
};

/**
 * Brings the mirror in line with a site's sitemap, one page after the other. A page that fails keeps its last copy; one
 * that has gone, or that a whole list no longer names, is deleted. When the list itself fails nothing is touched.
 */
export async function fetchSite(
  root: URL,
  mirror: Mirror,
  limits: FetchLimits,
  paths: readonly string[] | undefined,
  { client, now, signal, progress }: RefreshTools,
): Promise<RefreshReport> {
  const robots = await fetchRobots(client, root);
  if (typeof robots === 'string') return { kind: 'failed', because: robots };
  const list = await listPages(client, root, robots, limits, paths);
  if (list.kind === 'failed') return { kind: 'failed', because: `the sitemap ${list.because}` };
  const kept = new Map<string, MirroredPage>();
  const problems: ArticleProblem[] = [...list.problems];
  let changed = 0;
  let looked = 0;
  for (const listedPage of list.pages) {
    const { href } = listedPage.address;
    progress(looked, list.pages.length);
    if (looked > 0 && robots.delaySeconds > 0) await pause(Math.min(robots.delaySeconds, MAX_DELAY_SECONDS), signal);
    if (signal.aborted) break;
    looked++;
    const before = mirror.pages.get(href);
    const outcome = await takePage(listedPage, before, mirror, client);
    if (outcome.kind !== 'taken') problems.push({ path: href, problem: outcome.problem });
    else if (outcome.changed) changed++;
    const page = outcome.kind === 'taken' ? outcome.page : outcome.kind === 'failed' ? before : undefined;
    if (page) kept.set(href, page);
  }
  const left = list.pages.slice(looked);
  if (left.length > 0) problems.push({ path: root.href, problem: `the time for the source was used up with ${left.length} pages left` });
  const listed = new Set(list.pages.map(({ address }) => address.href));
  const unread = new Set(left.map(({ address }) => address.href));
  // What was not looked at, or may only be missing from the list, stays.
  for (const [href, page] of mirror.pages) if (unread.has(href) || (list.partial && !listed.has(href))) kept.set(href, page);
  const removed = await forgetOthers(mirror, kept);
  progress(looked, list.pages.length);
  await mirror.close(now(), kept, problems);
  return { kind: 'refreshed', changed, removed, problems };
}

type PageOutcome =
  | { readonly kind: 'taken'; readonly page: MirroredPage; readonly changed: boolean }
  /** The last copy stays. */
  | { readonly kind: 'failed'; readonly problem: string }
  /** Nobody is to see an older copy either. */
  | { readonly kind: 'gone'; readonly problem: string };

async function takePage(
  { address, lastModified }: ListedPage,
  before: MirroredPage | undefined,
  mirror: Mirror,
  client: RefreshTools['client'],
): Promise<PageOutcome> {
  if (before && lastModified !== undefined && before.listed === lastModified) return { kind: 'taken', page: before, changed: false };
  const answer = await client.fetch(address, before);
  if (answer.kind === 'unchanged' && before)
    return { kind: 'taken', page: { ...before, ...(lastModified !== undefined && { listed: lastModified }) }, changed: false };
  if (answer.kind === 'failed') return { kind: 'failed', problem: answer.because };
  if (answer.kind !== 'page') return { kind: 'gone', problem: 'is named by the sitemap and not there' };
  const ending = ENDINGS[answer.mediaType];
  if (ending === undefined) return { kind: 'failed', problem: `is ${answer.mediaType || 'of no type'}, which holds no article` };
  const html = ending === 'html' ? answer.body.toString('utf8') : undefined;
  if (html !== undefined && /<meta\s[^>]*name=["']?robots["']?[^>]*\bnoindex\b/i.test(html.slice(0, 100_000)))
    return { kind: 'gone', problem: 'asks not to be indexed' };
  const file = `${slugOf(address)}.${ending}`;
  if (before && before.file !== file) await mirror.remove(before.file);
  const { etag, lastModified: modified } = answer.validators;
  return {
    kind: 'taken',
    page: {
      file,
      ...(etag !== undefined && { etag }),
      ...(modified !== undefined && { lastModified: modified }),
      ...(lastModified !== undefined && { listed: lastModified }),
    },
    changed: await mirror.put(file, ending === 'pdf' ? answer.body : withFrontMatter(answer, html)),
  };
}

/** What a page says of itself stands above it, as in any article. JSON is YAML. */
function withFrontMatter({ body, address }: Fetched & { readonly kind: 'page' }, html: string | undefined): string {
  const id = `${address.host}${address.pathname}`.replace(/\/+$/, '').replace(/\.html?$/, '');
  const language = /<html\b[^>]*\blang=["']?([a-z]{2})\b/i.exec(html?.slice(0, 10_000) ?? '')?.[1]?.toLowerCase();
  const matter = { id, url: address.href, ...(language !== undefined && { language }) };
  return `---\n${JSON.stringify(matter)}\n---\n${html ?? body.toString('utf8')}`;
}

/** A name that tells the page, and is no other page's. */
function slugOf({ pathname, search, href }: URL): string {
  const told = `${pathname}${search}`
    .replace(/\.html?$/, '')
    .replace(/[^a-z0-9]+/gi, '-')
    .replace(/^-|-$/g, '');
  return `${told.slice(0, 60) || 'start'}-${createHash('sha256').update(href).digest('hex').slice(0, 8)}`;
}

async function forgetOthers(mirror: Mirror, kept: ReadonlyMap<string, MirroredPage>): Promise<number> {
  const files = new Set([...kept.values()].map(({ file }) => file));
  let removed = 0;
  for (const [address, { file }] of mirror.pages) {
    if (!kept.has(address)) removed++;
    if (!files.has(file)) await mirror.remove(file);
  }
  return removed;
}

/** Ends early, without an error, when the source is out of time. */
const pause = (seconds: number, signal: AbortSignal): Promise<unknown> =>
  setTimeout(seconds * 1000, undefined, { signal }).catch(() => undefined);
