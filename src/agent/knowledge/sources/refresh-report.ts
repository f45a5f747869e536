import type { ArticleProblem } from '../article.ts';
import type { WebClient } from './web-client.ts';

export type RefreshReport =
  | {
      readonly kind: 'refreshed';
      /** Pages or files whose content is new. */
      readonly changed: number;
      readonly removed: number;
      /** Pages that are left out or stay as they were, by address. */
      readonly problems: readonly ArticleProblem[];
    }
  /** Nothing was read, and nothing is deleted. */
  | { readonly kind: 'failed'; readonly because: string };

export interface RefreshTools {
  readonly client: WebClient;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}
