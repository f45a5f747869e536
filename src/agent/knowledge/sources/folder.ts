import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ARTICLE_FILES, type SourceFile } from '../article.ts';

/** Above this a file is not read: no article is that long. */
const MAX_BYTES = 16 * 1024 * 1024;

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
        if (!facts || facts.size > MAX_BYTES) return undefined;
        const modifiedAt = facts.mtime;
        return {
          path: relative,
          modifiedAt,
          bytes: facts.size,
          read: async () => ({ path: relative, text: await readFile(absolute, 'utf8'), modifiedAt }),
        };
      }),
  );
  return found.filter((entry) => entry !== undefined).sort((a, b) => (a.path < b.path ? -1 : 1));
}
