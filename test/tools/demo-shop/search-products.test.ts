import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { productsFound } from '../../../src/domain/commerce.ts';
import { openShop, type OpenShop } from './open-shop.ts';

describe('search_products', () => {
  let shop: OpenShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.pack.close());

  async function search(query: string) {
    const outcome = await shop.call('search_products', { query });
    return outcome.kind === 'ok' ? productsFound.parse(outcome.output).products : [];
  }

  it.each([
    ['Ridgeline 2-Person Tent', 'Ridgeline 2-Person Tent'],
    ['do you have waterproof hiking boots?', 'Hiking Boots'],
    ['WATER FILTERS', 'Water Filter'],
    ['which batteries fit the headlamp 400', 'Headlamp 400'],
    ['Trail Daypack', 'Trail Daypack 22L'],
  ])('answers %j with %s first', async (query, name) => {
    expect((await search(query))[0]?.name).toBe(name);
  });

  it('shows five products at most', async () => {
    expect((await search('tent')).length).toBeLessThanOrEqual(5);
  });

  it('says when something is out of stock', async () => {
    expect(await search('hammock')).toMatchObject([{ name: 'Hammock', inStock: false }]);
  });

  it('finds nothing for what the shop does not sell', async () => {
    expect(await search('kayak paddle')).toEqual([]);
  });
});
