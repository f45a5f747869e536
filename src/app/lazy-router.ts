import type { Router } from '../agent/router/classifier.ts';

/** A router that begins to learn when it is first asked: messages are accepted before that takes the processor. */
export function lazyRouter(open: () => Router): Router {
  let opened: Router | undefined;
  const router = (): Router => (opened ??= open());
  return {
    understand: (...message) => router().understand(...message),
    close: async () => opened?.close(),
  };
}
