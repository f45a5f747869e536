import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { ARTICLE_FILES, type SourceFile } from '../article.ts';
import { readText } from './read-text.ts';

export interface FolderEntry {
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly modifiedAt: Date;
  readonly bytes: number;
  /** Rejects when the file has gone meanwhile. */
  read(): Promise<SourceFile>;
}

/** The article files below a folder, sorted by path; hidden files and folders and links are left out. Rejects when the folder is missing. */
export async function listFolder(folder: string): Promise<readonly FolderEntry[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter((entry) => entry.isFile() && ARTICLE_FILES.test(entry.name))
      .map(async (entry): Promise<FolderEntry | undefined> => {
        const absolute = path.join(entry.parentPath, entry.name);
        const relative = path.relative(folder, absolute).split(path.sep).join('/');
        if (relative.split('/').some((part) => part.startsWith('.'))) return undefined;
        const facts = await stat(absolute).catch(() => undefined);
        if (!facts) return undefined;
        const modifiedAt = facts.mtime;
        return {
          path: relative,
          modifiedAt,
          bytes: facts.size,
          async read() {
            const read = await readText(absolute, facts.size);
            return { path: relative, modifiedAt, ...(read.kind === 'text' ? { text: read.text } : { text: '', problem: read.problem }) };
          },
        };
      }),
  );
  return found.filter((entry) => entry !== undefined).sort((a, b) => (a.path < b.path ? -1 : 1));
}
