import type { CustomerRequest, PendingQuestion } from '../domain/request.ts';
import { prove } from './actions/prove.ts';
import { asksInGeneral } from './asks-in-general.ts';
import { readShortAnswer } from './conversation/short-answer.ts';
import { planFor } from './handlers/index.ts';
import { knowledgeQuestion, searchKnowledge } from './handlers/knowledge-question.ts';
import { catalogueQuestion, productQuestion } from './handlers/product-question.ts';
import { smallTalk } from './handlers/small-talk.ts';
import { ticketStatus } from './handlers/ticket-status.ts';
import { assist } from './llm/assist.ts';
import type { Answer, Ask, AwaitApproval, HandOver, Move } from './move.ts';
import type { Scene } from './scene.ts';

/** What all requests of a turn came to: answers, and at most one thing that stops for the customer or a human. */
export interface PlansDone {
  readonly answers: readonly Answer[];
  readonly stop: Ask | HandOver | undefined;
  /** What a human is asked to allow. */
  readonly approval?: AwaitApproval | undefined;
  /** Requests that wait until the stop is settled. */
  readonly waiting: readonly CustomerRequest[];
}

/** Plans that need no proof and ask nothing back: they go on while another request waits for the customer. */
const OPEN_PLANS = new Set([knowledgeQuestion, productQuestion, catalogueQuestion, smallTalk, ticketStatus]);
/** Small talk and tickets are recognised by their words; the threshold of `other` is about handing over. */
const CLEAR_ENOUGH = 0.4;

/** Runs the plan of each request in order. `open` is the question that still waits from before. */
export async function runPlans(requests: readonly CustomerRequest[], open: PendingQuestion | undefined, scene: Scene): Promise<PlansDone> {
  const answers: Answer[] = [];
  const waiting: CustomerRequest[] = [];
  let stop: PlansDone['stop'];
  let approval: AwaitApproval | undefined;
  for (const request of requests) {
    if (stop && !OPEN_PLANS.has(planFor(request.topic))) {
      waiting.push(request);
      continue;
    }
    const seenBefore = scene.notes.passages.length;
    const planned = await planRequest(request, scene);
    const move = await assist(planned, request, scene.notes.passages.slice(seenBefore), scene);
    // Two requests about one thing are often answered by the same sentences; they are said once.
    if (move.kind === 'await_approval') approval = move;
    else if (move.kind === 'answer') answers.push(...(answers.some(({ text }) => text === move.text) ? [] : [move]));
    else if (stop) waiting.push(request);
    else stop = await stopFor(move, open, scene);
  }
  return { answers, stop, approval, waiting };
}

/** A code that is on its way already serves the next private request too. */
async function stopFor(
  move: Exclude<Move, Answer | AwaitApproval>,
  open: PendingQuestion | undefined,
  scene: Scene,
): Promise<PlansDone['stop']> {
  if (move.kind !== 'prove') return move;
  if (open?.kind === 'code' && isCodeUsable(scene)) {
    const sameWish = open.request?.topic === move.request.topic;
    if (!sameWish && open.request) scene.remember({ waiting: [...scene.notes.memory.waiting, open.request] });
    scene.rule('code_still_valid');
    return { kind: 'ask', text: scene.say('code.reminder'), private: false, question: { ...open, request: move.request } };
  }
  const next = await prove(move.request, scene);
  return next.kind === 'ask' || next.kind === 'hand_over' ? next : undefined;
}

/** An expired or worn-out code serves nobody: then a new one goes out. */
function isCodeUsable(scene: Scene): boolean {
  const identity = scene.identity();
  return (
    identity.kind === 'claimed' &&
    identity.challenge !== undefined &&
    identity.challenge.triesLeft > 0 &&
    scene.at < identity.challenge.expiresAt
  );
}

async function planRequest(request: CustomerRequest, scene: Scene): Promise<Move> {
  const row = scene.playbook.intents[request.intent];
  scene.rule(`plan:${request.topic}`);
  scene.notes.handling = request;
  if (row?.autonomy === 'off') return { kind: 'hand_over', reason: { kind: 'autonomy', intent: request.intent, level: 'off' } };
  if (saysNothing(request, scene) && mayClarify(scene)) return clarify(request, scene);
  if (asksForNews(request, scene)) return ticketStatus(request, scene);
  const threshold = row?.threshold ?? 1;
  const recognised =
    OPEN_PLANS.has(planFor(request.topic)) && request.intent === 'other'
      ? request.confidence >= CLEAR_ENOUGH
      : request.confidence >= threshold;
  if (request.topic === 'human_request' && recognised)
    return { kind: 'hand_over', reason: { kind: 'customer_asked', words: request.words.slice(0, 200) } };
  if (recognised && planFor(request.topic) !== knowledgeQuestion)
    return (await inGeneral(request, scene)) ?? planFor(request.topic)(request, scene);
  // An apology for something that hardly sounds like a complaint would be read as mockery.
  if (request.topic === 'complaint' && request.confidence >= CLEAR_ENOUGH) return planFor(request.topic)(request, scene);
  const answer = await searchKnowledge(request, scene);
  if (answer) return answer;
  if (isUnclear(request, scene)) return clarify(request, scene);
  if (recognised && request.confidence >= threshold) return knowledgeQuestion(request, scene);
  scene.rule('low_confidence');
  return {
    kind: 'hand_over',
    reason: { kind: 'low_confidence', intent: request.intent, confidence: round(request.confidence), threshold },
    before: scene.say('unknown'),
  };
}

/** After a ticket was opened, "when will I hear back?" is about that ticket. */
function asksForNews({ words, topic, entities }: CustomerRequest, scene: Scene): boolean {
  const about = ['out_of_scope', 'ticket_status', 'human_request', 'refund_status', 'company', 'small_talk'].includes(topic);
  return (
    scene.notes.memory.tickets.length > 0 &&
    about &&
    scene.language.words.questions.news.test(words) &&
    !entities.some(({ type }) => type === 'order_id')
  );
}

/** What may be asked without meaning an order or account of one's own; where a parcel is, or what we have on file, may not. */
const HAS_A_POLICY = new Set([
  'refund',
  'return_item',
  'damaged_item',
  'refund_status',
  'dispute',
  'late',
  'cancel_order',
  'change_delivery',
  'reset_password',
  'change_email',
  'change_details',
  'delete_account',
  'newsletter',
]);

/** Policy before identity: a question about how things are done is answered from the articles, with no code asked. */
async function inGeneral(request: CustomerRequest, scene: Scene): Promise<Move | undefined> {
  if (!HAS_A_POLICY.has(request.topic) || !asksInGeneral(request, scene.language.words)) return undefined;
  return searchKnowledge(request, scene);
}

/** A few words that say nothing we know: worth one question back before a human is troubled. */
function isUnclear({ words, confidence, intent }: CustomerRequest, scene: Scene): boolean {
  const short = words.trim().split(/\s+/).length <= 3 || !/\p{L}{3}/u.test(words);
  return short && confidence < (intent === 'other' ? 1 : CLEAR_ENOUGH) && mayClarify(scene);
}

const mayClarify = ({ notes, playbook }: Scene): boolean =>
  notes.memory.clarificationsInARow < playbook.escalation.limits.clarificationsInARow;

/** A bare "yes" or "5" that answers nothing we asked: no article and no plan fits it, whatever the router makes of it. */
function saysNothing({ words, entities, topic, slots }: CustomerRequest, { language }: Scene): boolean {
  if (topic === 'small_talk' || entities.length > 0 || Object.keys(slots).length > 0) return false;
  return !/\p{L}{2}/u.test(words) || (words.trim().split(/\s+/).length <= 2 && readShortAnswer(words, language.words) !== 'unclear');
}

function clarify(request: CustomerRequest, scene: Scene): Ask {
  const before = scene.notes.memory.clarificationsInARow;
  scene.remember({ clarificationsInARow: before + 1 });
  scene.rule('clarify');
  return {
    kind: 'ask',
    text: scene.say(before === 0 ? 'clarify' : 'clarify.again'),
    private: false,
    question: { kind: 'slot', about: 'more', request, timesAsked: 1 },
  };
}

const round = (confidence: number): number => Math.round(confidence * 100) / 100;
