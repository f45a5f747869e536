import { usd } from '../../domain/money.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import { askFor, type Move } from '../move.ts';
import type { Scene } from '../scene.ts';
import { chooseOrder, contents } from './choose-order.ts';
import type { Plan } from './handler.ts';

/**
 * A charge that the customer does not accept. The amount comes from the order where there is one, else from the text.
 * Above the limit a human takes it; below it the facts are laid out and a billing ticket is opened, never an argument.
 */
export const dispute: Plan = async (request, scene) => {
  const stated = statedAmount(request);
  if (stated !== undefined && overLimit(stated, scene)) return toBilling(stated);
  const choice = await chooseOrder(request, scene, ({ totalCents }) => stated === undefined || totalCents === stated);
  if (choice.kind === 'move')
    return choice.move.kind === 'ask' && stated === undefined
      ? askFor('order_id', request, scene.say('dispute.which'))
      : whatWeKnow(stated, choice.move, scene);
  const { order } = choice;
  if (overLimit(order.totalCents, scene)) return toBilling(order.totalCents);
  const before = scene.say('dispute.facts', {
    order: order.orderId,
    contents: contents(order, scene),
    total: scene.money(order.totalCents),
    paidWith: scene.speech.payment(order.paidWith),
    refunded: scene.money(order.refundedCents),
  });
  return {
    kind: 'hand_over',
    reason: { kind: 'needs_specialist', because: `disputed charge of ${scene.money(order.totalCents)}` },
    before,
    private: true,
  };
};

export function statedAmount({ entities }: CustomerRequest): number | undefined {
  const value = entities.find(({ type }) => type === 'amount')?.value;
  const digits = value === undefined ? undefined : /\d+(?:\.\d+)?/.exec(value.replaceAll(',', ''))?.[0];
  return digits === undefined ? undefined : Math.round(Number(digits) * 100);
}

const overLimit = (cents: number, { playbook }: Scene): boolean => cents > playbook.escalation.limits.disputeAboveCents;

const toBilling = (cents: number): Move => ({ kind: 'hand_over', reason: { kind: 'billing_dispute', amount: usd(cents) } });

/** No order fits: the stated amount is enough for billing to look for the charge; proving identity still comes first. */
function whatWeKnow(stated: number | undefined, move: Move, scene: Scene): Move {
  if (move.kind === 'prove' || stated === undefined) return move;
  const amount = scene.money(stated);
  return {
    kind: 'hand_over',
    reason: { kind: 'needs_specialist', because: `disputed charge of ${amount} that fits no order` },
    before: scene.say('dispute.no_order', { amount }),
  };
}
