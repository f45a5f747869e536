import { assertNever } from '../../domain/assert-never.ts';
import { shipmentView, type OrderView, type ShipmentView } from '../../domain/commerce.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import { told, type Move } from '../move.ts';
import { hasReply } from '../replies.ts';
import type { Scene } from '../scene.ts';
import { chooseOrder, contents } from './choose-order.ts';
import type { Plan } from './handler.ts';
import { problemWith } from './problem-with.ts';

/** Where is my order, and when will it come? */
export const orderStatus: Plan = async (request, scene) => {
  const choice = await chooseOrder(request, scene, isUnderWay);
  if (choice.kind === 'move') return choice.move;
  const { order } = choice;
  if (order.status === 'shipped') return shipped(order, request, scene);
  if (order.status === 'delivered' && scene.language.words.orders.notReceived.test(request.words)) return missing(order, scene);
  return told(request, resting(order, scene));
};

/** What did I order, for how much, to where? */
export const orderDetails: Plan = async (request, scene) => {
  const choice = await chooseOrder(request, scene, () => true);
  if (choice.kind === 'move') return choice.move;
  const { order } = choice;
  return told(
    request,
    scene.say('order.details', {
      order: order.orderId,
      contents: contents(order, scene),
      total: scene.money(order.totalCents),
      paidWith: scene.speech.payment(order.paidWith),
      placed: day(order.placedAt, scene),
      standing: standing(order, scene),
      address: order.shippingAddress,
    }),
  );
};

function standing({ status, deliveredAt }: OrderView, scene: Scene): string {
  return status === 'delivered' && deliveredAt
    ? scene.say('status.delivered_on', { day: day(deliveredAt, scene) })
    : scene.say(`status.${status}`);
}

const isUnderWay = ({ status }: OrderView): boolean => status === 'processing' || status === 'shipped';

async function shipped(order: OrderView, request: CustomerRequest, scene: Scene): Promise<Move> {
  const called = await scene.call('track_shipment', { orderId: order.orderId }, request);
  const problem = problemWith(called, 'track_shipment', request, scene);
  if (problem) return problem;
  if (called.kind !== 'ok')
    return told(request, scene.say('order.shipped_untracked', { order: order.orderId, contents: contents(order, scene) }));
  const shipment = shipmentView.parse(called.output);
  const text = tracking(order, shipment, scene);
  if (shipment.state !== 'lost') return told(request, text);
  return {
    kind: 'hand_over',
    reason: { kind: 'needs_specialist', because: `parcel of ${order.orderId} has no scan, trace needed` },
    before: text,
    private: true,
  };
}

function tracking(order: OrderView, shipment: ShipmentView, scene: Scene): string {
  const last = shipment.events[0];
  return scene.say(`shipment.${shipment.state}`, {
    order: order.orderId,
    contents: contents(order, scene),
    carrier: shipment.carrier,
    tracking: shipment.trackingNumber,
    expected: shipment.expectedAt ? day(shipment.expectedAt, scene) : scene.say('shipment.no_date'),
    event: last ? carrierWords('scan', last.what, scene) : scene.say('shipment.no_scan'),
    place: last ? carrierPlace(last.place, scene) : scene.say('shipment.no_place'),
    day: last ? day(last.at, scene) : day(order.placedAt, scene),
  });
}

function missing(order: OrderView, scene: Scene): Move {
  return {
    kind: 'hand_over',
    reason: { kind: 'needs_specialist', because: `${order.orderId} is marked delivered, the customer does not have it` },
    before: scene.say('order.delivered_missing', {
      order: order.orderId,
      contents: contents(order, scene),
      day: day(order.deliveredAt ?? order.placedAt, scene),
    }),
    private: true,
  };
}

/** An order that does not move: being packed, delivered, cancelled or returned. */
function resting(order: OrderView, scene: Scene): string {
  const values = { order: order.orderId, contents: contents(order, scene) };
  switch (order.status) {
    case 'processing':
      return order.expectedAt
        ? scene.say('order.processing', { ...values, placed: day(order.placedAt, scene), expected: day(order.expectedAt, scene) })
        : scene.say('order.processing_undated', { ...values, placed: day(order.placedAt, scene) });
    case 'delivered':
      return scene.say('order.delivered', { ...values, day: day(order.deliveredAt ?? order.placedAt, scene) });
    case 'cancelled':
      return scene.say('order.cancelled', { ...values, day: day(order.cancelledAt ?? order.placedAt, scene) });
    case 'returned':
      return scene.say('order.returned', values);
    case 'shipped':
      return scene.say('order.shipped_untracked', values);
    default:
      return assertNever(order.status);
  }
}

/** What the carrier reports, translated where it is one of the wordings that we know; another scan stands in quotation marks. */
function carrierWords(kind: 'scan' | 'place', words: string, { language, playbook, say, speech }: Scene): string {
  const key = `${kind}.${words.toLowerCase().replace(/[^a-z]+/g, '_')}`;
  if (speech.isEnglish) return words;
  if (hasReply(playbook, language.code, key)) return say(key);
  return kind === 'scan' ? `“${words}”` : words;
}

function carrierPlace(place: string, scene: Scene): string {
  const town = scene.speech.isEnglish ? undefined : /^On the way to (.{1,80})$/.exec(place)?.[1];
  return town === undefined ? carrierWords('place', place, scene) : scene.say('place.on_the_way_to', { town });
}

const day = (iso: string, scene: Scene): string => scene.speech.day(iso);
