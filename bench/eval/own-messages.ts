import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { expectedCalibrationError } from '../../src/agent/router/calibration.ts';
import { openIntentModel, trainIntentModel } from '../../src/agent/router/intent-model.ts';
import type { Signal, Understanding } from '../../src/domain/classification.ts';
import type { EvalRow } from './row.ts';
import { intentOfTopic, shippedTraining, understandShipped } from './shipped-router.ts';

const FIXTURES = new URL('../../test/agent/router/fixtures/', import.meta.url);
const readFixture = (name: string): unknown => parse(readFileSync(fileURLToPath(new URL(name, FIXTURES)), 'utf8'));

const line = z.tuple([z.enum(['customer', 'agent']), z.string()]);
const hardRow = z.union([z.tuple([z.string(), z.string()]), z.tuple([z.string(), z.string(), z.array(line)])]);

export interface HardMessage {
  readonly group: string;
  /** For each request the topics that are right. */
  readonly wanted: readonly (readonly string[])[];
  readonly text: string;
  readonly history: readonly { readonly role: 'customer' | 'agent'; readonly text: string }[];
}

/** Messages as customers really write them, frozen before the router was tuned. */
export function readHardMessages(): readonly HardMessage[] {
  const groups = z.record(z.string(), z.array(hardRow)).parse(readFixture('hard-messages.yaml'));
  return Object.entries(groups).flatMap(([group, rows]) =>
    rows.map(([topics, text, history = []]) => ({
      group,
      wanted: topics.split('+').map((one) => one.split('|')),
      text,
      history: history.map(([role, words]) => ({ role, text: words })),
    })),
  );
}

export const ESCALATING: readonly Signal[] = ['asks_for_human', 'mentions_legal', 'disputes_charge'];

export function readMustEscalate(): Readonly<Record<string, readonly string[]>> {
  return z.record(z.string(), z.array(z.string())).parse(readFixture('must-escalate.yaml'));
}

/** Every request is found, none besides, whatever their order. `nameOf` makes topics or intents of both sides. */
export function isUnderstood(
  { wanted }: HardMessage,
  { classifications, signals }: Understanding,
  nameOf: (topic: string) => string,
): boolean {
  const left = classifications.map(({ topic }) => nameOf(topic));
  const found = wanted.every((topics) => {
    if (topics.includes('human_request') && signals.has('asks_for_human')) {
      left.pop();
      return true;
    }
    const at = left.findIndex((name) => topics.some((topic) => nameOf(topic) === name));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return found && left.length === 0;
}

export const hardMessages: EvalRow = {
  about: 'messages that are rude, terse, misspelled, dictated, long, manifold or hang on what was said before',
  needs: [],
  run() {
    const read = readHardMessages().map((message) => ({ message, understanding: understandShipped(message.text, message.history) }));
    const share = (nameOf: (topic: string) => string) =>
      (100 * read.filter(({ message, understanding }) => isUnderstood(message, understanding, nameOf)).length) / read.length;
    const split = `own set, frozen before tuning, ${read.length}; first contact: topics 72.7, intents 78.3`;
    return Promise.resolve([
      { what: 'hard messages, all topics right', value: share((topic) => topic), unit: '%', split },
      { what: 'hard messages, all intents right', value: share(intentOfTopic), unit: '%', split },
    ]);
  },
};

export const mustEscalate: EvalRow = {
  about: 'wishes for a person, legal mentions and disputed charges in words that were not learned',
  needs: [],
  run() {
    const set = readMustEscalate();
    const missed = ESCALATING.flatMap((signal) => (set[signal] ?? []).filter((text) => !understandShipped(text).signals.has(signal)));
    const all = ESCALATING.flatMap((signal) => set[signal] ?? []);
    const harmless = set.none ?? [];
    const alarms = harmless.filter((text) => ESCALATING.some((signal) => understandShipped(text).signals.has(signal)));
    return Promise.resolve([
      {
        what: 'must escalate: missed',
        value: missed.length,
        unit: 'texts',
        goal: { atMost: 0 },
        split: `own set, ${all.length}; first contact: 90 missed`,
      },
      {
        what: 'lookalikes: false alarms',
        value: alarms.length,
        unit: 'texts',
        goal: { atMost: 5 },
        split: `own set, ${harmless.length}; first contact: 7`,
      },
    ]);
  },
};

const FOLDS = 3;

export const calibration: EvalRow = {
  about: 'what the shipped router promises against what it keeps, each utterance judged by a model that never saw it',
  needs: [],
  run() {
    const { examples, outOfScope } = shippedTraining;
    const judged = Array.from({ length: FOLDS }, (_, fold) => {
      const kept = <T>(rows: readonly T[]) => rows.filter((__, i) => i % FOLDS !== fold);
      const left = <T>(rows: readonly T[]) => rows.filter((__, i) => i % FOLDS === fold);
      const model = openIntentModel(
        trainIntentModel({ ...shippedTraining, examples: kept(examples), outOfScope: kept(outOfScope) }, 'quick'),
      );
      const outside = { intent: '', topic: '' };
      return [...left(examples), ...left(outOfScope).map((text) => ({ text, ...outside }))].map(({ text, intent, topic }) => {
        const { best, confidence } = model.predict(text);
        return { inScope: intent !== '', right: best.intent === intent, rightTopic: best.topic === topic, confidence };
      });
    }).flat();
    const inScope = judged.filter((row) => row.inScope);
    const share = (rows: readonly unknown[]) => (100 * rows.length) / inScope.length;
    const split = `own utterances, ${FOLDS} folds, ${judged.length}`;
    return Promise.resolve([
      { what: 'shipped router, intents', value: share(inScope.filter((row) => row.right)), unit: '%', split },
      { what: 'shipped router, topics', value: share(inScope.filter((row) => row.rightTopic)), unit: '%', split },
      {
        what: 'shipped router, calibration error',
        value:
          100 *
          expectedCalibrationError(
            judged.map((row) => row.confidence),
            judged.map((row) => row.right),
          ),
        unit: 'points',
        goal: { atMost: 5 },
        split,
      },
    ]);
  },
};
