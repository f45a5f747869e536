import type { Signal } from '../../domain/classification.ts';

/** One reason to raise a signal. `unless` holds the sentences that look alike and mean something else. */
export interface SignalRule {
  readonly signal: Signal;
  readonly name: string;
  readonly pattern: RegExp;
  readonly unless?: RegExp;
  /** Counts only in a message that is about us, see `isAboutUs`. */
  readonly aboutUs?: true;
}
