import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { passagesOf } from '../../src/agent/knowledge/article.ts';
import { createResolvedMemory, type ResolvedMemory } from '../../src/agent/knowledge/resolved-memory.ts';
import { searchArticles } from '../../src/agent/knowledge/search-articles.ts';
import { createInProcessIndex } from '../../src/store/knowledge/in-process-index.ts';
import { UNSEEN_QUESTIONS, half, judge, openArticles, readQuestionSet } from '../../test/agent/knowledge/question-set.ts';
import { readEntailmentSet, stoppedBy } from '../../test/agent/quality/entailment-set.ts';
import type { EvalRow, Score } from './row.ts';

const percent = (part: number, all: number): number => (100 * part) / Math.max(1, all);

export const claims: EvalRow = {
  about: 'claims against the passage that a reply cites',
  needs: [],
  async run() {
    const { heldBack } = readEntailmentSet();
    const wrong = heldBack.filter(({ label }) => label !== 'true');
    const right = heldBack.filter(({ label }) => label === 'true');
    const stopped = (some: typeof heldBack): number => percent(some.filter((claim) => stoppedBy(claim) !== undefined).length, some.length);
    const split = 'held-back half of the frozen set, by passage';
    return [
      {
        what: 'contradictions blocked',
        value: stopped(wrong),
        unit: '%',
        goal: { atLeast: 95 },
        split: `${split}, ${wrong.length} claims`,
      },
      { what: 'true claims blocked', value: stopped(right), unit: '%', goal: { atMost: 3 }, split: `${split}, ${right.length} claims` },
    ];
  },
};

export const answers: EvalRow = {
  about: 'freely worded questions to the shop’s articles',
  needs: [],
  async run() {
    const judged = await judge(half(readQuestionSet(UNSEEN_QUESTIONS), 'even'), await openArticles());
    const share = (outcome: string): number => percent(judged.filter((one) => one.outcome === outcome).length, judged.length);
    const split = `held-back half of the frozen set, ${judged.length} questions`;
    return [
      { what: 'answered rightly', value: share('right'), unit: '%', split },
      { what: 'answered from a wrong article', value: share('wrong'), unit: '%', goal: { atMost: 3 }, split },
    ];
  },
};

const document = z.object({ id: z.string(), title: z.string(), content: z.string() });
const task = z.object({ task_id: z.string(), query_scenario: z.string(), relevant: z.array(z.string()) });
const BANKING = 'tau/banking_knowledge';

export const banking: EvalRow = {
  about: 'documents that banking tasks need',
  needs: [BANKING],
  async run(dataFolder) {
    const folder = path.join(dataFolder, BANKING);
    const names = (await readdir(path.join(folder, 'documents'))).sort();
    const texts = await Promise.all(names.map((name) => readFile(path.join(folder, 'documents', name), 'utf8')));
    const fixed = {
      category: 'general',
      audience: 'public',
      priority: 'high',
      updatedAt: new Date(0),
      validUntil: undefined,
      url: undefined,
    } as const;
    const index = createInProcessIndex();
    await index.upsert(
      texts
        .map((text) => document.parse(JSON.parse(text)))
        .flatMap(({ id, title, content }) => [...passagesOf({ ...fixed, id, title, body: content })]),
    );
    const lines = (await readFile(path.join(folder, 'qrels.jsonl'), 'utf8')).trim().split('\n');
    const tasks = lines.map((line) => task.parse(JSON.parse(line)));
    const memory = createResolvedMemory(tasks.map((one) => ({ id: one.task_id, text: one.query_scenario, docs: one.relevant })));
    const recall = async (recalled: ResolvedMemory | undefined): Promise<number> => {
      let sum = 0;
      for (const { task_id: id, query_scenario: query, relevant } of tasks) {
        const filter = { audience: 'public', validAt: new Date(0) } as const;
        const found = await searchArticles(index, recalled, { id, query, filter, by: 'doc', limit: 10 });
        sum += found.filter(({ doc }) => relevant.includes(doc)).length / relevant.length;
      }
      return sum / tasks.length;
    };
    const split = `visible tasks, whole scenario, ${tasks.length}`;
    const scores: readonly Score[] = [
      { what: 'recall@10, text alone', value: await recall(undefined), unit: 'share', goal: { atLeast: 0.38 }, split },
      {
        what: 'recall@10, resolved tickets',
        value: await recall(memory),
        unit: 'share',
        goal: { atLeast: 0.6 },
        split: `${split}, own one left out`,
      },
    ];
    return scores;
  },
};
