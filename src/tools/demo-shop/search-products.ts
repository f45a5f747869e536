import { z } from 'zod';
import { productsFound } from '../../domain/commerce.ts';
import { defineTool } from '../tool.ts';
import { rankProducts } from './rank-products.ts';
import type { Shop } from './shop.ts';

/** More than five cannot be compared in a chat. */
const SHOWN = 5;

const productRow = z.object({
  sku: z.string(),
  name: z.string(),
  category: z.string(),
  priceCents: z.int(),
  stock: z.int(),
  description: z.string(),
  specs: z.string(),
});

export const searchProducts = (shop: Shop) =>
  defineTool({
    name: 'search_products',
    description: 'Products of the shop that fit a description: price, stock and specifications.',
    input: z.object({ query: z.string().trim().min(1).max(300) }),
    output: productsFound,
    effect: 'read',
    private: false,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    run: async ({ query }) => {
      const rows = shop.db
        .prepare('SELECT sku, name, category, price_cents AS priceCents, stock, description, specs FROM products ORDER BY sku')
        .all();
      const products = rankProducts(z.array(productRow).parse(rows), query)
        .slice(0, SHOWN)
        .map(({ sku, name, priceCents, stock, description, specs }) => ({
          sku,
          name,
          priceCents,
          currency: 'USD',
          inStock: stock > 0,
          description: `${description} ${specs}`.trim(),
        }));
      return { kind: 'ok', output: { products }, summary: `found ${products.length} products` };
    },
  });

export function readProductNames({ db }: Shop): readonly string[] {
  const rows = db.prepare('SELECT DISTINCT name FROM products ORDER BY name').all();
  return z
    .array(z.object({ name: z.string() }))
    .parse(rows)
    .map(({ name }) => name);
}
