import { isNear } from '../../domain/text/near.ts';
import { isStopWord, stemOf, stemsOf, wordsOf } from '../../domain/text/words.ts';
import { ENGLISH_WORD_GROUPS } from './word-groups.ts';

/** One thing the question is about. */
export interface Term {
  /** As the customer wrote it, in lower case. */
  readonly word: string;
  readonly stem: string;
  /** Stems that an article may use for it, each with how well it stands for the word, 0–1. */
  readonly alternatives: ReadonlyMap<string, number>;
  /** How often it was said; who repeats a word tells what matters. Half for what only a phrase implies. */
  readonly times: number;
}

/** What kind of answer is wanted; a sentence that has it is the better one. */
export type AnswerKind = 'duration' | 'amount' | 'steps' | 'yes_no' | 'place' | 'reason' | 'any';

export interface Question {
  readonly terms: readonly Term[];
  readonly wants: AnswerKind;
  /** All words, small ones too. */
  readonly words: ReadonlySet<string>;
  /** What to ask the index: the question's words, with repeated ones repeated, and their synonyms once. */
  readonly query: string;
}

/** Greetings, thanks, sign-offs and phrases that only lead to the question; they are about nothing. */
const PADDING: readonly RegExp[] = [
  /\b(?:hi|hey|hello|howdy|dear|greetings|good\s+(?:morning|afternoon|evening|day)|hiya|yo)\b(?:\s+(?:there|all|team|folks|guys|everyone|robin|support|larkfield))*/gi,
  /\b(?:thanks|thank\s+you|thx|ty|cheers|kind\s+regards|best\s+regards|regards|sincerely)\b(?:\s+(?:so\s+much|a\s+lot|in\s+advance|for\s+your\s+help|again|very\s+much))*/gi,
  /\b(?:please|pls|plz|kindly|sorry|excuse\s+me|btw|by\s+the\s+way|asap|um+|uh+|ok|okay|well|anyway|actually|basically)\b/gi,
  /\b(?:i\s+(?:was|am|'m|’m)\s+(?:just\s+)?wondering|(?:quick|one|another|small)\s+(?:more\s+)?question|i\s+have\s+a\s+(?:quick\s+)?question|(?:can|could|would)\s+(?:you|someone|anyone)\s+(?:please\s+)?(?:tell|help|explain|let)(?:\s+me)?(?:\s+know)?|do\s+you\s+know|let\s+me\s+know|i\s+(?:want|need|would\s+like|'d\s+like|’d\s+like)\s+to\s+know|any\s+idea|tell\s+me)\b/gi,
];
/** Order and ticket numbers and addresses lead to records, not to articles. */
const IDENTIFIERS = /\bLF[-\s]?\d{5}\b|#?\b\d{5,}\b|\bT-\d{3,}\b|\b[\w.+-]+@[\w-]+\.[\w.]+\b/gi;
/** Words that carry no subject in a question to a shop, as stems. */
const WEAK = new Set(
  'want need know help tell question like would thing stuff way someth anyth someon get got go make us take work use put keep let see say said ask look tri realli still even ever much long mani day happen wonder possibl abl about offer sell guy hav'.split(
    ' ',
  ),
);

/** Reads a question: what it is about and what kind of answer it wants. */
export function readQuestion(text: string): Question {
  const plain = PADDING.reduce((rest, pattern) => rest.replace(pattern, ' '), text.replace(IDENTIFIERS, ' '));
  const said = wordsOf(plain)
    .filter((word) => !isStopWord(word))
    .map((word) => ({ word, stem: stemOf(word) }));
  const strong = said.filter(({ stem }) => !WEAK.has(stem));
  const kept = strong.length > 0 ? strong : said;
  const phrases = phrasesIn(plain);
  return {
    terms: termsOf(kept, phrases),
    wants: answerKind(plain),
    words: new Set(wordsOf(plain)),
    query: [...kept.map(({ word }) => word), ...new Set(phrases.flatMap(({ meant }) => meant))].join(' '),
  };
}

/** Whether a text says what it is about, in contrast to "and how long does it take?". */
export const namesSubject = (text: string): boolean => wordsOf(text).some((word) => !isStopWord(word) && !WEAK.has(stemOf(word)));

interface Phrase {
  readonly covers: ReadonlySet<string>;
  readonly meant: readonly string[];
  readonly strength: number;
}

/** How well the name of a group stands for one of its words. */
const OF_GROUP = 0.7;

/** What the words of a text stand for beside themselves. */
function phrasesIn(text: string): readonly Phrase[] {
  const stems = wordsOf(text).map(stemOf);
  const covers = new Map<string, Set<string>>();
  ENGLISH_WORD_GROUPS.find(stems).forEach((groups, at) => {
    for (const group of groups) covers.set(group, (covers.get(group) ?? new Set()).add(stems[at] ?? ''));
  });
  return [...covers].map(([group, covered]) => ({ covers: covered, meant: wordsOf(group), strength: OF_GROUP }));
}

function termsOf(said: readonly { readonly word: string; readonly stem: string }[], phrases: readonly Phrase[]): readonly Term[] {
  const terms = new Map<string, Term>();
  for (const { word, stem } of said) {
    const known = terms.get(stem);
    if (known) {
      terms.set(stem, { ...known, times: known.times + 1 });
      continue;
    }
    const alternatives = new Map<string, number>();
    for (const { covers, meant, strength } of phrases) {
      if (!covers.has(stem)) continue;
      for (const other of meant.flatMap(stemsOf))
        if (other !== stem) alternatives.set(other, Math.max(strength, alternatives.get(other) ?? 0));
    }
    terms.set(stem, { word, stem, alternatives, times: 1 });
  }
  for (const { covers, meant, strength } of phrases) {
    const stems = meant.flatMap(stemsOf);
    if ([...covers, ...stems].some((stem) => terms.has(stem))) continue;
    const [stem, ...others] = stems;
    if (stem !== undefined)
      terms.set(stem, { word: meant[0] ?? stem, stem, alternatives: new Map(others.map((other) => [other, strength])), times: 0.5 });
  }
  return [...terms.values()];
}

const KINDS: readonly (readonly [AnswerKind, RegExp])[] = [
  ['amount', /\bhow\s+much\b|\b(?:cost|costs|price|fee|fees|free|charge|expensive|minimum)\b/i],
  [
    'duration',
    /\bhow\s+(?:long|soon|fast|quick\w*|many\s+(?:days|weeks|hours))\b|\bwhen\b|\b(?:deadline|time\s*frame|by\s+what)\b|\bhow\s+late\b|\bhours\b/i,
  ],
  [
    'steps',
    /\bhow\s+(?:do|can|does|should|would|to|could)\b|\bwhat\s+(?:do\s+i|should\s+i|are\s+the\s+steps)\b|\bsteps?\b|\binstructions?\b/i,
  ],
  ['place', /\bwhere\b/i],
  ['reason', /\bwhy\b/i],
  ['yes_no', /(?:^|[.?!,;]\s*|\band\s+|\bso\s+)(?:can|could|do|does|is|are|will|may|am|did|would|should|has|have)\b/i],
];

function answerKind(text: string): AnswerKind {
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'any';
}

const PRESENCE: Readonly<Partial<Record<AnswerKind, RegExp>>> = {
  duration:
    /\b(?:\d+|one|two|three|few|several)(?:\s*[–-]\s*\d+)?\s*(?:(?:business|working|calendar)\s+)?(?:minutes?|hours?|days?|weeks?|months?|years?)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b\d{1,2}(?::\d\d)?\s*(?:a\.?m\.?|p\.?m\.?|to|–)|\bnever\s+expire|\bimmediately\b|\bsame\s+day\b|\buntil\b/i,
  amount: /[$€£]\s*\d|\d\s*(?:%|percent|dollars|usd)|\bfree\b|\bno\s+(?:extra\s+)?(?:charge|cost|fee)/i,
  steps:
    /^\s*(?:\d+[.)]|[-*])\s|\b(?:go\s+to|click|choose|select|open|enter|reply|send|pack|print|follow|contact|tell\s+us|write\s+to|sign\s+in|ask)\b/im,
  yes_no: /\b(?:yes|no|can|can['’]?t|cannot|do|don['’]?t|does|is|are|isn['’]?t|aren['’]?t|only|never|always|all|every|offer|accept)\b/i,
  place: /https?:|\b(?:under|page|at|in|on|section|inbox|link|from)\b/i,
  reason: /\b(?:because|so\s+that|since|due\s+to|reason|happens|to\s+protect)\b/i,
};

/** Whether a text holds the kind of answer that is wanted. */
export function hasAnswer(kind: AnswerKind, text: string): boolean {
  return PRESENCE[kind]?.test(text) ?? true;
}

/** 1 for the word itself, less for another word for it or a likely slip of the keyboard, 0 when the stems do not have it. */
export function matchTerm(term: Term, stems: ReadonlySet<string>): number {
  if (stems.has(term.stem)) return 1;
  let best = 0;
  for (const [other, strength] of term.alternatives) if (strength > best && stems.has(other)) best = strength;
  if (best > 0) return best;
  if (term.stem.length < 5) return 0;
  for (const stem of stems) if (Math.abs(stem.length - term.stem.length) <= 2 && isNear(stem, term.stem)) return 0.8;
  return 0;
}
