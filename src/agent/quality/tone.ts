import { wordsOf } from '../../domain/text/words.ts';

/** Words that a customer must not read, with the rule that says why. The whole sentence goes. */
const BANNED: readonly (readonly [rule: string, pattern: RegExp])[] = [
  [
    'blames_customer',
    /\byour\s+(?:own\s+)?(?:fault|mistake|error)\b|\byou\s+(?:should|ought\s+to)\s+have\b|\byou\s+(?:failed|forgot|neglected)\s+to\b|\bif\s+you\s+had\s+(?:read|looked|checked)\b|\byou\s+didn['’]t\s+(?:read|bother)\b/i,
  ],
  [
    'talks_down',
    /\bcalm\s+down\b|\bas\s+i\s+(?:already\s+)?(?:said|told\s+you|mentioned)\b|\bper\s+my\s+(?:last|previous)\b|\bobviously\b|\byou\s+clearly\b|\bwith\s+all\s+due\s+respect\b/i,
  ],
  [
    'dead_end',
    /\bnothing\s+(?:more\s+|else\s+)?(?:that\s+)?(?:i|we)\s+can\s+do\b|\b(?:not|isn['’]t)\s+(?:my|our)\s+(?:problem|department|responsibility)\b|\b(?:i|we)\s+can(?:['’]t|not)\s+help\s+you\b|\bfigure\s+it\s+out\b/i,
  ],
  [
    'speaks_as_model',
    /\bas\s+an?\s+(?:ai\s+)?(?:language\s+)?model\b|\bmy\s+(?:training\s+data|instructions|system\s+prompt|knowledge\s+cutoff)\b|\bi\s+was\s+(?:told|instructed)\s+(?:not\s+)?to\b/i,
  ],
  [
    'empty_sympathy',
    /\bi\s+(?:completely\s+|totally\s+|fully\s+)?understand\s+how\s+you\s+feel\b|\byour\s+(?:call|business|satisfaction)\s+is\s+(?:very\s+)?important\b/i,
  ],
];

/** The banned-phrase rule that a sentence breaks, or undefined. */
export function findBannedPhrase(sentence: string): string | undefined {
  return BANNED.find(([, pattern]) => pattern.test(sentence))?.[0];
}

const APOLOGY = /\b(?:sorry|apologi[sz]e|apologies|regret\s+(?:that|the|this)|forgive\s+us)\b/i;
/** "I'm sorry about the wait, …": what stands before the comma says only that. */
const LEADING_APOLOGY =
  /^(?:(?:oh|again|once again)[,\s]+)?(?:(?:i|we)(?:['’]m|['’]re|\s+am|\s+are)?\s+)?(?:(?:so|very|really|truly|deeply|terribly|sincerely)\s+)*(?:sorry|apologi[sz]e|apologies)\b[^,;.!?—–]*(?:[,;]|\s[—–-])\s*(?:but\s+|and\s+)?(?=\S)/i;

/** True for a sentence that says sorry to the customer; "no need to apologise" does not. */
export function isApology(sentence: string): boolean {
  return APOLOGY.test(sentence) && !/\bno\s+need\s+to\s+(?:apologi[sz]e|be\s+sorry)\b|\bsorry\s+to\s+hear\s+if\b/i.test(sentence);
}

/** The sentence without its apology; undefined when nothing else was in it. */
export function withoutApology(sentence: string): string | undefined {
  const rest = sentence.replace(LEADING_APOLOGY, '');
  if (rest === sentence || isApology(rest)) return undefined;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** Shorter replies, such as "What is the code?", may come again. */
const MIN_WORDS = 8;
const SAME = 0.9;

/** How many of the earlier replies hold this text again, word for word or nearly so. */
export function timesSaidBefore(text: string, previousReplies: readonly string[]): number {
  const words = wordsOf(text);
  if (words.length < MIN_WORDS) return 0;
  const pieces = triples(words);
  return previousReplies.filter((reply) => {
    const known = new Set(triples(wordsOf(reply)));
    return pieces.filter((piece) => known.has(piece)).length / pieces.length >= SAME;
  }).length;
}

function triples(words: readonly string[]): readonly string[] {
  return words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`);
}
