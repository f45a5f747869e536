import { claimsOf, type Claim } from './claims.ts';
import { directionOf, type Direction } from './directions.ts';
import { meaningsOf } from './meanings.ts';

/** Verbs that rules are made of, as alternatives of a pattern; a piece of a sentence without one is a list of nouns and no clause of its own. */
const VERB =
  "is|are|was|were|can|cannot|can['’]t|takes?|costs?|will|must|may|has|have|does|do|don['’]t|doesn['’]t|isn['’]t|aren['’]t|begins|starts|ends|opens|closes|ships?|arrives?|goes|go|gives?|needs?|includes?|comes?|pays?|gets?|requires?|covers?|stays?|keeps?|becomes?|runs?|lasts?|works?|means|counts?|follows?|applies|apply|expires?|holds?|should|would|could|might|earns?|travels?|leads?|charges?|accepts?|collects?|returned|arrived|sells?|asks?|leaves|sends?|brings?|makes|provides?|offers|replaces?|refunds|delivers?|adds?|blocks|belongs?|carry|carries|checks|puts|weighs?|reaches|receives?|loses?|helps|writes?|picks";

/** A part of a sentence that says one thing. */
export interface Clause {
  readonly text: string;
  /** What it is about: its own stems; for an exception those of the rule that it excepts from as well. */
  readonly stems: ReadonlySet<string>;
  /** For an exception only what it names itself. */
  readonly ownStems: ReadonlySet<string>;
  readonly claims: readonly Claim[];
  readonly direction: Direction;
  /** Names a condition and asserts nothing itself. */
  readonly conditional: boolean;
  /** Follows `except` or `unless`: it says the opposite of the clause before. */
  readonly exception: boolean;
}

export interface Statement {
  readonly text: string;
  /** Its own stems and those of its context. */
  readonly stems: ReadonlySet<string>;
  readonly ownStems: ReadonlySet<string>;
  readonly clauses: readonly Clause[];
  /** Every value of the sentence, by its place in `text`. */
  readonly claims: readonly Claim[];
  readonly hasException: boolean;
}

const EXCEPTION =
  /\b(?:except(?:\s+(?:for|that|when|if|on))?|unless|excluding|other\s+than|apart\s+from|aside\s+from|rather\s+than|instead\s+of|but\s+not|with\s+the\s+exception\s+of|though\s+not|does\s+not\s+apply\s+to|do\s+not\s+apply\s+to)\b|,\s+(?:and\s+|but\s+)?(?:not|never)\s+(?=(?:\w+ly\s+)?(?:by|in|inside|on|with|at|for|from|to|within|through)\b)|,\s+(?=[^,.]*\bexcepted\b)/i;
/** Where one clause ends and the next begins. A comma inside a number or a list of nouns does not matter: such a piece joins its neighbour. */
const BREAK = new RegExp(
  [
    String.raw`:\s|\s[–—-]\s|\s+(?=(?:because|whereas|since\s+(?:it|they|we|you))\b)`,
    String.raw`,\s+(?=(?:and|but|or|so|while|which|otherwise|else|then|if|you|we|they|it|express|standard)\b)`,
    String.raw`(?<!\bbetween\s+\S+)\s+(?=(?:and|but|while|whereas|otherwise|however)\s+(?:\S+\s+){0,4}(?:${VERB})\b)`,
    String.raw`,\s+(?=(?:an?|the|others?|any|each|every|our|your|this|that|these|those|some|all|both)\s+(?:\w+\s+){1,6}(?:${VERB})\b)`,
    String.raw`\s+(?=and\s+[a-z]+s\s+(?:you|your|the|an?|it|them|us)\b)|,\s+(?=\w+\s+only\b)`,
    String.raw`(?<=^(?:if|when|once|while|unless|should|to|as\s+long\s+as|as\s+soon\s+as)\s[^,]{3,80}),\s+`,
    String.raw`(?<=^(?:if|when|once|while|as\s+long\s+as)\s[^,]{3,60})\s+(?=(?:you|we|it|they)(?:['’](?:ll|re)|\s+(?:${VERB})\b))`,
    String.raw`,\s+(?=(?:[a-z]+\s+){1,5}(?:${VERB})\b)`,
    String.raw`,?\s+(?=and\s+(?:(?:is|are|may|can|will|must)\s+)?(?:not|never)\s)|,\s+(?=(?:is|are|may|can|will|must)\s+(?:not|never)\s)`,
    String.raw`,\s+(?=others\s)`,
    String.raw`\s+(?=and\s+[^.,]{0,40}[$€£]\d)`,
    String.raw`\s+(?=and\s+\d\S*\s+(?:above|below|over|under|for|on)\b)`,
  ].join('|'),
  'i',
);
const HAS_VERB = new RegExp(String.raw`\b(?:${VERB})\b`, 'i');
/** An exception that goes on to say what holds instead: "unless you buy the package, where they are included". */
const SAYS_ITSELF = /,\s+(?:where|when|which|who|then|in\s+which\s+case)\b/i;
const CONDITION =
  /^(?:and\s+|but\s+|or\s+)?(?:(?:if|when|whenever|once|as\s+long\s+as|provided|while)\b|to\s+\w+\s+(?:the|your|an?|this|it)\b)/i;
/** A piece that is a clause without any verb of the list. */
const STANDS_ALONE = new RegExp(
  `${CONDITION.source}|^(?:and\\s+)?(?:not|never)\\b|^(?:others|because|since)\\b|^(?:(?:and|but|or|so)\\s+)?(?:we|you|they|it)\\s+\\w+|^and\\s+[a-z]+s\\s+(?:you|your|the|an?|it|them|us)\\b|^\\w+\\s+only\\b`,
  'i',
);
const GOES_ON = new RegExp(
  String.raw`\b(?:it|its|they|them|their|this|that|these|those|one)\b|^(?:and\s+|but\s+|or\s+)?(?:${VERB}|not|never|which|who|where)\b`,
  'i',
);

/** A clause that leans on an earlier sentence by such a word goes on about its subject. */
const LEANS =
  /\b(?:it|its|they|them|their|both|one|such)\b|^(?:this|that|these|those|then|there|here|otherwise|so|after|once|when|if|until|during|without|between)\b|\b(?:after|before|above|below|during|for|with|without|of)\s+(?:that|this|these|those)\b/i;

export const leansBack = (clause: string): boolean => LEANS.test(clause);

/** Whether a clause speaks of the subject of the one before: by a pronoun, or by having none of its own. */
export const goesOn = (clause: string): boolean => GOES_ON.test(clause);

/** The clauses of a sentence; "toppers and pillows | are excluded" stays one. */
function clausesIn(text: string): readonly string[] {
  return text.split(';').flatMap((part) => {
    const pieces: string[] = [];
    let nouns = '';
    for (const piece of part.split(BREAK)) {
      nouns = `${nouns} ${piece}`.trim();
      if (!STANDS_ALONE.test(nouns) && !HAS_VERB.test(nouns)) continue;
      pieces.push(nouns);
      nouns = '';
    }
    const last = pieces.pop();
    return [...pieces, last === undefined ? nouns : `${last} ${nouns}`.trim()];
  });
}

/** Reads a sentence into clauses with what each is about, its values and whether it denies. */
export function readStatement(sentence: string, context = ''): Statement {
  const clauses: Clause[] = [];
  const about = meaningsOf(context);
  for (const part of splitExceptions(sentence)) {
    const pieces = part.exception ? [part.text] : clausesIn(part.text);
    for (const piece of pieces) {
      const text = piece.trim();
      if (text === '') continue;
      const before = clauses.findLast((clause) => !clause.exception);
      const claims = claimsOf(text);
      const own = meaningsOf(withoutValues(text, claims));
      const direction = directionOf(text);
      const denied = before?.direction.negative ?? false;
      clauses.push({
        text,
        stems: new Set(part.exception ? [...own, ...(before?.stems ?? [])] : own),
        ownStems: new Set(own),
        claims,
        direction: part.exception && !SAYS_ITSELF.test(text) ? { ...direction, negative: !direction.negative && !denied } : direction,
        conditional: CONDITION.test(text),
        exception: part.exception,
      });
    }
  }
  const claims = claimsOf(sentence);
  const own = meaningsOf(withoutValues(sentence, claims));
  return {
    text: sentence,
    stems: new Set([...own, ...about]),
    ownStems: new Set(own),
    clauses,
    claims,
    hasException: clauses.some(({ exception }) => exception),
  };
}

/** Values are compared as such; their words are not what a sentence is about. */
function withoutValues(text: string, claims: readonly Claim[]): string {
  return claims.reduce(
    (rest, { start, text: value }) => rest.slice(0, start) + ' '.repeat(value.length) + rest.slice(start + value.length),
    text,
  );
}

function splitExceptions(sentence: string): readonly { readonly text: string; readonly exception: boolean }[] {
  const match = EXCEPTION.exec(sentence);
  if (!match) return [{ text: sentence, exception: false }];
  const before = sentence.slice(0, match.index);
  const after = sentence.slice(match.index + match[0].length).replace(/\bexcepted\b/i, ' ');
  if (before.trim() === '') {
    const comma = after.indexOf(',');
    if (comma === -1) return [{ text: after, exception: false }];
    return [
      { text: after.slice(comma + 1), exception: false },
      { text: after.slice(0, comma), exception: true },
    ];
  }
  return [
    { text: before, exception: false },
    { text: after, exception: true },
  ];
}

/** The share of `claim`'s stems that `source` has, 0–1. Numbers are compared elsewhere. */
export function overlap(claim: ReadonlySet<string>, source: ReadonlySet<string>): number {
  let content = 0;
  let shared = 0;
  for (const stem of claim) {
    if (/^\d+$/.test(stem)) continue;
    content++;
    if (source.has(stem)) shared++;
  }
  return content === 0 ? 0 : shared / content;
}
