import { UNSEEN_QUESTIONS, half, judge, openArticles, readQuestionSet } from '../../test/agent/knowledge/question-set.ts';
import { BLIND_FILE, readEntailmentSet, stoppedBy, type LabelledClaim } from '../../test/agent/quality/entailment-set.ts';
import type { EvalRow, Score } from './row.ts';

const percent = (part: number, all: number): number => (100 * part) / Math.max(1, all);

export const claims: EvalRow = {
  about: 'claims against the passage that a reply cites',
  needs: [],
  async run() {
    const blind = readEntailmentSet(BLIND_FILE);
    return [
      ...stoppedShares(readEntailmentSet().heldBack, 'held-back half of the frozen set, by passage'),
      ...stoppedShares([...blind.development, ...blind.heldBack], 'blind set of free wordings, whole'),
    ];
  },
};

function stoppedShares(labelled: readonly LabelledClaim[], split: string): readonly Score[] {
  const wrong = labelled.filter(({ label }) => label !== 'true');
  const right = labelled.filter(({ label }) => label === 'true');
  const stopped = (some: readonly LabelledClaim[]): number =>
    percent(some.filter((claim) => stoppedBy(claim) !== undefined).length, some.length);
  return [
    { what: 'contradictions blocked', value: stopped(wrong), unit: '%', goal: { atLeast: 95 }, split: `${split}, ${wrong.length} claims` },
    { what: 'true claims blocked', value: stopped(right), unit: '%', goal: { atMost: 3 }, split: `${split}, ${right.length} claims` },
  ];
}

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
