import { AppError } from '../domain/error.ts';
import type { InboundMessage } from '../domain/message.ts';
import type { Inbox } from '../flow/inbox.ts';

/** The way in for every channel. A channel that is refused here does not acknowledge, so that the message comes again. */
export interface Intake {
  receive(messages: readonly InboundMessage[]): Promise<void>;
  /** Why the last messages could not be taken; undefined once some were. */
  refusedBecause(): string | undefined;
}

export function createIntake(inbox: Pick<Inbox, 'receive'>): Intake {
  let because: string | undefined;
  return {
    async receive(messages) {
      try {
        await inbox.receive(messages);
        because = undefined;
      } catch (error) {
        because = error instanceof AppError ? error.message : 'messages cannot be stored';
        throw error;
      }
    },
    refusedBecause: () => because,
  };
}
