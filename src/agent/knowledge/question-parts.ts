import { sentencesOf } from '../../domain/text/sentences.ts';

/** A question, or one of several in a message. */
export interface AskedPart {
  readonly text: string;
  /** What was said before it; a question that leaves its subject out means the one of there. */
  readonly context: string;
}

/** More questions than this in one message are answered by a person's reading, not by ours. */
const MAX_PARTS = 4;
/** How letters open and close. */
const SALUTATION =
  /^\s*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|to whom it may concern)\b[^\n,.!?]{0,40}[,.!]?\s*(?=\n|$)/gim;
const CLOSING =
  /(?:^|\n|[.!?]\s)\s*(?:yours (?:faithfully|sincerely|truly)|sincerely|(?:kind|best|warm) regards|regards|best wishes|cheers|many thanks|thanks in advance|thank you in advance|thanks|thank you)\b[^?]*$/i;
/** What leads to a question and is none. */
const FRAMES =
  /\b(?:i (?:would|should) be (?:much |very )?(?:obliged|grateful) if you (?:could|would)|(?:could|can|would) you (?:please |kindly )?(?:tell|inform|advise|let) (?:me|us)(?: know)?|i (?:was|am|'m) (?:just )?(?:wondering|curious|asking|writing)|i (?:just )?(?:want(?:ed)?|would like|'d like|need) to (?:know|ask|find out|inquire|enquire)|(?:quick|short|just a|one|another|small) question|do you (?:happen to )?know|any idea|please (?:tell|inform|advise|let) (?:me|us)(?: know)?|asking for (?:my|a) \w+|what i (?:want|need|would like) to know is)\b[,:.\s-]*/gi;
const NEXT_QUESTION =
  /(?:[,;]|\s[–—-])?\s+(?:and|or|but|also|plus|&)\s+(?:also\s+|if so,?\s+|then\s+)?(?=(?:how|what|whats|what's|when|where|why|which|who|until|do|does|did|is|are|can|could|will|would|should|has|have|may)\b)|[;]\s+|,\s+(?=(?:how|what|when|where|why|which|who)\b)/i;
const ASKS =
  /\?\s*$|^(?:so\s+|and\s+|but\s+|also\s+)?(?:how|what|whats|when|where|why|which|who|can|could|do|does|did|is|are|will|would|should|may|has|have|until|from what|by when|in general)\b|\b(?:how long|how much|how many|whether|how do)\b/i;
const IDENTIFIERS = /\bLF[-\s]?\d{5}\b|#?\b\d{5,}\b|\bT-\d{3,}\b|\b[\w.+-]+@[\w-]+\.[\w.]+\b/gi;

/**
 * The questions of a message in English, courtesies removed, each with what was said before it. A message that asks nothing
 * is one part.
 */
export function partsOf(message: string): readonly AskedPart[] {
  const sentences = sentencesOf(unwrap(withoutCourtesies(message))).map((sentence) => ({
    text: sentence.replace(FRAMES, ' ').trim(),
    asks: ASKS.test(sentence.trim()) || framed(sentence),
  }));
  const asking = sentences.some(({ asks }) => asks);
  if (!asking) return namesAnything(sentences.map(({ text }) => text).join(' '));
  const parts: AskedPart[] = [];
  let said = '';
  for (const { text, asks } of sentences) {
    if (asks) {
      let within = said;
      for (const clause of text.split(NEXT_QUESTION).filter((piece) => /[\p{L}\p{N}]/u.test(piece))) {
        parts.push({ text: clause, context: within.trim() });
        within += ` ${clause}`;
      }
    }
    said += ` ${text}`;
  }
  return parts.slice(0, MAX_PARTS);
}

const namesAnything = (text: string): readonly AskedPart[] => (text.trim() === '' ? [] : [{ text: text.trim(), context: '' }]);

const withoutCourtesies = (message: string): string =>
  message
    .replace(IDENTIFIERS, ' ')
    .replace(SALUTATION, '\n')
    .replace(CLOSING, (end) => (/^[.!?]/.test(end) ? (end[0] ?? '') : ''));

const framed = (sentence: string): boolean => new RegExp(FRAMES.source, 'i').test(sentence);

/** Lines of a letter that was wrapped belong together; an empty line parts. */
function unwrap(text: string): string {
  return text.replace(/([^\n.!?])\n(?=[^\n])/g, '$1 ');
}
