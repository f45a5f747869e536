import { parse } from 'yaml';
import { z } from 'zod';
import type { Passage } from '../../domain/classification.ts';
import { DEFAULT_LANGUAGE } from '../../domain/text/language-words.ts';
import { chunk, type Chunk } from './chunk.ts';
import { asArticleFields, exportedRows } from './exported-articles.ts';
import { htmlTitle, htmlToMarkdown } from './html-to-markdown.ts';
import { languageCode, PRIORITY_NAMES, type KnowledgePriority, type KnowledgeSource } from './knowledge-settings.ts';

export interface Article {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly audience: 'public' | 'internal';
  readonly priority: KnowledgePriority;
  readonly updatedAt: Date;
  readonly validFrom?: Date;
  readonly validUntil: Date | undefined;
  /** ISO 639-1; absent: English. */
  readonly language?: string;
  readonly url: string | undefined;
  /** Markdown without the front matter and without the first heading when that repeats the title. */
  readonly body: string;
  /** How customers ask for what the article says. */
  readonly asked?: readonly AskedFor[];
}

/** Phrasings that one section answers. */
export interface AskedFor {
  /** The section's own heading; absent: the article's opening. */
  readonly answer?: string | undefined;
  readonly questions: readonly string[];
}

/** One file as a source hands it over. */
export interface SourceFile {
  /** Relative to the source's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Why there is no text; the file is skipped and reported. */
  readonly problem?: string;
  readonly modifiedAt: Date;
}

export interface ArticleProblem {
  readonly path: string;
  readonly problem: string;
}

export type ArticleDefaults = Pick<KnowledgeSource, 'category' | 'audience' | 'priority' | 'language' | 'baseUrl'> &
  Partial<Pick<KnowledgeSource, 'validFrom' | 'validUntil'>>;
export type ParsedArticle =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'broken'; readonly problem: ArticleProblem };

const day = z.union([z.date(), z.iso.date(), z.iso.datetime({ offset: true })]).transform((value) => new Date(value));
const text = z.union([z.string(), z.number()]).transform(String).pipe(z.string().trim().min(1));

/** What an article may say about itself. Unknown keys are allowed: other systems keep theirs in the same place. */
const frontMatter = z.object({
  id: text.optional(),
  title: text.optional(),
  category: text.optional(),
  audience: z.enum(['public', 'internal']).optional(),
  priority: z.enum(PRIORITY_NAMES).optional(),
  updated: day.optional(),
  last_updated: day.optional(),
  valid_from: day.optional(),
  valid_until: day.optional(),
  language: languageCode.optional(),
  url: z.url().optional(),
  asked: z.array(z.strictObject({ answer: text.optional(), questions: z.array(text).min(1) })).optional(),
});
const jsonArticle = frontMatter.extend({ content: z.string().optional() });
type FrontMatter = z.infer<typeof frontMatter>;

/** File names that hold an article. */
export const ARTICLE_FILES = /\.(?:md|markdown|html?|txt|json|pdf)$/i;

/**
 * The articles of one file: Markdown, HTML or text with optional YAML front matter, or JSON with one article or a list.
 * A file that cannot be read as one gives a problem that names file and reason.
 */
export function articlesOf(file: SourceFile, defaults: ArticleDefaults): readonly ParsedArticle[] {
  if (file.problem !== undefined) return [broken(file, file.problem)];
  if (/\.json$/i.test(file.path)) return fromJson(file, defaults);
  const parts = splitFrontMatter(file.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  if (parts.problem !== undefined) return [broken(file, parts.problem)];
  const matter = frontMatter.safeParse(parts.matter);
  if (!matter.success) return [broken(file, describeIssues(matter.error))];
  const html = /\.html?$/i.test(file.path);
  const body = html ? htmlToMarkdown(parts.body) : parts.body;
  const parsed = build(file, withoutExtension(file.path), matter.data, body, html ? htmlTitle(parts.body) : undefined, defaults);
  return [parsed, ...lostAnswers(file, parsed)];
}

/** An answer that names no section of its article: the article is used, and its owner hears of it. */
function lostAnswers(file: SourceFile, parsed: ParsedArticle): readonly ParsedArticle[] {
  if (parsed.kind === 'broken') return [];
  const headings = new Set(chunk(parsed.article.body).map(({ heading }) => lastOf(heading)));
  return (parsed.article.asked ?? [])
    .flatMap(({ answer }) => (answer === undefined || headings.has(answer) ? [] : [answer]))
    .map((answer) => broken(file, `asked: there is no heading "${answer}" with text below it`));
}

function fromJson(file: SourceFile, defaults: ArticleDefaults): readonly ParsedArticle[] {
  const exported = exportedRows(file.text);
  if (exported.kind === 'broken') return [broken(file, exported.problem)];
  return exported.rows.map((row, index) => {
    const fields = asArticleFields(row);
    const name = (problem: string): ParsedArticle => broken(file, exported.isList ? `article ${index + 1} ${problem}` : problem);
    if (typeof fields === 'string') return name(fields);
    const parsed = jsonArticle.safeParse(fields);
    if (!parsed.success) return name(describeIssues(parsed.error));
    const id = exported.rows.length === 1 ? withoutExtension(file.path) : `${withoutExtension(file.path)}-${index + 1}`;
    const raw = parsed.data.content ?? '';
    const body = /^\s*<(?:!|[a-z])[^>]*>/i.test(raw) ? htmlToMarkdown(raw) : raw;
    return build(file, id, parsed.data, body, undefined, defaults);
  });
}

function build(
  file: SourceFile,
  fallbackId: string,
  matter: FrontMatter,
  body: string,
  foundTitle: string | undefined,
  defaults: ArticleDefaults,
): ParsedArticle {
  const firstHeading = /^\s*# +(\S.*)$/m.exec(body);
  const title = matter.title ?? foundTitle ?? firstHeading?.[1]?.trim() ?? titleFrom(fallbackId);
  const repeated = firstHeading !== null && body.slice(0, firstHeading.index).trim() === '';
  const rest = (repeated ? body.slice(firstHeading.index + firstHeading[0].length) : body).trim();
  if (rest === '') return broken(file, 'has no text');
  const id = matter.id ?? fallbackId;
  const validFrom = matter.valid_from ?? defaults.validFrom;
  const language = matter.language ?? defaults.language ?? DEFAULT_LANGUAGE;
  return {
    kind: 'article',
    article: {
      id,
      title,
      category: matter.category ?? defaults.category,
      audience: matter.audience ?? defaults.audience,
      priority: matter.priority ?? defaults.priority,
      updatedAt: matter.updated ?? matter.last_updated ?? file.modifiedAt,
      validUntil: matter.valid_until ?? defaults.validUntil,
      url: matter.url ?? (defaults.baseUrl === undefined ? undefined : new URL(encodeURI(id), endInSlash(defaults.baseUrl)).href),
      body: rest,
      ...(validFrom && { validFrom }),
      ...(language !== DEFAULT_LANGUAGE && { language }),
      ...(matter.asked && { asked: matter.asked }),
    },
  };
}

/** The chunks of an article as the index takes them. */
export function passagesOf(article: Article): readonly Omit<Passage, 'score'>[] {
  const { id, title, category, audience, updatedAt, validFrom, validUntil, language, url } = article;
  const chunks = chunk(article.body);
  const asked = askedByChunk(article.asked ?? [], chunks);
  return chunks.map(({ index, heading, text: words }) => ({
    article: id,
    chunk: index,
    title,
    heading,
    category,
    audience,
    updatedAt,
    ...(validFrom && { validFrom }),
    ...(validUntil && { validUntil }),
    ...(language !== undefined && { language }),
    ...(url !== undefined && { url }),
    ...(asked.has(index) && { asked: asked.get(index) }),
    text: words,
  }));
}

/** The phrasings of each answer belong to the chunk that opens its section. */
function askedByChunk(asked: readonly AskedFor[], chunks: readonly Chunk[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  for (const { answer, questions } of asked) {
    const opening = answer === undefined ? chunks[0] : chunks.find(({ heading }) => lastOf(heading) === answer);
    if (opening) found.set(opening.index, [...(found.get(opening.index) ?? []), ...questions]);
  }
  return found;
}

const lastOf = (heading: string): string => heading.split(' > ').at(-1) ?? '';

function splitFrontMatter(source: string): { readonly matter: unknown; readonly body: string; readonly problem?: string } {
  const open = /^---[ \t]*\n/.exec(source);
  if (!open) return { matter: {}, body: source };
  const close = /^---[ \t]*$/m.exec(source.slice(open[0].length));
  if (!close) return { matter: {}, body: '', problem: 'its front matter is not closed by a line of ---' };
  const yaml = source.slice(open[0].length, open[0].length + close.index);
  try {
    return { matter: parse(yaml) ?? {}, body: source.slice(open[0].length + close.index + close[0].length) };
  } catch (error) {
    return {
      matter: {},
      body: '',
      problem: `its front matter is not valid YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`,
    };
  }
}

const broken = (file: SourceFile, problem: string): ParsedArticle => ({ kind: 'broken', problem: { path: file.path, problem } });
const withoutExtension = (path: string): string => path.replace(ARTICLE_FILES, '');
const endInSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

function titleFrom(id: string): string {
  const name = (id.split('/').at(-1) ?? id).replace(/[-_]+/g, ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function describeIssues(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'it'}: ${issue.message}`).join('; ');
}
