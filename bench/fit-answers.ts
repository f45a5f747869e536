/**
 * Fits the weights of src/agent/knowledge/answer-confidence.ts and prints them: `node bench/fit-answers.ts`. Learned from are
 * the questions of test/agent/knowledge/fixtures that are for development, and every ninth phrasing of the shop's articles,
 * asked with itself left out. The order is fitted as a choice among all sections, the confidence as a yes or no on the first.
 */
import process from 'node:process';
import { CONFIDENCE_SIGNS, confidenceSigns } from '../src/agent/knowledge/answer-confidence.ts';
import { passagesOf } from '../src/agent/knowledge/article.ts';
import { createArticleStore } from '../src/agent/knowledge/article-store.ts';
import { judgeSections, type JudgedSection } from '../src/agent/knowledge/judge-sections.ts';
import { readerOf } from '../src/agent/knowledge/reading.ts';
import { AROUND, readParts, sectionsFor, type Section } from '../src/agent/knowledge/retrieve.ts';
import { readSection } from '../src/agent/knowledge/section-reading.ts';
import { createMultilingualIndex } from '../src/store/knowledge/multilingual-index.ts';
import { DEVELOPMENT_SETS, anyone, SHOP_ARTICLES, type QuestionSet } from '../test/agent/knowledge/question-set.ts';

/** Of the phrasings one in so many is asked. */
const EVERY = 9;
/** A phrasing is nearer to its siblings than a customer's question is, so it counts less; one asked without its article even less. */
const OF_PHRASING = 0.2;
const WITHOUT_ARTICLE = 0.05;
/** An answer to what no article answers is worse than silence. */
const OF_UNANSWERABLE = 1.5;
/** The calibration set is as large as all others together and its questions are shorter than most customers'. */
const OF_KNOWN = 0.4;
/** Keeps weights of signs that tell little near zero. */
const RIDGE = 0.5;

type Judged = readonly JudgedSection<Section>[];
interface Example {
  readonly set: string;
  readonly judged: Judged;
  readonly answerable: boolean;
  readonly isRight: (section: Section) => boolean;
  readonly weight: number;
}

const source = {
  name: 'help',
  folder: SHOP_ARTICLES,
  category: 'general',
  audience: 'public',
  priority: 'high',
  refresh: 'weekly',
} as const;
const index = createMultilingualIndex();
const store = createArticleStore([source], '/', index);
await store.sync();
const articles = (await store.articles()).filter(
  ({ audience, validUntil }) => audience === 'public' && !(validUntil && validUntil < anyone.validAt),
);
const reader = await readerOf();
const filter = { audience: 'public', validAt: anyone.validAt } as const;

async function judge(text: string, change: (found: readonly Section[]) => readonly Section[]): Promise<Judged> {
  const [part] = readParts(text, reader);
  if (!part) return [];
  const found = change(await sectionsFor(index, part, reader, filter));
  return judgeSections({ ...part, contextWeight: AROUND }, found);
}

/** Every `every`-th phrasing asked with itself left out, and another one with its whole article left out, so that nothing answers it. */
async function ofPhrasings(every: number): Promise<readonly Example[]> {
  const phrasings = articles
    .filter((article) => article.language === undefined)
    .flatMap((article) => passagesOf(article))
    .flatMap(({ article, chunk, asked = [] }) => asked.map((phrasing) => ({ article, chunk, phrasing })));
  const examples: Example[] = [];
  for (const [place, { article, chunk, phrasing }] of phrasings.entries()) {
    if (place % every === 0) {
      const judged = await judge(phrasing, (found) => found.map((one) => without(one, { article, chunk, phrasing })));
      const isRight = ({ passage }: Section): boolean => passage.article === article && passage.chunk === chunk;
      examples.push({ set: 'phrasings', judged, answerable: true, isRight, weight: OF_PHRASING });
    }
    if (place % every === Math.min(4, every - 1)) {
      const judged = await judge(phrasing, (found) => found.filter((one) => one.article !== article));
      examples.push({ set: 'phrasings', judged, answerable: false, isRight: () => false, weight: WITHOUT_ARTICLE });
    }
  }
  return examples;
}

function without(
  section: Section,
  { article, chunk, phrasing }: { readonly article: string; readonly chunk: number; readonly phrasing: string },
): Section {
  const { passage } = section;
  if (passage.article !== article || passage.chunk !== chunk) return section;
  const left = { ...passage, asked: (passage.asked ?? []).filter((other) => other !== phrasing) };
  return { article, passage: left, reading: readSection(left, reader) };
}

async function ofQuestions(set: string, { answerable, unanswerable }: QuestionSet): Promise<readonly Example[]> {
  const weight = set === 'known' ? OF_KNOWN : 1;
  const ask = (text: string): Promise<Judged> => judge(text, (found) => found);
  const examples: Example[] = [];
  for (const one of answerable)
    examples.push({ set, judged: await ask(one.ask), answerable: true, isRight: ({ article }) => one.in.includes(article), weight });
  for (const text of unanswerable)
    examples.push({ set, judged: await ask(text), answerable: false, isRight: () => false, weight: weight * OF_UNANSWERABLE });
  return examples;
}

const RANKED = ['likelihood', 'phrasings', 'nearest', 'letters', 'covered'] as const;

/** Weights under which the right sections are likeliest to be chosen, by gradient ascent. */
function fitRank(examples: readonly Example[]): readonly number[] {
  const cases = examples
    .map(({ judged, isRight, weight }) => ({
      weight,
      rows: judged.map(({ section, signs }) => ({ right: isRight(section), values: RANKED.map((name) => signs[name]) })),
    }))
    .filter(({ rows }) => rows.some(({ right }) => right));
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  let weights: readonly number[] = RANKED.map(() => 2);
  for (let step = 0; step < 200; step++) {
    const slope = RANKED.map(() => 0);
    for (const { rows, weight } of cases) {
      const odds = rows.map(({ values }) => Math.exp(dot(weights, values)));
      const all = sum(odds);
      const right = sum(odds.filter((_, at) => rows[at]?.right));
      rows.forEach(({ values, right: isRight }, at) => {
        const gain = (isRight ? (odds[at] ?? 0) / right : 0) - (odds[at] ?? 0) / all;
        values.forEach((value, sign) => (slope[sign] = (slope[sign] ?? 0) + weight * gain * value));
      });
    }
    weights = weights.map((weight, sign) => weight + (4 * (slope[sign] ?? 0)) / total);
  }
  return weights;
}

interface Row {
  readonly values: readonly number[];
  readonly right: number;
  readonly weight: number;
}

function rowOf({ judged, isRight, weight }: Example): Row {
  const [first] = judged;
  if (!first) return { values: [], right: 0, weight: 0 };
  return { values: Object.values(confidenceSigns(first.signs, first.standing)), right: isRight(first.section) ? 1 : 0, weight };
}

/** A logistic regression by Newton's method, with a ridge. */
function fitConfidence(rows: readonly Row[]): readonly number[] {
  let weights: readonly number[] = CONFIDENCE_SIGNS.map(() => 0);
  const size = weights.length;
  for (let step = 0; step < 25; step++) {
    const equations = weights.map((weight, at) => {
      const held = at === 0 ? 0.001 : RIDGE;
      return [...weights.map((_, other) => (other === at ? held : 0)), -held * weight];
    });
    for (const { values, right, weight } of rows) {
      const likely = 1 / (1 + Math.exp(-dot(weights, values)));
      values.forEach((value, at) => {
        const equation = equations[at];
        if (!equation) return;
        values.forEach((other, place) => (equation[place] = (equation[place] ?? 0) + weight * likely * (1 - likely) * value * other));
        equation[size] = (equation[size] ?? 0) + weight * (right - likely) * value;
      });
    }
    const change = solve(equations);
    weights = weights.map((weight, at) => weight + (change[at] ?? 0));
  }
  return weights;
}

/** Gauss and Jordan; the last column is the right-hand side. */
function solve(equations: readonly number[][]): readonly number[] {
  const rows = equations.map((row) => [...row]);
  rows.forEach((row, at) => {
    const pivot = row[at] ?? 1;
    rows.forEach((other, place) => {
      if (place === at) return;
      const times = (other[at] ?? 0) / pivot;
      row.forEach((value, column) => (other[column] = (other[column] ?? 0) - times * value));
    });
  });
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const dot = (weights: readonly number[], values: readonly number[]): number => sum(values.map((value, at) => value * (weights[at] ?? 0)));
const percent = (part: number, all: number): string => `${((100 * part) / Math.max(1, all)).toFixed(1)} %`;

/** Each question judged by weights that were fitted on the others: in five parts, the same share of every set in each. */
function crossValidate(examples: readonly Example[]): void {
  const placed = examples.map((example, at) => ({ ...example, row: rowOf(example), part: at % PARTS }));
  const judged = Array.from({ length: PARTS }, (_, part) => part).flatMap((part) => {
    const weights = fitConfidence(placed.filter((one) => one.part !== part).map(({ row }) => row));
    return placed.filter((one) => one.part === part).map((one) => ({ ...one, sure: 1 / (1 + Math.exp(-dot(weights, one.row.values))) }));
  });
  for (const set of Object.keys(DEVELOPMENT_SETS)) {
    const asked = judged.filter((one) => one.set === set && one.answerable);
    const none = judged.filter((one) => one.set === set && !one.answerable);
    process.stdout.write(`${set}: right article first ${percent(asked.filter(({ row }) => row.right === 1).length, asked.length)}\n`);
    for (const floor of FLOORS) {
      const said = asked.filter(({ sure }) => sure >= floor);
      const wrong = said.filter(({ row }) => row.right === 0).length;
      const needless = none.filter(({ sure }) => sure >= floor).length;
      process.stdout.write(
        `  from ${floor}: ${percent(said.length - wrong, asked.length)} right, ${percent(wrong, asked.length)} wrong, ${percent(needless, none.length)} needless\n`,
      );
    }
  }
}
const PARTS = 5;
const FLOORS = [0.45, 0.5, 0.55, 0.6, 0.65, 0.7];

const examples = [...(await ofPhrasings(EVERY))];
for (const [name, set] of Object.entries(DEVELOPMENT_SETS)) examples.push(...(await ofQuestions(name, set)));
const shown = (weights: readonly number[], signs: readonly string[]): string =>
  signs.map((name, at) => `${name}: ${weights[at]?.toFixed(2)}`).join(', ');
process.stdout.write(`RANK ${shown(fitRank(examples), RANKED)}\n`);
process.stdout.write(`CONFIDENCE ${shown(fitConfidence(examples.map(rowOf)), CONFIDENCE_SIGNS)}\n`);
crossValidate(examples);
