import { exportedRows } from '../exported-articles.ts';
import type { FetchLimits } from '../knowledge-settings.ts';
import type { Mirror, MirroredPage } from './mirror.ts';
import type { RefreshReport, RefreshTools } from './refresh-report.ts';

/**
 * Fetches a JSON export page by page, following `next_page`. A part that fails ends it; what lies there of that part and
 * of later ones stays, as everything does when the first one fails.
 */
export async function fetchExport(
  root: URL,
  mirror: Mirror,
  limits: FetchLimits,
  { client, now, progress }: RefreshTools,
): Promise<RefreshReport> {
  const kept = new Map<string, MirroredPage>();
  const seen = new Set<string>();
  let changed = 0;
  let broken: string | undefined;
  for (let address: URL | undefined = root; address;) {
    progress(kept.size, kept.size + 1);
    if (seen.has(address.href) || kept.size >= limits.pages) {
      broken = seen.has(address.href) ? 'names a page a second time' : `has more than ${limits.pages} pages (fetch.pages)`;
      break;
    }
    seen.add(address.href);
    const part = await readPart(address, client);
    if (typeof part === 'string') {
      broken = `${address.href}: ${part}`;
      break;
    }
    const file = `part-${String(kept.size + 1).padStart(5, '0')}.json`;
    if (await mirror.put(file, part.text)) changed++;
    kept.set(address.href, { file });
    address = part.next;
  }
  if (kept.size === 0) return { kind: 'failed', because: broken ?? 'holds nothing' };
  const files = new Set([...kept.values()].map(({ file }) => file));
  const others = [...mirror.pages].filter(([, { file }]) => !files.has(file));
  const problems = broken === undefined ? [] : [{ path: root.href, problem: broken }];
  if (broken === undefined) for (const [, { file }] of others) await mirror.remove(file);
  else for (const [address, page] of others) kept.set(address, page);
  progress(kept.size, kept.size);
  await mirror.close(now(), kept, problems);
  return { kind: 'refreshed', changed, removed: broken === undefined ? others.length : 0, problems };
}

async function readPart(
  address: URL,
  client: RefreshTools['client'],
): Promise<{ readonly text: string; readonly next: URL | undefined } | string> {
  const answer = await client.fetch(address);
  if (answer.kind === 'failed') return answer.because;
  if (answer.kind !== 'page') return 'is not there';
  const text = answer.body.toString('utf8');
  const rows = exportedRows(text);
  if (rows.kind === 'broken') return rows.problem;
  const { next } = rows;
  return { text, next: next !== undefined && URL.canParse(next, address.href) ? new URL(next, address) : undefined };
}
