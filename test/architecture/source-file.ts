import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { blankOut } from './blank-out.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  readonly line: number;
  readonly specifier: string;
}

export interface SourceFile {
  /** From the repository's root, with slashes. */
  readonly path: string;
  readonly text: string;
  /** The text with comments and the insides of strings blanked, line for line. */
  readonly code: string;
  /** Static, type-only and lazy ones. */
  readonly imports: readonly Import[];
}

/** Every TypeScript file below the folders. */
export function readSources(folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll('\\', '/'))
      .sort()
      .map(readSource),
  );
}

function readSource(path: string): SourceFile {
  return parseSource(path, readFileSync(join(ROOT, path), 'utf8'));
}

export function parseSource(path: string, text: string): SourceFile {
  return { path, text, code: blankOut(text, 'comments and strings'), imports: findImports(blankOut(text, 'comments')) };
}

const IMPORT = /^[ \t]*(?:import|export)\b[^;'"`]*?\bfrom\s*'([^']+)'|^[ \t]*import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm;

function findImports(code: string): readonly Import[] {
  return [...code.matchAll(IMPORT)].map((match) => ({
    line: lineAt(code, match.index + match[0].length),
    specifier: match[1] ?? match[2] ?? match[3] ?? '',
  }));
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** `src/agent/agent.ts` from `'../agent/agent.ts'`; undefined for a package. */
export function resolveImport(file: SourceFile, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.normalize(posix.join(dirname(file.path), specifier)) : undefined;
}
