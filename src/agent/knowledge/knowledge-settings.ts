import { z } from 'zod';

export const PRIORITY_NAMES = ['low', 'medium', 'high', 'critical'] as const;
export type KnowledgePriority = (typeof PRIORITY_NAMES)[number];

/** How often a source should be looked at again by its owner; `on_change` and `on_release` are never overdue by themselves. */
export const REFRESH_DAYS = { daily: 1, weekly: 7, monthly: 31, on_release: undefined, on_change: undefined } as const;

/** ISO 639-1. */
export const languageCode = z
  .string()
  .toLowerCase()
  .regex(/^[a-z]{2}$/, 'expected an ISO 639-1 code such as en or es');

const source = z.strictObject({
  name: z.string(),
  /** Folder of the articles, relative to the configuration folder. */
  folder: z.string(),
  /** Used where an article does not say it itself. */
  category: z.string().default('general'),
  audience: z.enum(['public', 'internal']).default('public'),
  priority: z.enum(PRIORITY_NAMES).default('high'),
  refresh: z.enum(['daily', 'weekly', 'monthly', 'on_release', 'on_change']).default('weekly'),
  /** ISO 639-1, of articles that do not say it themselves; English where nothing says it. */
  language: languageCode.optional(),
  /** Put in front of an article's id to make its address; without it only articles with an `url` of their own are linked. */
  baseUrl: z.url().optional(),
});

/** Used once PINECONE_API_KEY is set. */
const pinecone = z.strictObject({
  /** Looked up by this name, and made at the first start, where PINECONE_INDEX_HOST is not set. */
  index: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,44}$/, 'expected small letters, digits and hyphens, 45 at most')
    .default('deskhand'),
  /** Belongs to this agent alone: records that are none of its articles are removed from it. */
  namespace: z.string().min(1).default('deskhand'),
  /** Hosted embedding model, cloud and region of an index that is made. */
  model: z.string().default('llama-text-embed-v2'),
  cloud: z.enum(['aws', 'gcp', 'azure']).default('aws'),
  region: z.string().default('us-east-1'),
  /** Hosted model that puts the hits in order, such as bge-reranker-v2-m3; without it they stay as the embedding has them. */
  rerank: z.string().optional(),
  /** Hits that score less are left out, 0–1; what a number means depends on the model. */
  minScore: z.number().min(0).max(1).default(0.2),
});

/** `config/knowledge.yaml`. */
export const knowledgeSettings = z.strictObject({ sources: z.array(source).min(1), pinecone: pinecone.prefault({}) });
export type KnowledgeSettings = z.infer<typeof knowledgeSettings>;
/** How Pinecone is reached, and what for. */
export interface PineconeChoice {
  readonly apiKey: string;
  readonly indexHost: string | undefined;
  readonly controlUrl: string | undefined;
  readonly settings: KnowledgeSettings['pinecone'];
}
export type KnowledgeSource = KnowledgeSettings['sources'][number];
