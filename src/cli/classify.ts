import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { findEntities } from '../agent/router/entities.ts';
import { entitiesInShop, type ShopSide } from '../agent/router/in-the-shop.ts';
import { createLanguageChooser } from '../agent/router/choose-language.ts';
import { catalogueIn, languageOf } from '../agent/languages/index.ts';
import { trainOnLabels, type LabelledLine } from '../agent/router/labelled-router.ts';
import { inlineRouter } from '../agent/router/local-router.ts';
import { sharedCacheFolder } from '../agent/router/model-cache.ts';
import { indexProductNames } from '../agent/router/product-names.ts';
import { dayIn } from '../agent/router/relative-day.ts';
import { findSignals } from '../agent/router/signals.ts';
import { demoProductNames } from '../app/demo-product-names.ts';
import { routerSettings } from '../app/router-settings.ts';
import { loadConfig, type Config } from '../config.ts';
import type { Entity, Signal } from '../domain/classification.ts';
import { AppError } from '../domain/error.ts';
import type { Command } from './command.ts';
import { filterLines, lineId, parseLine } from './json-lines.ts';

const question = z.object({
  id: lineId,
  text: z.string(),
  history: z.array(z.object({ role: z.enum(['customer', 'agent']), text: z.string() })).default([]),
});
type Question = z.infer<typeof question>;

/** One line of output without its id. */
interface Classified {
  readonly intent: string;
  readonly intents: readonly { readonly intent: string; readonly confidence: number }[];
  readonly confidence: number;
  readonly entities: readonly Entity[];
  /** Those of the command's contract, whose list scripts know by heart; danger stands beside them. */
  readonly signals: readonly Signal[];
  readonly danger: boolean;
  readonly language: string;
}

type Classify = (asked: Question) => Promise<Classified>;

/** What the router makes of messages: product.md §4. */
export const classifyCommand: Command = {
  name: 'classify',
  summary: 'intent, confidence, entities and signals of messages, one JSON line each',
  help: `Usage: deskhand classify [--train FILE] < messages.jsonl

Reads JSON lines {"id":1,"text":"…","history":[{"role":"customer"|"agent","text":"…"}]} and writes one JSON line for each,
in order: {"id","intent","intents":[{"intent","confidence"}],"confidence","entities","signals","danger","language"}.
Dates told from today ("last Tuesday") have the day as their value, products the name that the demo shop gives them.
confidence is the probability that the best intent is right; offsets of entities count Unicode code points.
A line that cannot be read gives {"id":null,"line","error"}, the rest goes on, and the exit code is 1.

Options:
  --train FILE   learn from JSON lines {"text","intent"} instead of config/intents.yaml;
                 lines with the intent "oos" or "out_of_scope" belong to no intent

Examples:
  echo '{"id":1,"text":"where is LF-10001?"}' | deskhand classify
  deskhand classify --train labelled.jsonl < messages.jsonl
`,
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: { train: { type: 'string' } }, strict: true });
    const config = await loadConfig(io.env);
    const classify =
      values.train === undefined ? configuredClassifier(config, await shopSideOf(config)) : await labelledClassifier(values.train, config);
    return await filterLines(io, question, async (asked) => ({ id: asked.id ?? null, ...(await classify(asked)) }));
  },
};

/** Products are those of the demo shop: a filter does not call a company's own system. */
async function shopSideOf(config: Config): Promise<() => ShopSide> {
  const products = indexProductNames(await demoProductNames(config));
  return () => ({ today: dayIn(new Date(), config.playbook.agent.company.timezone), products });
}

function configuredClassifier(config: Config, shop: () => ShopSide): Classify {
  const router = inlineRouter({ ...routerSettings(config), cacheFolder: sharedCacheFolder() });
  return async ({ text, history }) => {
    const understood = await router.understand(text, history);
    const intents = understood.classifications.map(({ intent, confidence }) => ({ intent, confidence: rounded(confidence) }));
    return {
      intent: intents[0]?.intent ?? 'other',
      intents,
      confidence: intents[0]?.confidence ?? 0,
      entities: entitiesInShop(understood.entities, text, {
        ...shop(),
        catalogue: catalogueIn(languageOf(understood.language), config.playbook),
      }),
      ...signalsOf([...understood.signals]),
      language: understood.language,
    };
  };
}

async function labelledClassifier(path: string, { playbook, utterances, outOfScope, languageFiles }: Config): Promise<Classify> {
  const { orderIdPattern } = playbook.agent;
  const chooser = createLanguageChooser(
    [...Object.values(utterances).flatMap((topics) => Object.values(topics).flat()), ...outOfScope],
    languageFiles,
  );
  const model = trainOnLabels(await readLabelledLines(path));
  return ({ text, history }) => {
    const { intent, confidence: exact } = model.predict(text);
    const confidence = rounded(exact);
    const language = chooser.choose(text, undefined).code;
    return Promise.resolve({
      intent,
      intents: [{ intent, confidence }],
      confidence,
      entities: findEntities(text, orderIdPattern),
      ...signalsOf(findSignals(text, history, languageOf(language)).map(({ signal }) => signal)),
      language,
    });
  };
}

const signalsOf = (raised: readonly Signal[]): Pick<Classified, 'signals' | 'danger'> => ({
  signals: raised.filter((signal) => signal !== 'reports_danger'),
  danger: raised.includes('reports_danger'),
});

const labelledLine = z.object({ text: z.string(), intent: z.string().min(1) });

async function readLabelledLines(path: string): Promise<LabelledLine[]> {
  const content = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('usage', `--train: ${path} cannot be read`, {
      retryable: false,
      cause,
      hint: 'Name a file of JSON lines {"text","intent"}.',
    });
  });
  const lines = content.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const read = parseLine(line, labelledLine);
    if (read.kind === 'bad') throw new AppError('usage', `--train: ${path}:${i + 1}: ${read.error}`, { retryable: false });
    return [read.value];
  });
  if (new Set(lines.map((line) => line.intent)).size < 2) {
    throw new AppError('usage', `--train: ${path} holds fewer than two intents`, {
      retryable: false,
      hint: 'A classifier needs something to tell apart.',
    });
  }
  return lines;
}

/** Four digits are more than a probability from some hundred texts can mean. */
function rounded(confidence: number): number {
  return Math.round(confidence * 10_000) / 10_000;
}
