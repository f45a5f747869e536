import { basename } from 'node:path';
import {
  ALTERNATIVES,
  FORBIDDEN_FILE_NAMES,
  HOMES,
  MAY_IMPORT,
  MAY_IMPORT_ANYTHING,
  SINGLE_PARTS,
  USED_BY_ALTERNATIVES,
  type ForbiddenConstruct,
} from './rules.ts';
import { lineAt, resolveImport, type SourceFile } from './source-file.ts';

/** Each violation is one line: `file:line: what is wrong`. */
export type Violation = string;

/** Imports that leave their folder for something else than words and contracts. */
export function findWrongDirections(files: readonly SourceFile[]): readonly Violation[] {
  return files.flatMap((file) =>
    file.imports.flatMap(({ line, specifier }) => {
      const target = resolveImport(file, specifier);
      const because = target === undefined ? undefined : refusal(place(file.path), place(target));
      return because === undefined ? [] : [`${file.path}:${line}: imports ${target}: ${because}`];
    }),
  );
}

/** `agent/router/entities` from `src/agent/router/entities.ts`; undefined outside src. */
function place(path: string): string | undefined {
  return /^src\/(.+)\.ts$/.exec(path)?.[1];
}

function refusal(from: string | undefined, to: string | undefined): string | undefined {
  if (from === undefined) return undefined;
  if (to === undefined) return 'src imports src only';
  if (MAY_IMPORT_ANYTHING.some((entry) => covers(entry, from))) return undefined;
  const [folder = '', alternative] = from.split('/');
  const [otherFolder = '', otherAlternative] = to.split('/');
  if (folder === otherFolder) return refuseAlternative(from, to, folder, alternative, otherAlternative);
  const ofFolder = MAY_IMPORT[folder];
  if (!ofFolder) return `test/architecture/rules.ts has no row for "${folder}"`;
  const ofPart = Object.entries(SINGLE_PARTS).flatMap(([entry, parts]) => (covers(entry, from) ? parts : []));
  const allowed = [...ofFolder, ...ofPart];
  if (allowed.some((entry) => covers(entry, to))) return undefined;
  return `${folder} may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing'}`;
}

/** An entry that ends in `/` is a folder, otherwise a file. */
function covers(entry: string, path: string): boolean {
  return entry.endsWith('/') ? path.startsWith(entry) : path === entry;
}

function refuseAlternative(
  from: string,
  to: string,
  folder: string,
  mine: string | undefined,
  other: string | undefined,
): string | undefined {
  if (USED_BY_ALTERNATIVES.some((entry) => covers(entry, to))) return undefined;
  const areBothInside = from.split('/').length > 2 && to.split('/').length > 2;
  return areBothInside && ALTERNATIVES.includes(folder) && mine !== other ? `${mine} and ${other} know nothing of each other` : undefined;
}

/** Imports of an example that a company's own pack, which lies elsewhere, could not have. */
export function findStrayImports(files: readonly SourceFile[]): readonly Violation[] {
  return files.flatMap((file) =>
    file.imports.flatMap(({ line, specifier }) => {
      const target = resolveImport(file, specifier);
      const isOwn =
        target === undefined ? EXAMPLE_PACKAGES.has(specifier) || specifier.startsWith('node:') : target.startsWith('examples/');
      return isOwn ? [] : [`${file.path}:${line}: imports ${specifier}: a pack has \`deskhand/pack\`, zod and Node only`];
    }),
  );
}

const EXAMPLE_PACKAGES: ReadonlySet<string> = new Set(['deskhand/pack', 'zod']);

export function findHomelessPackages(files: readonly SourceFile[]): readonly Violation[] {
  return files.flatMap((file) =>
    file.imports.flatMap(({ line, specifier }) => {
      if (specifier.startsWith('.') || specifier.startsWith('node:')) return [];
      const name = specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
      const homes = HOMES[name];
      if (!homes) return [`${file.path}:${line}: imports ${name}: a package without a home in test/architecture/rules.ts`];
      if (homes.some((home) => (place(file.path) ?? '').startsWith(home))) return [];
      return [`${file.path}:${line}: imports ${name}: its home is ${homes.join(', ')}`];
    }),
  );
}

/** Each cycle once, as the path that closes it; type-only imports count, because they tie files together for a reader too. */
export function findCycles(files: readonly SourceFile[]): readonly Violation[] {
  const targets = new Map(files.map((file) => [file.path, file.imports.flatMap(({ specifier }) => resolveImport(file, specifier) ?? [])]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const next of targets.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return cycles;
}

export function findForbidden(
  files: readonly SourceFile[],
  { rule, pattern, within, except, everywhere }: ForbiddenConstruct,
): readonly Violation[] {
  const scanned = files.filter(
    ({ path }) => within.some((start) => path.startsWith(start)) && !except?.some((start) => path.startsWith(start)),
  );
  return scanned.flatMap((file) => {
    const text = everywhere ? file.text : file.code;
    return [...text.matchAll(new RegExp(pattern, 'gm'))].map((match) => `${file.path}:${lineAt(text, match.index)}: ${rule}`);
  });
}

export function findBadNames(files: readonly SourceFile[]): readonly Violation[] {
  return files.flatMap(({ path }) => {
    const name = basename(path).replace(/(?:\.test|\.d)?\.ts$/, '');
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return [`${path}: file names are kebab-case`];
    return FORBIDDEN_FILE_NAMES.includes(name) ? [`${path}: a file is named after the thing in it, not "${name}"`] : [];
  });
}

const TITLE = /^( *)(describe|it|test)(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:\\.|(?!\3).)*)\3/gm;

/** Two tests with one name: one of them is a copy, or one of the names is wrong. */
export function findSharedTitles(files: readonly SourceFile[]): readonly Violation[] {
  const seen = new Map<string, string>();
  return files.flatMap((file) => {
    const around: { readonly indent: number; readonly title: string }[] = [];
    return [...file.text.matchAll(TITLE)].flatMap(([all, indent = '', kind, , title = ''], index, matches) => {
      while ((around.at(-1)?.indent ?? -1) >= indent.length) around.pop();
      const name = [...around.map((block) => block.title), title].join(' › ');
      if (kind === 'describe') {
        around.push({ indent: indent.length, title });
        return [];
      }
      const here = `${file.path}:${lineAt(file.text, (matches[index]?.index ?? 0) + all.length)}`;
      // A table whose title is nothing but its row is told apart by the row.
      const first = /^%\w$/.test(title) ? undefined : seen.get(name);
      seen.set(name, first ?? here);
      return first ? [`${here}: "${name}" is the title of ${first} too`] : [];
    });
  });
}
