import type { Article } from './article.ts';
import type { KnowledgePriority, KnowledgeSource } from './knowledge-settings.ts';
import { refreshDays } from './refresh.ts';

export interface StaleArticle {
  readonly article: string;
  readonly updatedAt: Date;
  readonly ageDays: number;
  readonly priority: KnowledgePriority;
}

const DAY_MS = 86_400_000;
const A_MONTH = 31;
/** An owner confirms that a critical article still holds; after this many refresh periods without a word it is stale. */
const GRACE_PERIODS = 2;

/** Critical articles that nobody has looked at for longer than their source's refresh allows, oldest first. */
export function findStale(articles: readonly Article[], refresh: KnowledgeSource['refresh'], now: Date): readonly StaleArticle[] {
  // Weekly sources are looked at weekly, but an article that is still right is not rewritten for that: a month at least.
  const limit = Math.max(refreshDays(refresh), A_MONTH) * GRACE_PERIODS;
  return articles
    .map(({ id, updatedAt, priority }) => ({
      article: id,
      updatedAt,
      priority,
      ageDays: Math.floor((now.getTime() - updatedAt.getTime()) / DAY_MS),
    }))
    .filter(({ priority, ageDays }) => priority === 'critical' && ageDays > limit)
    .sort((a, b) => b.ageDays - a.ageDays);
}

/** Articles that have expired and are no longer shown. */
export function findExpired(articles: readonly Article[], now: Date): readonly string[] {
  return articles.filter(({ validUntil }) => validUntil !== undefined && validUntil < now).map(({ id }) => id);
}
