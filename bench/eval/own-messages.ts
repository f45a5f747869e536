import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { expectedCalibrationError } from '../../src/agent/router/calibration.ts';
import { openIntentModel, trainIntentModel } from '../../src/agent/router/intent-model.ts';
import type { Signal, Understanding } from '../../src/domain/classification.ts';
import type { EvalRow, Score } from './row.ts';
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

/** Signals that bring a message to a person at once. */
export const ESCALATING: readonly Signal[] = ['reports_danger', 'asks_for_human', 'mentions_legal', 'disputes_charge'];

interface MustEscalateSet {
  readonly file: string;
  /** What was missed, and what was seen where it is not, before anybody tuned on it. */
  readonly firstContact: string;
  /** Nothing was tuned on it: no goal, the figure itself is what to expect of words that nobody has seen. */
  readonly untouched?: true;
}

/** Each was written and frozen before the rules were looked at again. */
export const MUST_ESCALATE_SETS: Readonly<Record<string, MustEscalateSet>> = {
  'must escalate': { file: 'must-escalate.yaml', firstContact: '90 missed, 7 false alarms' },
  'second set': { file: 'must-escalate-second.yaml', firstContact: '57 missed, 4 false alarms' },
  'third set': {
    file: 'must-escalate-third.yaml',
    firstContact: '31 missed; 6 after the rules had been widened by the second, 1 false alarm',
  },
  'untouched set': {
    file: 'must-escalate-fourth.yaml',
    firstContact: '28 missed, 1 false alarm; of its 10 dangers all, before the topic `danger` had utterances',
    untouched: true,
  },
  'fifth set': { file: 'must-escalate-fifth.yaml', firstContact: '32 missed, 9 false alarms' },
  'sixth set, untouched': {
    file: 'must-escalate-sixth.yaml',
    firstContact: '22 missed, 9 false alarms; by the rules and utterances before them 45 and 10',
    untouched: true,
  },
};

/** Texts by what has to be heard in them; `none`: nothing. */
export function readMustEscalate({ file }: MustEscalateSet): Readonly<Record<string, readonly string[]>> {
  return z.record(z.string(), z.array(z.string())).parse(readFixture(file));
}

/** Share of harmless texts that may look like more. */
export const MOST_FALSE_ALARMS = 0.05;

const escalates = (signals: Understanding['signals']): boolean => ESCALATING.some((signal) => signals.has(signal));

/** Anger counts as one of the angry messages that hand over; everything else hands over by itself. */
export const isHeard = (group: string, { signals }: Understanding): boolean =>
  group === 'angry' ? signals.has('angry') : group === 'disputes_charge' ? signals.has('disputes_charge') : escalates(signals);

export const isFalseAlarm = ({ signals }: Understanding): boolean => escalates(signals) || signals.has('angry');

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
  about: 'danger, wishes for a person, legal mentions, disputed charges and anger in words that were not learned',
  needs: [],
  run() {
    return Promise.resolve(Object.entries(MUST_ESCALATE_SETS).flatMap(([name, set]) => scoresOfSet(name, set)));
  },
};

function scoresOfSet(name: string, set: MustEscalateSet): Score[] {
  const { none: harmless = [], ...groups } = readMustEscalate(set);
  const all = Object.entries(groups).flatMap(([group, texts]) => texts.map((text) => ({ group, text })));
  const missed = all.filter(({ group, text }) => !isHeard(group, understandShipped(text)));
  const alarms = harmless.filter((text) => isFalseAlarm(understandShipped(text)));
  const split = (count: number) => `own set, ${count}; first contact: ${set.firstContact}`;
  return [
    {
      what: `${name}: missed`,
      value: missed.length,
      unit: 'texts',
      ...(set.untouched ? {} : { goal: { atMost: 0 } }),
      split: split(all.length),
    },
    {
      what: `${name}: false alarms`,
      value: alarms.length,
      unit: 'texts',
      ...(set.untouched ? {} : { goal: { atMost: Math.ceil(harmless.length * MOST_FALSE_ALARMS) } }),
      split: split(harmless.length),
    },
  ];
}

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
