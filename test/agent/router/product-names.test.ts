import { describe, expect, it } from '@jest/globals';
import { openCatalogue } from '../../../src/agent/router/catalogue.ts';
import { readInShop } from '../../../src/agent/router/in-the-shop.ts';
import { indexProductNames } from '../../../src/agent/router/product-names.ts';
import { intentName } from '../../../src/domain/ids.ts';

const NAMES = [
  'Ridgeline 2-Person Tent',
  'Ridgeline 3-Person Tent',
  'Basecamp 4-Person Tent',
  'Enamel Camp Mug Set',
  'Two-Pot Cook Set',
  'Sleeping Bag',
  'Cirrus 20 Down Bag',
  'Liner',
  'Hammock',
  'Batteries',
  'Gift Card',
  'Headlamp 400',
  'Headlamp 250 Recharge',
  'Sun Shirt',
  'Clearance Trail Shoes',
  'Trail Runners',
];
const shop = indexProductNames(NAMES);
const named = (text: string) => shop.find(text).map(({ name }) => name);

describe('a product is named', () => {
  it.each([
    ['the Ridgeline 2-Person Tent', 'Ridgeline 2-Person Tent'],
    ['my ridgline 3 person tent leaks', 'Ridgeline 3-Person Tent'],
    ['tent, 4 person', 'Basecamp 4-Person Tent'],
    ['the enamel mugs', 'Enamel Camp Mug Set'],
    ['a mug set', 'Enamel Camp Mug Set'],
    ['two sleeping bags', 'Sleeping Bag'],
    ['bag, sleeping', 'Sleeping Bag'],
    ['a hamock', 'Hammock'],
    ['the battery', 'Batteries'],
    ['are gift cards refundable', 'Gift Card'],
    ['HEADLAMP 400!', 'Headlamp 400'],
    ['trail shoes in 42', 'Clearance Trail Shoes'],
    ['the down bag', 'Cirrus 20 Down Bag'],
  ])('by %j: %s', (text, name) => {
    expect(named(text)).toEqual([name]);
  });

  it.each([
    'where is my card',
    'the tent',
    'my ridgeline tent',
    'the sun is out',
    'set a timer for two hours',
    'book for 4 persons',
    'I lined up for the bag',
    'how many liters',
    'down with the set price',
    'the trail was lovely',
    'headlamp',
    '',
  ])('by none of the words of: %s', (text) => {
    expect(named(text)).toEqual([]);
  });

  it('each in its place, when several are', () => {
    const text = 'the liner for the sleeping bag, and batteries';
    expect(shop.find(text).map(({ name, start, end }) => [name, text.slice(start, end)])).toEqual([
      ['Liner', 'liner'],
      ['Sleeping Bag', 'sleeping bag'],
      ['Batteries', 'batteries'],
    ]);
  });

  it('in time that the catalogue and a long text do not run away with', () => {
    const large = indexProductNames(Array.from({ length: 5_000 }, (_, i) => `Model ${i} Alpine Trail Boot ${i % 97}`));
    const timeOf = (words: number): number => {
      const began = performance.now();
      large.find('alpine trail boot model 12 '.repeat(words));
      return performance.now() - began;
    };
    timeOf(10);
    expect(timeOf(20_000)).toBeLessThan(100 * Math.max(timeOf(100), 1));
  });
});

describe('what the shop adds to a reading', () => {
  const today = { year: 2026, month: 3, day: 18 };

  it('gives each request the products and days of its own words, with offsets in code points', () => {
    const words = ['😀 cancel the hammock', 'and where is what I bought yesterday'] as const;
    const date = { type: 'date', text: 'yesterday', start: 49, end: 58, value: 'yesterday' };
    const request = (part: string, entities: readonly (typeof date)[]) => ({
      intent: intentName('order_status'),
      topic: 'track',
      confidence: 1,
      entities,
      words: part,
    });
    const { entities, classifications } = readInShop(
      { entities: [date], classifications: [request(words[0], []), request(words[1], [date])], signals: new Set(), language: 'en' },
      words.join(' '),
      { today, products: shop },
    );
    expect(entities.map(({ type, value, start }) => [type, value, start])).toEqual([
      ['product', 'Hammock', 13],
      ['date', '2026-03-17', 49],
    ]);
    expect(classifications.map((row) => row.entities.map(({ value }) => value))).toEqual([['Hammock'], ['2026-03-17']]);
  });

  it('reads the names again after ten minutes, and keeps the old ones while the shop does not answer', async () => {
    let at = 0;
    let names: readonly string[] | undefined = ['Hammock'];
    const products = openCatalogue(
      async () => {
        if (names === undefined) throw new Error('the shop is down');
        return names;
      },
      () => new Date(at),
    );
    const finds = async (text: string): Promise<number> => (await products()).find(text).length;
    expect(await finds('hammock')).toBe(1);
    names = ['Liner'];
    expect(await finds('liner')).toBe(0);
    at += 600_000;
    expect(await finds('liner')).toBe(1);
    names = undefined;
    at += 600_000;
    expect(await finds('liner')).toBe(1);
  });
});
