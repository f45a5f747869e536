import { createHash } from 'node:crypto';
import path from 'node:path';
import type { KnowledgeIndex } from '../../store/knowledge/knowledge-index.ts';
import { articlesOf, passagesOf, type Article, type ArticleProblem } from './article.ts';
import type { KnowledgeSource } from './knowledge-settings.ts';
import { listFolder } from './sources/folder.ts';

export interface SyncReport {
  /** Ids whose chunks were written, because they are new or their text or facts differ. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Files that hold no usable article, and articles whose id another file has taken; the others went on. */
  readonly problems: readonly ArticleProblem[];
}

/** The articles of all sources, kept equal to the files. */
export interface ArticleStore {
  /** Reads what changed since the last call and brings the index in line with it. */
  sync(): Promise<SyncReport>;
  articles(): readonly Article[];
}

interface KnownFile {
  readonly stamp: string;
  readonly text: string;
  readonly articles: readonly Article[];
  readonly problems: readonly ArticleProblem[];
}

/**
 * `folder` is what the sources' folders are relative to. A file is read again when its time or size differs and indexed
 * again when its content does. A missing folder is a problem like a broken file: its articles are gone.
 */
export function createArticleStore(sources: readonly KnowledgeSource[], folder: string, index: KnowledgeIndex): ArticleStore {
  let files: ReadonlyMap<string, KnownFile> = new Map();
  let indexed: ReadonlyMap<string, { readonly article: Article; readonly hash: string }> = new Map();
  let running: Promise<unknown> = Promise.resolve();

  const syncNow = async (): Promise<SyncReport> => {
    const read = await Promise.all(sources.map((source) => readSource(source, folder, files)));
    files = new Map(read.flatMap((source) => [...source.files]));
    const problems = [...read.flatMap((source) => source.problems), ...[...files.values()].flatMap((file) => file.problems)];
    const next = new Map<string, { article: Article; hash: string }>();
    for (const [file, { articles }] of files) {
      for (const article of articles) {
        if (next.has(article.id)) problems.push({ path: file, problem: `another file already has the id "${article.id}"` });
        else next.set(article.id, { article, hash: hashOf(JSON.stringify(article)) });
      }
    }
    const changed = [...next].filter(([id, { hash }]) => indexed.get(id)?.hash !== hash).map(([id]) => id);
    const removed = [...indexed.keys()].filter((id) => !next.has(id));
    if (removed.length > 0) await index.remove(removed);
    if (changed.length > 0) await index.upsert(changed.flatMap((id) => passagesIn(next.get(id)?.article)));
    indexed = next;
    return { changed, removed, problems };
  };

  return {
    sync() {
      const done = running.then(syncNow);
      running = done.catch(() => undefined);
      return done;
    },
    articles: () => [...indexed.values()].map(({ article }) => article),
  };
}

async function readSource(
  source: KnowledgeSource,
  folder: string,
  known: ReadonlyMap<string, KnownFile>,
): Promise<{ readonly files: ReadonlyMap<string, KnownFile>; readonly problems: readonly ArticleProblem[] }> {
  const root = path.resolve(folder, source.folder);
  const entries = await listFolder(root).catch(() => undefined);
  if (!entries) return { files: new Map(), problems: [{ path: source.folder, problem: 'there is no such folder' }] };
  const files = new Map<string, KnownFile>();
  for (const entry of entries) {
    const key = `${source.folder}/${entry.path}`;
    const stamp = `${entry.modifiedAt.getTime()}:${entry.bytes}`;
    const before = known.get(key);
    if (before?.stamp === stamp) {
      files.set(key, before);
      continue;
    }
    const file = await entry.read().catch(() => undefined);
    if (!file) continue;
    const text = hashOf(file.problem ?? file.text);
    if (before?.text === text) {
      files.set(key, { ...before, stamp });
      continue;
    }
    const parsed = articlesOf(file, source);
    files.set(key, {
      stamp,
      text,
      articles: parsed.flatMap((one) => (one.kind === 'article' ? [one.article] : [])),
      problems: parsed.flatMap((one) => (one.kind === 'broken' ? [{ path: key, problem: one.problem.problem }] : [])),
    });
  }
  return { files, problems: [] };
}

const passagesIn = (article: Article | undefined): ReturnType<typeof passagesOf> => (article ? passagesOf(article) : []);
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
