import { ordersFound, type OrderView } from '../../domain/commerce.ts';
import { productsSaid } from '../languages/catalogue-words.ts';
import { namesKindOf } from './mentioned-lines.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import { askFor, offerSpecialist, type Move } from '../move.ts';
import type { Scene } from '../scene.ts';
import { describedOrders } from './described-orders.ts';
import { problemWith } from './problem-with.ts';

export type OrderChoice = { readonly kind: 'order'; readonly order: OrderView } | { readonly kind: 'move'; readonly move: Move };

/** How often we ask for a number that fits before a specialist is offered. */
const MOST_ASKS = 2;
const MOST_LISTED = 5;

/**
 * Finds the order that a request is about: by its number, by what is in it or when it was, by what was spoken of last, or
 * as the only one that `fits`. Otherwise it asks, with the customer's own orders to choose from.
 */
export async function chooseOrder(request: CustomerRequest, scene: Scene, fits: Fits): Promise<OrderChoice> {
  const named = orderIdOf(request);
  if (named !== undefined) return lookUp(named, request, scene);
  const called = await scene.call('lookup_order', {}, request);
  const problem = problemWith(called, 'lookup_order', request, scene);
  if (problem) return { kind: 'move', move: problem };
  const orders = called.kind === 'ok' ? ordersFound.parse(called.output).orders : [];
  const described = describedIn(orders, request, scene);
  const meant = meantBy(orders, described, request, scene, fits);
  if (meant) return chosen(meant, scene);
  const likely = described ? undefined : likeliest(orders, scene, fits);
  // "My tent leaks", of somebody whose orders hold no tent: the mugs are not what they want to give back.
  if (likely && !(orders.length > 1 && (await namesAProduct(request, scene)))) return chosen(likely, scene);
  return { kind: 'move', move: orders.length === 0 ? noOrders(request, scene) : whichOne(orders, request, scene) };
}

/** The order number that a request carries, as a slot that was filled or in its own words. */
export const orderIdOf = (request: CustomerRequest): string | undefined =>
  request.slots['order_id'] ?? request.entities.find(({ type }) => type === 'order_id')?.value;

type Fits = (order: OrderView) => boolean;

/** The order that the customer's words single out. */
function meantBy(
  orders: readonly OrderView[],
  described: readonly OrderView[] | undefined,
  request: CustomerRequest,
  scene: Scene,
  fits: Fits,
): OrderView | undefined {
  const { orders: said } = scene.language.words;
  const lastSpokenOf = scene.notes.memory.orderId;
  if (said.otherOne.test(request.words) && lastSpokenOf !== undefined) {
    const others = orders.filter(({ orderId }) => orderId !== lastSpokenOf);
    return onlyOne(others) ?? onlyOne(others.filter(fits)) ?? others[0];
  }
  if (described) return onlyOne(described) ?? onlyOne(described.filter(fits));
  // "Newest first" is how the tool gives them.
  if (said.newest.test(request.words)) return orders[0];
  return said.refersBack.test(request.words) ? orders.find(({ orderId }) => orderId === lastSpokenOf) : undefined;
}

/** Where the words describe none: the one that was spoken of last, or the only one that fits. */
function likeliest(orders: readonly OrderView[], scene: Scene, fits: Fits): OrderView | undefined {
  const spokenOf = orders.find(({ orderId }) => orderId === scene.notes.memory.orderId);
  return spokenOf && fits(spokenOf) ? spokenOf : (onlyOne(orders.filter(fits)) ?? onlyOne(orders));
}

const describedIn = (orders: readonly OrderView[], request: CustomerRequest, scene: Scene): readonly OrderView[] | undefined =>
  describedOrders(orders, request, scene.playbook.agent.company.timezone, productsSaid(request.words, scene.catalogue));

/** Whether the words name something that the shop sells. */
export async function namesAProduct({ words, entities }: CustomerRequest, { parts, catalogue }: Scene): Promise<boolean> {
  if (entities.some(({ type }) => type === 'product')) return true;
  const names = (await parts.pack.productNames?.()) ?? [];
  const translated = productsSaid(words, catalogue);
  return names.slice(0, MOST_NAMES).some((name) => namesKindOf(name, words, translated));
}
/** Of a larger catalogue the first are looked at: this is about the common words for things. */
const MOST_NAMES = 2_000;

const onlyOne = (orders: readonly OrderView[]): OrderView | undefined => (orders.length === 1 ? orders[0] : undefined);

async function lookUp(orderId: string, request: CustomerRequest, scene: Scene): Promise<OrderChoice> {
  const called = await scene.call('lookup_order', { orderId }, request);
  const problem = problemWith(called, 'lookup_order', request, scene);
  if (problem) return { kind: 'move', move: problem };
  const order = called.kind === 'ok' ? ordersFound.parse(called.output).orders[0] : undefined;
  if (!order) return { kind: 'move', move: notFound(request, scene) };
  return chosen(order, scene);
}

function chosen(order: OrderView, scene: Scene): OrderChoice {
  scene.remember({ orderId: order.orderId });
  return { kind: 'order', order };
}

/** The same words whether the order does not exist or belongs to somebody else. */
function notFound(request: CustomerRequest, scene: Scene): Move {
  const times = Number(request.slots['order_asks'] ?? '0') + 1;
  const asked = withoutOrder({ ...request, slots: { ...request.slots, order_asks: String(times) } });
  if (times > MOST_ASKS) return offerSpecialist(asked, scene.say('order.not_found_offer'));
  return askFor('order_id', asked, scene.say('order.not_found', { order: orderIdOf(request) ?? '' }), times);
}

function noOrders(request: CustomerRequest, scene: Scene): Move {
  return askFor('order_id', request, scene.say('order.none'));
}

function whichOne(orders: readonly OrderView[], request: CustomerRequest, scene: Scene): Move {
  const listed = orders.slice(0, MOST_LISTED);
  const list = listed.map((order) => `- ${orderLine(order, scene)}`).join('\n');
  const ids = listed.map(({ orderId }) => orderId).join(',');
  return askFor('order_id', { ...request, slots: { ...request.slots, listed: ids } }, scene.say('order.which', { list }));
}

/** `LF-10002 Enamel Camp Mug Set, $40.00, delivered`. */
export function orderLine(order: OrderView, scene: Scene): string {
  return `${order.orderId} ${contents(order, scene)}, ${scene.money(order.totalCents)}, ${scene.say(`status.${order.status}`)}`;
}

/** What is in it, as the customer would name it. */
export function contents({ lines }: OrderView, { speech }: Pick<Scene, 'speech'>): string {
  const names = lines.map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name));
  return names.length > 3 ? speech.say('list.more', { first: names.slice(0, 2).join(', '), count: names.length - 2 }) : speech.list(names);
}

function withoutOrder(request: CustomerRequest): CustomerRequest {
  const slots = Object.fromEntries(Object.entries(request.slots).filter(([name]) => name !== 'order_id'));
  return { ...request, slots, entities: request.entities.filter(({ type }) => type !== 'order_id') };
}
