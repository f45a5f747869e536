import type { MicroUsd } from './money.ts';

/** One exchange with a language model as it is kept with its turn. Personal data stands in it as tokens such as `[EMAIL_1]`. */
export interface ModelCallRecord {
  /** `route`, `answer`, `look_up`, `summarise`, `article`. */
  readonly purpose: string;
  readonly model: string;
  /** Start of the SHA-256 over the part that is the same every time: equal hashes hit the provider's cache. */
  readonly prefix: string;
  readonly tools: readonly string[];
  /** What was sent after that part, cut at some thousand characters. */
  readonly sent: string;
  /** What came back, or why nothing did. */
  readonly outcome: string;
  readonly received: string;
  readonly tokens: { readonly input: number; readonly cacheWrite: number; readonly cacheRead: number; readonly output: number };
  readonly cost: MicroUsd;
  readonly ms: number;
}
