import { defineTool } from 'deskhand/pack';
import { z } from 'zod';
import { fails } from '../../world/effects.ts';
import { product } from '../records.ts';
import type { Shop } from '../shop.ts';

export const getProductDetails = (shop: Shop) =>
  defineTool({
    name: 'get_product_details',
    description: 'A product with all its variants: options, prices and availability.',
    input: z.strictObject({ product_id: z.string() }),
    output: product,
    effect: 'read',
    private: false,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    run: async ({ product_id }) => {
      const found = shop.products.get(product_id);
      return found
        ? { kind: 'ok', output: found, summary: `read the product ${found.name}` }
        : fails('product_unknown', 'there is no such product; an item id is not a product id');
    },
  });
