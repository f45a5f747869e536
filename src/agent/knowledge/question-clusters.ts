import { stemsOf } from '../../domain/text/words.ts';
import { inArticleWords } from './everyday-words.ts';

/** Questions that ask about the same thing; the first of them stands for all. */
export interface QuestionCluster {
  readonly question: string;
  readonly times: number;
  readonly others: readonly string[];
}

/** Share of the stems of both that two questions of a cluster have in common. */
const SAME = 0.34;

/** Groups questions by their words, the largest group first. Repeats count. */
export function clusterQuestions(questions: readonly string[]): readonly QuestionCluster[] {
  const clusters: { readonly stems: Set<string>; readonly questions: string[] }[] = [];
  for (const question of questions) {
    const stems = new Set(stemsOf(inArticleWords(question) ?? question));
    if (stems.size === 0) continue;
    const [best] = clusters
      .map((cluster) => ({ cluster, likeness: likeness(stems, cluster.stems) }))
      .sort((a, b) => b.likeness - a.likeness);
    if (best && best.likeness >= SAME) best.cluster.questions.push(question);
    else clusters.push({ stems, questions: [question] });
  }
  return clusters
    .map(({ questions: [question = '', ...others] }) => ({ question, times: 1 + others.length, others }))
    .sort((a, b) => b.times - a.times);
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((stem) => other.has(stem)).length;
  return shared / Math.max(1, one.size + other.size - shared);
}
