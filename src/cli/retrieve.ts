import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { passagesOf, type Article } from '../agent/knowledge/article.ts';
import { createArticleStore, type SyncReport } from '../agent/knowledge/article-store.ts';
import type { KnowledgeSource } from '../agent/knowledge/knowledge-settings.ts';
import { createResolvedMemory, type ResolvedMemory } from '../agent/knowledge/resolved-memory.ts';
import { rankPassages } from '../agent/knowledge/retrieve.ts';
import { searchArticles } from '../agent/knowledge/search-articles.ts';
import { loadConfig } from '../config.ts';
import { AppError } from '../domain/error.ts';
import { createMultilingualIndex } from '../store/knowledge/multilingual-index.ts';
import type { KnowledgeIndex } from '../store/knowledge/knowledge-index.ts';
import type { Command, CommandIo } from './command.ts';
import { filterLines, lineId, parseLine } from './json-lines.ts';

const DEFAULT_ROWS = 10;

const question = z.object({ id: lineId, query: z.string(), intent: z.string().optional(), language: z.string().optional() });
const documentLine = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z.string().default(''),
  category: z.string().default('general'),
  body: z.string().optional(),
  content: z.string().optional(),
});
const resolvedLine = z.object({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  text: z.string(),
  docs: z.array(z.union([z.string(), z.number()]).transform(String)),
});

/** What is searched, and in which categories an intent looks. */
interface Library {
  readonly index: Pick<KnowledgeIndex, 'search'>;
  readonly audience: 'public' | 'internal';
  categoriesOf(intent: string | undefined): readonly string[];
}

export const retrieveCommand: Command = {
  name: 'retrieve',
  summary: 'the passages or articles for questions, one JSON line each',
  help: `Usage: deskhand retrieve [--docs DIR|FILE] [--by doc] [--resolved FILE] [--limit N] < questions.jsonl

Reads JSON lines {"id":1,"query":"…","intent":"…","language":"…"} and writes one JSON line for each, in order:
{"id","results":[{"doc","chunk","score","text"}]}, best first, without a floor. doc is the article's id, else its path without
extension; an intent narrows the search to its categories, and only articles in the language (ISO 639-1, default en) are
searched. Without --docs the sources of config/knowledge.yaml are searched, as a customer may see them.
A line that cannot be read gives {"id":null,"line","error"}, the rest goes on, and the exit code is 1.

Options:
  --docs DIR|FILE   search a folder (Markdown, HTML, text, *.json with id, title, content)
                    or JSON lines {"id","title","category","body"} instead
  --by doc          one row for each article instead of for each chunk
  --resolved FILE   JSON lines {"id","text","docs":["…"]} of resolved tickets, used as memory of what helped;
                    a row with the id of the question is left out
  --limit N         rows for each question, default ${DEFAULT_ROWS}

Examples:
  echo '{"id":1,"query":"how long do refunds take"}' | deskhand retrieve --limit 3
  deskhand retrieve --docs ./help --by doc < questions.jsonl
`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { docs: { type: 'string' }, by: { type: 'string' }, resolved: { type: 'string' }, limit: { type: 'string' } },
      strict: true,
    });
    if (values.by !== undefined && values.by !== 'doc' && values.by !== 'chunk') throw usage(`--by ${values.by}: expected doc or chunk`);
    const by = values.by === 'doc' ? 'doc' : 'chunk';
    const limit = readLimit(values.limit);
    const memory = values.resolved === undefined ? undefined : await readMemory(values.resolved);
    const library = values.docs === undefined ? await openConfigured(io) : await openDocs(values.docs, io);
    const validAt = new Date();
    return filterLines(io, question, async ({ id, query, intent, language }) => {
      const categories = library.categoriesOf(intent);
      const filter = {
        audience: library.audience,
        validAt,
        ...(language !== undefined && { language }),
        ...(categories.length > 0 && { categories }),
      };
      const results = await searchArticles(library.index, memory, { ...(id != null && { id: String(id) }), query, filter, by, limit });
      return { id: id ?? null, results };
    });
  },
};

const usage = (message: string): AppError => new AppError('usage', message, { retryable: false, hint: 'See "deskhand retrieve --help".' });

function readLimit(text: string | undefined): number {
  if (text === undefined) return DEFAULT_ROWS;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 10_000) throw usage(`--limit ${text}: expected a whole number from 1 to 10000`);
  return limit;
}

async function openConfigured(io: CommandIo): Promise<Library> {
  const config = await loadConfig(io.env);
  const index = createMultilingualIndex();
  report(await createArticleStore(config.knowledge, config.configFolder, index).sync(), io);
  const { candidates } = config.playbook.agent.knowledge;
  const search: KnowledgeIndex['search'] = (query, filter, limit) => rankPassages(index, query, filter, candidates, limit);
  return {
    index: { search },
    audience: 'public',
    categoriesOf: (intent) => (intent === undefined ? [] : (config.playbook.intents[intent]?.categories ?? [])),
  };
}

/** Another collection has categories of its own, so intents do not narrow it. */
async function openDocs(docs: string, io: CommandIo): Promise<Library> {
  const facts = await stat(docs).catch(() => undefined);
  if (!facts) throw usage(`--docs: ${docs} does not exist`);
  const index = createMultilingualIndex();
  if (facts.isDirectory()) {
    const source: KnowledgeSource = {
      name: 'docs',
      folder: path.resolve(docs),
      category: 'general',
      audience: 'public',
      priority: 'high',
      refresh: 'on_change',
    };
    report(await createArticleStore([source], '/', index).sync(), io);
  } else {
    await index.upsert((await readRows('--docs', docs, documentLine)).flatMap(toArticle).flatMap((article) => [...passagesOf(article)]));
  }
  return { index, audience: 'internal', categoriesOf: () => [] };
}

function toArticle({ id, title, category, body, content }: z.infer<typeof documentLine>): readonly Article[] {
  const text = body ?? content ?? '';
  if (text.trim() === '' && title === '') return [];
  return [
    {
      id,
      title,
      category,
      audience: 'public',
      priority: 'high',
      updatedAt: new Date(0),
      validUntil: undefined,
      url: undefined,
      body: text.trim() === '' ? title : text,
    },
  ];
}

async function readMemory(file: string): Promise<ResolvedMemory> {
  const rows = await readRows('--resolved', file, resolvedLine);
  return createResolvedMemory(rows.map(({ id, text, docs }) => ({ text, docs, ...(id !== undefined && { id }) })));
}

async function readRows<T>(option: string, file: string, schema: z.ZodType<T>): Promise<readonly T[]> {
  const content = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('usage', `${option}: ${file} cannot be read`, { retryable: false, cause });
  });
  return content.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const parsed = parseLine(line, schema);
    if (parsed.kind === 'bad') throw usage(`${option}: ${file}:${at + 1}: ${parsed.error}`);
    return [parsed.value];
  });
}

function report({ problems }: SyncReport, io: CommandIo): void {
  for (const { path: file, problem } of problems) io.stderr.write(`skipped ${file}: ${problem}\n`);
}
