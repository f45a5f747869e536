import { fileURLToPath } from 'node:url';
import { createArticleStore } from '../src/agent/knowledge/article-store.ts';
import { passagesOf, type Article, type AskedFor } from '../src/agent/knowledge/article.ts';
import { composeAnswer } from '../src/agent/knowledge/compose-answer.ts';
import { createRetriever, type Retriever } from '../src/agent/knowledge/retrieve.ts';
import { DEFAULT_LANGUAGE } from '../src/domain/text/language-words.ts';
import type { KnowledgeIndex } from '../src/store/knowledge/knowledge-index.ts';
import { createMultilingualIndex } from '../src/store/knowledge/multilingual-index.ts';

/**
 * How the shipped translations answer: each phrasing of an article is taken out of it and asked. Right: from the section that
 * it stood under; beside: from another one of that article. Constants of rank-in-language.ts were chosen by the sum.
 */
const SHIPPED = { candidates: 5, passages: 3, floor: 0.35 };
const NOW = new Date('2026-11-22T12:00:00Z');
const OUTCOMES = ['right', 'beside', 'wrong', 'unanswered'] as const;
type Outcome = (typeof OUTCOMES)[number];

async function main(): Promise<void> {
  const index = createMultilingualIndex();
  const folder = fileURLToPath(new URL('../config/knowledge', import.meta.url));
  const source = { name: 'shipped', folder, category: 'general', audience: 'public', priority: 'high', refresh: 'weekly' } as const;
  const store = createArticleStore([source], '/', index);
  await store.sync();
  const articles = (await store.articles()).filter(({ language, audience }) => language !== undefined && audience === 'public');
  const retriever = createRetriever(index, SHIPPED);
  const total = new Map<Outcome, number>();
  process.stdout.write(`language\t${OUTCOMES.join('\t')}\n`);
  for (const language of new Set(articles.map((article) => article.language))) {
    const counts = new Map<Outcome, number>();
    for (const article of articles) {
      if (article.language !== language) continue;
      for (const outcome of await askAll(article, index, retriever)) {
        for (const into of [counts, total]) into.set(outcome, (into.get(outcome) ?? 0) + 1);
      }
    }
    process.stdout.write(line(language ?? DEFAULT_LANGUAGE, counts));
  }
  process.stdout.write(line('all', total));
}

async function askAll(article: Article, index: KnowledgeIndex, retriever: Retriever): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const block of article.asked ?? []) {
    for (const question of block.questions.length > 1 ? block.questions : []) {
      await index.upsert(passagesOf({ ...article, asked: without(article.asked ?? [], block, question) }));
      outcomes.push(await ask(question, article, retriever));
    }
  }
  await index.upsert(passagesOf(article));
  return outcomes;
}

const without = (asked: readonly AskedFor[], block: AskedFor, question: string): readonly AskedFor[] =>
  asked.map((one) => (one === block ? { ...one, questions: one.questions.filter((other) => other !== question) } : one));

async function ask(question: string, article: Article, retriever: Retriever): Promise<Outcome> {
  const { language = DEFAULT_LANGUAGE } = article;
  const found = await retriever.find(question, { intentCategories: [], audience: 'public', validAt: NOW, language });
  const [best] = found;
  if (!best || composeAnswer(question, found) === undefined) return 'unanswered';
  if (best.article !== article.id) return 'wrong';
  return passagesOf(article).find(({ asked }) => asked?.includes(question))?.chunk === best.chunk ? 'right' : 'beside';
}

function line(name: string, counts: ReadonlyMap<Outcome, number>): string {
  const sum = [...counts.values()].reduce((all, count) => all + count, 0);
  return `${name}\t${OUTCOMES.map((outcome) => `${counts.get(outcome) ?? 0} (${((100 * (counts.get(outcome) ?? 0)) / Math.max(1, sum)).toFixed(1)} %)`).join('\t')}\n`;
}

await main();
