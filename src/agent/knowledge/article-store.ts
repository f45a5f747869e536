import path from 'node:path';
import type { KnowledgeIndex } from '../../store/knowledge/knowledge-index.ts';
import { articlesOf, passagesOf, type Article, type ArticleProblem } from './article.ts';
import { contentHash, type ArticleManifest, type KnownArticle, type KnownFile } from './article-manifest.ts';
import { isRemote, type KnowledgeSource } from './knowledge-settings.ts';
import { listFolder, type FolderEntry } from './sources/folder.ts';

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
  /** Those that the last `sync` found, read again where this process has not read them. */
  articles(): Promise<readonly Article[]>;
  /** What is known of the files, to be kept together with the index. */
  manifest(): ArticleManifest;
}

interface SeenFile {
  readonly known: KnownFile;
  /** Absent for a file that only the manifest knows so far. */
  readonly read?: () => Promise<readonly Article[]>;
}

type SeenFiles = ReadonlyMap<string, SeenFile>;

/**
 * `folder` is what the sources' folders are relative to, and `remembered` the manifest of what the index holds already. A
 * file is read again when its time or size differs and indexed again when its content does. A source that cannot be read
 * is a problem, and keeps the articles that it had.
 */
export function createArticleStore(
  sources: readonly KnowledgeSource[],
  folder: string,
  index: KnowledgeIndex,
  remembered?: ArticleManifest,
): ArticleStore {
  let files: SeenFiles = new Map(Object.entries(remembered?.files ?? {}).map(([name, known]) => [name, { known }]));
  let indexed: ReadonlyMap<string, string> = remembered ? idsOf(files).hashes : new Map();
  let running: Promise<unknown> = Promise.resolve();

  const syncNow = async (): Promise<SyncReport> => {
    const read = await Promise.all(sources.map((source) => readSource(source, folder, files)));
    files = new Map(read.flatMap((source) => [...source.files]));
    const { hashes, fileOf, taken } = idsOf(files);
    const changed = [...hashes].filter(([id, hash]) => indexed.get(id) !== hash).map(([id]) => id);
    const removed = [...indexed.keys()].filter((id) => !hashes.has(id));
    if (removed.length > 0) await index.remove(removed);
    const fresh = await Promise.all(
      changed.map(async (id) => (await files.get(fileOf.get(id) ?? '')?.read?.())?.find((one) => one.id === id)),
    );
    if (changed.length > 0) await index.upsert(fresh.flatMap((article) => (article ? passagesOf(article) : [])));
    indexed = hashes;
    const problems = [
      ...read.flatMap((source) => source.problems),
      ...[...files].flatMap(([file, { known }]) => problemsOf(file, known)),
      ...taken,
    ];
    return { changed, removed, problems };
  };

  return {
    sync() {
      const done = running.then(syncNow);
      running = done.catch(() => undefined);
      return done;
    },
    async articles() {
      const { fileOf } = idsOf(files);
      const read = await Promise.all(
        [...files].map(async ([file, seen]) => ((await seen.read?.()) ?? []).filter(({ id }) => fileOf.get(id) === file)),
      );
      return read.flat();
    },
    manifest: () => ({ files: Object.fromEntries([...files].map(([file, { known }]) => [file, known])) }),
  };
}

/** Which file each article comes from: the first that has its id. */
function idsOf(files: SeenFiles): {
  readonly hashes: ReadonlyMap<string, string>;
  readonly fileOf: ReadonlyMap<string, string>;
  readonly taken: readonly ArticleProblem[];
} {
  const hashes = new Map<string, string>();
  const fileOf = new Map<string, string>();
  const taken: ArticleProblem[] = [];
  for (const [file, { known }] of files) {
    for (const { id, hash } of known.articles) {
      if (hashes.has(id)) taken.push({ path: file, problem: `another file already has the id "${id}"` });
      else {
        hashes.set(id, hash);
        fileOf.set(id, file);
      }
    }
  }
  return { hashes, fileOf, taken };
}

const problemsOf = (file: string, { problems }: KnownFile): readonly ArticleProblem[] =>
  problems.map((problem) => ({ path: file, problem }));

async function readSource(
  source: KnowledgeSource,
  folder: string,
  before: SeenFiles,
): Promise<{ readonly files: SeenFiles; readonly problems: readonly ArticleProblem[] }> {
  const entries = await listFolder(path.resolve(folder, source.folder)).catch(() => undefined);
  if (!entries) {
    const kept = [...before].filter(([file]) => file.startsWith(`${source.folder}/`));
    const missing = isRemote(source) ? 'has not been fetched yet' : 'there is no such folder';
    const problem = kept.length === 0 ? missing : 'cannot be read; its articles stay as they were';
    return { files: new Map(kept), problems: [{ path: isRemote(source) ? source.name : source.folder, problem }] };
  }
  const files = new Map<string, SeenFile>();
  for (const entry of entries) {
    const name = `${source.folder}/${entry.path}`;
    const seen = await look(entry, source, before.get(name));
    if (seen) files.set(name, seen);
  }
  return { files, problems: [] };
}

/** Undefined for a file that has gone meanwhile. */
async function look(entry: FolderEntry, source: KnowledgeSource, before: SeenFile | undefined): Promise<SeenFile | undefined> {
  const { category, audience, priority, language, validFrom, validUntil, baseUrl } = source;
  const defaults = { category, audience, priority, language, validFrom, validUntil, baseUrl };
  const readArticles = async (): Promise<readonly Article[]> =>
    articlesOf(await entry.read(), source).flatMap((one) => (one.kind === 'article' ? [one.article] : []));
  // What the source says of its articles is as good as in the file.
  const settings = contentHash(defaults).slice(0, 12);
  const stamp = `${entry.modifiedAt.getTime()}:${entry.bytes}:${settings}`;
  if (before?.known.stamp === stamp) return { known: before.known, read: before.read ?? readArticles };
  const file = await entry.read().catch(() => undefined);
  if (!file) return undefined;
  const content = contentHash({ defaults, text: file.problem ?? file.text });
  if (before?.known.content === content) return { known: { ...before.known, stamp }, read: before.read ?? readArticles };
  const parsed = articlesOf(file, source);
  const articles = parsed.flatMap((one) => (one.kind === 'article' ? [one.article] : []));
  const known = {
    stamp,
    content,
    articles: articles.map((article): KnownArticle => ({ id: article.id, hash: contentHash(article) })),
    problems: parsed.flatMap((one) => (one.kind === 'broken' ? [one.problem.problem] : [])),
  };
  return { known, read: async () => articles };
}
