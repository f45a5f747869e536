import { join } from 'node:path';
import { articleManifest } from '../agent/knowledge/article-manifest.ts';
import { createArticleStore, type ArticleStore } from '../agent/knowledge/article-store.ts';
import { keepFresh, type FreshnessWorld } from '../agent/knowledge/keep-fresh.ts';
import { createRetriever, type Retriever } from '../agent/knowledge/retrieve.ts';
import { openMirror } from '../agent/knowledge/sources/mirror.ts';
import { refreshSource } from '../agent/knowledge/sources/refresh-source.ts';
import { watchArticles } from '../agent/knowledge/watch-articles.ts';
import type { Config } from '../config.ts';
import { AppError } from '../domain/error.ts';
import type { Now, Schedule } from '../domain/ports.ts';
import type { Logger } from '../insight/logger.ts';
import type { Store } from '../store/store.ts';
import { helpedConversations } from './helped-conversations.ts';
import { readIndexFile, writeIndexFile } from '../store/knowledge/index-file.ts';
import type { KnowledgeIndex } from '../store/knowledge/knowledge-index.ts';
import { createMultilingualIndex, restoreMultilingualIndex, type MultilingualIndex } from '../store/knowledge/multilingual-index.ts';

export interface Knowledge extends Retriever {
  /** Fills the index, once; resolves when every article can be found. The first question does it if nobody did before. */
  load(): Promise<void>;
  close(): Promise<void>;
}

interface KnowledgeWorld {
  readonly now: Now;
  readonly schedule: Schedule;
  readonly logger: Logger;
  /** For sources that are made of resolved conversations. */
  readonly store?: Pick<Store, 'eventsFrom' | 'eventsOf' | 'conversation'>;
}

export interface KnowledgeOptions {
  /** Follows changed files. */
  readonly watching: boolean;
  /** Keeps the index in the data folder, so that the next start only reads what has changed since. */
  readonly kept: boolean;
}

/** The index while it is open, with what has to be done when it closes. */
interface OpenKnowledge {
  readonly retriever: Retriever;
  close(): Promise<void>;
}

/** The articles in an index of their own: questions wait until it is filled. Nothing is read before `load` or a question. */
export function openKnowledge(config: Config, world: KnowledgeWorld, options: KnowledgeOptions): Knowledge {
  let opening: Promise<OpenKnowledge> | undefined;
  const open = (): Promise<OpenKnowledge> => (opening ??= fill(config, world, options));
  return {
    load: async () => void (await open()),
    async find(question, context) {
      return (await open()).retriever.find(question, context);
    },
    async close() {
      const opened = await opening?.catch(() => undefined);
      await opened?.close();
    },
  };
}

async function fill(config: Config, world: KnowledgeWorld, { watching, kept }: KnowledgeOptions): Promise<OpenKnowledge> {
  const { logger } = world;
  const file = kept ? join(config.dataFolder, 'knowledge.index') : undefined;
  const { local, manifest } = await recall(file, logger);
  const opened = await openIndex(config, world, local);
  const articles = createArticleStore(config.knowledge, config.configFolder, opened.index, manifest);
  let isSaved = manifest !== undefined;
  const save = async (): Promise<void> => {
    if (file === undefined || isSaved) return;
    isSaved = true;
    await writeIndexFile(file, { indexes: local.save(), about: articles.manifest() }).catch((error: unknown) => {
      // The articles are all there; only the next start takes longer.
      logger.log('warn', 'knowledge.not_kept', { because: error instanceof Error ? error.message : String(error) });
    });
  };

  const { changed, removed, problems } = await articles.sync();
  if (changed.length + removed.length > 0) isSaved = false;
  logger.log('info', 'knowledge.loaded', { articles: local.size().articles, changed: changed.length, problems: problems.length });
  for (const { path, problem } of problems) logger.log('warn', 'knowledge.problem', { path, problem });
  await save();
  const watcher = watching ? follow(articles, logger, () => (isSaved = false)) : undefined;
  // What is fetched lies in a folder then, where the watcher finds it.
  const freshener = watching ? keepFresh(config.knowledge, freshnessWorld(config, world)) : undefined;

  return {
    retriever: createRetriever(opened.index, config.playbook.agent.knowledge),
    async close() {
      await freshener?.stop();
      await watcher?.stop();
      await save();
      await opened.close();
    },
  };
}

function follow(articles: ArticleStore, logger: Logger, onChange: () => void): ReturnType<typeof watchArticles> {
  return watchArticles(articles, (outcome) => {
    onChange();
    if (outcome.kind === 'failed') logger.log('warn', 'knowledge.failed', { because: outcome.because });
    else logger.log('info', 'knowledge.changed', { changed: outcome.report.changed.length, removed: outcome.report.removed.length });
  });
}

function freshnessWorld(config: Config, { now, schedule, logger, store }: KnowledgeWorld): FreshnessWorld {
  const { orderIdPattern } = config.playbook.agent;
  const own = store && { orderIdPattern, helped: (days: number) => helpedConversations(store, now(), days) };
  return {
    now,
    schedule,
    timezone: config.playbook.agent.company.timezone,
    lastFetch: async ({ folder }) => (await openMirror(folder)).fetchedAt,
    refresh: (source, signal) => refreshSource(source, { now, signal, ...(own && { own }) }),
    report: ({ name }, outcome) => {
      if (outcome.kind === 'failed') return logger.log('warn', 'knowledge.fetch_failed', { source: name, because: outcome.because });
      const { changed, removed, problems } = outcome;
      logger.log('info', 'knowledge.fetched', { source: name, changed, removed, problems: problems.length });
      for (const { path, problem } of problems) logger.log('warn', 'knowledge.problem', { path, problem });
    },
  };
}

/** The index as the last run left it, or an empty one: whatever is wrong with the file, the articles are still there. */
async function recall(
  file: string | undefined,
  logger: Logger,
): Promise<{ readonly local: MultilingualIndex; readonly manifest?: ReturnType<ArticleStore['manifest']> }> {
  const read = file === undefined ? ({ kind: 'missing' } as const) : await readIndexFile(file);
  if (read.kind === 'missing') return { local: createMultilingualIndex() };
  const manifest = read.kind === 'read' ? articleManifest.safeParse(read.about) : undefined;
  if (read.kind === 'unusable' || !manifest?.success) {
    logger.log('warn', 'knowledge.index_rebuilt', { because: read.kind === 'unusable' ? read.because : 'it has another format' });
    return { local: createMultilingualIndex() };
  }
  return { local: await restoreMultilingualIndex(read.indexes), manifest: manifest.data };
}

/** In process, with Pinecone beside it where there is a key. */
async function openIndex(
  { pinecone }: Config,
  { now, schedule, logger }: KnowledgeWorld,
  local: MultilingualIndex,
): Promise<{ readonly index: KnowledgeIndex; close(): Promise<void> }> {
  if (!pinecone) return { index: local, close: async () => undefined };
  // The SDK is loaded only where it is used.
  const [{ createPineconeIndex }, { openPineconeNamespace }] = await Promise.all([
    import('../store/knowledge/pinecone/pinecone-index.ts'),
    import('../store/knowledge/pinecone/pinecone-namespace.ts'),
  ]);
  const { settings, ...access } = pinecone;
  const index = createPineconeIndex({
    namespace: openPineconeNamespace(access, settings),
    local,
    held: local.save().flatMap(({ chunks }) => chunks),
    now,
    schedule,
    onHealth: (error) => {
      if (error === undefined) logger.log('info', 'knowledge.pinecone_answers');
      else logger.log('warn', 'knowledge.pinecone_silent', error instanceof AppError ? { because: error.message, hint: error.hint } : {});
    },
  });
  return { index, close: () => index.close() };
}
