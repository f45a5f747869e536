import { overlap, readStatement, type Statement } from './clauses.ts';
import type { Sources } from './sources.ts';
import { meaningsOf } from './meanings.ts';

export interface CommitmentProblem {
  readonly rule: 'promise_without_basis' | 'action_without_basis' | 'offer_without_basis';
  readonly claim: string;
}

interface CommitmentRule {
  readonly rule: CommitmentProblem['rule'];
  readonly pattern: RegExp;
  /** Share of the sentence's words that one source needs, besides the word that commits. */
  readonly likeness: number;
  /** The word that commits is said in many ways, so a source about the same thing is enough. */
  readonly anyVerb?: boolean;
}

const SUBJECT = String.raw`\b(?:i|we|our\s+team|a\s+(?:colleague|specialist))`;
const ADVERB = String.raw`(?:\s+(?:just|already|now|also|gladly|happily|personally|definitely|certainly|immediately|always))*`;

/** What binds the company. The first group is the word that a source must hold too. */
const COMMITMENTS: readonly CommitmentRule[] = [
  {
    rule: 'promise_without_basis',
    pattern: new RegExp(`${SUBJECT}${ADVERB}\\s+(guarantee|promise|assure|swear|vow)\\b`, 'i'),
    likeness: 0.6,
  },
  {
    rule: 'promise_without_basis',
    pattern: /\b(guaranteed|100\s?%|definitely\s+will|for\s+sure|without\s+fail|rest\s+assured|my\s+word)\b/i,
    likeness: 0.6,
  },
  {
    rule: 'action_without_basis',
    pattern: new RegExp(
      `${SUBJECT}(?:['’]ve|\\s+have|\\s+has)?${ADVERB}\\s+(refunded|cancelled|canceled|sent|updated|changed|paid|issued|reset|shipped|reshipped|replaced|credited|processed|removed|deleted|upgraded|waived|approved|reimbursed|expedited|extended|unlocked)\\b`,
      'i',
    ),
    likeness: 0.3,
  },
  {
    rule: 'action_without_basis',
    pattern:
      /\b(?:has|have|was|were|is)\s+(?:been\s+|being\s+)?(?:successfully\s+|now\s+|already\s+)?(refunded|cancelled|canceled|updated|changed|issued|reset|replaced|credited|processed|deleted|upgraded|waived|approved|reimbursed|expedited|extended|unlocked)\b/i,
    likeness: 0.4,
  },
  {
    rule: 'promise_without_basis',
    pattern: new RegExp(
      `${SUBJECT}(?:['’]ll|\\s+will|\\s+(?:am|are)\\s+going\\s+to|\\s+shall)${ADVERB}\\s+(refund|pay|send|ship|reship|replace|credit|compensate|waive|upgrade|deliver|reimburse|cancel|extend|expedite|issue|cover|match|fix|repair)\\b`,
      'i',
    ),
    likeness: 0.5,
  },
  {
    rule: 'promise_without_basis',
    pattern: /\byou(?:['’]ll|\s+will|\s+are\s+going\s+to|\s+should)\s+(?:definitely\s+|also\s+)?(get|receive|have|see)\b/i,
    likeness: 0.5,
    anyVerb: true,
  },
  {
    rule: 'offer_without_basis',
    pattern:
      /\b(discount|coupon|voucher|store\s+credit|compensation|complimentary|on\s+the\s+house|on\s+us|goodwill|bonus|waive[ds]?|free\s+of\s+charge|extra\s+charge|gift|free\s+(?:shipping|replacement|upgrade|return|returns|exchange|month|item|product)|price\s+match)\b/i,
    likeness: 0.5,
  },
];

/** The first commitment of a sentence that no source makes in the same sense, or undefined. Questions and denials commit to nothing. */
export function findUnfoundedCommitment(sentence: string, sources: Sources): CommitmentProblem | undefined {
  if (/\?\s*$/.test(sentence)) return undefined;
  const statement = readStatement(sentence);
  for (const { rule, pattern, likeness, anyVerb } of COMMITMENTS) {
    const match = pattern.exec(sentence);
    if (!match) continue;
    const clause = statement.clauses.find(({ text }) => pattern.test(text));
    if (clause?.direction.negative) continue;
    const word = new Set(meaningsOf(match[1] ?? ''));
    const rest = new Set([...(clause?.stems ?? statement.stems)].filter((stem) => !word.has(stem)));
    const phrase = (match[1] ?? '').toLowerCase();
    // A phrase of small words only, such as "on us", has no stems: then its letters must be there.
    const holdsWord = (source: Statement): boolean =>
      anyVerb === true || (word.size === 0 ? source.text.toLowerCase().includes(phrase) : overlap(word, source.stems) === 1);
    const found = sources.statements.some((source) => holdsWord(source) && (rest.size === 0 || overlap(rest, source.stems) >= likeness));
    if (!found) return { rule, claim: sentence };
  }
  return undefined;
}
