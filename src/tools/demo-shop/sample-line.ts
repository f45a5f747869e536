import { assertNever } from '../../domain/assert-never.ts';
import { formatMoney, usd } from '../../domain/money.ts';
import { orderRefundedCents, orderTotalCents, type OrderRecord } from './order-records.ts';
import { shipmentState } from './shipment-state.ts';

const DAY_MS = 86_400_000;

/** `LF-10002 Enamel Camp Mug Set, $40.00, delivered 5 days ago`: an order as the "Try it" page shows it. */
export function sampleLine(order: OrderRecord, lostAfterDays: number, now: Date): string {
  const things = order.lines.map(({ name }) => name).join(' + ');
  const refunded = orderRefundedCents(order);
  const parts = [`${order.orderId} ${things}`, formatMoney(usd(orderTotalCents(order))), fateOf(order, lostAfterDays, now)];
  if (refunded > 0) parts.push(refunded === orderTotalCents(order) ? 'refunded in full' : `${formatMoney(usd(refunded))} refunded`);
  return parts.join(', ');
}

function fateOf(order: OrderRecord, lostAfterDays: number, now: Date): string {
  switch (order.status) {
    case 'processing':
      return `placed ${ago(order.placedAt, now)}, not shipped yet`;
    case 'cancelled':
      return `cancelled ${ago(order.cancelledAt, now)}`;
    case 'delivered':
      return `delivered ${ago(order.deliveredAt, now)}`;
    case 'returned':
      return `return received ${ago(order.returnedAt, now)}`;
    case 'shipped':
      return roadOf(order, lostAfterDays, now);
    default:
      return assertNever(order.status);
  }
}

function roadOf(order: OrderRecord, lostAfterDays: number, now: Date): string {
  const state = shipmentState(order, lostAfterDays, now);
  if (state === 'lost') return `on its way, last scanned ${ago(order.lastScanAt, now)}`;
  const due = `expected ${ahead(order.expectedAt, now)}`;
  return state === 'delayed' || state === 'exception' ? `delayed on its way, ${due}` : `on its way, ${due}`;
}

function ahead(at: string | null, now: Date): string {
  const days = at === null ? 0 : Math.ceil((Date.parse(at) - now.getTime()) / DAY_MS);
  if (days < 1) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

function ago(at: string | null, now: Date): string {
  const days = at === null ? 0 : Math.floor((now.getTime() - Date.parse(at)) / DAY_MS);
  if (days < 1) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
