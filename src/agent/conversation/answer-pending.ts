import { assertNever } from '../../domain/assert-never.ts';
import { domainEvent } from '../../domain/event.ts';
import type { CustomerRequest, PendingQuestion } from '../../domain/request.ts';
import { prove, takeCode } from '../actions/prove.ts';
import { accountValue } from '../handlers/account.ts';
import { addressAnswer } from '../handlers/address-in.ts';
import { carryOut } from '../handlers/carry-out.ts';
import { askFor, talk, type Move } from '../move.ts';
import type { Scene } from '../scene.ts';
import { isClosingWord, saysNotHelped } from './closing-words.ts';
import { readRating, readShortAnswer } from './short-answer.ts';

/** What the message means for the question that waited. */
export type PendingResult =
  /** It answered the question, and this comes next. */
  | { readonly kind: 'move'; readonly move: Move }
  /** It answered the question; these requests go on. */
  | { readonly kind: 'go_on'; readonly requests: readonly CustomerRequest[] }
  /** All is well: the conversation ends. */
  | { readonly kind: 'close' }
  /** It is about something else: handle that first, then come back. */
  | { readonly kind: 'aside'; /** What it asks, where the question that waited makes that plain. */ readonly asks?: CustomerRequest };

const ASIDE: PendingResult = { kind: 'aside' };
const move = (next: Move): PendingResult => ({ kind: 'move', move: next });
const MOST_ASKS = 2;

/** Reads the message as an answer to `pending`, which was asked of this very person. */
export async function answerPending(pending: PendingQuestion, requests: readonly CustomerRequest[], scene: Scene): Promise<PendingResult> {
  switch (pending.kind) {
    case 'code':
      return answerCode(pending, requests, scene);
    case 'consent':
      return answerConsent(pending, requests, scene);
    case 'slot':
      return answerSlot(pending, requests, scene);
    case 'helped':
      return answerHelped(pending, requests, scene);
    case 'rating':
      return answerRating(scene);
    case 'offer':
      return answerOffer(pending, scene);
    default:
      return assertNever(pending.kind);
  }
}

const LOST_MAILBOX =
  /\b(?:(?:no|don'?t have|lost|lose|can'?t|cannot|unable to|without|locked out of|no longer have|don'?t) (?:have |get |use |any )?(?:more )?(?:access|get into|reach|open|log ?in)(?: \w+){0,4} (?:e-?mail|mailbox|inbox|address|account|it)|(?:can'?t|cannot|no longer) (?:access|open|check|use|get into) (?:that|my|the|this)(?: old)? (?:e-?mail|mailbox|inbox|address)|(?:e-?mail|mailbox|address) (?:is|was|has been) (?:gone|closed|deleted|deactivated|hacked|dead)|old (?:work )?(?:e-?mail|address).{0,40}(?:gone|closed|no longer|anymore|any more|left))\b/i;
const POST_IT_HERE =
  /\b(?:(?:post|send|tell|give|show|write|paste|say|put|just) (?:me )?(?:the |my |that )?code (?:here|to me|in (?:here|this|the)|directly|now)|what(?:'s| is) the code|(?:tell|give|show) me the code|(?:post|paste|send|share|put) (?:it|the code) (?:here|in (?:here|the|this)))\b/i;
const SEND_AGAIN =
  /\b(?:re-?send|send (?:it |me |the |a |another )*(?:again|new|another|code)|new code|another code|(?:did(?:n'?t| not)|haven'?t|have not|never) (?:get|got|receiv\w+|gotten|see)|no (?:code|e-?mail|mail) (?:yet|came|arrived)|nothing (?:came|arrived|in my inbox)|where is (?:the|my) code)\b/i;

/** Six digits of their own, also in two groups; digits of an order number or an amount are none. */
export function codeIn(text: string): string | undefined {
  const words = text.normalize('NFKC');
  for (const pattern of CODES) {
    const found = pattern.exec(words);
    if (found) return found.slice(1).join('');
  }
  return undefined;
}
/** In one piece, in two groups that are no part of a phone number, or digit by digit. */
const CODES = [
  /(?<![\w$€£.,-])(\d{6})(?![\w-]|[.,]\d)/u,
  /(?<![\w$€£.,+-])(?<!\d[\s.)-])(\d{3})[\s.-](\d{3})(?![\w-]|[.,]\d|\s\d)/u,
  /(?<![\w$€£.,-])(\d)\s(\d)\s(\d)\s(\d)\s(\d)\s(\d)(?!\w)/u,
];

/** What else stands beside the code: "123456, and do you ship to Canada?". */
function furtherRequests(request: CustomerRequest, requests: readonly CustomerRequest[], words: string): readonly CustomerRequest[] {
  const beside = words
    .replace(/[\d\s.-]+/gu, ' ')
    .trim()
    .split(' ').length;
  return beside < FEWEST_WORDS
    ? []
    : requests.filter(({ topic, confidence }) => topic !== request.topic && topic !== 'small_talk' && confidence >= SURE);
}
/** Fewer words beside a code say "here it is". */
const FEWEST_WORDS = 5;

async function answerCode(pending: PendingQuestion, requests: readonly CustomerRequest[], scene: Scene): Promise<PendingResult> {
  const { request } = pending;
  if (!request) return ASIDE;
  const { words, understanding } = scene;
  const code = codeIn(words);
  if (code !== undefined) {
    const result = await takeCode(code, request, scene);
    return result.kind === 'proved'
      ? { kind: 'go_on', requests: [request, ...furtherRequests(request, requests, words)] }
      : move(result.move);
  }
  if (LOST_MAILBOX.test(words)) {
    return move({
      kind: 'hand_over',
      reason: { kind: 'identity_unprovable', because: 'lost_mailbox' },
      before: scene.say('code.lost_mailbox'),
    });
  }
  if (POST_IT_HERE.test(words)) {
    scene.rule('code_never_posted');
    return move({ kind: 'ask', text: scene.say('code.not_here'), private: false, question: pending });
  }
  const identity = scene.identity();
  const stated = understanding.entities.find(({ type }) => type === 'email')?.value;
  const claimed = identity.kind === 'claimed' ? identity.email : undefined;
  if (stated !== undefined && stated.toLowerCase() !== claimed) return move(await prove(request, scene, stated));
  return SEND_AGAIN.test(words) ? move(await prove(request, scene, claimed)) : ASIDE;
}

/** A plain yes runs the proposal; a no drops it; anything else leaves it open and is answered first. */
async function answerConsent(pending: PendingQuestion, requests: readonly CustomerRequest[], scene: Scene): Promise<PendingResult> {
  const { proposal } = scene.notes.memory;
  const { request } = pending;
  if (!proposal || !request || proposal.id !== pending.about) return ASIDE;
  const correction = correctedRequest(request, requests, scene) ?? correctedValue(request, scene);
  if (correction) {
    scene.remember({ proposal: undefined });
    return { kind: 'go_on', requests: [correction] };
  }
  const answer = readShortAnswer(scene.words);
  switch (answer) {
    case 'yes':
      scene.rule('explicit_yes_given');
      return move(await carryOut(proposal, request, scene));
    case 'no':
      scene.remember({ proposal: undefined });
      scene.rule('proposal_declined');
      return move(talk(scene.say('consent.declined')));
    case 'unclear':
      return asksHowLong(scene.words)
        ? { kind: 'aside', asks: { ...request, topic: 'refund_policy', words: 'how long do refunds take' } }
        : ASIDE;
    default:
      return assertNever(answer);
  }
}

const asksHowLong = (words: string): boolean =>
  words.length < 80 && /\b(?:how (?:long|soon|fast|quick(?:ly)?)|when (?:will|would|do|does))\b/i.test(words);

/** "No, the other one": the same wish about another record. */
function correctedRequest(request: CustomerRequest, requests: readonly CustomerRequest[], scene: Scene): CustomerRequest | undefined {
  const named = scene.understanding.entities.find(({ type }) => type === 'order_id')?.value;
  const another = named !== undefined && named !== request.slots['order_id'];
  const other = /\bother (?:one|order|item)\b/i.test(scene.words);
  if (!another && !other) return undefined;
  const changesTopic = requests.some(({ topic, confidence }) => topic !== request.topic && confidence >= SURE);
  if (changesTopic) return undefined;
  return { ...request, words: scene.words, entities: scene.understanding.entities, slots: {} };
}

/** "No, 19 Elm Road": the same wish with another value. */
function correctedValue(request: CustomerRequest, scene: Scene): CustomerRequest | undefined {
  const slot = VALUE_SLOTS[request.topic];
  const value = slot === undefined ? undefined : slotValue(slot, request, scene);
  if (slot === undefined || value === undefined || value === request.slots[slot] || readShortAnswer(scene.words) === 'yes')
    return undefined;
  return { ...request, slots: { ...request.slots, [slot]: value } };
}
const VALUE_SLOTS: Readonly<Record<string, string>> = {
  change_delivery: 'new_address',
  change_email: 'new_email',
  change_details: 'new_value',
};

/** Above this, a message that could be an answer is taken for a new request instead. */
const SURE = 0.6;

async function answerSlot(pending: PendingQuestion, requests: readonly CustomerRequest[], scene: Scene): Promise<PendingResult> {
  const { request, about } = pending;
  if (about === 'more' && pending.timesAsked >= MOST_ASKS && saysNotHelped(scene.words)) {
    return move({
      kind: 'hand_over',
      reason: { kind: 'same_question', times: pending.timesAsked, intent: (request ?? requests[0])?.intent ?? NO_INTENT },
    });
  }
  if (!request || about === 'more') return ASIDE;
  const value = slotValue(about, request, scene);
  if (about === 'email' && value !== undefined) return move(await prove(request, scene, value));
  if (about === 'email' && LOST_MAILBOX.test(scene.words)) {
    return move({
      kind: 'hand_over',
      reason: { kind: 'identity_unprovable', because: 'lost_mailbox' },
      before: scene.say('code.lost_mailbox'),
    });
  }
  if (value !== undefined)
    return {
      kind: 'go_on',
      requests: [{ ...request, words: about === 'order_id' ? request.words : scene.words, slots: { ...request.slots, [about]: value } }],
    };
  if (isClosingWord(scene.words)) return { kind: 'close' };
  if (about === 'order_id' && !startsAnew(request, requests)) return { kind: 'go_on', requests: [{ ...request, words: scene.words }] };
  if (startsAnew(request, requests)) return ASIDE;
  if (pending.timesAsked >= MOST_ASKS)
    return move({ kind: 'hand_over', reason: { kind: 'needs_specialist', because: `${about} could not be found out` } });
  return move(askFor(about, request, scene.say('slot.again', { question: slotWords(about) }), pending.timesAsked + 1));
}

const startsAnew = (request: CustomerRequest, requests: readonly CustomerRequest[]): boolean =>
  requests.some(({ topic, confidence }) => topic !== request.topic && confidence >= SURE);

const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:first|1st|top)\b/i, 0],
  [/\b(?:second|2nd)\b/i, 1],
  [/\b(?:third|3rd)\b/i, 2],
  [/\b(?:fourth|4th)\b/i, 3],
  [/\b(?:last|latest|bottom)\b/i, -1],
];

function slotValue(about: string, request: CustomerRequest, scene: Scene): string | undefined {
  const { words, understanding } = scene;
  const entity = (type: string): string | undefined => understanding.entities.find((found) => found.type === type)?.value;
  switch (about) {
    case 'order_id':
      return entity('order_id') ?? listedOrder(request, words);
    case 'email':
    case 'new_email':
      return entity('email');
    case 'new_address':
      return addressAnswer(words);
    case 'field':
      return /\bphone|mobile|cell\b/i.test(words)
        ? 'phone'
        : /\baddress\b/i.test(words)
          ? 'address'
          : /\bname\b/i.test(words)
            ? 'name'
            : undefined;
    case 'new_value':
      return accountValue(request.slots['field'] ?? '', words, understanding.entities);
    default:
      return undefined;
  }
}

/** "The second one", of the orders that we listed. */
function listedOrder(request: CustomerRequest, words: string): string | undefined {
  const listed = (request.slots['listed'] ?? '').split(',').filter((id) => id !== '');
  const position = ORDINALS.find(([pattern]) => pattern.test(words))?.[1];
  return position === undefined ? undefined : listed.at(position);
}

const SLOT_WORDS: Readonly<Record<string, string>> = {
  order_id: 'the order number (it looks like LF-10002 and is in your order confirmation)',
  email: 'the email address on your account',
  new_email: 'the new email address',
  new_address: 'the full address with street, town and ZIP code',
  field: 'what you would like to change: name, phone number or address',
  new_value: 'the new value exactly as it should be saved',
  more: 'in a sentence what you need',
};
const slotWords = (about: string): string => SLOT_WORDS[about] ?? 'that detail';

/** What `helped` is about after something was done: then a bare "no" says that all is well. */
export const ANYTHING_ELSE = 'anything_else';

function answerHelped(pending: PendingQuestion, requests: readonly CustomerRequest[], scene: Scene): PendingResult {
  const { words } = scene;
  if (isClosingWord(words) || (pending.about === ANYTHING_ELSE && /^(?:no(?:pe)?|nah|nothing)[.! ]*$/i.test(words.trim())))
    return { kind: 'close' };
  const carriesMore =
    requests.some(({ confidence, topic }) => confidence >= SURE && topic !== 'small_talk') && words.split(/\s+/).length > 4;
  if (carriesMore) return ASIDE;
  if (saysNotHelped(words)) {
    scene.rule('not_helped');
    scene.emit('conversation.reopened', { because: 'not_helped', customer: '' });
    if (pending.timesAsked >= MOST_ASKS)
      return move({
        kind: 'hand_over',
        reason: { kind: 'same_question', times: pending.timesAsked, intent: (pending.request ?? requests[0])?.intent ?? NO_INTENT },
      });
    return move({
      kind: 'ask',
      text: scene.say('helped.no'),
      private: false,
      question: { kind: 'slot', about: 'more', request: pending.request, timesAsked: MOST_ASKS },
    });
  }
  return readShortAnswer(words) === 'yes' ? { kind: 'close' } : ASIDE;
}
const NO_INTENT = 'other' as CustomerRequest['intent'];

function answerRating(scene: Scene): PendingResult {
  const rating = readRating(scene.words);
  if (rating === undefined) return ASIDE;
  scene.rule('rating_taken');
  scene.notes.events.push(domainEvent('survey.answered', scene.at, scene.before.id, { rating }));
  return move({ ...talk(scene.say(rating <= 2 ? 'rating.low' : 'rating.thanks')), closes: scene.before.state.kind === 'resolved' });
}

const WANTS_IT =
  /\b(?:yes|yeah|yep|please|specialist|person|human|someone|sure|go ahead|i'?d like|do (?:it|that)|ask (?:them|someone)|talk|speak)\b/i;
const DECLINES = /^(?:no|nope|nah|not now|no thanks)\b/i;

/** An offer of a specialist is taken by asking for it; a bare "ok, thanks" accepts the answer instead. */
function answerOffer(pending: PendingQuestion, scene: Scene): PendingResult {
  const { words } = scene;
  if (DECLINES.test(words.trim())) return { kind: 'close' };
  if (WANTS_IT.test(words) && !words.includes('?') && words.split(/\s+/).length <= 20) {
    return move({
      kind: 'hand_over',
      reason: { kind: 'policy_exception', because: pending.request?.words.slice(0, 160) ?? 'the customer asks for an exception' },
    });
  }
  const settledFor =
    /^(?:ok(?:ay)?|fine|alright|i see|understood|fair enough|too bad|oh well)\b/i.test(words.trim()) && words.split(/\s+/).length <= 12;
  return settledFor || isClosingWord(words) ? { kind: 'close' } : ASIDE;
}
