import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createArticleStore } from '../agent/knowledge/article-store.ts';
import type { ArticleProblem } from '../agent/knowledge/article.ts';
import { findConflicts, type ArticleConflict } from '../agent/knowledge/conflicts.ts';
import { findExpired, findStale, type StaleArticle } from '../agent/knowledge/knowledge-report.ts';
import { isRemote, SHIPPED_FETCH, type KnowledgeSource } from '../agent/knowledge/knowledge-settings.ts';
import { openMirror } from '../agent/knowledge/sources/mirror.ts';
import { refreshSource } from '../agent/knowledge/sources/refresh-source.ts';
import { loadConfig } from '../config.ts';
import { AppError } from '../domain/error.ts';
import { createMultilingualIndex } from '../store/knowledge/multilingual-index.ts';
import type { Command, CommandIo } from './command.ts';
import { createProgress, type Progress } from './progress.ts';

interface SourceSummary {
  readonly source: string;
  /** Folder, sitemap or export. */
  readonly from: string;
  readonly articles: number;
  readonly chunks: number;
  readonly skipped: readonly ArticleProblem[];
  readonly staleCritical: readonly StaleArticle[];
  readonly expired: readonly string[];
}

interface Summary {
  readonly sources: readonly SourceSummary[];
  /** Between articles of all sources. */
  readonly conflicts: readonly ArticleConflict[];
}

/** Where the articles come from, and what is removed afterwards. */
interface Reading {
  readonly sources: readonly KnowledgeSource[];
  readonly folder: string;
  end(): Promise<void>;
}

export const ingestCommand: Command = {
  name: 'ingest',
  summary: 'read and index the knowledge sources, and say what is wrong with them',
  help: `Usage: deskhand ingest [PATH|ADDRESS…] [--offline] [--json]

Reads every source of config/knowledge.yaml, or the folders, sitemaps and JSON exports that are named, and prints a summary:
articles, chunks, what was skipped and why, articles that contradict each other, critical articles that nobody has looked at
for long, articles that have expired. What lies elsewhere is fetched first; a source that cannot be fetched keeps what it had.
A running agent follows changed files by itself and fetches by the schedule of each source; this command is the check before
and after an edit. Exit code 1 when something was skipped.

Options:
  --offline  take what was fetched before
  --json     the summary as one JSON document

Examples:
  deskhand ingest
  deskhand ingest ./help ./policies --json
  deskhand ingest https://www.example.com/sitemap.xml
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, offline: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    });
    const reading = positionals.length > 0 ? await namedSources(positionals) : await configuredSources(io);
    try {
      const summary = await read(reading, values.offline !== true, io);
      io.stdout.write(values.json === true ? `${JSON.stringify(summary, null, 2)}\n` : describe(summary));
      return summary.sources.some(({ skipped }) => skipped.length > 0) ? 1 : 0;
    } finally {
      await reading.end();
    }
  },
};

async function configuredSources(io: CommandIo): Promise<Reading> {
  const config = await loadConfig(io.env);
  return { sources: config.knowledge, folder: config.configFolder, end: async () => undefined };
}

async function namedSources(names: readonly string[]): Promise<Reading> {
  const fetched = await mkdtemp(path.join(tmpdir(), 'deskhand-ingest-'));
  const end = (): Promise<void> => rm(fetched, { recursive: true, force: true });
  const sources: KnowledgeSource[] = [];
  for (const [at, name] of names.entries()) {
    const source = { name, category: 'general', audience: 'public', priority: 'high', refresh: 'weekly' } as const;
    if (/^https?:\/\//i.test(name) && URL.canParse(name)) {
      const where = /\.json$/i.test(new URL(name).pathname) ? { export: name } : { sitemap: name };
      // Whoever types an address means it, wherever it leads.
      const limits = { ...SHIPPED_FETCH, privateAddresses: true };
      sources.push({ ...source, ...where, folder: path.join(fetched, String(at)), fetch: limits });
      continue;
    }
    const facts = await stat(name).catch(() => undefined);
    if (!facts?.isDirectory()) {
      await end();
      throw new AppError('usage', `${name} is no folder and no address`, {
        retryable: false,
        hint: 'Name folders of articles, addresses of sitemaps or JSON exports, or nothing for the sources of config/knowledge.yaml.',
      });
    }
    sources.push({ ...source, folder: path.resolve(name) });
  }
  return { sources, folder: '/', end };
}

async function read({ sources, folder }: Reading, fetching: boolean, io: CommandIo): Promise<Summary> {
  const progress = createProgress(io.stderr);
  const now = new Date();
  const unfetched = new Map<KnowledgeSource, readonly ArticleProblem[]>();
  for (const source of sources.filter(isRemote)) {
    if (!io.signal.aborted) unfetched.set(source, await fetchSource(source, fetching, progress, io));
  }
  const readSources: { readonly summary: SourceSummary; readonly articles: Parameters<typeof findConflicts>[0] }[] = [];
  for (const [at, source] of sources.entries()) {
    if (io.signal.aborted) break;
    progress.show('reading', at, sources.length, source.name);
    readSources.push(await readSource(source, folder, unfetched.get(source) ?? [], now));
  }
  progress.end('reading', sources.length, 'done');
  return {
    sources: readSources.map(({ summary }) => summary),
    conflicts: findConflicts(
      readSources.flatMap(({ articles }) => articles),
      now,
    ),
  };
}

/** What could not be fetched, now or the last time. */
async function fetchSource(
  source: KnowledgeSource,
  fetching: boolean,
  progress: Progress,
  io: CommandIo,
): Promise<readonly ArticleProblem[]> {
  if (!fetching) return (await openMirror(source.folder)).problems;
  const outcome = await refreshSource(source, {
    now: () => new Date(),
    signal: io.signal,
    progress: (done, total) => progress.show('fetching', done, total, source.name),
  });
  progress.end('fetching', 1, source.name);
  if (outcome?.kind === 'failed') return [{ path: source.sitemap ?? source.export ?? source.name, problem: outcome.because }];
  return outcome?.problems ?? [];
}

async function readSource(source: KnowledgeSource, folder: string, unfetched: readonly ArticleProblem[], now: Date) {
  const index = createMultilingualIndex();
  const store = createArticleStore([source], folder, index);
  const { problems } = await store.sync();
  const articles = await store.articles();
  const summary: SourceSummary = {
    source: source.name,
    from: source.sitemap ?? source.export ?? source.folder,
    articles: articles.length,
    chunks: index.size().chunks,
    skipped: [...unfetched, ...problems],
    staleCritical: findStale(articles, source.refresh, now),
    expired: findExpired(articles, now),
  };
  return { summary, articles };
}

function describe({ sources, conflicts }: Summary): string {
  return [
    ...sources.flatMap(({ source, articles, chunks, skipped, staleCritical, expired }) => [
      `${source}: ${articles} articles, ${chunks} chunks, ${skipped.length} skipped, ${staleCritical.length} critical and stale, ${expired.length} expired`,
      ...skipped.map(({ path: file, problem }) => `  skipped ${file}: ${problem}`),
      ...staleCritical.map(({ article, ageDays }) => `  stale ${article}: critical, last updated ${ageDays} days ago`),
      ...expired.map((article) => `  expired ${article}: no longer shown`),
    ]),
    ...conflicts.map(({ articles: [one, other], values }) => `conflict ${one} says ${values[0]}, ${other} says ${values[1]}`),
    '',
  ].join('\n');
}
