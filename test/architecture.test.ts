import { describe, expect, it } from '@jest/globals';
import { blankOut } from './architecture/blank-out.ts';
import {
  findBadNames,
  findCycles,
  findForbidden,
  findHomelessPackages,
  findSharedTitles,
  findStrayImports,
  findWrongDirections,
} from './architecture/find-violations.ts';
import { FORBIDDEN } from './architecture/rules.ts';
import { parseSource, readSources } from './architecture/source-file.ts';

const product = readSources(['src']);
const examples = readSources(['examples']);
const everything = readSources(['src', 'test', 'bench', 'examples']);

describe('the architecture', () => {
  it('lets a folder import only words and contracts of other folders', () => {
    expect(findWrongDirections(product)).toEqual([]);
  });

  it('writes the example packs against nothing of the product but `deskhand/pack`', () => {
    expect(findStrayImports(examples)).toEqual([]);
  });

  it('gives every package one home', () => {
    expect(findHomelessPackages(product)).toEqual([]);
  });

  it('has no import cycle, not even of types', () => {
    expect(findCycles([...product, ...examples])).toEqual([]);
  });

  it('names files after the thing in them', () => {
    expect(findBadNames(everything)).toEqual([]);
  });

  it('has no two tests with one title', () => {
    expect(findSharedTitles(everything.filter(({ path }) => path.endsWith('.test.ts')))).toEqual([]);
  });

  it.each(FORBIDDEN.map((construct) => [construct.rule, construct] as const))('holds everywhere: %s', (_, construct) => {
    expect(findForbidden(everything, construct)).toEqual([]);
  });
});

describe('the architecture check', () => {
  it.each([
    ['src/domain/a.ts', "import { b } from '../agent/b.ts';", 'domain may import nothing'],
    ['src/agent/a.ts', "import type { B } from '../store/sqlite/b.ts';", 'agent may import domain/, tools/tool'],
    ['src/agent/a.ts', "const b = await import('../flow/worker.ts');", 'agent may import domain/'],
    ['src/channels/email/a.ts', "export { b } from '../console/b.ts';", 'email and console know nothing of each other'],
    ['src/attic/a.ts', "import { b } from '../domain/b.ts';", 'no row for "attic"'],
    ['src/domain/a.ts', "import {\n  b,\n} from '../../test/b.ts';", 'src imports src only'],
  ])('refuses in %s: %s', (path, text, because) => {
    expect(findWrongDirections([parseSource(path, text)])).toEqual([expect.stringContaining(because)]);
  });

  it.each([
    ['src/agent/a.ts', "import type { Tool } from '../tools/tool.ts';"],
    ['src/app.ts', "import { b } from './store/sqlite/b.ts';"],
    ['src/agent/a.ts', "// import { b } from '../flow/b.ts';"],
  ])('allows in %s: %s', (path, text) => {
    expect(findWrongDirections([parseSource(path, text)])).toEqual([]);
  });

  it('names the file, the line and the home of a package that strayed', () => {
    const file = parseSource('src/flow/a.ts', "\nimport Database from 'better-sqlite3';");
    expect(findHomelessPackages([file])).toEqual([
      'src/flow/a.ts:2: imports better-sqlite3: its home is store/sqlite/, tools/demo-shop/, tools/connectors/sql/',
    ]);
  });

  it('shows a cycle as the path that closes it', () => {
    const files = [
      parseSource('src/domain/a.ts', "import type { B } from './b.ts';"),
      parseSource('src/domain/b.ts', "import type { A } from './a.ts';"),
    ];
    expect(findCycles(files)).toEqual(['src/domain/a.ts → src/domain/b.ts → src/domain/a.ts']);
  });

  it.each([
    ['no `any`', 'src/a.ts', 'const a: any = 1;'],
    ['no `any`', 'test/a.ts', 'const a = b as Array<any>;'],
    ['no enum', 'src/a.ts', 'export const enum A { B }'],
    ['named exports only', 'src/a.ts', 'export default 1;'],
    ['no console', 'src/a.ts', "console.log('a');"],
    ['the environment is read in src/config only', 'src/cli/a.ts', 'process.env.PORT'],
    ['time is an argument in the core', 'src/agent/a.ts', 'const now = new Date();'],
    ['chance is an argument in the core', 'src/domain/a.ts', 'Math.random()'],
  ])('finds what breaks "%s" in %s: %s', (rule, path, text) => {
    const broken = FORBIDDEN.filter((construct) => findForbidden([parseSource(path, text)], construct).length > 0);
    expect(broken.map((construct) => construct.rule)).toEqual([rule]);
  });

  it.each([
    ["const said = 'any time, console.log';"],
    ['// any enum Date.now()'],
    ['const signal = AbortSignal.any([a, b]);'],
    ['const at = new Date(epochMs);'],
    ["const pattern = /any\\/* '/g;"],
  ])('is not misled by %s', (text) => {
    expect(FORBIDDEN.filter((construct) => findForbidden([parseSource('src/agent/a.ts', text)], construct).length > 0)).toEqual([]);
  });

  it('finds code inside a template and nothing in its text', () => {
    expect(blankOut('`any ${count as any} any`', 'comments and strings').match(/any/g)).toEqual(['any']);
  });

  it('finds a title that stands twice', () => {
    const title = "  it('holds', () => {});";
    const text = ["describe('a', () => {", title, title, '});'].join('\n');
    expect(findSharedTitles([parseSource('test/a.test.ts', text)])).toEqual([
      'test/a.test.ts:3: "a › holds" is the title of test/a.test.ts:2 too',
    ]);
  });
});
