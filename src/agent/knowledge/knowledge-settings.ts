import { z } from 'zod';

export const PRIORITY_NAMES = ['low', 'medium', 'high', 'critical'] as const;
export type KnowledgePriority = (typeof PRIORITY_NAMES)[number];

/** How often a source should be looked at again by its owner; `on_change` and `on_release` are never overdue by themselves. */
export const REFRESH_DAYS = { daily: 1, weekly: 7, monthly: 31, on_release: undefined, on_change: undefined } as const;

const source = z.strictObject({
  name: z.string(),
  /** Folder of the articles, relative to the configuration folder. */
  folder: z.string(),
  /** Used where an article does not say it itself. */
  category: z.string().default('general'),
  audience: z.enum(['public', 'internal']).default('public'),
  priority: z.enum(PRIORITY_NAMES).default('high'),
  refresh: z.enum(['daily', 'weekly', 'monthly', 'on_release', 'on_change']).default('weekly'),
  /** Put in front of an article's id to make its address; without it only articles with an `url` of their own are linked. */
  baseUrl: z.url().optional(),
});

/** `config/knowledge.yaml`. */
export const knowledgeSettings = z.strictObject({ sources: z.array(source).min(1) });
export type KnowledgeSettings = z.infer<typeof knowledgeSettings>;
export type KnowledgeSource = KnowledgeSettings['sources'][number];
