import type { ArticleStore, SyncReport } from './article-store.ts';

/** How often the folders are looked through; only changed files are read. */
export const WATCH_EVERY_MS = 2_000;

/**
 * Keeps the index in line with the files until stopped. Looking is used instead of file-system events because those
 * are lost on network drives and in containers. `report` hears of every round that changed or failed something.
 */
export function watchArticles(
  store: ArticleStore,
  report: (
    outcome: { readonly kind: 'synced'; readonly report: SyncReport } | { readonly kind: 'failed'; readonly because: string },
  ) => void,
  everyMs = WATCH_EVERY_MS,
): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      const synced = await store.sync();
      if (synced.changed.length + synced.removed.length > 0) report({ kind: 'synced', report: synced });
    } catch (error) {
      report({ kind: 'failed', because: error instanceof Error ? error.message : String(error) });
    }
    if (!stopped) schedule();
  };
  const schedule = (): void => {
    timer = setTimeout(() => {
      round = look();
    }, everyMs).unref();
  };
  schedule();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
