import type { DeskCommand, Timer } from '../domain/arrival.ts';
import type { InboundMessage } from '../domain/message.ts';
import type { Lease, StepResult } from '../store/store.ts';

/**
 * What happens to the arrivals of one leased conversation. The worker hands over either all messages up to the next
 * command or timer, or one command, or one timer, and commits what comes back. Steps are handed in by app.ts: flow
 * moves, it does not decide. A thrown error counts as a failed try of the whole step.
 */
export interface Steps {
  messages(lease: Lease, messages: readonly InboundMessage[]): Promise<StepResult>;
  command(lease: Lease, command: DeskCommand): Promise<StepResult>;
  timer(lease: Lease, timer: Timer): Promise<StepResult>;
  /** After the last try failed: tell the customer the truth and hand over, without doing again what failed. */
  giveUp(lease: Lease, because: string): Promise<StepResult>;
}
