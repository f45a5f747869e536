import { describe, expect, it } from '@jest/globals';
import { mentionedLines } from '../../../src/agent/handlers/mentioned-lines.ts';
import type { OrderView } from '../../../src/domain/commerce.ts';

const orderOf = (...names: readonly string[]): OrderView => ({
  orderId: 'LF-10009',
  placedAt: '2026-03-09T15:00:00.000Z',
  status: 'delivered',
  lines: names.map((name) => ({ sku: name, name, quantity: 1, priceCents: 1_000, finalSale: false })),
  totalCents: 1_000 * names.length,
  refundedCents: 0,
  currency: 'USD',
  paidWith: 'Visa ending in 4242',
  shippingAddress: '12 Elm Road, Dover, NH 03820',
  canChange: false,
});

describe('the things of an order that a message names', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['the mugs arrived broken', ['Enamel Camp Mug Set'], ['Enamel Camp Mug Set']],
    ['my mug', ['Enamel Camp Mug Set'], ['Enamel Camp Mug Set']],
    ['the headlamp does not work', ['Headlamp 400', 'Batteries'], ['Headlamp 400']],
    ['batteries are missing', ['Headlamp 400', 'Batteries'], ['Batteries']],
    ['headlamp and batteries', ['Headlamp 400', 'Batteries'], ['Headlamp 400', 'Batteries']],
    ['the sleeping bag', ['Sleeping Bag', 'Liner'], ['Sleeping Bag']],
    ['the liner is torn', ['Sleeping Bag', 'Liner'], ['Liner']],
    ['the boots', ['Hiking Boots'], ['Hiking Boots']],
    ['trekking pole bent', ['Trekking Poles'], ['Trekking Poles']],
    ['the tent', ['Ridgeline 2-Person Tent'], ['Ridgeline 2-Person Tent']],
    ['the trekkin poles, sorry, treking pole', ['Trekking Poles'], ['Trekking Poles']],
    ['my hedlamp', ['Headlamp 400'], ['Headlamp 400']],
    ['my shorts', ['Sun Shirt'], []],
    ['MY DAYPACK!!!', ['Trail Daypack 22L'], ['Trail Daypack 22L']],
    ['the gift card', ['Gift Card'], ['Gift Card']],
    ['refund to my other card', ['Gift Card'], []],
    ['cancel my order', ['Camp Order Set'], []],
    ['where is it', ['Headlamp 400', 'Batteries'], []],
    ['400', ['Headlamp 400'], []],
    ['', ['Headlamp 400'], []],
  ])('%j of %j: %j', (words, names, named) => {
    expect(mentionedLines(orderOf(...names), words)).toEqual(named);
  });
});
