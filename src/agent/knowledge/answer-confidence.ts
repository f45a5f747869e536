import type { AnswerSigns } from './answer-signs.ts';

/** How a section stands among the others, beside its own signs. */
export interface Standing {
  /** How far its rank is ahead of the best section of another article; negative where that one is ahead. */
  readonly lead: number;
  /** Its article's share of all sections' likelihood to be the right one, 0–1. */
  readonly share: number;
}

/**
 * Both sets of weights were fitted by `node bench/fit-answers.ts`, which prints them: on the questions of
 * test/agent/knowledge/fixtures that are for development, and on every ninth phrasing of the shop's articles, asked with
 * itself left out.
 */
const RANK = { likelihood: 2.84, phrasings: 3.69, nearest: 2.7, letters: 2.74, covered: 3.42 } as const;
const CONFIDENCE = {
  constant: -7.14,
  likelihood: -0.51,
  evidence: 1.63,
  lead: 0.67,
  share: 0.7,
  nearest: -0.53,
  exact: 2.07,
  contained: 1.12,
  letters: 0.15,
  covered: 2.59,
  unknown: -1.56,
  words: 0.2,
} as const;

/** Puts the sections in order; differences are logarithms of odds. */
export function answerRank({ likelihood, phrasings, nearest, letters, covered }: AnswerSigns): number {
  return (
    RANK.likelihood * likelihood + RANK.phrasings * phrasings + RANK.nearest * nearest + RANK.letters * letters + RANK.covered * covered
  );
}

/** From here on a passage is quoted; below it the honest answer is "I don't know". */
export const SURE_ENOUGH = 0.62;

/** The signs of a confidence, in the order of its weights; the first is the constant's. */
export const confidenceSigns = (signs: AnswerSigns, { lead, share }: Standing): Readonly<Record<ConfidenceSign, number>> => ({
  constant: 1,
  likelihood: signs.likelihood,
  evidence: Math.log(1 + signs.evidence),
  lead: Math.log(1 + Math.max(0, lead)),
  share,
  nearest: signs.nearest,
  exact: signs.nearest ** 4,
  contained: signs.contained,
  letters: signs.letters,
  covered: signs.covered,
  unknown: signs.unknown,
  words: Math.log(1 + signs.words),
});

/** The probability that the section answers the question, 0–1. */
export function answerConfidence(signs: AnswerSigns, standing: Standing): number {
  const values = confidenceSigns(signs, standing);
  const odds = CONFIDENCE_SIGNS.reduce((sum, sign) => sum + CONFIDENCE[sign] * values[sign], 0);
  const likely = 1 / (1 + Math.exp(-odds));
  return signs.nearest >= SAME_QUESTION ? Math.max(likely, ASKED_AS_WRITTEN) : likely;
}

/** The question is one of the section's phrasings or its title, but for small words: then hardly anything else speaks against it. */
const SAME_QUESTION = 0.97;
const ASKED_AS_WRITTEN = 0.9;

export const CONFIDENCE_SIGNS = [
  'constant',
  'likelihood',
  'evidence',
  'lead',
  'share',
  'nearest',
  'exact',
  'contained',
  'letters',
  'covered',
  'unknown',
  'words',
] as const;
type ConfidenceSign = (typeof CONFIDENCE_SIGNS)[number];
