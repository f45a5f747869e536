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

/** Words of rules and the words that turn them round. */
const ANTONYMS: readonly (readonly [word: string, opposites: string])[] = [
  ['indoors', 'outdoors'],
  ['begin', 'end'],
  ['arrive', 'leave'],
  ['enter', 'leave'],
  ['high', 'low'],
  ['increase', 'decrease reduce'],
  ['raise', 'lower reduce'],
  ['long', 'short'],
  ['early', 'late'],
  ['old', 'new'],
  ['previous', 'next current new'],
  ['full', 'empty half'],
  ['whole', 'half'],
  ['public', 'private'],
  ['together', 'alone separate'],
  ['same', 'different'],
  ['keep', 'discard lose delete return overwrite'],
  ['continue', 'stop end expire'],
  ['accept', 'refuse reject decline'],
  ['include', 'exclude extra separate'],
  ['add', 'remove'],
  ['lock', 'unlock'],
  ['connect', 'disconnect'],
  ['activate', 'deactivate'],
  ['temporary', 'permanent'],
  ['compulsory', 'optional voluntary'],
  ['duty', 'optional voluntary'],
  ['automatic', 'manual'],
  ['borrow', 'lend'],
  ['buy', 'sell'],
  ['send', 'receive'],
  ['collect', 'deliver'],
  ['day', 'night'],
  ['home', 'abroad'],
  ['local', 'foreign'],
  ['fixed', 'variable'],
  ['unlimited', 'limited'],
  ['opened', 'sealed'],
  ['wet', 'dry'],
  ['cold', 'hot warm'],
  ['clean', 'dirty'],
  ['wide', 'narrow'],
  ['deep', 'shallow'],
  ['fast', 'slow'],
  ['immediate', 'later gradual'],
  ['protect', 'attack harm'],
  ['safe', 'dangerous'],
  ['pass', 'fail'],
  ['single', 'shared several double'],
  ['individual', 'group'],
  ['maximum', 'minimum'],
  ['strong', 'weak'],
  ['small', 'large'],
  ['light', 'heavy'],
  ['cheap', 'expensive'],
  ['near', 'far'],
  ['top', 'bottom'],
  ['sender', 'recipient'],
  ['employee', 'employer'],
  ['deposit', 'withdraw'],
  ['save', 'spend'],
  ['push', 'pull'],
  ['cash', 'voucher transfer'],
  ['original', 'copy'],
  ['paper', 'digital online'],
  ['personal', 'online friend anybody'],
  ['allow', 'forbid ban'],
  ['valid', 'void'],
  ['open', 'close'],
  ['beforehand', 'afterwards later'],
  ['advance', 'afterwards later'],
  ['first', 'last later'],
];

const OPPOSITES_OF: ReadonlyMap<string, ReadonlySet<string>> = antonymsOf(ANTONYMS);

function antonymsOf(rows: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const opposites = new Map<string, Set<string>>();
  const add = (one: string, other: string): void => {
    if (one !== other) opposites.set(one, (opposites.get(one) ?? new Set()).add(other));
  };
  for (const [word, others] of rows) {
    const [stem] = meaningsOf(word);
    for (const other of stem === undefined ? [] : meaningsOf(others)) {
      add(stem ?? '', other);
      add(other, stem ?? '');
    }
  }
  return opposites;
}

/** How many words of the claim have their antonym in the source, where neither text holds both. */
export function countAntonyms(claim: ReadonlySet<string>, source: ReadonlySet<string>): number {
  return [...claim].filter(
    (stem) => !source.has(stem) && [...(OPPOSITES_OF.get(stem) ?? [])].some((other) => source.has(other) && !claim.has(other)),
  ).length;
}
