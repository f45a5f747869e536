import type { ShipmentView } from '../../domain/commerce.ts';
import type { OrderRecord } from './order-records.ts';

const DAY_MS = 86_400_000;

/** A parcel on its way that no carrier has scanned for more than `lostAfterDays` counts as lost, whatever its last scan said. */
export function isLost(order: OrderRecord, lostAfterDays: number, now: Date): boolean {
  if (order.status !== 'shipped' || order.lastScanAt === null) return false;
  return now.getTime() - Date.parse(order.lastScanAt) > lostAfterDays * DAY_MS;
}

/** The state a customer is told: the carrier's, unless the parcel counts as lost by now. */
export function shipmentState(order: OrderRecord, lostAfterDays: number, now: Date): ShipmentView['state'] | undefined {
  return isLost(order, lostAfterDays, now) ? 'lost' : (order.shipmentState ?? undefined);
}
