import type { OrderView } from '../../domain/commerce.ts';
import { usd } from '../../domain/money.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import { askFor, told, type Move } from '../move.ts';
import type { Scene } from '../scene.ts';
import { cents, type Speech } from '../speech.ts';
import { addressIn } from './address-in.ts';
import { chooseOrder, contents } from './choose-order.ts';
import type { Plan } from './handler.ts';
import { propose } from './propose.ts';

/** Cancel an order while it can still be cancelled; otherwise say why not and what is possible instead. */
export const cancelOrder: Plan = async (request, scene) => {
  const choice = await chooseOrder(request, scene, ({ canChange }) => canChange);
  if (choice.kind === 'move') return choice.move;
  const { order } = choice;
  if (!order.canChange)
    return told(request, scene.say(`cancel.too_late_${order.status}`, { order: order.orderId, contents: contents(order, scene) }));
  return proposeCancelling(order, request, scene);
};

export function proposeCancelling(order: OrderView, request: CustomerRequest, scene: Scene, ask = 'propose'): Move {
  const rendered = (speech: Speech): string =>
    speech.say('cancel.rendered', {
      order: order.orderId,
      contents: contents(order, { speech }),
      total: cents(speech, order.totalCents),
      paidWith: speech.payment(order.paidWith),
    });
  const withOrder = { ...request, slots: { ...request.slots, order_id: order.orderId } };
  return propose(
    { tool: 'cancel_order', input: { orderId: order.orderId }, rendered, ask, amount: usd(order.totalCents) },
    withOrder,
    scene,
  );
}

/** Send it somewhere else, while it has not left. */
export const changeDelivery: Plan = async (request, scene) => {
  const choice = await chooseOrder(request, scene, ({ canChange }) => canChange);
  if (choice.kind === 'move') return choice.move;
  const { order } = choice;
  if (!order.canChange)
    return told(
      request,
      scene.say(order.status === 'shipped' ? 'delivery.already_shipped' : 'delivery.too_late', {
        order: order.orderId,
        status: scene.say(`status.${order.status}`),
      }),
    );
  const address = request.slots['new_address'] ?? addressIn(request.words, scene.language.words);
  const withOrder = { ...request, slots: { ...request.slots, order_id: order.orderId } };
  if (address === undefined) return askFor('new_address', withOrder, scene.say('delivery.ask_address', { order: order.orderId }));
  scene.notes.facts.push(address);
  const rendered = (speech: Speech): string =>
    speech.say('delivery.rendered', { order: order.orderId, contents: contents(order, { speech }), address });
  return propose({ tool: 'update_delivery_address', input: { orderId: order.orderId, address }, rendered }, withOrder, scene);
};
