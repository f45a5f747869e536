import { createHash } from 'node:crypto';
import { z } from 'zod';

const knownArticle = z.object({ id: z.string(), hash: z.string() });
const knownFile = z.object({
  /** Time, size and settings of the source: while they are the same, the file is not read. */
  stamp: z.string(),
  /** Of text and settings: while it is the same, nothing is indexed. */
  content: z.string(),
  articles: z.array(knownArticle),
  problems: z.array(z.string()),
});

/** What an index was made from, by file, so that the next start reads only what has changed since. */
export const articleManifest = z.object({ files: z.record(z.string(), knownFile) });

export type KnownArticle = Readonly<z.infer<typeof knownArticle>>;
export interface KnownFile {
  readonly stamp: string;
  readonly content: string;
  readonly articles: readonly KnownArticle[];
  readonly problems: readonly string[];
}
export interface ArticleManifest {
  readonly files: Readonly<Record<string, KnownFile>>;
}

/** The same for values that are the same as JSON. */
export const contentHash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
