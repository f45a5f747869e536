import { isNear } from '../../domain/text/near.ts';
import { stemsOf } from '../../domain/text/words.ts';
import type { Passage } from '../../domain/classification.ts';
import { canonical } from './concepts.ts';
import { readWording, type WordUnit } from './wording.ts';

/** A question, or one of several in a message, with the words around it. */
export interface AskedPart {
  readonly text: string;
  readonly units: readonly WordUnit[];
  /** The same in the words of articles (everyday-words.ts), where that differs. */
  readonly inArticleWords?: readonly WordUnit[];
  /** What was said before it; a question that leaves its subject out means the one of there. */
  readonly context: readonly WordUnit[];
}

/** From here on a passage answers what was asked (calibrated on test/agent/knowledge/fixtures/questions.yaml). */
export const ASKED_FLOOR = 0.5;
const NEAR = 0.9;
const GEAR_FOR_ITEM = 0.85;
const FROM_CONTEXT = 0.75;
/** A word that the phrasing lacks and another one or the passage has. */
const IN_PASSAGE = 0.85;
/** What the customer said and the phrasing lacks tells more against it than the other way round. */
const QUESTION_POWER = 0.8;
const PHRASE_POWER = 0.4;
/** So much of the subjects of either must be in the other: one of two is another question. */
const SUBJECTS = 0.6;
/** A shop or brand that is not ours (concepts.ts): our articles answer nothing about it unless they name it. */
const OTHER_SHOP = 'othershop';
/** Words of concepts.ts that tell what kind of answer is wanted, and what a phrasing of another kind still counts. */
const KINDS: ReadonlySet<string> = new Set(['whenq', 'costq', 'why', 'who']);
const OTHER_KIND = 0.8;
/** How like both must be when the phrasing names no subject, such as "are you a bot". */
const WITHOUT_SUBJECT = 0.85;
/** A subject that no passage knows counts so much more. */
const FOREIGN = 1.6;

/** Customers' phrasings and the words of the passage, read once for as long as the article stands. */
interface Readings {
  readonly phrasings: readonly (readonly WordUnit[])[];
  readonly words: ReadonlySet<string>;
  /** Of its text and its own heading alone. */
  readonly own: ReadonlySet<string>;
}
const readings = new WeakMap<readonly string[], Readings>();
type AskedPassage = Pick<Passage, 'asked' | 'text' | 'title' | 'heading'>;

/** How a question and the nearest of a passage's phrasings overlap; all 0–1. */
export interface AskedOverlap {
  /** Share of the question that the phrasing or the passage has. */
  readonly ofQuestion: number;
  /** Share of the phrasing that the question or what was said before it has. */
  readonly ofPhrase: number;
  readonly likeness: number;
  /** Both name subjects and have them in common, so that the phrasing asks the same. */
  readonly sameSubject: boolean;
}

const NO_OVERLAP: AskedOverlap = { ofQuestion: 0, ofPhrase: 0, likeness: 0, sameSubject: false };

/** How nearly a question asks what the passage is usually asked, 0–1; 0 for a passage that names no phrasing about its subjects. */
export function askedLikeness(part: AskedPart, passage: AskedPassage): number {
  const { likeness, sameSubject } = askedOverlap(part, passage);
  return sameSubject ? likeness : 0;
}

/** The phrasing that asks most nearly what the question asks, in its own or in the articles' words; one about the same subjects goes before all others. */
export function askedOverlap(part: AskedPart, passage: AskedPassage): AskedOverlap {
  const own = overlapOf(part.units, part.context, passage);
  if (part.inArticleWords === undefined) return own;
  const told = overlapOf(part.inArticleWords, part.context, passage);
  return isNearer(told, own) ? told : own;
}

const isNearer = (one: AskedOverlap, other: AskedOverlap): boolean =>
  one.sameSubject === other.sameSubject ? one.likeness > other.likeness : one.sameSubject;

function overlapOf(units: readonly WordUnit[], context: readonly WordUnit[], passage: AskedPassage): AskedOverlap {
  if (passage.asked === undefined || units.length === 0) return NO_OVERLAP;
  const { phrasings, words } = readingsOf(passage.asked, passage);
  let best = NO_OVERLAP;
  for (const phrase of phrasings) {
    const covered = phrase.map((unit) => Math.max(bestMatch(unit, units, false), FROM_CONTEXT * bestMatch(unit, context, false)));
    const matches = units.map((unit) => Math.max(bestMatch(unit, phrase, true), isSubject(unit) && words.has(unit.stem) ? IN_PASSAGE : 0));
    const [ofQuestion, ofPhrase] = [share(units, matches), share(phrase, covered)];
    const bare = !phrase.some(isSubject) && (units.some(isSubject) || ofQuestion < WITHOUT_SUBJECT || ofPhrase < WITHOUT_SUBJECT);
    const foreign = units.some(({ stem }, at) => stem === OTHER_SHOP && matches[at] === 0);
    const sameSubject = !lacksSubjects(phrase, covered) && !lacksSubjects(units, matches) && !bare && !foreign;
    const likeness = ofQuestion ** QUESTION_POWER * ofPhrase ** PHRASE_POWER * kindFit(units, matches);
    const overlap = { ofQuestion, ofPhrase, likeness, sameSubject };
    if (isNearer(overlap, best)) best = overlap;
  }
  return best;
}

/** The part with those of its subjects weighing more that none of the passages knows: it may be about something else altogether. */
export function weighForeign(part: AskedPart, passages: readonly AskedPassage[]): AskedPart {
  const known = passages.flatMap((passage) => (passage.asked === undefined ? [] : [readingsOf(passage.asked, passage)]));
  const isKnown = (unit: WordUnit): boolean =>
    known.some(({ words, phrasings }) => words.has(unit.stem) || phrasings.some((phrase) => bestMatch(unit, phrase, true) > 0));
  const weigh = (units: readonly WordUnit[]): readonly WordUnit[] =>
    units.map((unit) => (isSubject(unit) && !isKnown(unit) ? { ...unit, weight: unit.weight * FOREIGN } : unit));
  return { ...part, units: weigh(part.units), ...(part.inArticleWords && { inArticleWords: weigh(part.inArticleWords) }) };
}

/** Share of the question, by weight, that the passage's own text and heading have, 0–1. */
export function ownCoverage(part: AskedPart, passage: AskedPassage): number {
  if (passage.asked === undefined) return 0;
  const { own } = readingsOf(passage.asked, passage);
  const covered = (units: readonly WordUnit[]): number =>
    share(
      units,
      units.map(({ stem }) => (own.has(stem) ? 1 : 0)),
    );
  return Math.max(covered(part.units), part.inArticleWords === undefined ? 0 : covered(part.inArticleWords));
}

const isSubject = ({ weight }: WordUnit): boolean => weight >= 1;

/** Who asks for a time or a price is not answered by another thing about the same subject. */
function kindFit(units: readonly WordUnit[], matches: readonly number[]): number {
  return units.some(({ stem }, at) => KINDS.has(stem) && matches[at] === 0) ? OTHER_KIND : 1;
}

/** One names subjects and too few of them are in the other: another question of the same build. */
function lacksSubjects(units: readonly WordUnit[], matches: readonly number[]): boolean {
  const subjects = units.map((unit) => (isSubject(unit) ? unit : { ...unit, weight: 0 }));
  return subjects.some(isSubject) && share(subjects, matches) < SUBJECTS;
}

function readingsOf(asked: readonly string[], { title, heading, text }: AskedPassage): Readings {
  const known = readings.get(asked);
  if (known) return known;
  const passage = `${title} ${heading} ${text}`;
  const phrasings = asked.map(readWording);
  const said = phrasings.flatMap((phrase) => phrase.map(({ stem }) => stem));
  const section = `${heading.split(' > ').at(-1) ?? ''} ${text}`;
  const fresh = {
    phrasings,
    words: new Set([...said, ...stemsOf(passage), ...stemsOf(canonical(passage))]),
    own: new Set([...stemsOf(section), ...stemsOf(canonical(section))]),
  };
  readings.set(asked, fresh);
  return fresh;
}

/** `asking`: the unit is the customer's, so that a kind of gear may stand for an item, and not the other way round. */
function bestMatch(unit: WordUnit, others: readonly WordUnit[], asking: boolean): number {
  let best = 0;
  for (const other of others) {
    if (unit.stem === other.stem) return 1;
    const [said, listed] = asking ? [unit, other] : [other, unit];
    if (best < GEAR_FOR_ITEM && said.isGear && ITEM.has(listed.stem)) best = GEAR_FOR_ITEM;
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

/** Whether a question speaks of another shop; shared words alone are no sign then that an article answers it. */
export function isAboutOthers({ units }: AskedPart): boolean {
  return units.some(({ stem }) => stem === OTHER_SHOP);
}
