import type { Product } from './product.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { CustomerPlan, Fate, OrderPlan } from './shop-plan.ts';

/** Orders besides the samples and the edges. */
const ORDERS = 1_040;
const FIRST_ID = 20_001;
const CARDS: readonly [string, ...string[]] = [
  'Visa ending in 4242',
  'Visa ending in 1881',
  'Mastercard ending in 5454',
  'Mastercard ending in 2720',
  'American Express ending in 1005',
  'Discover ending in 9424',
  'PayPal',
];

type Draft = Omit<OrderPlan, 'orderId' | 'customerId' | 'shippingAddress'>;

/** Everyday orders of every state, and one order for each limit that the policy draws. */
export function planOrders(random: SeededRandom, customers: readonly CustomerPlan[], products: readonly Product[]): readonly OrderPlan[] {
  const everyday = Array.from({ length: ORDERS }, () => everydayOrder(random, products));
  return [...edgeOrders(), ...everyday].map((draft, index) => {
    const customer = customers[index < customers.length ? index : random.below(customers.length)];
    if (!customer) throw new TypeError('orders need customers');
    return { ...draft, orderId: `LF-${FIRST_ID + index}`, customerId: customer.customerId, shippingAddress: customer.address };
  });
}

/** Both sides of each limit, on the day itself, so that every row of the policy is met by some order. */
function edgeOrders(): readonly Draft[] {
  const delivered = (deliveredDaysAgo: number, skus: readonly string[], extra: Partial<Draft> = {}): Draft => ({
    lines: skus.map((sku) => ({ sku, quantity: 1 })),
    fate: { kind: 'delivered', deliveredDaysAgo },
    card: CARDS[0],
    giftCardCents: 0,
    refunds: [],
    ...extra,
  });
  const unscanned = (lastScanDaysAgo: number): Draft => ({
    ...delivered(0, ['WT-301']),
    fate: { kind: 'shipped', shippedDaysAgo: lastScanDaysAgo + 2, lastScanDaysAgo, expectedInDays: -4 },
  });
  return [
    ...[0.5, 29, 30, 31, 59, 60, 61].flatMap((days) => [
      delivered(days, ['CL-302']),
      delivered(days, ['CL-902']),
      delivered(days, ['CL-302', 'CL-902']),
    ]),
    ...['ST-201', 'SL-201', 'WT-201'].flatMap((sku) => [2, 28].map((days) => delivered(days, [sku]))),
    ...[3, 20].flatMap((days) => [
      delivered(days, ['GC-100']),
      delivered(days, ['GC-025', 'BT-301']),
      delivered(days, ['CL-101'], { giftCardCents: 6_500, card: null }),
      delivered(days, ['SL-101', 'SL-311'], { giftCardCents: 5_000 }),
      delivered(days, ['KT-201', 'KT-211'], { refunds: [{ daysAgo: 1, line: 2, reason: 'damaged' }] }),
      delivered(days, ['FU-201'], { refunds: [{ daysAgo: 1, line: 'all', reason: 'unwanted' }] }),
    ]),
    ...[9, 10, 10.1, 11, 15].map(unscanned),
  ];
}

function everydayOrder(random: SeededRandom, products: readonly Product[]): Draft {
  const lines = distinctProducts(random, products).map(({ sku }) => ({ sku, quantity: random.chance(85) ? 1 : 2 + random.below(2) }));
  const fate = planFate(random);
  return { lines, fate, card: random.pick(CARDS), giftCardCents: random.chance(6) ? 2_500 : 0, refunds: planRefunds(random, fate) };
}

/** One to four different things; seven apart in the catalogue, so that an order is not four tents. */
function distinctProducts(random: SeededRandom, products: readonly Product[]): readonly Product[] {
  const start = random.below(products.length);
  const count = random.chance(60) ? 1 : 2 + random.below(3);
  return Array.from({ length: count }, (_, index) => products[(start + index * 7) % products.length]).filter(
    (product) => product !== undefined,
  );
}

function planFate(random: SeededRandom): Fate {
  const roll = random.below(100);
  const within = (from: number, days: number): number => from + random.below(days * 24) / 24;
  if (roll < 8) return { kind: 'processing', placedDaysAgo: within(0.1, 2) };
  if (roll < 20) {
    const shippedDaysAgo = within(0.5, 6);
    const lastScanDaysAgo = Math.min(shippedDaysAgo, within(0.1, 2));
    const trouble = random.chance(12)
      ? random.pick(['Delayed: missed connection', 'Delayed: severe weather on the route', 'Exception: address unclear'])
      : undefined;
    return { kind: 'shipped', shippedDaysAgo, lastScanDaysAgo, expectedInDays: within(0.5, 4), ...(trouble && { trouble }) };
  }
  if (roll < 22) return { kind: 'shipped', shippedDaysAgo: within(14, 8), lastScanDaysAgo: within(11, 3), expectedInDays: -within(5, 4) };
  if (roll < 28) return { kind: 'cancelled', cancelledDaysAgo: within(1, 200) };
  if (roll < 33) return { kind: 'returned', deliveredDaysAgo: within(12, 18), returnedDaysAgo: within(0.5, 9) };
  return { kind: 'delivered', deliveredDaysAgo: random.chance(45) ? within(0.2, 65) : within(65, 600) };
}

function planRefunds(random: SeededRandom, fate: Fate): Draft['refunds'] {
  if (fate.kind === 'returned') return random.chance(60) ? [{ daysAgo: fate.returnedDaysAgo / 2, line: 'all', reason: 'unwanted' }] : [];
  if (fate.kind !== 'delivered' || !random.chance(8)) return [];
  const reason = random.pick<'unwanted' | 'damaged' | 'wrong_item'>(['unwanted', 'damaged', 'wrong_item']);
  return [{ daysAgo: Math.max(0, fate.deliveredDaysAgo - 10 * random.below(3)) / 2, line: random.chance(50) ? 'all' : 1, reason }];
}
