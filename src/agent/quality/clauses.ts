import { stemsOf } from '../../domain/text/words.ts';
import { claimsOf, type Claim } from './claims.ts';

/** A part of a sentence that says one thing. */
export interface Clause {
  readonly text: string;
  /** What it is about: its own stems; for an exception those of the rule that it excepts from as well. */
  readonly stems: ReadonlySet<string>;
  /** For an exception only what it names itself. */
  readonly ownStems: ReadonlySet<string>;
  readonly claims: readonly Claim[];
  readonly negative: boolean;
  /** Follows `except` or `unless`: it says the opposite of the clause before. */
  readonly exception: boolean;
}

export interface Statement {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  readonly clauses: readonly Clause[];
  readonly hasException: boolean;
}

const EXCEPTION =
  /\b(?:except(?:\s+(?:for|that|when|if|on))?|unless|excluding|other\s+than|apart\s+from|aside\s+from|but\s+not|with\s+the\s+exception\s+of|does\s+not\s+apply\s+to|do\s+not\s+apply\s+to)\b/i;
/** Where one clause ends and the next begins. A comma inside a number or a list of nouns does not matter: such a piece joins its neighbour. */
const BREAK =
  /;|:\s|\s[–—-]\s|,\s+(?=(?:and|but|or|so|while|which|otherwise|else|then|if|you|we|they|it|otherwise|express|standard)\b)|\s+(?=(?:and|but|while|whereas|otherwise|however)\s+(?:\S+\s+){0,4}(?:is|are|was|were|can|cannot|can['’]t|takes?|costs?|will|must|may|has|have|does|do|don['’]t|doesn['’]t|isn['’]t|aren['’]t|begins?|starts?|ends?|opens?|closes?|ships?|arrives?|goes|go|gives?)\b)|,\s+(?=(?:an?|the)\s+\w+\s+(?:is|are|can|cannot|does|do)\b)|\s+(?=and\s+[^.,]{0,40}[$€£]\d)/i;
const NEGATORS =
  /\b(?:not|never|no|none|cannot|without|neither|nor|unable|nothing|nobody|nowhere|non|too\s+late\s+to|stop(?:s|ped)?)\b|\b\w+n['’]t\b|\bnon-/gi;

/** Reads a sentence into clauses with what each is about, its values and whether it denies. */
export function readStatement(sentence: string, context = ''): Statement {
  const clauses: Clause[] = [];
  const about = stemsOf(context);
  for (const part of splitExceptions(sentence)) {
    const pieces = part.exception ? [part.text] : part.text.split(BREAK);
    for (const piece of pieces) {
      const text = piece.trim();
      if (text === '') continue;
      const before = clauses.findLast((clause) => !clause.exception);
      const own = stemsOf(text);
      const negative = isNegative(text);
      clauses.push({
        text,
        stems: new Set(part.exception ? [...own, ...(before?.stems ?? [])] : own),
        ownStems: new Set(own),
        claims: claimsOf(text),
        negative: part.exception ? negative === (before?.negative ?? false) && !(before?.negative ?? false) : negative,
        exception: part.exception,
      });
    }
  }
  return {
    text: sentence,
    stems: new Set([...stemsOf(sentence), ...about]),
    clauses,
    hasException: clauses.some(({ exception }) => exception),
  };
}

function splitExceptions(sentence: string): readonly { readonly text: string; readonly exception: boolean }[] {
  const match = EXCEPTION.exec(sentence);
  if (!match) return [{ text: sentence, exception: false }];
  const before = sentence.slice(0, match.index);
  const after = sentence.slice(match.index + match[0].length);
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

/** An odd number of denials denies. `no later than` and `not only` do not. */
export function isNegative(text: string): boolean {
  const plain = text.replace(
    /\bno\s+(?:later|more|less|fewer|earlier|sooner)\s+than\b|\bnot\s+only\b|\bno\s+(?:problem|worries)\b|\bwhether\s+or\s+not\b|\bif\s+not\b/gi,
    ' ',
  );
  return (plain.match(NEGATORS) ?? []).length % 2 === 1;
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
