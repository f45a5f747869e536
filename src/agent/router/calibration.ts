/** What speaks for the best in-scope intent of a text, as one number: the higher, the surer. */
export interface Support {
  /** Log-odds of the best in-scope intent under the tempered scores. */
  readonly logOdds: number;
  /** Raw score of the best topic of that intent: low for a text that resembles nothing. */
  readonly top: number;
  /** Distance to the score of "no intent"; 0 where no such texts were learned. */
  readonly overNone: number;
}

/**
 * The three count alike. The log-odds say which intent, the other two whether it is one at all; a fit of their weights would follow the
 * many texts in scope and forget the few that are not.
 */
export function evidenceOf({ logOdds, top, overNone }: Support): number {
  return logOdds + top + overNone;
}

/** Constant and slope of a logistic curve over the evidence (Platt 1999). */
export type Calibration = readonly [number, number];

/** The sharpness of the softmax under which the right classes are most likely, by golden-section search over 0.1–8. */
export function fitSharpness(scores: readonly Float64Array[], labels: readonly number[]): number {
  const loss = (sharpness: number) => {
    let sum = 0;
    scores.forEach((row, i) => {
      sum -= Math.log(Math.max(1e-12, softmax(row, sharpness)[labels[i] ?? 0] ?? 0));
    });
    return sum;
  };
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = 0.1;
  let high = 8;
  for (let step = 0; step < 16; step++) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

export function softmax(scores: Float64Array, sharpness: number): Float64Array {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - top) * sharpness));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Fits the probability of being right on texts that the scores were not trained on, by Newton's method with ever shorter tries. */
export function fitCalibration(evidence: readonly number[], right: readonly boolean[]): Calibration {
  let fitted: Calibration = [0, EXPECTED_SLOPE];
  let loss = lossOf(fitted, evidence, right);
  for (let step = 0; step < 50; step++) {
    const [toConstant, toSlope] = newtonStep(fitted, evidence, right);
    let share = 1;
    let tried = fitted;
    let lossThere = Infinity;
    // A full step overshoots where nearly all probabilities are 0 or 1.
    while (share > 1e-3 && !(lossThere < loss)) {
      tried = [fitted[0] - share * toConstant, fitted[1] - share * toSlope];
      lossThere = lossOf(tried, evidence, right);
      share /= 2;
    }
    if (!(lossThere < loss)) break;
    fitted = tried;
    loss = lossThere;
  }
  return fitted;
}

/** The slope is held near what most sets have: a few dozen texts cannot overrule it. */
const EXPECTED_SLOPE = 1 / 3;
const RIDGE = 1;

function lossOf(calibration: Calibration, evidence: readonly number[], right: readonly boolean[]): number {
  const surprise = evidence.reduce((sum, value, i) => {
    const probability = confidenceOf(value, calibration);
    return sum - Math.log(Math.max(1e-12, right[i] === true ? probability : 1 - probability));
  }, 0);
  return surprise + (RIDGE / 2) * (calibration[1] - EXPECTED_SLOPE) ** 2;
}

function newtonStep([constant, slope]: Calibration, evidence: readonly number[], right: readonly boolean[]): readonly [number, number] {
  const gradient: [number, number] = [0, RIDGE * (slope - EXPECTED_SLOPE)];
  const curvature: [number, number, number] = [1e-6, 0, RIDGE];
  evidence.forEach((value, i) => {
    const probability = confidenceOf(value, [constant, slope]);
    const error = probability - (right[i] === true ? 1 : 0);
    const spread = Math.max(1e-6, probability * (1 - probability));
    gradient[0] += error;
    gradient[1] += error * value;
    curvature[0] += spread;
    curvature[1] += spread * value;
    curvature[2] += spread * value * value;
  });
  const determinant = curvature[0] * curvature[2] - curvature[1] ** 2;
  return [
    (curvature[2] * gradient[0] - curvature[1] * gradient[1]) / determinant,
    (curvature[0] * gradient[1] - curvature[1] * gradient[0]) / determinant,
  ];
}

/** 0–1: of a hundred texts with this number, that many are right. */
export function confidenceOf(evidence: number, [constant, slope]: Calibration): number {
  return logistic(constant + slope * evidence);
}

/** Mean distance between what was promised and what came true, over `bins` equal steps of confidence, in points 0–1. */
export function expectedCalibrationError(confidences: readonly number[], right: readonly boolean[], bins = 10): number {
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    const inside = confidences.flatMap((value, i) => (Math.min(bins - 1, Math.floor(value * bins)) === bin ? [i] : []));
    const promised = inside.reduce((sum, i) => sum + (confidences[i] ?? 0), 0);
    const kept = inside.filter((i) => right[i] === true).length;
    error += Math.abs(promised - kept) / Math.max(1, confidences.length);
  }
  return error;
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
