import { goesOn, type Clause, type Statement } from './clauses.ts';
import { countAntonyms } from './contrasts.ts';
import { differing } from './directions.ts';
import type { Evidence, StemWeight } from './evidence.ts';
import { isKnown } from './likeness.ts';
import { isTelling, meaningsOf } from './meanings.ts';
import { compareWording } from './wording.ts';

/** A clause of a claim beside a clause of a source, with what several features need. */
export interface Comparison {
  readonly claim: Clause;
  readonly statement: Statement;
  readonly evidence: Evidence;
  readonly weight: StemWeight;
  /** Telling stems of the claim's clause. */
  readonly telling: readonly string[];
  /** Telling stems of its whole sentence that the passage does not know. */
  readonly foreign: readonly string[];
  /** Telling stems of the clause that the sentence, its headings and what it leans on do not know. */
  readonly missing: readonly string[];
  /** Telling stems of the clause that only other rules of the passage know. */
  readonly strangers: readonly string[];
  /** Telling stems of the source's clause that the claim leaves out, as a share. */
  readonly dropped: number;
  /** One denies and the other does not, and no opposite between them makes up for it. */
  readonly isTurned: boolean;
  /** One denies and the other does not. */
  readonly negationDiffers: boolean;
  /** Only words such as `lost` and `without` differ in number. */
  readonly denialDiffers: boolean;
  readonly opposites: number;
  readonly antonyms: number;
  /** The claim speaks of what the source excepts. */
  readonly namesException: boolean;
  /** How far it is worded like the source beyond what any two sentences about a thing share, 0–1. */
  readonly quoted: number;
  readonly replaced: number;
}

/** Two sentences about a thing share so many words; beyond that one repeats the other. */
const SHARED_ANYWAY = 0.4;

/** Reads a claim's clause beside its evidence. */
export function compareWith(claim: Clause, statement: Statement, evidence: Evidence, weight: StemWeight): Comparison {
  const { clause: part, source } = evidence;
  const context = new Set([...source.stems, ...source.antecedent]);
  const telling = [...claim.stems].filter(isTelling);
  const told = [...part.ownStems].filter(isTelling);
  const negationDiffers = claim.direction.negative !== part.direction.negative;
  const opposites = differing(claim.direction.opposites, part.direction.opposites).length;
  const antonyms = countAntonyms(claim.ownStems, part.ownStems);
  const wording = compareWording(claim, part.exception ? source : part);
  const around = stemsAround(evidence);
  const areOthers = (stems: readonly string[], known: ReadonlySet<string>): boolean => stems.some((stem) => !isKnown(stem, known));
  return {
    claim,
    statement,
    evidence,
    weight,
    telling,
    foreign: [...statement.ownStems].filter((stem) => isTelling(stem) && !isKnown(stem, source.passage)),
    missing: telling.filter((stem) => !isKnown(stem, context)),
    strangers: telling.filter((stem) => !isKnown(stem, around) && isKnown(stem, source.passage)),
    dropped: told.filter((stem) => !isKnown(stem, statement.ownStems)).length / Math.max(1, told.length),
    isTurned: negationDiffers && (opposites + (antonyms % 2)) % 2 === 0,
    negationDiffers,
    denialDiffers: (claim.direction.denials + part.direction.denials) % 2 === 1,
    opposites,
    antonyms,
    namesException: !statement.hasException && source.clauses.some((other) => other !== part && isNamed(other, part, statement)),
    quoted: Math.max(0, wording.likeness - SHARED_ANYWAY) / (1 - SHARED_ANYWAY),
    replaced: wording.replaced.filter(
      ({ said, instead }) => areOthers(tellingIn(said), around) && areOthers(tellingIn(instead), statement.ownStems),
    ).length,
  };
}

const tellingIn = (words: readonly string[]): readonly string[] => words.flatMap((word) => meaningsOf(word)).filter(isTelling);

/** An exception of the source that the claim mentions. */
function isNamed(other: Clause, rule: Clause, statement: Statement): boolean {
  const excepted = [...other.ownStems].filter((stem) => isTelling(stem) && !rule.ownStems.has(stem));
  return (
    other.exception && excepted.length > 0 && 2 * excepted.filter((stem) => isKnown(stem, statement.ownStems)).length >= excepted.length
  );
}

/** What a clause of a source speaks of: its own words, its headings, conditions in its sentence, and the subject that it goes on about. */
export function stemsAround({ clause, source }: Evidence): ReadonlySet<string> {
  const headings = [...source.stems].filter((stem) => !source.ownStems.has(stem));
  const before = goesOn(clause.text) ? [...(source.clauses[0]?.ownStems ?? []), ...source.antecedent] : [];
  const beside = source.clauses.filter(({ conditional, exception }) => conditional || exception);
  return new Set([...clause.stems, ...headings, ...before, ...beside.flatMap(({ ownStems }) => [...ownStems])]);
}
