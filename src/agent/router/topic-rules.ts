import type { TopicRule } from '../languages/topic-rule.ts';
import type { Prediction } from './intent-model.ts';

/** A rule is as sure as a clear reading by the model. */
const SURE = 0.75;

/** Corrects the topic where the wording leaves no doubt: the first of `rules` that fits decides. */
export function refineTopic(prediction: Prediction, words: string, namesOrder: boolean, rules: readonly TopicRule[]): Prediction {
  const rule = rules.find(
    ({ insteadOf, withOrder, words: pattern, except }) =>
      (insteadOf === undefined || insteadOf.includes(prediction.topic)) &&
      (withOrder === undefined || namesOrder) &&
      pattern.test(words) &&
      !(except?.test(words) ?? false),
  );
  if (!rule || rule.topic === prediction.topic) return prediction;
  const { intent, topic } = rule;
  return { ...prediction, intent, topic, confidence: Math.max(prediction.confidence, SURE), rejected: false, best: { intent, topic } };
}

const ADDRESS =
  /(?:\b(?:(?:my|the|our) )?(?:account|e-?mail|mail|login|user(?:name)?)(?: (?:address|name))?(?: is| under| with|:)?(?: under| with)?:?\s*)?[^\s@,;<>()]+@[^\s@,;<>()]+\.[a-z]{2,}/giu;

/** Without the addresses that say who is writing: they would read like a wish to change one. */
export const withoutAddresses = (text: string): string => text.replace(ADDRESS, ' ');
