import type { CustomerPlan, Fate, OrderPlan } from './shop-plan.ts';

/** The customers that the "Try it" page, the documentation and the tests know by name. */
export const sampleCustomers: readonly (CustomerPlan & { readonly about: string })[] = [
  customer(
    'C-1001',
    'Mia Keller',
    '418 Alder Street, Portland, OR 97205',
    'A parcel on its way, and a small order that can be refunded at once.',
  ),
  customer('C-1002', 'Jonas Brandt', '27 Prospect Avenue, Burlington, VT 05401', 'A refund of $240.00, which waits for an approval.'),
  customer('C-1003', 'Priya Raman', '1906 Mesa Drive, Boulder, CO 80302', 'Three orders that cannot be refunded, each for another reason.'),
  customer('C-1004', 'Sam Okafor', '755 Lakeview Road, Madison, WI 53703', 'Exactly $100.00, and one cent more.'),
  customer(
    'C-1005',
    'Elena Rossi',
    '62 Orchard Lane, Ithaca, NY 14850',
    'An order that can still be changed, a cancelled one and a gift card.',
  ),
  customer('C-1006', 'Tom Becker', '3340 Canyon Road, Salt Lake City, UT 84108', 'A large refund and a parcel that got lost.'),
  customer('C-1007', 'Ana Souza', '88 Harbor Street, Portland, ME 04101', 'A partial refund and a payment with a gift card.'),
  { ...customer('C-1008', 'Dev Patel', '1201 Elm Street, Ann Arbor, MI 48104', 'A locked account.'), status: 'locked' },
  customer('C-1009', 'Grace Lin', '540 Cedar Avenue, Seattle, WA 98109', 'The last day of the return window, and the day after it.'),
  customer(
    'C-1010',
    'Noah Williams',
    '19 Chestnut Court, Asheville, NC 28801',
    'A parcel delayed by weather, and a return that has arrived.',
  ),
];

/** Their orders: facts that the tests hold to the letter. */
export const sampleOrders: readonly OrderPlan[] = [
  order(10_001, 'C-1001', ['PK-122'], { kind: 'shipped', shippedDaysAgo: 2, lastScanDaysAgo: 0.4, expectedInDays: 1 }),
  order(10_002, 'C-1001', ['KT-101'], { kind: 'delivered', deliveredDaysAgo: 5 }),
  order(10_003, 'C-1002', ['TN-201'], { kind: 'delivered', deliveredDaysAgo: 9 }, { card: 'Mastercard ending in 5454' }),
  order(10_004, 'C-1003', ['CL-101'], { kind: 'delivered', deliveredDaysAgo: 45 }),
  order(10_005, 'C-1003', ['CL-901'], { kind: 'delivered', deliveredDaysAgo: 3 }),
  order(
    10_006,
    'C-1003',
    ['TL-101'],
    { kind: 'delivered', deliveredDaysAgo: 12 },
    { refunds: [{ daysAgo: 4, line: 'all', reason: 'unwanted' }] },
  ),
  order(10_007, 'C-1004', ['ST-201'], { kind: 'delivered', deliveredDaysAgo: 4 }),
  order(10_008, 'C-1004', ['SL-201'], { kind: 'delivered', deliveredDaysAgo: 4 }),
  order(10_009, 'C-1005', ['LT-101', 'LT-301'], { kind: 'processing', placedDaysAgo: 1 }),
  order(10_010, 'C-1005', ['PK-201'], { kind: 'cancelled', cancelledDaysAgo: 6 }),
  order(10_011, 'C-1005', ['GC-050'], { kind: 'delivered', deliveredDaysAgo: 8 }),
  order(10_012, 'C-1006', ['TN-601'], { kind: 'delivered', deliveredDaysAgo: 10 }, { card: 'American Express ending in 1005' }),
  order(10_013, 'C-1006', ['BT-101'], { kind: 'shipped', shippedDaysAgo: 14, lastScanDaysAgo: 12, expectedInDays: -9 }),
  order(
    10_014,
    'C-1007',
    ['SL-101', 'SL-111'],
    { kind: 'delivered', deliveredDaysAgo: 7 },
    { refunds: [{ daysAgo: 3, line: 2, reason: 'unwanted' }] },
  ),
  order(10_015, 'C-1007', ['WT-101'], { kind: 'delivered', deliveredDaysAgo: 6 }, { giftCardCents: 2_000 }),
  order(10_016, 'C-1008', ['TL-201'], { kind: 'delivered', deliveredDaysAgo: 200 }),
  order(10_017, 'C-1009', ['CL-103'], { kind: 'delivered', deliveredDaysAgo: 30 }),
  order(10_018, 'C-1009', ['CL-102'], { kind: 'delivered', deliveredDaysAgo: 31 }),
  order(10_019, 'C-1010', ['KT-401'], {
    kind: 'shipped',
    shippedDaysAgo: 6,
    lastScanDaysAgo: 1,
    expectedInDays: 2,
    trouble: 'Delayed: severe weather on the route',
  }),
  order(10_020, 'C-1010', ['FU-101'], { kind: 'returned', deliveredDaysAgo: 16, returnedDaysAgo: 2 }),
];

function customer(customerId: string, name: string, address: string, about: string): CustomerPlan & { readonly about: string } {
  const number = Number(customerId.slice(2));
  return {
    customerId,
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@example.com`,
    phone: `+1 202-555-0${number - 900}`,
    status: 'active',
    memberForDays: 300 + (number - 1000) * 45,
    newsletter: number % 2 === 1,
    address,
    about,
  };
}

function order(
  number: number,
  customerId: string,
  skus: readonly string[],
  fate: Fate,
  extra: Partial<Pick<OrderPlan, 'card' | 'giftCardCents' | 'refunds'>> = {},
): OrderPlan {
  return {
    orderId: `LF-${number}`,
    customerId,
    lines: skus.map((sku) => ({ sku, quantity: 1 })),
    fate,
    card: 'Visa ending in 4242',
    giftCardCents: 0,
    shippingAddress: sampleCustomers.find((each) => each.customerId === customerId)?.address ?? '',
    refunds: [],
    ...extra,
  };
}
