import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { articlesOf, type Article } from '../../agent/knowledge/article.ts';
import type { KnowledgeSource } from '../../agent/knowledge/knowledge-settings.ts';
import type { ArticleConflict } from '../../agent/knowledge/conflicts.ts';
import type { ChangedAnswer } from '../../agent/knowledge/preview-edit.ts';
import { AppError } from '../../domain/error.ts';
import { sentencesOf } from '../../domain/text/sentences.ts';
import { conflictLines } from './health.ts';

/** What an edit would do. */
export interface Previewed {
  readonly changed: readonly ChangedAnswer[];
  /** Contradictions that are not there before it. */
  readonly conflicts: readonly ArticleConflict[];
}

/** The articles as they would be with an edited file; it takes the place of the one with its id, its address or its title. */
export async function withEdited(
  file: string,
  articles: readonly Article[],
  source: KnowledgeSource,
): Promise<{ readonly edited: readonly Article[]; readonly after: readonly Article[] }> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('usage', `${file} cannot be read`, { retryable: false, cause });
  });
  const edited = articlesOf({ path: path.basename(file), text, modifiedAt: (await stat(file)).mtime }, source).map((parsed) => {
    if (parsed.kind === 'broken') throw new AppError('usage', `${file}: ${parsed.problem.problem}`, { retryable: false });
    return { ...parsed.article, id: replaced(parsed.article, articles)?.id ?? parsed.article.id };
  });
  const ids = new Set(edited.map(({ id }) => id));
  return { edited, after: [...articles.filter(({ id }) => !ids.has(id)), ...edited] };
}

/** A draft lies in another folder, so its path does not tell which article it is. */
function replaced({ id, url, title, language }: Article, articles: readonly Article[]): Article | undefined {
  return (
    articles.find((other) => other.id === id && other.language === language) ??
    articles.find((other) => url !== undefined && other.url === url) ??
    articles.find((other) => other.title === title && other.language === language)
  );
}

const SHOWN_QUESTIONS = 3;

/** Each change once, with the sentences that differ and the questions that would hear it. */
export function previewText({ changed, conflicts }: Previewed): string {
  const groups = new Map<string, { readonly lines: readonly string[]; readonly questions: string[] }>();
  for (const { question, before, after } of changed) {
    const lines = [...differing(before, after, '-'), ...differing(after, before, '+')];
    const key = lines.join('\n');
    const group = groups.get(key);
    if (group) group.questions.push(question);
    else groups.set(key, { lines, questions: [question] });
  }
  return [
    `${changed.length} answers would change`,
    ...[...groups.values()].flatMap(({ lines, questions }) => [
      ...questions.slice(0, SHOWN_QUESTIONS).map((question) => `  ${question}`),
      ...(questions.length > SHOWN_QUESTIONS ? [`  … and ${questions.length - SHOWN_QUESTIONS} more questions`] : []),
      ...lines,
    ]),
    ...(conflicts.length > 0 ? [`contradictions that it would bring: ${conflicts.length}`, ...conflicts.flatMap(conflictLines)] : []),
    '',
  ].join('\n');
}

function differing(text: string | undefined, other: string | undefined, mark: string): readonly string[] {
  if (text === undefined) return [`    ${mark} (I don't know)`];
  const known = new Set(sentencesOf(other ?? ''));
  const own = sentencesOf(text).filter((sentence) => !known.has(sentence));
  return own.map((sentence) => `    ${mark} ${sentence}`);
}
