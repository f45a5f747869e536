import { createArticleStore } from '../agent/knowledge/article-store.ts';
import { createRetriever, type Retriever } from '../agent/knowledge/retrieve.ts';
import { watchArticles } from '../agent/knowledge/watch-articles.ts';
import type { Config } from '../config.ts';
import type { Logger } from '../insight/logger.ts';
import { createInProcessIndex } from '../store/knowledge/in-process-index.ts';

export interface Knowledge extends Retriever {
  /** Fills the index, once; resolves when every article can be found. The first question does it if nobody did before. */
  load(): Promise<void>;
  close(): Promise<void>;
}

/** The articles in an index of their own: questions wait until it is filled, and changed files are followed while `watching`. */
export function openKnowledge(config: Config, logger: Logger, watching: boolean): Knowledge {
  const index = createInProcessIndex();
  const articles = createArticleStore(config.knowledge, config.configFolder, index);
  const retriever = createRetriever(index, config.playbook.agent.knowledge);
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
    },
  };
}
