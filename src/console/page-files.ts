import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

interface PageFile {
  readonly name: string;
  readonly type: string;
}

const SCRIPT = 'text/javascript; charset=utf-8';

/** All that is served, by path: nothing else in the folder, and nothing outside it, can be asked for. */
const FILES: Readonly<Record<string, PageFile>> = {
  '/': { name: 'index.html', type: 'text/html; charset=utf-8' },
  '/page.css': { name: 'page.css', type: 'text/css; charset=utf-8' },
  '/page.js': { name: 'page.js', type: SCRIPT },
  '/api.js': { name: 'api.js', type: SCRIPT },
  '/build.js': { name: 'build.js', type: SCRIPT },
  '/chat.js': { name: 'chat.js', type: SCRIPT },
  '/desk.js': { name: 'desk.js', type: SCRIPT },
  '/inbox.js': { name: 'inbox.js', type: SCRIPT },
  '/lines.js': { name: 'lines.js', type: SCRIPT },
  '/markdown.js': { name: 'markdown.js', type: SCRIPT },
  '/icon.svg': { name: 'icon.svg', type: 'image/svg+xml' },
};

export const PAGE_PATHS = Object.keys(FILES);

/** The page's files stand beside this one, in the source and in the package. Rejects when one is missing. */
export async function readPageFile(path: string): Promise<{ readonly text: string; readonly type: string } | undefined> {
  const file = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
  if (!file) return undefined;
  return { text: await readFile(fileURLToPath(new URL(`page/${file.name}`, import.meta.url)), 'utf8'), type: file.type };
}
