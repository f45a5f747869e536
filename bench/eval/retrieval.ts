import path from 'node:path';
import { createResolvedMemory } from '../../src/agent/knowledge/resolved-memory.ts';
import type { RankingParts } from '../../src/agent/knowledge/search-articles.ts';
import {
  BANKING,
  drawn,
  foundAgain,
  HELPCENTRE,
  KNOWN_ITEM_QUERIES,
  readKnownItems,
  readTaskSet,
  recallOf,
  type Recall,
  type TaskSet,
} from './retrieval-sets.ts';
import type { EvalRow, Score } from './row.ts';

const share = (what: string, value: number, split: string, atLeast?: number): Score => ({
  what,
  value,
  unit: 'share',
  split,
  ...(atLeast === undefined ? {} : { goal: { atLeast } }),
});

const splitOf = ({ documents, tickets }: TaskSet): string => `visible tasks, whole scenario, ${tickets.length} over ${documents} documents`;

/** Recall@10 is the figure with a goal; the others are told beside it. */
const recalls = (name: string, { at3, at5, at10, hit10 }: Recall, split: string, atLeast?: number): Score[] => [
  share(`${name}: recall@3`, at3, split),
  share(`${name}: recall@5`, at5, split),
  share(`${name}: recall@10`, at10, split, atLeast),
  share(`${name}: hit@10`, hit10, split),
];

const DRAWS = [1, 2, 3, 4, 5];
/** So few resolved tickets must not make anything worse. */
const SMALL_MEMORIES = [10, 20];

export const banking: EvalRow = {
  about: 'documents that banking tasks need, found by their scenario, with and without the memory of resolved tickets',
  needs: [BANKING],
  async run(dataFolder) {
    const set = await readTaskSet(path.join(dataFolder, BANKING));
    const split = splitOf(set);
    const alone = await recallOf(set);
    const all = await recallOf(set, createResolvedMemory(set.tickets));
    const small = await Promise.all(
      SMALL_MEMORIES.map(async (count) => {
        const draws = await Promise.all(DRAWS.map((seed) => recallOf(set, createResolvedMemory(drawn(set.tickets, count, seed)))));
        const worst = Math.min(...draws.map(({ at10 }) => at10));
        return share(
          `${count} resolved tickets: recall@10`,
          worst,
          `${split}, worst of ${DRAWS.length} draws; goal: text alone`,
          alone.at10,
        );
      }),
    );
    return [...recalls('text alone', alone, split, 0.38), ...recalls('resolved tickets', all, `${split}, own one left out`, 0.6), ...small];
  },
};

/** What is left out, one at a time. */
const WITHOUT: Readonly<Record<string, RankingParts>> = {
  'words of conversation not weakened': { subject: false, chunks: true },
  'best chunk of an article only': { subject: true, chunks: false },
  'neither ingredient': { subject: false, chunks: false },
};

export const ablation: EvalRow = {
  about: 'what each ingredient of the ranking is worth',
  needs: [BANKING],
  async run(dataFolder) {
    const set = await readTaskSet(path.join(dataFolder, BANKING));
    const scores: Score[] = [share('recall@10 with all', (await recallOf(set)).at10, splitOf(set))];
    for (const [what, parts] of Object.entries(WITHOUT))
      scores.push(share(what, (await recallOf(set, undefined, parts)).at10, splitOf(set)));
    return scores;
  },
};

export const knownItems: EvalRow = {
  about: 'articles of a help centre, asked for by what is known of them',
  needs: [HELPCENTRE],
  async run(dataFolder) {
    const items = await readKnownItems(path.join(dataFolder, HELPCENTRE));
    const scores: Score[] = [];
    for (const [what, queryOf] of Object.entries(KNOWN_ITEM_QUERIES)) {
      const { first, first10, asked } = await foundAgain(items, queryOf);
      const split = `Mattermost help centre, ${asked} of ${items.articles.length} articles`;
      scores.push(share(`known by ${what}: first`, first, split), share(`known by ${what}: in the first 10`, first10, split));
    }
    return scores;
  },
};
