import type { Pattern } from './pattern.ts';

/** A wording that settles the topic more surely than the router's model does. */
export interface TopicRule {
  readonly name: string;
  /** Topics that the classifier mistakes for this one; absent: any. */
  readonly insteadOf?: readonly string[];
  /** Only when an order is named. */
  readonly withOrder?: true;
  readonly words: Pattern;
  readonly except?: Pattern;
  readonly intent: string;
  readonly topic: string;
}
