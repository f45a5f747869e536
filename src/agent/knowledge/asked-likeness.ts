import { isNear } from '../../domain/text/near.ts';
import { stemsOf } from '../../domain/text/words.ts';
import type { Passage } from '../../domain/classification.ts';
import { canonical } from './concepts.ts';
import { readWording, type WordUnit } from './wording.ts';

/** A question, or one of several in a message, with the words around it. */
export interface AskedPart {
  readonly text: string;
  readonly units: readonly WordUnit[];
  /** What was said before it; a question that leaves its subject out means the one of there. */
  readonly context: readonly WordUnit[];
}

/** From here on a passage answers what was asked (calibrated on test/agent/knowledge/fixtures/questions.yaml). */
export const ASKED_FLOOR = 0.55;
const NEAR = 0.9;
const GEAR_FOR_ITEM = 0.85;
const FROM_CONTEXT = 0.75;
/** A word that the phrasing lacks and the passage has. */
const IN_PASSAGE = 0.75;
/** What the customer said weighs more than what the phrasing has besides. */
const QUESTION_SHARE = 0.65;

/** Customers' phrasings and the words of the passage, read once for as long as the article stands. */
interface Readings {
  readonly phrasings: readonly (readonly WordUnit[])[];
  readonly words: ReadonlySet<string>;
}
const readings = new WeakMap<readonly string[], Readings>();
type AskedPassage = Pick<Passage, 'asked' | 'text' | 'title' | 'heading'>;

/** How nearly a question asks what the passage is usually asked, 0–1; 0 for a passage that names no phrasing. */
export function askedLikeness({ units, context }: AskedPart, passage: AskedPassage): number {
  if (passage.asked === undefined || units.length === 0) return 0;
  const { phrasings, words } = readingsOf(passage.asked, passage);
  let best = 0;
  for (const phrase of phrasings) {
    const covered = phrase.map((unit) => Math.max(bestMatch(unit, units, false), FROM_CONTEXT * bestMatch(unit, context, false)));
    if (lacksSubject(phrase, covered)) continue;
    const matches = units.map((unit) => Math.max(bestMatch(unit, phrase, true), words.has(unit.stem) ? IN_PASSAGE : 0));
    best = Math.max(best, share(units, matches) ** QUESTION_SHARE * share(phrase, covered) ** (1 - QUESTION_SHARE));
  }
  return best;
}

/** The phrasing has subjects, and the customer named less than half of them: another question of the same build. */
function lacksSubject(phrase: readonly WordUnit[], covered: readonly number[]): boolean {
  const subjects = phrase.flatMap(({ weight }, at) => (weight >= 1 ? [covered[at] ?? 0] : []));
  return subjects.length > 0 && subjects.reduce((sum, match) => sum + match, 0) < subjects.length / 2;
}

function readingsOf(asked: readonly string[], { title, heading, text }: AskedPassage): Readings {
  const known = readings.get(asked);
  if (known) return known;
  const passage = `${title} ${heading} ${text}`;
  const fresh = { phrasings: asked.map(readWording), words: new Set([...stemsOf(passage), ...stemsOf(canonical(passage))]) };
  readings.set(asked, fresh);
  return fresh;
}

/** `asking`: the unit is the customer's, so that a kind of gear may stand for an item, and not the other way round. */
function bestMatch(unit: WordUnit, others: readonly WordUnit[], asking: boolean): number {
  let best = 0;
  for (const other of others) {
    if (unit.stem === other.stem) return 1;
    const [said, listed] = asking ? [unit, other] : [other, unit];
    if (said.isGear && ITEM.has(listed.stem)) best = Math.max(best, GEAR_FOR_ITEM);
    if (best < NEAR && isNear(unit.stem, other.stem)) best = NEAR;
  }
  return best;
}

const ITEM: ReadonlySet<string> = new Set(stemsOf('item gear product'));

function share(units: readonly WordUnit[], matches: readonly number[]): number {
  let total = 0;
  let sum = 0;
  units.forEach(({ weight }, at) => {
    total += weight;
    sum += weight * (matches[at] ?? 0);
  });
  return total === 0 ? 0 : sum / total;
}
