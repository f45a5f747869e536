import { describe, expect, it } from '@jest/globals';
import { findEntities } from '../../../src/agent/router/entities.ts';
import { ORDER_IDS } from './shop-router.ts';

function typed(text: string): string[] {
  return findEntities(text, ORDER_IDS).map((entity) => `${entity.type} ${entity.value}`);
}

describe('order ids', () => {
  it.each([
    ['where is LF-10002', 'LF-10002'],
    ['#10002', 'LF-10002'],
    ['order 10002', 'LF-10002'],
    ['lf10002 pls', 'LF-10002'],
    ['LF 10002', 'LF-10002'],
    ['LF–10002', 'LF-10002'],
    ['lf-1ooo2', 'LF-10002'],
    ['my order number is 10002.', 'LF-10002'],
    ['10002', 'LF-10002'],
    ['ＬＦ－１０００２', 'LF-10002'],
    ['order ١٠٠٠٢', 'LF-10002'],
    ['cancel purchase 113542617735902', '113542617735902'],
    ['purchase 00004587345?', '00004587345'],
    ['about #778812', '778812'],
  ])('reads %s as %s', (text, value) => {
    expect(typed(text)).toEqual([`order_id ${value}`]);
  });

  it('finds each of several in one message', () => {
    expect(typed('LF-10001, 10002 and 10003')).toEqual(['order_id LF-10001', 'order_id LF-10002', 'order_id LF-10003']);
  });

  it.each([
    'ship it to 12 Oak Street, Portland, OR 97201',
    'my zip code is 97201',
    '10012 Main Street',
    'I walked 10000 steps',
    'an order of 12 mugs',
    'it costs 10500.50',
  ])('sees none in: %s', (text) => {
    expect(typed(text).filter((entity) => entity.startsWith('order_id'))).toEqual([]);
  });

  it('follows the form that the shop configured', () => {
    expect(findEntities('order w 1234567', 'W\\d{7}')).toMatchObject([{ type: 'order_id', value: 'W1234567' }]);
    expect(findEntities('where is AB/12-XY', '[A-Z]{2}/\\d{2}-[A-Z]{2}')).toMatchObject([{ type: 'order_id', value: 'AB/12-XY' }]);
  });
});

describe('other entities', () => {
  it.each([
    ['T-1001', ['ticket_number T-1001']],
    ['ticket #1002', ['ticket_number T-1002']],
    ['about case 1003', ['ticket_number T-1003']],
    ['write to Mia.Keller@Example.com', ['email mia.keller@example.com']],
    ['call me at 503 555 0143', ['phone 5035550143']],
    ['+1 (503) 555-0143', ['phone +15035550143']],
    ['my phone number is 5035550143', ['phone 5035550143']],
    ['it was $40', ['amount USD 40.00']],
    ['40 dollars', ['amount USD 40.00']],
    ['€12,50', ['amount EUR 12.50']],
    ['1,240.50 USD', ['amount USD 1240.50']],
    ['about 20 bucks', ['amount USD 20.00']],
    ['20€', ['amount EUR 20.00']],
    ['1.299,00 €', ['amount EUR 1299.00']],
    ['1,299.00 USD', ['amount USD 1299.00']],
    ['a fee of CHF 15', ['amount CHF 15.00']],
    ['fifty quid? 50 quid', ['amount GBP 50.00']],
    ['A$ 12', ['amount AUD 12.00']],
    ['50 cents', ['amount USD 0.50']],
    ['a pack of 3 pounds', []],
    ['bought on 3/14/2026', ['date 2026-03-14']],
    ['since 2026-03-14', ['date 2026-03-14']],
    ['on March 3rd, 2025', ['date 2025-03-03']],
    ['came two weeks ago', ['date two weeks ago']],
    ['arrived yesterday', ['date yesterday']],
    ['123456', ['code 123456']],
    ['code is 123 456', ['code 123456']],
    ['my code: 123-456', ['code 123456']],
    ['it is 048213', ['code 048213']],
    ['promo code 123456', []],
    ['a 4 person tent for 3 nights', []],
    ['order 10002 for $240.00', ['order_id LF-10002', 'amount USD 240.00']],
  ])('reads %s as %j', (text, expected) => {
    expect(typed(text)).toEqual(expected);
  });

  it.each(['1', '1 ', '1,', '$1', '+1 ', '(1', 'a@', 'the 1st of ', 'in 3 ', '3 days ', '😀 LF-10002 '])(
    'are read in time that grows no faster than the text: %j again and again',
    (part) => {
      const timeOf = (count: number): number => {
        const text = part.repeat(count);
        const best = Array.from({ length: 3 }, () => {
          const began = performance.now();
          findEntities(text, ORDER_IDS);
          return performance.now() - began;
        });
        return Math.min(...best);
      };
      const [short, long] = [timeOf(1_500 / part.length), timeOf(15_000 / part.length)];
      expect(long).toBeLessThan(40 * Math.max(short, 0.5));
    },
  );

  it('counts the offsets of entities in Unicode code points', () => {
    const [entity] = findEntities('😀😀 LF-10002', ORDER_IDS);
    expect(entity).toEqual({ type: 'order_id', text: 'LF-10002', start: 3, end: 11, value: 'LF-10002' });
  });

  it('never finds two things in one place', () => {
    const found = findEntities('ticket #1001, order #10002, 503-555-0143, $40.00 on 3/14/2026, code 123456', ORDER_IDS);
    for (const [i, entity] of found.entries()) expect(entity.start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
    expect(found).toHaveLength(6);
  });
});
