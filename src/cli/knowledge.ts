import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { articlesOf, type Article } from '../agent/knowledge/article.ts';
import { createArticleStore } from '../agent/knowledge/article-store.ts';
import { findConflicts, type ArticleConflict } from '../agent/knowledge/conflicts.ts';
import { previewEdit, type ChangedAnswer } from '../agent/knowledge/preview-edit.ts';
import { clusterQuestions, type QuestionCluster } from '../agent/knowledge/question-clusters.ts';
import { loadConfig, type Config } from '../config.ts';
import { AppError } from '../domain/error.ts';
import { createMultilingualIndex } from '../store/knowledge/multilingual-index.ts';
import type { Command, CommandIo } from './command.ts';
import { openPastEvents } from './open-store.ts';

const DAY_MS = 86_400_000;
/** Rules of a turn that no article could answer. */
const UNANSWERED: ReadonlySet<string> = new Set(['nothing_known', 'answer_not_grounded']);

interface KnowledgeHealth {
  readonly articles: number;
  readonly days: number;
  readonly conflicts: readonly ArticleConflict[];
  /** Absent where there is no history yet. */
  readonly withoutArticle?: readonly QuestionCluster[];
  readonly neverUsed?: readonly string[];
}

export const knowledgeCommand: Command = {
  name: 'knowledge',
  summary: 'what the owner of the articles should look at, and which answers an edit would change',
  help: `Usage: deskhand knowledge [--days N] [--data DIR] [--json]
       deskhand knowledge preview FILE [--json]

Lists what to look at once a week: articles that contradict each other in a number, a price or a date; questions of the last
days that no article answered, alike ones together; articles that no answer has quoted. Questions are shown in the
customers' own words. Without any history only the contradictions are listed.

preview reads an edited article before it is published and lists every question, of all that the articles name, whose answer
it would change. The article of the same id is replaced; a new id is added.

Options:
  --days N     how far back to look, default 7
  --data DIR   the agent's data folder
  --json       one JSON object

Examples:
  deskhand knowledge --days 30
  deskhand knowledge preview drafts/return-policy.md
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { days: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    });
    const [verb, file, ...more] = positionals;
    if (verb !== undefined && (verb !== 'preview' || file === undefined || more.length > 0))
      throw usage(`knowledge ${positionals.join(' ')}: expected nothing, or preview and one file`);
    const config = await loadConfig(io.env, values.data === undefined ? {} : { dataFolder: values.data });
    const articles = await readArticles(config, io);
    if (file !== undefined) {
      const changed = await preview(file, articles, config);
      io.stdout.write(values.json ? `${JSON.stringify({ changed })}\n` : previewText(changed));
      return 0;
    }
    const health = await inspect(articles, config, daysOf(values.days), values.data, io);
    io.stdout.write(values.json ? `${JSON.stringify(health)}\n` : healthText(health));
    return 0;
  },
};

const usage = (message: string): AppError => new AppError('usage', message, { retryable: false, hint: 'See "deskhand knowledge --help".' });

function daysOf(text: string | undefined): number {
  const days = text === undefined ? 7 : Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 3_650) throw usage(`--days ${text}: expected a whole number from 1 to 3650`);
  return days;
}

async function readArticles(config: Config, io: CommandIo): Promise<readonly Article[]> {
  const store = createArticleStore(config.knowledge, config.configFolder, createMultilingualIndex());
  const { problems } = await store.sync();
  for (const { path: file, problem } of problems) io.stderr.write(`skipped ${file}: ${problem}\n`);
  return store.articles();
}

async function preview(file: string, articles: readonly Article[], config: Config): Promise<readonly ChangedAnswer[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('usage', `${file} cannot be read`, { retryable: false, cause });
  });
  const [source] = config.knowledge;
  if (!source) throw usage('config/knowledge.yaml names no source');
  const edited = articlesOf({ path: path.basename(file), text, modifiedAt: (await stat(file)).mtime }, source).map((parsed) => {
    if (parsed.kind === 'broken') throw usage(`${file}: ${parsed.problem.problem}`);
    return parsed.article;
  });
  const ids = new Set(edited.map(({ id }) => id));
  const after = [...articles.filter(({ id }) => !ids.has(id)), ...edited];
  const questions = [...articles, ...edited].flatMap(({ asked }) => (asked ?? []).flatMap((one) => one.questions));
  return previewEdit(questions, articles, after, config.playbook.agent.knowledge, new Date(), () => createMultilingualIndex());
}

async function inspect(
  articles: readonly Article[],
  config: Config,
  days: number,
  data: string | undefined,
  io: CommandIo,
): Promise<KnowledgeHealth> {
  const now = new Date();
  const health = { articles: articles.length, days, conflicts: findConflicts(articles, now) };
  const past = await openPastEvents(io, data === undefined ? {} : { dataFolder: data }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'store_unavailable') return undefined;
    throw error;
  });
  if (!past) {
    io.stderr.write(`no history in ${config.dataFolder} yet: only the articles themselves are looked at\n`);
    return health;
  }
  try {
    const cited = new Set<string>();
    const unanswered = new Set<string>();
    for await (const event of past.readEvents()) {
      if (event.name !== 'turn.decided' || now.getTime() - event.at.getTime() > days * DAY_MS) continue;
      for (const citation of event.fields.citations) cited.add(citation);
      if (event.conversation !== undefined && event.fields.rules.some((rule) => UNANSWERED.has(rule))) unanswered.add(event.conversation);
    }
    const questions: string[] = [];
    for (const conversation of unanswered) {
      const turns = (await past.explain(conversation)) ?? [];
      questions.push(...turns.filter(({ rules }) => rules.some((rule) => UNANSWERED.has(rule))).flatMap(({ said }) => said));
    }
    const neverUsed = articles
      .filter(
        ({ audience, title, url }) =>
          audience === 'public' &&
          ![...cited].some((citation) => citation === title || (url !== undefined && citation.endsWith(`(${url})`))),
      )
      .map(({ id }) => id);
    return { ...health, withoutArticle: clusterQuestions(questions), neverUsed };
  } finally {
    await past.close();
  }
}

function healthText({ articles, days, conflicts, withoutArticle, neverUsed }: KnowledgeHealth): string {
  return [
    `${articles} articles, the last ${days} days`,
    `contradictions: ${conflicts.length}`,
    ...conflicts.flatMap(({ articles: [one, other], sentences, values }) => [
      `  ${one} says ${values[0]}, ${other} says ${values[1]}`,
      ...sentences.map((sentence) => `    ${sentence}`),
    ]),
    ...(withoutArticle
      ? [
          `questions without an article: ${withoutArticle.length}`,
          ...withoutArticle.map(({ question, times }) => `  ${times} × ${question.replace(/\s+/g, ' ').slice(0, 160)}`),
        ]
      : []),
    ...(neverUsed ? [`articles that no answer has quoted: ${neverUsed.length}`, ...neverUsed.map((article) => `  ${article}`)] : []),
    '',
  ].join('\n');
}

function previewText(changed: readonly ChangedAnswer[]): string {
  const shown = (text: string | undefined): string => text?.replace(/\s+/g, ' ') ?? "(I don't know)";
  return [
    `${changed.length} answers would change`,
    ...changed.flatMap(({ question, before, after }) => [`  ${question}`, `    - ${shown(before)}`, `    + ${shown(after)}`]),
    '',
  ].join('\n');
}
