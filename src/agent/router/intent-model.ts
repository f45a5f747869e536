import { confidenceOf, evidenceOf, fitCalibration, fitSharpness, softmax, type Calibration, type Support } from './calibration.ts';
import { countAll, fitFeatures, indexFeatures, measure, measureAll, wordsOfAll, type FeatureSpace, type ViewName } from './features.ts';
import { scoresOf, trainNetwork, type Network, type NetworkOptions } from './network.ts';
import { wordsOf } from './words.ts';

/** Below this probability of being right, a text counts as none of the intents. */
const REJECT_BELOW = 0.2;
/** Every n-th text of a class is held out once, to learn what a score is worth. */
const HELD_OUT_EVERY = 4;
/** From this many texts on, a feature that occurs in only one of them is noise. */
const DROP_SINGLE_FROM = 5000;

/** How much work a training may be. */
export type Effort = 'quick' | 'thorough';
/** Views and sizes of the committee: `quick` learns some thousand texts in a second, `thorough` 15,000 in less than a minute. */
const COMMITTEES: Readonly<Record<Effort, (texts: number) => readonly Member[]>> = {
  // What a start costs is the number of texts times passes: more texts are looked at less often.
  quick: (texts) => [{ view: 'words', hidden: 112, passes: Math.round(Math.min(16, Math.max(8, 75_000 / texts))), seed: 1 }],
  thorough: (texts) => {
    const passes = Math.round(Math.min(40, Math.max(10, 120_000 / texts)));
    return [
      { view: 'words', hidden: 256, passes, seed: 1 },
      { view: 'phrases', hidden: 256, passes, seed: 2 },
    ];
  },
};
interface Member extends NetworkOptions {
  readonly view: ViewName;
}

export interface LabelledText {
  readonly text: string;
  readonly intent: string;
  readonly topic: string;
}

export interface TrainingSet {
  readonly examples: readonly LabelledText[];
  /** Texts that belong to no intent. */
  readonly outOfScope: readonly string[];
  /** Texts that help to learn but are no customer's words, such as the name of an intent; absent: none. */
  readonly hints?: readonly LabelledText[];
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
  readonly committee: readonly { readonly space: FeatureSpace; readonly network: Network }[];
  readonly sharpness: number;
  readonly calibration: Calibration;
}

export interface Prediction {
  readonly intent: string;
  readonly topic: string;
  /** Calibrated probability that the best in-scope intent is right, 0–1; low for what is rejected. */
  readonly confidence: number;
  readonly rejected: boolean;
  /** How much of the belief falls on each topic, 0–1; the rest of 1 is "no intent". */
  readonly shares: ReadonlyMap<string, number>;
  /** The best in-scope guess, also when it was rejected. */
  readonly best: { readonly intent: string; readonly topic: string };
}

export interface IntentModel {
  predict(text: string): Prediction;
}

/** Learns topics as classes, texts of no intent as one class more, and confidence from texts held out. */
export function trainIntentModel(training: TrainingSet, effort: Effort): TrainedModel {
  const classes = classesOf(training);
  const position = new Map(classes.map((row, i) => [classKey(row.intent, row.topic, row.inScope), i]));
  const { examples, outOfScope, hints = [] } = training;
  const texts = [...examples.map((row) => row.text), ...outOfScope, ...hints.map((row) => row.text)];
  const classOf = (row: LabelledText) => position.get(classKey(row.intent, row.topic, true)) ?? 0;
  const labels = Int32Array.from([...examples.map(classOf), ...outOfScope.map(() => classes.length - 1), ...hints.map(classOf)]);
  const judgeable = texts.length - hints.length;
  const heldOut = everyNth(labels.subarray(0, judgeable), classes.length);
  const corpus = wordsOfAll(texts);
  const scores = heldOut.map(() => new Float64Array(classes.length));
  const committee = COMMITTEES[effort](texts.length).map((member) => {
    const counted = countAll(member.view, corpus);
    const space = fitFeatures(member.view, counted, texts.length >= DROP_SINGLE_FROM ? 2 : 1);
    const task = { rows: measureAll(counted, space), labels, classes: classes.length, features: space.hashes.length };
    const { network, heldOutScores } = trainNetwork(task, heldOut, member);
    heldOutScores.forEach((row, i) => addTo(scores[i], row));
    return { space, network };
  });
  for (const row of scores) row.forEach((sum, i) => (row[i] = sum / committee.length));
  return {
    classes,
    reject: training.reject,
    committee,
    ...fitConfidence(
      scores,
      heldOut.map((row) => labels[row] ?? 0),
      classes,
    ),
  };
}

/** What the scores of texts that were held out are worth. */
function fitConfidence(scores: readonly Float64Array[], labels: readonly number[], classes: readonly TopicClass[]) {
  const sharpness = fitSharpness(scores, labels);
  const judged = scores.map((row) => judge(row, classes, sharpness));
  const calibration = fitCalibration(
    judged.map((row) => evidenceOf(row.support)),
    judged.map((row, i) => isRight(row, classes[labels[i] ?? 0])),
  );
  return { sharpness, calibration };
}

export function openIntentModel(trained: TrainedModel): IntentModel {
  const { classes, sharpness, calibration } = trained;
  const members = trained.committee.map((member) => ({ ...member, index: indexFeatures(member.space) }));
  return {
    predict(text) {
      const words = wordsOf(text);
      const scores = new Float64Array(classes.length);
      for (const { space, index, network } of members) addTo(scores, scoresOf(network, measure(words, space, index)));
      const judged = judge(
        scores.map((sum) => sum / members.length),
        classes,
        sharpness,
      );
      const confidence = confidenceOf(evidenceOf(judged.support), calibration);
      const best = { intent: judged.intent, topic: judged.topic };
      const rejected = judged.outOfScope || confidence < REJECT_BELOW;
      return { ...(rejected ? trained.reject : best), confidence, rejected, best, shares: judged.shares };
    },
  };
}

interface Judged {
  readonly intent: string;
  readonly topic: string;
  readonly outOfScope: boolean;
  readonly shares: ReadonlyMap<string, number>;
  readonly support: Support;
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
  const share = Math.min(1 - 1e-6, Math.max(1e-6, best.share));
  return {
    intent,
    topic: best.topic,
    outOfScope: none.share > best.share,
    shares: new Map(classes.flatMap((row, i) => (row.inScope ? [[row.topic, shares[i] ?? 0]] : []))),
    support: {
      logOdds: Math.log(share / (1 - share)),
      top: best.top,
      overNone: Number.isFinite(none.top) ? best.top - none.top : 0,
    },
  };
}

function isRight(judged: Judged, truth: TopicClass | undefined): boolean {
  return truth?.inScope === true && truth.intent === judged.intent;
}

/** Positions of every n-th text of each class, so that all classes are held out alike. */
function everyNth(labels: Int32Array, classes: number): number[] {
  const seen = new Int32Array(classes);
  return [...labels.keys()].filter((row) => {
    const label = labels[row] ?? 0;
    seen[label] = (seen[label] ?? 0) + 1;
    return (seen[label] ?? 0) % HELD_OUT_EVERY === 0;
  });
}

function addTo(sums: Float64Array | undefined, scores: Float64Array): void {
  scores.forEach((score, i) => {
    if (sums) sums[i] = (sums[i] ?? 0) + score;
  });
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
