import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ArticleProblem } from '../article.ts';

const page = z.object({
  /** In the folder of the mirror. */
  file: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** What the sitemap said of it. */
  listed: z.string().optional(),
});
const record = z.object({
  fetchedAt: z.iso.datetime(),
  pages: z.record(z.string(), page),
  problems: z.array(z.object({ path: z.string(), problem: z.string() })),
});
export type MirroredPage = z.infer<typeof page>;

/** Hidden, so that it is no article. */
const RECORD = '.fetched.json';

/** The folder into which a source that lies elsewhere is fetched, and what is known of each page by its address. */
export interface Mirror {
  /** When it was fetched the last time, as far as that succeeded. */
  readonly fetchedAt: Date | undefined;
  readonly pages: ReadonlyMap<string, MirroredPage>;
  /** What could not be fetched then. */
  readonly problems: readonly ArticleProblem[];
  /** Writes a file; one with the same content is left alone, so that nothing is indexed again. Tells whether it differed. */
  put(file: string, content: string | Buffer): Promise<boolean>;
  remove(file: string): Promise<void>;
  close(fetchedAt: Date, pages: ReadonlyMap<string, MirroredPage>, problems: readonly ArticleProblem[]): Promise<void>;
}

/** A record that cannot be read is none: everything is fetched again. */
export async function openMirror(folder: string): Promise<Mirror> {
  const text = await readFile(path.join(folder, RECORD), 'utf8').catch(() => '');
  const known = record.safeParse(parseJson(text)).data;
  const write = async (file: string, content: string | Buffer): Promise<void> => {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, `.${file}.new`), content);
    await rename(path.join(folder, `.${file}.new`), path.join(folder, file));
  };
  return {
    fetchedAt: known && new Date(known.fetchedAt),
    pages: new Map(Object.entries(known?.pages ?? {})),
    problems: known?.problems ?? [],
    async put(file, content) {
      const before = await readFile(path.join(folder, file)).catch(() => undefined);
      if (before?.equals(Buffer.from(content))) return false;
      await write(file, content);
      return true;
    },
    remove: (file) => rm(path.join(folder, file), { force: true }),
    close: (fetchedAt, pages, problems) =>
      write(RECORD, JSON.stringify({ fetchedAt: fetchedAt.toISOString(), pages: Object.fromEntries(pages), problems })),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
