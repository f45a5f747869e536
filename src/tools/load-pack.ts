import { existsSync, statSync } from 'node:fs';
import { registerHooks, type ResolveFnOutput, type ResolveHookContext } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '../domain/error.ts';
import type { PackSettings, ToolPack } from './tool.ts';

export type OpenPack = (settings: PackSettings) => Promise<ToolPack>;

const ENTRIES = ['pack.ts', 'pack.js', 'pack.mjs'];
/** What a pack is written against, in the form in which this process runs: the source as `.ts`, the built package as `.js`. */
const SELF = new URL(`./pack${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url).href;

let isHooked = false;

/**
 * The `openPack` of a pack's folder. Rejects with `config_invalid` and what to do when there is none or it does not load.
 * A pack needs nothing installed: `deskhand/pack` is this process's own, and zod too unless the pack brings one.
 */
export async function loadPack(folder: string): Promise<OpenPack> {
  const entry = entryOf(resolve(folder));
  if (entry === undefined) {
    throw new AppError('config_invalid', `there is no tool pack in ${folder}`, {
      retryable: false,
      hint: `Name a folder that holds ${ENTRIES[0]}, such as examples/retail.`,
    });
  }
  provideImports();
  const loaded: unknown = await import(pathToFileURL(entry).href).catch((cause: unknown) => {
    const because = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('config_invalid', `the tool pack ${entry} does not load: ${because}`, { retryable: false, cause });
  });
  if (isPackModule(loaded)) return loaded.openPack;
  throw new AppError('config_invalid', `the tool pack ${entry} does not export openPack`, {
    retryable: false,
    hint: 'Export `async function openPack(settings: PackSettings): Promise<ToolPack>`; docs/packs.md shows one.',
  });
}

function entryOf(path: string): string | undefined {
  if (existsSync(path) && statSync(path).isFile()) return path;
  return ENTRIES.map((name) => join(path, name)).find((file) => existsSync(file));
}

const isPackModule = (module: unknown): module is { readonly openPack: OpenPack } =>
  typeof module === 'object' && module !== null && 'openPack' in module && typeof module.openPack === 'function';

/** Once per process: hooks stay. A test runner with a loader of its own takes none, and maps the names by its settings. */
export function provideImports(): void {
  if (isHooked) return;
  isHooked = true;
  try {
    registerHooks({ resolve: resolveForPack });
  } catch {
    isHooked = false;
  }
}

function resolveForPack(
  specifier: string,
  context: ResolveHookContext,
  next: (specifier: string, context?: Partial<ResolveHookContext>) => ResolveFnOutput,
): ResolveFnOutput {
  if (specifier === 'deskhand/pack') return { url: SELF, shortCircuit: true };
  if (specifier !== 'zod') return next(specifier, context);
  try {
    return next(specifier, context);
  } catch {
    return next(specifier, { ...context, parentURL: import.meta.url });
  }
}
