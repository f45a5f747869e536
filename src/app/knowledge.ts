import { createArticleStore } from '../agent/knowledge/article-store.ts';
import { createRetriever, type Retriever } from '../agent/knowledge/retrieve.ts';
import { watchArticles } from '../agent/knowledge/watch-articles.ts';
import type { Config } from '../config.ts';
import { AppError } from '../domain/error.ts';
import type { Now, Schedule } from '../domain/ports.ts';
import type { Logger } from '../insight/logger.ts';
import { createMultilingualIndex } from '../store/knowledge/multilingual-index.ts';
import type { KnowledgeIndex } from '../store/knowledge/knowledge-index.ts';

export interface Knowledge extends Retriever {
  /** Fills the index, once; resolves when every article can be found. The first question does it if nobody did before. */
  load(): Promise<void>;
  close(): Promise<void>;
}

interface KnowledgeWorld {
  readonly now: Now;
  readonly schedule: Schedule;
  readonly logger: Logger;
}

/** The articles in an index of their own: questions wait until it is filled, and changed files are followed while `watching`. */
export async function openKnowledge(config: Config, world: KnowledgeWorld, watching: boolean): Promise<Knowledge> {
  const { logger } = world;
  const opened = await openIndex(config, world);
  const articles = createArticleStore(config.knowledge, config.configFolder, opened.index);
  const retriever = createRetriever(opened.index, config.playbook.agent.knowledge);
  let loading: Promise<void> | undefined;
  const watcher = watching
    ? watchArticles(articles, (outcome) => {
        if (outcome.kind === 'failed') logger.log('warn', 'knowledge.failed', { because: outcome.because });
        else logger.log('info', 'knowledge.changed', { changed: outcome.report.changed.length, removed: outcome.report.removed.length });
      })
    : undefined;
  const load = (): Promise<void> => (loading ??= fill());

  async function fill(): Promise<void> {
    const { changed, problems } = await articles.sync();
    logger.log('info', 'knowledge.loaded', { articles: changed.length, problems: problems.length });
    for (const { path, problem } of problems) logger.log('warn', 'knowledge.problem', { path, problem });
  }

  return {
    load,
    async find(question, context) {
      await load();
      return retriever.find(question, context);
    },
    async close() {
      await watcher?.stop();
      await loading?.catch(() => undefined);
      await opened.close();
    },
  };
}

/** In process, with Pinecone beside it where there is a key. */
async function openIndex(
  { pinecone }: Config,
  { now, schedule, logger }: KnowledgeWorld,
): Promise<{ readonly index: KnowledgeIndex; close(): Promise<void> }> {
  const local = createMultilingualIndex();
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
    now,
    schedule,
    onHealth: (error) => {
      if (error === undefined) logger.log('info', 'knowledge.pinecone_answers');
      else logger.log('warn', 'knowledge.pinecone_silent', error instanceof AppError ? { because: error.message, hint: error.hint } : {});
    },
  });
  return { index, close: () => index.close() };
}
