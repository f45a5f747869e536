import type { RequestWords, Words } from '../languages/language.ts';
import { fold, plain, type Pattern } from '../languages/pattern.ts';
import type { Prediction } from './intent-model.ts';

/** Requests beyond the fourth stay with the fourth: nobody can follow more answers in one reply. */
const MOST_REQUESTS = 4;
/** A part must be this sure of itself to count as a request of its own. */
const SURE = 0.5;
/** Clauses that are looked at; what comes later is context. */
const MOST_CLAUSES = 60;
/** In a longer message a clear sentence beats the whole even when it does not ask. */
const LONG_MESSAGE_WORDS = 40;

/** A part of the message with its place, in UTF-16 units, and what it asks for. */
export interface RequestPart {
  readonly start: number;
  readonly end: number;
  readonly prediction: Prediction;
}

interface Clause {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** A question, a wish or an order; the rest tells a story and belongs to a request beside it. */
  readonly asks: boolean;
}

/** Marks of a list that open a request in any language. */
const LIST_MARK = '\\d{1,2}[).:]|[a-d]\\)';

/** The patterns that one language's words make; each is built once. */
interface Joints {
  readonly asks: Pattern;
  /** "How can I do it?", "could you help me with that?": asks, but only points at what stands beside it. */
  readonly onlyPoints: Pattern;
  /** Where one sentence may hold two requests: before a conjunction that a question, wish or order follows. Over folded text. */
  readonly joint: RegExp;
}

const built = new WeakMap<RequestWords, Joints>();

function jointsOf(words: RequestWords): Joints {
  const known = built.get(words);
  if (known) return known;
  const [lead, question, wish, order, and, pointing] = [words.lead, words.question, words.wish, words.order, words.and, words.pointing].map(
    ({ source }) => `(?:${source})`,
  );
  const opens = `(?:${question}|${wish}|${order})\\b`;
  const joints: Joints = {
    asks: plain(new RegExp(`^\\W*(?:(?:${LIST_MARK}|${lead})[\\s,:!.]+)*${opens}`, 'iu')),
    onlyPoints: plain(new RegExp(`^(?:\\W*\\b${pointing}\\b)+\\W*$`, 'iu')),
    joint: new RegExp(`(?:[,;]\\s*|\\s+)${and}\\s+(?=${opens})|;\\s+|,\\s+(?=(?:${and}\\s+)?(?:${question}|${wish})\\b)`, 'giu'),
  };
  built.set(words, joints);
  return joints;
}

/** A question, a wish or an order, rather than an answer or a story. */
export function isAsking(words: string, language: Words): boolean {
  return jointsOf(language.requests).asks.test(words) || /\?\s*$/.test(words);
}

/** `1) … 2) …`, also in one line. */
const NUMBERED = /(?:^|\s)(?=\d{1,2}\)\s)/gu;
const SENTENCE_END = /[.!?]+(?=\s|$)|\n+/gu;

/** Topics that one request holds together: who returns a thing wants the money, who is locked out wants a password. */
const ONE_REQUEST: readonly (readonly string[])[] = [
  ['cancel_order', 'refund', 'refund_status'],
  ['cancel_order', 'change_order', 'damaged_item'],
  ['return_item', 'refund', 'damaged_item', 'warranty'],
  ['late', 'track', 'refund'],
  ['track', 'order_details', 'delivery_policy'],
  ['refund', 'refund_status', 'dispute'],
  ['locked', 'reset_password', 'account_details'],
  ['product_info', 'availability', 'recommendation'],
  ['change_email', 'change_details'],
  ['change_delivery', 'change_details', 'change_order'],
  ['damaged_item', 'change_order', 'complaint', 'dispute'],
];
const GIVES_BACK = new Set(['return_item', 'refund', 'damaged_item']);
/** Never requests of their own beside another: the signals carry the wish for a person and the mood. */
const ACCOMPANIES = new Set(['small_talk', 'human_request', 'out_of_scope', 'complaint', 'legal', 'danger', 'ticket_status']);

/** Whoever reports one of these wants something done about it, without asking. */
const PROBLEMS = new Set(['damaged_item', 'locked', 'reset_password', 'dispute']);
const SURE_PROBLEM = 0.85;
const PROBLEM_WORDS = 4;

/**
 * The requests of a message in the order of the text, with the words that belong to each. One request is never cut in two:
 * a part stands alone only when it asks, is sure of its topic, and that topic is no part of an earlier request.
 * `namesAnother` says that the later part names another record, so that the same topic is asked twice.
 */
export function splitRequests(
  text: string,
  predict: (words: string) => Prediction,
  language: Words,
  namesAnother: (earlier: string, later: string) => boolean = () => false,
): readonly RequestPart[] {
  const { onlyPoints } = jointsOf(language.requests);
  const clauses = clausesOf(text, language);
  const whole = { start: 0, end: text.length, prediction: predict(text) };
  if (clauses.length < 2) return [whole];
  const judged = clauses.map((clause) => ({ ...clause, prediction: predict(clause.words) }));
  const requests: (Clause & { readonly prediction: Prediction })[] = [];
  for (const clause of judged) {
    const { topic } = clause.prediction;
    const tells =
      (PROBLEMS.has(topic) || (topic === 'late' && language.orders.notReceived.test(clause.words))) &&
      clause.prediction.confidence >= SURE_PROBLEM &&
      clause.words.split(/\s+/).length >= PROBLEM_WORDS;
    if (!(clause.asks || tells) || !standsAlone(clause.prediction) || onlyPoints.test(clause.words)) continue;
    const sameAsBefore = requests.some((earlier) => isOneRequest(earlier, clause, language) && !namesAnother(earlier.words, clause.words));
    if (!sameAsBefore && requests.length < MOST_REQUESTS) requests.push(clause);
  }
  if (requests.length < 2) return [judgeTogether(whole, judged, onlyPoints)];
  return requests.map((request, i) => ({
    start: i === 0 ? 0 : request.start,
    end: requests[i + 1]?.start ?? text.length,
    prediction: request.prediction,
  }));
}

function standsAlone(prediction: Prediction): boolean {
  return !prediction.rejected && prediction.confidence >= SURE && !ACCOMPANIES.has(prediction.topic);
}

type Judged = Pick<Clause, 'words'> & { readonly prediction: Prediction };

function isOneRequest(left: Judged, right: Judged, { requests, refunds }: Words): boolean {
  const topics = [left.prediction.topic, right.prediction.topic];
  if (left.prediction.topic === right.prediction.topic) return true;
  // Whoever numbers their points means them apart.
  if (/^\d{1,2}\)/.test(right.words)) return false;
  // What delivery costs, or where we deliver to, is asked beside "where is my order" and is not answered by it.
  if (
    topics.includes('delivery_policy') &&
    [left, right].some(({ prediction, words }) => prediction.topic === 'delivery_policy' && requests.deliveryInGeneral.test(words))
  )
    return false;
  // "Could I return them and get my money back?" beside "return of my mugs" asks for that return, and not how returns work.
  const policy = [left, right].find(({ prediction }) => prediction.topic === 'refund_policy');
  if (policy && requests.refersBack.test(policy.words) && !refunds.howLong.test(policy.words))
    return topics.some((topic) => GIVES_BACK.has(topic));
  return ONE_REQUEST.some((group) => topics.every((topic) => group.includes(topic)));
}

/** A story drowns its request: then the clearest sentence that asks speaks for the message. */
function judgeTogether(
  whole: RequestPart,
  clauses: readonly (Clause & { readonly prediction: Prediction })[],
  onlyPoints: Pattern,
): RequestPart {
  const spoken = clauses.filter((clause) => standsAlone(clause.prediction) || clause.prediction.topic === 'complaint');
  const asking = spoken.filter((clause) => clause.asks && !onlyPoints.test(clause.words));
  const [clearest] = (asking.length > 0 ? asking : spoken).toSorted(
    (left, right) => right.prediction.confidence - left.prediction.confidence,
  );
  if (clearest === undefined) return whole;
  const words = clauses.reduce((count, clause) => count + clause.words.split(/\s+/).length, 0);
  const bar = clearest.asks || words > LONG_MESSAGE_WORDS ? clearest.prediction.confidence : SURE;
  const wholeIsWeak = whole.prediction.rejected || whole.prediction.confidence < bar;
  return wholeIsWeak ? { ...whole, prediction: clearest.prediction } : whole;
}

function clausesOf(text: string, language: Words): Clause[] {
  const cuts = [0, ...[...text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length)];
  for (const match of fold(text).matchAll(jointsOf(language.requests).joint)) cuts.push(match.index);
  for (const match of text.matchAll(NUMBERED)) cuts.push(match.index);
  const ordered = [...new Set([...cuts, text.length])].sort((left, right) => left - right);
  return ordered.slice(1, MOST_CLAUSES + 1).flatMap((end, i) => {
    const start = ordered[i] ?? 0;
    const words = text.slice(start, end).replace(/^[\s,;.!?]+/u, '');
    return /\p{L}/u.test(words) ? [{ start: end - words.length, end, words: words.trim(), asks: isAsking(words, language) }] : [];
  });
}
