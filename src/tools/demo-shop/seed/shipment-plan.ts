import { assertNever } from '../../../domain/assert-never.ts';
import type { Fate } from './shop-plan.ts';

export interface ShipmentPlan {
  readonly state: 'in_transit' | 'out_for_delivery' | 'delivered' | 'delayed' | 'exception';
  readonly expectedDaysAgo: number;
  /** Oldest first, at least one. */
  readonly scans: readonly { readonly daysAgo: number; readonly place: string; readonly what: string }[];
}

const WAREHOUSE = 'Larkfield warehouse, Reno, NV';
/** How long a parcel takes when nothing goes wrong, in days; standard shipping promises 3–5 business days. */
const DAYS_ON_THE_ROAD = 4;

/** What the carrier has said about an order so far; undefined while there is no parcel. */
export function planShipment(fate: Fate, destination: string): ShipmentPlan | undefined {
  switch (fate.kind) {
    case 'processing':
    case 'cancelled':
      return undefined;
    case 'shipped':
      return onTheRoad(fate, destination);
    case 'delivered':
    case 'returned':
      return arrived(fate, destination);
    default:
      return assertNever(fate);
  }
}

/** The day an order left, counted back from the anchor. */
export function shippedDaysAgo(fate: Extract<Fate, { kind: 'shipped' | 'delivered' | 'returned' }>): number {
  return fate.kind === 'shipped' ? fate.shippedDaysAgo : fate.deliveredDaysAgo + DAYS_ON_THE_ROAD;
}

function onTheRoad(fate: Extract<Fate, { kind: 'shipped' }>, destination: string): ShipmentPlan {
  const { shippedDaysAgo: shipped, lastScanDaysAgo, trouble } = fate;
  const scans = [{ daysAgo: shipped, place: WAREHOUSE, what: 'Handed to the carrier' }];
  if (shipped - lastScanDaysAgo > 1) scans.push({ daysAgo: shipped - 0.5, place: 'Sacramento, CA', what: 'Departed from sorting centre' });
  if (lastScanDaysAgo < shipped) {
    scans.push({
      daysAgo: lastScanDaysAgo,
      place: trouble ? `On the way to ${placeOf(destination)}` : 'Regional sorting centre',
      what: trouble ?? 'Arrived at sorting centre',
    });
  }
  return { state: stateFor(trouble), expectedDaysAgo: -fate.expectedInDays, scans };
}

function stateFor(trouble: string | undefined): ShipmentPlan['state'] {
  if (trouble === undefined) return 'in_transit';
  return trouble.startsWith('Exception') ? 'exception' : 'delayed';
}

function arrived(fate: Extract<Fate, { kind: 'delivered' | 'returned' }>, destination: string): ShipmentPlan {
  const { deliveredDaysAgo } = fate;
  return {
    state: 'delivered',
    expectedDaysAgo: deliveredDaysAgo,
    scans: [
      { daysAgo: deliveredDaysAgo + DAYS_ON_THE_ROAD, place: WAREHOUSE, what: 'Handed to the carrier' },
      { daysAgo: deliveredDaysAgo + 2, place: 'Regional sorting centre', what: 'Arrived at sorting centre' },
      { daysAgo: deliveredDaysAgo + 0.2, place: placeOf(destination), what: 'Out for delivery' },
      { daysAgo: deliveredDaysAgo, place: placeOf(destination), what: 'Delivered' },
    ],
  };
}

/** Town and state of an address, never its street: scans are shown. */
function placeOf(address: string): string {
  const [, town = 'destination', region = ''] = address.split(', ');
  return `${town}, ${region.slice(0, 2)}`;
}
