import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { isRefresh } from './refresh.ts';

export const PRIORITY_NAMES = ['low', 'medium', 'high', 'critical'] as const;
export type KnowledgePriority = (typeof PRIORITY_NAMES)[number];

/** ISO 639-1. */
export const languageCode = z
  .string()
  .toLowerCase()
  .regex(/^[a-z]{2}$/, 'expected an ISO 639-1 code such as en or es');

const day = z.iso.date().transform((value) => new Date(value));
const webAddress = z.url({ protocol: /^https?$/, error: 'expected an address that begins with https:// or http://' });

/** Bounds of one fetch of a source that lies elsewhere; beyond them it goes on with what it has. */
const fetching = z.strictObject({
  /** Pages and files at most. */
  pages: z.number().int().min(1).max(50_000).default(1_000),
  /** Of one page or file, unpacked. */
  megabytes: z.number().min(0.1).max(50).default(5),
  /** Of all together. */
  minutes: z.number().min(0.1).max(240).default(15),
  /** Sitemaps that name sitemaps. */
  depth: z.number().int().min(0).max(10).default(3),
  /** Lets the address lead into the own network, such as 10.0.0.5 or localhost. */
  privateAddresses: z.boolean().default(false),
});
export type FetchLimits = Readonly<z.infer<typeof fetching>>;
export const SHIPPED_FETCH: FetchLimits = fetching.parse({});

const source = z
  .strictObject({
    name: z.string().min(1),
    /** Folder of the articles, relative to the configuration folder. */
    folder: z.string().optional(),
    /** Address of a sitemap: its pages are the articles. */
    sitemap: webAddress.optional(),
    /** Only pages whose path begins with one of these. */
    paths: z.array(z.string().startsWith('/')).optional(),
    /** Address of a JSON export of articles, which may name a `next_page`. */
    export: webAddress.optional(),
    /** The agent's own conversations of so many days that were resolved and helped, without persons. */
    ticketsOfDays: z.number().int().min(1).max(3_650).optional(),
    fetch: fetching.prefault({}),
    /** Used where an article does not say it itself. */
    category: z.string().default('general'),
    audience: z.enum(['public', 'internal']).optional(),
    priority: z.enum(PRIORITY_NAMES).default('high'),
    /** How often its owner looks at it, and when what lies elsewhere is fetched again: a name or a cron expression. */
    refresh: z
      .string()
      .refine(isRefresh, 'expected daily, weekly, monthly, on_release, on_change or a cron expression such as "0 3 * * 1"')
      .default('weekly'),
    /** ISO 639-1, of articles that do not say it themselves; English where nothing says it. */
    language: languageCode.optional(),
    /** First and last day of articles that do not say it themselves. */
    validFrom: day.optional(),
    validUntil: day.optional(),
    /** Put in front of an article's id to make its address; without it only articles with an `url` of their own are linked. */
    baseUrl: z.url().optional(),
  })
  .refine((one) => [one.folder, one.sitemap, one.export, one.ticketsOfDays].filter((place) => place !== undefined).length === 1, {
    error: 'expected exactly one of folder, sitemap, export and ticketsOfDays',
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

const haveOwnNames = (sources: readonly { readonly name: string }[]): boolean =>
  new Set(sources.map(({ name }) => name)).size === sources.length;

/** `config/knowledge.yaml`. */
export const knowledgeSettings = z.strictObject({
  sources: z.array(source).min(1).refine(haveOwnNames, 'two sources have one name: expected a name for each'),
  pinecone: pinecone.prefault({}),
});
export type KnowledgeSettings = z.infer<typeof knowledgeSettings>;
/** How Pinecone is reached, and what for. */
export interface PineconeChoice {
  readonly apiKey: string;
  readonly indexHost: string | undefined;
  readonly controlUrl: string | undefined;
  readonly settings: KnowledgeSettings['pinecone'];
}
/** Where articles come from. What lies elsewhere is fetched into a folder first, and then read like any other. */
export type KnowledgeSource = Omit<KnowledgeSettings['sources'][number], 'folder' | 'fetch' | 'audience'> & {
  readonly folder: string;
  readonly audience: 'public' | 'internal';
  readonly fetch?: FetchLimits;
};

/** Where what a source fetched is kept: a folder of its own below the data folder. */
export const mirrorFolder = (dataFolder: string, name: string): string =>
  join(
    dataFolder,
    'knowledge',
    `${name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`,
  );

/** Whether its articles lie elsewhere, so that they have to be fetched. */
export const isRemote = ({ sitemap, export: exported, ticketsOfDays }: KnowledgeSource): boolean =>
  (sitemap ?? exported ?? ticketsOfDays) !== undefined;
