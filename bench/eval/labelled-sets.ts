import { trainOnLabels, type LabelledLine } from '../../src/agent/router/labelled-router.ts';
import type { IntentModel } from '../../src/agent/router/intent-model.ts';
import { areaUnderCurve, BANKING, CLINC, firstOfEachIntent, readClinc, readLabelledCsv, shuffled, splitByIntent } from './intent-sets.ts';
import { processorTime } from '../processor-time.ts';
import type { EvalRow, Score } from './row.ts';

const SEEDS = [1, 2, 3, 4, 5];
const SHOTS = 10;

export const banking77: EvalRow = {
  about: 'classify --train on all lines of Banking77',
  needs: [BANKING],
  run(dataFolder) {
    const { train, test } = splitByIntent(readLabelledCsv(dataFolder, BANKING), 1);
    const { model, seconds } = timed(train);
    const split = `visible part, 4 of 5 lines of each intent learned (${train.length}), the fifth judged (${test.length}), seed 1`;
    return Promise.resolve([
      { what: 'Banking77, full', value: accuracy(model, test), unit: '%', goal: { atLeast: 93 }, split },
      {
        what: 'Banking77, training',
        value: seconds,
        unit: 's',
        goal: { atMost: 60 },
        split: `${train.length} lines, 77 intents, processor time`,
      },
    ]);
  },
};

export const banking77TenShot: EvalRow = {
  about: 'classify --train on ten lines of each intent of Banking77',
  needs: [BANKING],
  run(dataFolder) {
    const { train, test } = splitByIntent(readLabelledCsv(dataFolder, BANKING), 1);
    const accuracies = SEEDS.map((seed) => accuracy(trainOnLabels(firstOfEachIntent(shuffled(train, seed), SHOTS)), test));
    const mean = accuracies.reduce((sum, value) => sum + value, 0) / accuracies.length;
    return Promise.resolve([
      {
        what: `Banking77, ${SHOTS} per intent`,
        value: mean,
        unit: '%',
        goal: { atLeast: 80 },
        split: `visible part, drawn from 4 of 5 lines, the fifth judged (${test.length}), mean of ${SEEDS.length} seeds, ${Math.min(...accuracies).toFixed(1)}–${Math.max(...accuracies).toFixed(1)}`,
      },
    ]);
  },
};

export const clinc150: EvalRow = {
  about: 'classify --train on CLINC150',
  needs: [CLINC],
  run(dataFolder) {
    const part = (name: string) => readClinc(dataFolder, name);
    const [train, test, strange] = [part('train'), part('val'), part('oos_val')];
    const { model, seconds } = timed([...train, ...part('oos_train')]);
    const milliseconds = timeOfEach(model, test);
    const confidences = (lines: readonly LabelledLine[]) => lines.map((line) => model.predict(line.text).confidence);
    const scores: Score[] = [
      {
        what: 'CLINC150, in scope',
        value: accuracy(model, test),
        unit: '%',
        goal: { atLeast: 94 },
        split: `train + oos_train learned, val judged (${test.length})`,
      },
      {
        what: 'CLINC150, out of scope: AUROC by confidence',
        value: 100 * areaUnderCurve(confidences(test), confidences(strange)),
        unit: '%',
        goal: { atLeast: 97 },
        split: `val (${test.length}) against oos_val (${strange.length})`,
      },
      {
        what: 'CLINC150, training',
        value: seconds,
        unit: 's',
        goal: { atMost: 60 },
        split: `${train.length} lines, 150 intents, processor time`,
      },
      {
        what: 'CLINC150, one prediction',
        value: milliseconds,
        unit: 'ms',
        goal: { atMost: 0.5 },
        split: `mean of ${test.length}, processor time`,
      },
    ];
    return Promise.resolve(scores);
  },
};

/** Share of the best in-scope guess that is right, in percent. */
function accuracy(model: IntentModel, test: readonly LabelledLine[]): number {
  return (100 * test.filter((line) => model.predict(line.text).best.intent === line.intent).length) / test.length;
}

function timed(lines: readonly LabelledLine[]): { readonly model: IntentModel; readonly seconds: number } {
  const { result: model, ms } = processorTime(() => trainOnLabels(lines));
  return { model, seconds: ms / 1000 };
}

function timeOfEach(model: IntentModel, lines: readonly LabelledLine[]): number {
  return processorTime(() => lines.forEach((line) => model.predict(line.text))).ms / lines.length;
}
