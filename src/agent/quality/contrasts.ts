import { meaningsOf } from './meanings.ts';

/** Kinds of which a rule names one: what holds for one member is not said of another. */
const KINDS: readonly string[] = [
  'spring summer autumn fall winter',
  'morning afternoon evening night',
  'small medium large',
  'gold silver bronze platinum',
  'main side front rear',
  'left right',
  'standard express overnight priority',
  'basic starter premium pro plus team business enterprise classic',
  'domestic international foreign',
  'new used refurbished',
  'monthly yearly weekly daily',
  'weekday weekend',
  'upper lower',
  'private commercial',
  'buyer seller',
  'tenant landlord',
  'business economy',
  'north south east west',
  'credit debit prepaid',
  'adult child senior student',
  'member guest',
  'employee customer',
  'paper electronic digital',
  'air road rail sea',
  'email letter chat fax',
  'red blue green yellow black white',
];

const KIND_OF: ReadonlyMap<string, number> = new Map(
  KINDS.flatMap((kind, at) => meaningsOf(kind).map((stem): [string, number] => [stem, at])),
);

/** Whether the claim names a member of a kind that the source lacks, while the source names another one that the claim lacks. */
export function namesAnotherKind(claim: ReadonlySet<string>, source: ReadonlySet<string>): boolean {
  const only = (some: ReadonlySet<string>, others: ReadonlySet<string>): readonly number[] =>
    [...some].flatMap((stem) => (others.has(stem) ? [] : [KIND_OF.get(stem) ?? -1])).filter((kind) => kind >= 0);
  const wanted = only(claim, source);
  return wanted.length > 0 && only(source, claim).some((kind) => wanted.includes(kind));
}
