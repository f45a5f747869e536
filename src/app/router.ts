import { openLocalRouter } from '../agent/router/local-router.ts';
import type { Config } from '../config.ts';
import type { Logger } from '../insight/logger.ts';
import { lazyRouter } from './lazy-router.ts';
import { routerSettings } from './router-settings.ts';

export type AppRouter = ReturnType<typeof lazyRouter> & {
  /** Trained: until then a message waits for its first answer. */
  readonly isReady: () => boolean;
};

/** The router of the configured intents. What it learns is kept in `learnedFolder`. */
export function openRouter(config: Config, learnedFolder: string | undefined, logger: Logger): AppRouter {
  let isReady = false;
  const router = lazyRouter(() =>
    openLocalRouter({
      ...routerSettings(config),
      cacheFolder: learnedFolder,
      onReady: () => void (isReady = true),
      onCrash: (error) => logger.failure('router.crashed', error),
    }),
  );
  return { ...router, isReady: () => isReady };
}
