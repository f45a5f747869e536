import { readFile } from 'node:fs/promises';
import { isMap, isNode, isPair, isSeq, LineCounter, parseDocument, type Document, type Node, type Pair } from 'yaml';
import type { z } from 'zod';
import { findMistakes, type Finding, type Problem } from './problem.ts';

/** A YAML file that knows where each of its values stands. */
export interface YamlFile {
  /** As the operator would name it. */
  readonly name: string;
  readonly value: unknown;
  /** Syntax errors and keys that occur twice. */
  readonly problems: readonly Problem[];
  /** The line of the deepest part of the path that exists. */
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

/** Reads one file; a file that cannot be read is a problem like any other. */
export async function readYamlFile(path: string, name: string): Promise<YamlFile> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : 'unreadable';
    const problem = { source: name, line: undefined, path: '', text: `cannot be read (${code}), expected a readable YAML file` };
    return { name, value: undefined, problems: [problem], lineOf: () => undefined };
  }
  return parseYamlFile(text, name);
}

/** Never throws: what is not YAML becomes problems with their lines. */
export function parseYamlFile(text: string, name: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const problems = document.errors.map((error) => ({
    source: name,
    line: lines.linePos(error.pos[0]).line,
    path: '',
    text: describeSyntaxError(error.code, error.message),
  }));
  const lineOf = (path: readonly PropertyKey[]): number | undefined => {
    const offset = offsetOf(document, path);
    return offset === undefined ? undefined : lines.linePos(offset).line;
  };
  if (document.errors.some((error) => error.code !== 'DUPLICATE_KEY')) return { name, value: undefined, problems, lineOf };
  return { name, value: document.toJS({ maxAliasCount: 0 }), problems, lineOf };
}

function describeSyntaxError(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'this key occurs twice, expected each key once';
  if (code === 'TAB_AS_INDENT') return 'indented with a tab, expected spaces';
  const sentence = message.split('\n', 1)[0] ?? message;
  return `not valid YAML (${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}), expected valid YAML`;
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  let at: Node | null = document.contents;
  let offset = startOf(at);
  for (const key of path) {
    const found = childAt(at, key);
    if (!found) break;
    offset = startOf(isPair(found) ? found.key : found) ?? offset;
    const next: unknown = isPair(found) ? found.value : found;
    at = isNode(next) ? next : null;
  }
  return offset;
}

function childAt(node: Node | null, key: PropertyKey): Pair | Node | undefined {
  if (isMap(node)) return node.items.find((pair) => keyText(pair.key) === String(key));
  const item: unknown = isSeq(node) && typeof key === 'number' ? node.items[key] : undefined;
  return isNode(item) ? item : undefined;
}

function keyText(key: unknown): string {
  return String(isNode(key) && 'value' in key ? key.value : key);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

export interface Checked<T> {
  /** Undefined when there are problems. */
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

/** Parses a file's value and gives every finding its line. */
export function checkYamlFile<T>(file: YamlFile, schema: z.ZodType<T>): Checked<T> {
  if (file.value === undefined) return { value: undefined, problems: file.problems };
  const parsed = schema.safeParse(file.value);
  if (parsed.success) return { value: file.problems.length === 0 ? parsed.data : undefined, problems: file.problems };
  return { value: undefined, problems: [...file.problems, ...findMistakes(schema, file.value).map((finding) => toProblem(file, finding))] };
}

export function toProblem(file: YamlFile, { path, text }: Finding): Problem {
  return { source: file.name, line: file.lineOf(path), path: path.map(String).join('.'), text };
}
