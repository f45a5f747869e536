import { parseArgs } from 'node:util';
import type { Article } from '../agent/knowledge/article.ts';
import { createArticleStore } from '../agent/knowledge/article-store.ts';
import { findConflicts } from '../agent/knowledge/conflicts.ts';
import { previewEdit } from '../agent/knowledge/preview-edit.ts';
import { loadConfig, type Config } from '../config.ts';
import { AppError } from '../domain/error.ts';
import { createMultilingualIndex } from '../store/knowledge/multilingual-index.ts';
import type { Command, CommandIo } from './command.ts';
import { healthText, knowledgeHealth } from './knowledge/health.ts';
import { pastQuestions, type PastQuestions } from './knowledge/past-questions.ts';
import { previewText, withEdited, type Previewed } from './knowledge/preview.ts';

export const knowledgeCommand: Command = {
  name: 'knowledge',
  summary: 'what the owner of the articles should look at, and which answers an edit would change',
  help: `Usage: deskhand knowledge [--days N] [--data DIR] [--json]
       deskhand knowledge preview FILE [--days N] [--data DIR] [--json]

Lists what to look at once a week: articles that contradict each other in a number, a price or a date; questions of the last
days that no article answered, alike ones together; articles that no answer has quoted. Questions are shown in the
customers' own words. Without any history only the contradictions are listed.

preview reads an edited article before it is published and lists every question whose answer it would change, of all that the
articles name and that customers asked in the last days, and the contradictions that it would bring. The article of the same id, address or title is replaced; any other
is new.

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
    const days = daysOf(values.days);
    const config = await loadConfig(io.env, values.data === undefined ? {} : { dataFolder: values.data });
    const articles = await readArticles(config, io);
    const now = new Date();
    const past = await pastQuestions(io, values.data, { now, days });
    if (file !== undefined) {
      const previewed = await preview(file, articles, config, past, now);
      io.stdout.write(values.json ? `${JSON.stringify(previewed)}\n` : previewText(previewed));
      return 0;
    }
    if (!past) io.stderr.write(`no history in ${config.dataFolder} yet: only the articles themselves are looked at\n`);
    const health = knowledgeHealth(articles, days, now, past);
    io.stdout.write(values.json ? `${JSON.stringify(health)}\n` : healthText(health, articles));
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

async function preview(
  file: string,
  articles: readonly Article[],
  config: Config,
  past: PastQuestions | undefined,
  now: Date,
): Promise<Previewed> {
  const [source] = config.knowledge;
  if (!source) throw usage('config/knowledge.yaml names no source');
  const { edited, after } = await withEdited(file, articles, source);
  const named = [...articles, ...edited].flatMap(({ asked = [], language }) =>
    asked.flatMap(({ questions }) => questions.map((text) => ({ text, ...(language !== undefined && { language }) }))),
  );
  // Which language a customer wrote in does not matter here: a question finds nothing in another one.
  const languages = [...new Set(edited.map(({ language }) => language))];
  const asked = [...(past?.answered ?? []), ...(past?.unanswered ?? [])].flatMap((text) =>
    languages.map((language) => ({ text, ...(language !== undefined && { language }) })),
  );
  const settings = config.playbook.agent.knowledge;
  const changed = await previewEdit([...named, ...asked], articles, after, settings, now, () => createMultilingualIndex());
  const before = new Set(findConflicts(articles, now).map((conflict) => JSON.stringify(conflict)));
  return { changed, conflicts: findConflicts(after, now).filter((conflict) => !before.has(JSON.stringify(conflict))) };
}
