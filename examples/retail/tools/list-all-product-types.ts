import { defineTool } from 'deskhand/pack';
import { z } from 'zod';
import type { Shop } from '../shop.ts';

export const listAllProductTypes = (shop: Shop) =>
  defineTool({
    name: 'list_all_product_types',
    description: 'All products: a JSON object from name to product id.',
    input: z.strictObject({}),
    output: z.string(),
    effect: 'read',
    private: false,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    run: async () => {
      const products = [...shop.products.values()].map(({ name, product_id }) => [name, product_id] as const);
      const sorted = products.sort(([left], [right]) => (left < right ? -1 : 1));
      return { kind: 'ok', output: JSON.stringify(Object.fromEntries(sorted)), summary: `listed ${sorted.length} products` };
    },
  });
