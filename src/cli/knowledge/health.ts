import type { Article } from '../../agent/knowledge/article.ts';
import { findConflicts, type ArticleConflict } from '../../agent/knowledge/conflicts.ts';
import { clusterQuestions, type QuestionCluster } from '../../agent/knowledge/question-clusters.ts';
import { DEFAULT_LANGUAGE } from '../../domain/text/language-words.ts';
import type { PastQuestions } from './past-questions.ts';

export interface KnowledgeHealth {
  readonly articles: number;
  readonly days: number;
  readonly conflicts: readonly ArticleConflict[];
  /** Absent where there is no history yet. */
  readonly withoutArticle?: readonly QuestionCluster[];
  readonly neverUsed?: readonly string[];
}

/** What the owner of the articles should look at; without history only what the articles tell by themselves. */
export function knowledgeHealth(articles: readonly Article[], days: number, now: Date, past: PastQuestions | undefined): KnowledgeHealth {
  const health = { articles: articles.length, days, conflicts: findConflicts(articles, now) };
  if (!past) return health;
  const neverUsed = articles.filter((article) => article.audience === 'public' && !isCited(article, past.cited)).map(({ id }) => id);
  return { ...health, withoutArticle: clusterQuestions(past.unanswered, articles), neverUsed };
}

const isCited = ({ title, url }: Article, cited: ReadonlySet<string>): boolean =>
  [...cited].some((citation) => citation === title || (url !== undefined && citation.endsWith(`(${url})`)));

const CUT = 160;

export function healthText(
  { articles: count, days, conflicts, withoutArticle, neverUsed }: KnowledgeHealth,
  articles: readonly Article[],
): string {
  return [
    `${count} articles, the last ${days} days`,
    `contradictions: ${conflicts.length}`,
    ...conflicts.flatMap(conflictLines),
    ...(withoutArticle ? [`questions without an article: ${withoutArticle.length}`, ...withoutArticle.flatMap(clusterLines)] : []),
    ...(neverUsed ? [`articles that no answer has quoted: ${neverUsed.length}`, ...unusedLines(neverUsed, articles)] : []),
    '',
  ].join('\n');
}

export const conflictLines = ({ articles: [one, other], sentences, values }: ArticleConflict): readonly string[] => [
  `  ${one} says ${values[0]}, ${other} says ${values[1]}`,
  ...sentences.map((sentence) => `    ${sentence}`),
];

function clusterLines({ question, times, others }: QuestionCluster): readonly string[] {
  const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, CUT);
  const differing = [...new Set(others.map(oneLine))].filter((other) => other !== oneLine(question)).slice(0, 2);
  return [`  ${times} × ${oneLine(question)}`, ...differing.map((other) => `      ${other}`)];
}

/** English ones by line, as they are looked after; translations in one line a language. */
function unusedLines(unused: readonly string[], articles: readonly Article[]): readonly string[] {
  const languageOf = new Map(articles.map(({ id, language = DEFAULT_LANGUAGE }) => [id, language]));
  const others = new Map<string, string[]>();
  const lines: string[] = [];
  for (const id of unused) {
    const language = languageOf.get(id) ?? DEFAULT_LANGUAGE;
    if (language === DEFAULT_LANGUAGE) lines.push(`  ${id}`);
    else others.set(language, [...(others.get(language) ?? []), id]);
  }
  return [...lines, ...[...others].map(([language, ids]) => `  in ${language}: ${ids.join(', ')}`)];
}
