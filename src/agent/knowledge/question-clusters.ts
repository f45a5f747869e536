import { stemsOf } from '../../domain/text/words.ts';
import type { Article } from './article.ts';

/** Questions that ask about the same thing; the first of them stands for all. */
export interface QuestionCluster {
  readonly question: string;
  readonly times: number;
  readonly others: readonly string[];
}

/** Share of the stems of both, by weight, that two questions of a cluster have in common. */
const SAME = 0.34;

/**
 * Groups questions by their words, the largest group first. Repeats count. A word tells the less what a question is
 * about, the more of `articles` have it.
 */
export function clusterQuestions(questions: readonly string[], articles: readonly Article[] = []): readonly QuestionCluster[] {
  const spread = new Map<string, number>();
  for (const { title, body } of articles)
    for (const stem of new Set(stemsOf(`${title} ${body}`))) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  const weightOf = (stem: string): number => 1 / (1 + Math.log(1 + (spread.get(stem) ?? 0)));
  const clusters: { readonly stems: Set<string>; readonly questions: string[] }[] = [];
  for (const question of questions) {
    const stems = new Set(stemsOf(question));
    if (stems.size === 0) continue;
    const [best] = clusters
      .map((cluster) => ({ cluster, likeness: likeness(stems, cluster.stems, weightOf) }))
      .sort((a, b) => b.likeness - a.likeness);
    if (best && best.likeness >= SAME) best.cluster.questions.push(question);
    else clusters.push({ stems, questions: [question] });
  }
  return clusters
    .map(({ questions: [question = '', ...others] }) => ({ question, times: 1 + others.length, others }))
    .sort((a, b) => b.times - a.times);
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>, weightOf: (stem: string) => number): number {
  let shared = 0;
  let all = 0;
  for (const stem of new Set([...one, ...other])) {
    const weight = weightOf(stem);
    all += weight;
    if (one.has(stem) && other.has(stem)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}
