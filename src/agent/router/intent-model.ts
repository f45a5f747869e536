import { confidenceOf, fitCalibration, fitSharpness, softmax, type Calibration, type Evidence } from './calibration.ts';
import { countFeatures, fitFeatures, indexFeatures, measure, measureAll, type FeatureSpace, type SparseRows } from './features.ts';
import { scoresOf, trainOneVsRest, type LinearOptions, type LinearTask } from './linear-classifier.ts';

/** Part of the cache key: raise it when the same utterances would give another model. */
export const ALGORITHM_VERSION = 3;

/** Below this probability of being right, a text counts as none of the intents. */
const REJECT_BELOW = 0.2;
/** Rows × classes up to which confidence is fitted on all folds; beyond it one fold is enough, and training stays below a minute. */
const ALL_FOLDS_UP_TO = 200_000;
const FOLDS = 3;
const FOLD_OPTIONS: LinearOptions = { cost: 1, passes: 12, tolerance: 0.1 };
const OPTIONS: LinearOptions = { cost: 1, passes: 30, tolerance: 0.05 };
/** From this many texts on, a feature that occurs in only one of them is noise. */
const DROP_SINGLE_FROM = 5000;

export interface LabelledText {
  readonly text: string;
  readonly intent: string;
  readonly topic: string;
}

export interface TrainingSet {
  readonly examples: readonly LabelledText[];
  /** Texts that belong to no intent. */
  readonly outOfScope: readonly string[];
  /** What a rejected text is called. */
  readonly reject: { readonly intent: string; readonly topic: string };
}

export interface TopicClass {
  readonly intent: string;
  readonly topic: string;
  readonly inScope: boolean;
}

/** Everything that prediction needs; plain data, so that it can be kept in a file. */
export interface TrainedModel {
  readonly classes: readonly TopicClass[];
  readonly reject: { readonly intent: string; readonly topic: string };
  readonly space: FeatureSpace;
  readonly weights: Float32Array;
  readonly sharpness: number;
  readonly calibration: Calibration;
}

export interface Prediction {
  readonly intent: string;
  readonly topic: string;
  /** Calibrated probability that the best in-scope intent is right, 0–1; low for what is rejected. */
  readonly confidence: number;
  readonly rejected: boolean;
  /** The best in-scope guess, also when it was rejected. */
  readonly best: { readonly intent: string; readonly topic: string };
}

export interface IntentModel {
  predict(text: string): Prediction;
}

/** Learns topics as classes, texts of no intent as one class more, and confidence from texts held out in turn. */
export function trainIntentModel(training: TrainingSet): TrainedModel {
  const classes = classesOf(training);
  const position = new Map(classes.map((row, i) => [classKey(row.intent, row.topic, row.inScope), i]));
  const texts = [...training.examples.map((row) => row.text), ...training.outOfScope];
  const labels = Int32Array.from([
    ...training.examples.map((row) => position.get(classKey(row.intent, row.topic, true)) ?? 0),
    ...training.outOfScope.map(() => classes.length - 1),
  ]);
  const counted = texts.map(countFeatures);
  const space = fitFeatures(counted, texts.length >= DROP_SINGLE_FROM ? 2 : 1);
  const rows = measureAll(counted, space);
  const task: LinearTask = { rows, labels, used: Int32Array.from(labels.keys()), classes: classes.length, features: space.hashes.length };
  const heldOut = scoreHeldOut(task);
  const heldOutLabels = heldOut.map((row) => labels[row.row] ?? 0);
  const sharpness = fitSharpness(
    heldOut.map((row) => row.scores),
    heldOutLabels,
  );
  const judged = heldOut.map((row) => judge(row.scores, classes, sharpness));
  const calibration = fitCalibration(
    judged.map((row) => row.evidence),
    judged.map((row, i) => isRight(row, classes[heldOutLabels[i] ?? 0])),
  );
  return { classes, reject: training.reject, space, weights: trainOneVsRest(task, OPTIONS), sharpness, calibration };
}

export function openIntentModel(trained: TrainedModel): IntentModel {
  const index = indexFeatures(trained.space);
  return {
    predict(text) {
      const { ids, values } = measure(countFeatures(text), trained.space, index);
      const scores = scoresOf(trained.weights, trained.classes.length, ids, values);
      const judged = judge(scores, trained.classes, trained.sharpness);
      const confidence = confidenceOf(judged.evidence, trained.calibration);
      const best = { intent: judged.intent, topic: judged.topic };
      const rejected = judged.outOfScope || confidence < REJECT_BELOW;
      return { ...(rejected ? trained.reject : best), confidence, rejected, best };
    },
  };
}

interface Judged {
  readonly intent: string;
  readonly topic: string;
  readonly outOfScope: boolean;
  readonly evidence: Evidence;
}

/** The best in-scope intent by the sum over its topics, and what speaks for it. */
function judge(scores: Float64Array, classes: readonly TopicClass[], sharpness: number): Judged {
  const shares = softmax(scores, sharpness);
  const byIntent = new Map<string, { share: number; topic: string; top: number }>();
  let none = { share: 0, top: -Infinity };
  classes.forEach((row, i) => {
    const share = shares[i] ?? 0;
    const score = scores[i] ?? 0;
    if (!row.inScope) {
      none = { share, top: score };
      return;
    }
    const seen = byIntent.get(row.intent);
    if (seen === undefined) byIntent.set(row.intent, { share, topic: row.topic, top: score });
    else
      byIntent.set(row.intent, {
        share: seen.share + share,
        topic: score > seen.top ? row.topic : seen.topic,
        top: Math.max(score, seen.top),
      });
  });
  const ranked = [...byIntent].sort(([, left], [, right]) => right.share - left.share);
  const [intent, best] = ranked[0] ?? ['', { share: 0, topic: '', top: 0 }];
  const rivals = [...ranked.slice(1).map(([, row]) => row.top), none.top].filter(Number.isFinite);
  const share = Math.min(1 - 1e-6, Math.max(1e-6, best.share));
  return {
    intent,
    topic: best.topic,
    outOfScope: none.share > best.share,
    evidence: {
      logOdds: Math.log(share / (1 - share)),
      top: best.top,
      margin: rivals.length === 0 ? 1 : best.top - Math.max(...rivals),
    },
  };
}

function isRight(judged: Judged, truth: TopicClass | undefined): boolean {
  return truth?.inScope === true && truth.intent === judged.intent;
}

/** Scores of each row under a model that did not see it. Folds take every n-th row of a class, so that all classes are in all folds. */
function scoreHeldOut(task: LinearTask): { readonly row: number; readonly scores: Float64Array }[] {
  const seen = new Int32Array(task.classes);
  const folds = task.labels.map((label) => {
    const fold = (seen[label] ?? 0) % FOLDS;
    seen[label] = (seen[label] ?? 0) + 1;
    return fold;
  });
  const rounds = task.labels.length * task.classes <= ALL_FOLDS_UP_TO ? FOLDS : 1;
  return Array.from({ length: rounds }, (_, fold) => {
    const used = task.used.filter((row) => folds[row] !== fold);
    const weights = trainOneVsRest({ ...task, used }, FOLD_OPTIONS);
    return [...task.used]
      .filter((row) => folds[row] === fold)
      .map((row) => ({ row, scores: scoreRow(task.rows, row, weights, task.classes) }));
  }).flat();
}

function scoreRow(rows: SparseRows, row: number, weights: Float32Array, classes: number): Float64Array {
  return scoresOf(weights, classes, rows.ids, rows.values, rows.starts[row], rows.starts[row + 1]);
}

function classesOf(training: TrainingSet): TopicClass[] {
  const found = new Map<string, TopicClass>();
  for (const { intent, topic } of training.examples) found.set(classKey(intent, topic, true), { intent, topic, inScope: true });
  const classes = [...found.values()];
  if (training.outOfScope.length > 0) classes.push({ ...training.reject, inScope: false });
  return classes;
}

function classKey(intent: string, topic: string, inScope: boolean): string {
  return `${inScope ? 'in' : 'out'}\n${intent}\n${topic}`;
}
