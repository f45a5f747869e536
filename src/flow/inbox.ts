import type { DeskCommand } from '../domain/arrival.ts';
import type { InboundMessage } from '../domain/message.ts';
import { NO_POINTS, type Points } from '../domain/points.ts';
import type { Store } from '../store/store.ts';

export interface Inbox {
  /** What a channel hands its messages to; resolves once they are on disk, and only then may the channel acknowledge them. */
  receive(messages: readonly InboundMessage[]): Promise<readonly ('new' | 'duplicate')[]>;
  /** Resolves once the command is on disk; how it went is read with `commandResult`. */
  command(command: DeskCommand): Promise<'new' | 'duplicate'>;
}

/** The one door: everything is stored first, and then somebody is woken up to work on it. */
export function createInbox({
  store,
  wake,
  points = NO_POINTS,
}: {
  readonly store: Store;
  readonly wake: () => void;
  readonly points?: Points;
}): Inbox {
  return {
    async receive(messages) {
      const verdicts = await store.accept(messages);
      if (verdicts.includes('new')) wake();
      await points.at('accepted');
      return verdicts;
    },
    async command(command) {
      const verdict = await store.acceptCommand(command);
      wake();
      await points.at('accepted');
      return verdict;
    },
  };
}
