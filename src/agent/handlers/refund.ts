import { refundEligibility, type OrderView, type RefundEligibility } from '../../domain/commerce.ts';
import { intentName } from '../../domain/ids.ts';
import { usd } from '../../domain/money.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import type { Words } from '../languages/language.ts';
import { offerSpecialist, told, type Move } from '../move.ts';
import { latestApproval, pendingApproval } from '../pending-approval.ts';
import { productsSaid } from '../languages/catalogue-words.ts';
import type { Scene } from '../scene.ts';
import { cents, type Speech } from '../speech.ts';
import { calendarDaysAfter } from '../when.ts';
import { proposeCancelling } from './change-order.ts';
import { chooseOrder, contents } from './choose-order.ts';
import type { Plan } from './handler.ts';
import { mentionedLines } from './mentioned-lines.ts';
import { problemWith } from './problem-with.ts';
import { propose } from './propose.ts';
import { ticketStanding } from './ticket-status.ts';

/** Ten business days are two weeks of the calendar. */
const LONGEST_REFUND_DAYS = 14;

type Reason = Words['refunds']['reasons'][number]['reason'] | 'unwanted';

/** What happened to the thing, as the customer tells it. */
export const refundReason = (words: string, { refunds }: Words): Reason =>
  refunds.reasons.find((row) => row.words.test(words))?.reason ?? 'unwanted';

/** Money back for an order: whose, whether policy allows it, how much (never from the customer's text), and an explicit yes. */
export const refund: Plan = async (request, scene) => {
  const choice = await chooseOrder(request, scene, isRefundable);
  if (choice.kind === 'move') return choice.move;
  const { order } = choice;
  const withOrder = { ...request, slots: { ...request.slots, order_id: order.orderId } };
  const waiting = await alreadyAsked(order, request, scene);
  if (waiting) return waiting;
  if (order.status === 'processing') return proposeCancelling(order, asCancellation(withOrder), scene, 'cancel.instead_of_refund');
  const reason = refundReason(request.words, scene.language.words);
  const called = await scene.call(
    'check_refund_eligibility',
    { orderId: order.orderId, reason, ...itemOf(order, request, scene) },
    request,
  );
  const problem = problemWith(called, 'check_refund_eligibility', withOrder, scene);
  if (problem) return problem;
  if (called.kind === 'refused') return ineligible(order, called.rule, called.because, withOrder, scene);
  if (called.kind !== 'ok') return told(request, scene.say('action.failed'));
  return proposeRefund(order, refundEligibility.parse(called.output), { reason, ...itemOf(order, request, scene) }, withOrder, scene);
};

/** What is not shipped is cancelled, with the tools of that wish. */
const asCancellation = (request: CustomerRequest): CustomerRequest => ({
  ...request,
  intent: intentName('order_status'),
  topic: 'cancel_order',
});

/** What became of a refund, or of the return that should lead to one. */
export const refundStatus: Plan = async (request, scene) => {
  const choice = await chooseOrder(request, scene, ({ refundedCents, status }) => refundedCents > 0 || status === 'returned');
  if (choice.kind === 'move') return choice.move;
  const { order } = choice;
  if (order.refundedCents > 0) return told(request, refundedAlready(order, scene));
  return refund({ ...request, slots: { ...request.slots, order_id: order.orderId } }, scene);
};

/** A human has said no to it: asking again without a new reason gets that answer, and a human if wanted. */
async function declinedBefore(order: OrderView, request: CustomerRequest, scene: Scene): Promise<Move | undefined> {
  const denied = await latestApproval({ memory: scene.notes.memory }, scene.parts.store, 'denied', order.orderId);
  if (!denied || refundReason(request.words, scene.language.words) !== 'unwanted') return undefined;
  const asked = { ...request, slots: { ...request.slots, order_id: order.orderId } };
  return offerSpecialist(asked, `${ticketStanding(denied, scene)} ${scene.say('refund.denied_offer')}`);
}

/** A refund that a human is still deciding on: asked about, it has its number; taken back, it needs that human. */
async function alreadyAsked(order: OrderView, request: CustomerRequest, scene: Scene): Promise<Move | undefined> {
  const ticket = await pendingApproval({ memory: scene.notes.memory }, scene.parts.store, order.orderId);
  if (ticket === undefined) return declinedBefore(order, request, scene);
  scene.notes.facts.push(ticket);
  const text = scene.say('refund.waiting', { ticket });
  if (!scene.language.words.refunds.takesBack.test(request.words)) return told(request, text);
  return {
    kind: 'hand_over',
    reason: { kind: 'needs_specialist', because: `the customer takes back the request under ${ticket}` },
    before: text,
    private: true,
  };
}

const isRefundable = ({ status, refundedCents, totalCents }: OrderView): boolean =>
  (status === 'delivered' || status === 'returned') && refundedCents < totalCents;

/** Narrows to one thing when the order holds several and the customer names it. */
function itemOf(order: OrderView, { words }: CustomerRequest, { catalogue }: Scene): { readonly item?: string } {
  const named = mentionedLines(order, words, productsSaid(words, catalogue));
  const [only] = named;
  return order.lines.length > 1 && named.length === 1 && only !== undefined ? { item: only } : {};
}

function proposeRefund(
  order: OrderView,
  eligible: RefundEligibility,
  what: { readonly reason: Reason; readonly item?: string },
  request: CustomerRequest,
  scene: Scene,
): Move {
  const { amountCents, destination } = eligible;
  const rendered = (speech: Speech): string =>
    speech.say('refund.rendered', {
      order: order.orderId,
      covers: speech.list(eligible.covers),
      amount: cents(speech, amountCents),
      destination: speech.payment(destination),
    });
  const needsApproval = amountCents > scene.playbook.policies.approval.refundAboveCents;
  const input = { orderId: order.orderId, amountCents, ...what };
  const explained = { ...request, slots: { ...request.slots, because: whyThisMuch(order, eligible, scene) } };
  const instead = scene.language.words.refunds.wantsReplacement.test(request.words);
  const ask = needsApproval ? 'refund.propose_with_approval' : instead ? 'refund.propose_instead' : 'propose';
  return propose({ tool: 'process_refund', input, rendered, ask, amount: usd(amountCents) }, explained, scene);
}

/** For "why not all of it?": what the order cost, what went back already, and the rule that allows the rest. */
function whyThisMuch(order: OrderView, { rule, because }: RefundEligibility, scene: Scene): string {
  const values = { order: order.orderId, total: scene.money(order.totalCents) };
  return order.refundedCents > 0
    ? scene.say('refund.cost_partly', { ...values, refunded: scene.money(order.refundedCents) })
    : scene.say('refund.cost', { ...values, because: scene.speech.because(rule, because) });
}

function ineligible(order: OrderView, rule: string, words: string, request: CustomerRequest, scene: Scene): Move {
  if (rule === 'already_refunded') return told(request, refundedAlready(order, scene));
  if (rule === 'lost_in_transit' || rule === 'reported_missing') {
    const before = scene.say(rule === 'lost_in_transit' ? 'refund.lost' : 'refund.missing', {
      order: order.orderId,
      contents: contents(order, scene),
    });
    return {
      kind: 'hand_over',
      reason: { kind: 'needs_specialist', because: `${order.orderId} may be lost, trace needed` },
      before,
      private: true,
    };
  }
  if (insists(order, scene)) {
    return {
      kind: 'hand_over',
      reason: { kind: 'policy_exception', because: `${rule}: ${request.words.slice(0, 160)}` },
      before: scene.say('refund.still_refused', { order: order.orderId, contents: contents(order, scene) }),
      private: true,
    };
  }
  const because = scene.speech.because(rule, words);
  scene.notes.facts.push(because);
  const key = rule === 'not_delivered_yet' || rule === 'order_cancelled' ? 'refund.not_now' : 'refund.refused';
  const text = scene.say(key, { order: order.orderId, contents: contents(order, scene), because });
  return key === 'refund.not_now' ? told(request, text) : offerSpecialist(request, text);
}

/** The customer has read this no already and does not take it: repeating it helps nobody. */
function insists(order: OrderView, { before }: Scene): boolean {
  return before.pending?.kind === 'offer' && before.pending.request?.slots['order_id'] === order.orderId;
}

function refundedAlready(order: OrderView, scene: Scene): string {
  const latest = order.refunds?.[0];
  const values = {
    order: order.orderId,
    contents: contents(order, scene),
    amount: scene.money(order.refundedCents),
    paidWith: scene.speech.payment(order.paidWith),
    paidWithin: scene.speech.paidWithin(),
  };
  const askedBefore = scene.before.turns.some(({ said }) =>
    said.some(({ text }) => text.includes(values.amount) && text.includes(order.orderId)),
  );
  if (latest && askedBefore) {
    const by = scene.speech.day(calendarDaysAfter(latest.at, LONGEST_REFUND_DAYS));
    scene.notes.facts.push(by);
    return scene.say('refund.patience', { ...values, day: scene.speech.day(latest.at), by });
  }
  return latest ? scene.say('refund.already_on', { ...values, day: scene.speech.day(latest.at) }) : scene.say('refund.already', values);
}
