import type { Signal } from '../../domain/classification.ts';
import type { Pattern } from '../languages/pattern.ts';

/** One reason to raise a signal. `unless` holds the sentences that look alike and mean something else. */
export interface SignalRule {
  readonly signal: Signal;
  readonly name: string;
  readonly pattern: Pattern;
  readonly unless?: Pattern;
  /** Counts only in a message that is about us. */
  readonly aboutUs?: true;
}
