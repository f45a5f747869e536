import path from 'node:path';
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createArticleStore, type SyncReport } from '../agent/knowledge/article-store.ts';
import type { Article } from '../agent/knowledge/article.ts';
import { findExpired, findStale, type StaleArticle } from '../agent/knowledge/knowledge-report.ts';
import type { KnowledgeSource } from '../agent/knowledge/knowledge-settings.ts';
import { loadConfig } from '../config.ts';
import { AppError } from '../domain/error.ts';
import { createMultilingualIndex } from '../store/knowledge/multilingual-index.ts';
import type { Command, CommandIo } from './command.ts';

interface SourceSummary {
  readonly source: string;
  readonly folder: string;
  readonly articles: number;
  readonly chunks: number;
  readonly skipped: readonly { readonly path: string; readonly problem: string }[];
  readonly staleCritical: readonly StaleArticle[];
  readonly expired: readonly string[];
}

export const ingestCommand: Command = {
  name: 'ingest',
  summary: 'read and index the knowledge sources, and say what is wrong with them',
  help: `Usage: deskhand ingest [PATH…] [--json]

Reads every source of config/knowledge.yaml, or the folders that are named, indexes them and prints a summary: articles,
chunks, files that were skipped and why, critical articles that nobody has looked at for long, articles that have expired.
A running agent follows changed files by itself; this command is the check before and after an edit.
Exit code 1 when a file was skipped.

Options:
  --json   the summary as one JSON document

Examples:
  deskhand ingest
  deskhand ingest ./help ./policies --json
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    });
    const { sources, folder } = positionals.length > 0 ? await namedSources(positionals) : await configuredSources(io);
    const summaries: SourceSummary[] = [];
    for (const [at, source] of sources.entries()) {
      if (io.signal.aborted) break;
      io.stderr.write(`${bar(at, sources.length)} ${source.name}\n`);
      summaries.push(await ingestSource(source, folder, new Date()));
    }
    io.stderr.write(`${bar(sources.length, sources.length)} done\n`);
    io.stdout.write(
      values.json === true ? `${JSON.stringify({ sources: summaries }, null, 2)}\n` : `${summaries.map(describe).join('\n')}\n`,
    );
    return summaries.some(({ skipped }) => skipped.length > 0) ? 1 : 0;
  },
};

async function configuredSources(io: CommandIo): Promise<{ readonly sources: readonly KnowledgeSource[]; readonly folder: string }> {
  const config = await loadConfig(io.env);
  return { sources: config.knowledge, folder: config.configFolder };
}

async function namedSources(paths: readonly string[]): Promise<{ readonly sources: readonly KnowledgeSource[]; readonly folder: string }> {
  const sources: KnowledgeSource[] = [];
  for (const name of paths) {
    const facts = await stat(name).catch(() => undefined);
    if (!facts?.isDirectory())
      throw new AppError('usage', `${name} is not a folder`, {
        retryable: false,
        hint: 'Name folders of articles, or none for those of config/knowledge.yaml.',
      });
    sources.push({ name, folder: path.resolve(name), category: 'general', audience: 'public', priority: 'high', refresh: 'weekly' });
  }
  return { sources, folder: '/' };
}

async function ingestSource(source: KnowledgeSource, folder: string, now: Date): Promise<SourceSummary> {
  const index = createMultilingualIndex();
  const store = createArticleStore([source], folder, index);
  const { problems }: SyncReport = await store.sync();
  const articles: readonly Article[] = await store.articles();
  return {
    source: source.name,
    folder: source.folder,
    articles: articles.length,
    chunks: index.size().chunks,
    skipped: problems,
    staleCritical: findStale(articles, source.refresh, now),
    expired: findExpired(articles, now),
  };
}

function bar(done: number, total: number): string {
  const width = 20;
  const filled = total === 0 ? width : Math.round((done / total) * width);
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total}`;
}

function describe({ source, articles, chunks, skipped, staleCritical, expired }: SourceSummary): string {
  return [
    `${source}: ${articles} articles, ${chunks} chunks, ${skipped.length} skipped, ${staleCritical.length} critical and stale, ${expired.length} expired`,
    ...skipped.map(({ path: file, problem }) => `  skipped ${file}: ${problem}`),
    ...staleCritical.map(({ article, ageDays }) => `  stale ${article}: critical, last updated ${ageDays} days ago`),
    ...expired.map((article) => `  expired ${article}: no longer shown`),
  ].join('\n');
}
