import { assertNever } from '../../domain/assert-never.ts';
import type { CustomerRequest, PendingQuestion } from '../../domain/request.ts';
import { ordersFound } from '../../domain/commerce.ts';
import { namesAProduct } from '../handlers/choose-order.ts';
import { describedOrders } from '../handlers/described-orders.ts';
import { productsSaid } from '../languages/catalogue-words.ts';
import { carryOut } from '../handlers/carry-out.ts';
import { talk } from '../move.ts';
import type { Scene } from '../scene.ts';
import { ABOUT_A_REFUND, ASIDE, goTo, SURE, type PendingResult } from './pending-result.ts';
import { readShortAnswer } from './short-answer.ts';
import { slotValue } from './slot-value.ts';

/** A plain yes runs the proposal; a no drops it; anything else leaves it open and is answered first. */
export async function answerConsent(pending: PendingQuestion, requests: readonly CustomerRequest[], scene: Scene): Promise<PendingResult> {
  const { proposal } = scene.notes.memory;
  const { request } = pending;
  if (!proposal || !request || proposal.id !== pending.about) return ASIDE;
  const correction =
    correctedRequest(request, requests, scene) ?? correctedValue(request, scene) ?? (await describedInstead(request, scene));
  if (correction) {
    scene.remember({ proposal: undefined });
    return { kind: 'go_on', requests: [correction] };
  }
  const answer = readShortAnswer(scene.words, scene.language.words, {
    proposed: proposal.rendered,
    names: [scene.speaker.displayName, scene.playbook.agent.company.agentName],
  });
  switch (answer) {
    case 'yes':
      scene.rule('explicit_yes_given');
      return goTo(await carryOut(proposal, request, scene));
    case 'no':
      scene.remember({ proposal: undefined, asked: {} });
      scene.rule('proposal_declined');
      return goTo(talk(scene.say('consent.declined')));
    case 'unclear':
      return aboutProposal(pending, request, scene);
    default:
      return assertNever(answer);
  }
}

const SHORT = 80;

/** A question about the proposal itself is answered from it, and the yes is still open afterwards. */
function aboutProposal(pending: PendingQuestion, request: CustomerRequest, scene: Scene): PendingResult {
  const { words } = scene;
  const { refunds } = scene.language.words;
  if (words.length > SHORT || !ABOUT_A_REFUND.test(request.topic)) return ASIDE;
  if (refunds.howLong.test(words)) return { kind: 'aside', asks: { ...request, topic: 'refund_policy', words: refunds.howLongQuestion } };
  const because = request.slots['because'];
  if (because !== undefined && refunds.why.test(words)) {
    scene.notes.facts.push(because);
    return { kind: 'said', answers: [talk(scene.say('refund.why', { because }))], question: pending };
  }
  return ASIDE;
}

/** "No, the other one": the same wish about another record. */
function correctedRequest(request: CustomerRequest, requests: readonly CustomerRequest[], scene: Scene): CustomerRequest | undefined {
  const named = scene.understanding.entities.find(({ type }) => type === 'order_id')?.value;
  const another = named !== undefined && named !== request.slots['order_id'];
  const other = scene.language.words.orders.otherThing.test(scene.words);
  if (!another && !other) return undefined;
  const changesTopic = requests.some(({ topic, confidence }) => topic !== request.topic && confidence >= SURE);
  if (changesTopic) return undefined;
  return { ...request, words: scene.words, entities: scene.understanding.entities, slots: {} };
}

/** "No, not that one, the daypack": the same wish about an order that these words describe. */
async function describedInstead(request: CustomerRequest, scene: Scene): Promise<CustomerRequest | undefined> {
  const { words, understanding, language, playbook } = scene;
  const proposed = request.slots['order_id'];
  if (proposed === undefined || !language.words.answers.corrects.test(words)) return undefined;
  const said = { ...request, words, entities: understanding.entities, slots: {} };
  if (!understanding.entities.some(({ type }) => type === 'date') && !(await namesAProduct(said, scene))) return undefined;
  const called = await scene.call('lookup_order', {}, request);
  const others = called.kind === 'ok' ? ordersFound.parse(called.output).orders.filter(({ orderId }) => orderId !== proposed) : [];
  return describedOrders(others, said, playbook.agent.company.timezone, productsSaid(words, scene.catalogue)) && said;
}

/** "No, 19 Elm Road": the same wish with another value. */
function correctedValue(request: CustomerRequest, scene: Scene): CustomerRequest | undefined {
  const slot = VALUE_SLOTS[request.topic];
  const value = slot === undefined ? undefined : slotValue(slot, request, scene);
  if (
    slot === undefined ||
    value === undefined ||
    value === request.slots[slot] ||
    readShortAnswer(scene.words, scene.language.words) === 'yes'
  )
    return undefined;
  return { ...request, slots: { ...request.slots, [slot]: value } };
}
const VALUE_SLOTS: Readonly<Record<string, string>> = {
  change_delivery: 'new_address',
  change_email: 'new_email',
  change_details: 'new_value',
};
