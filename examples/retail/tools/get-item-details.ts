import { defineTool } from 'deskhand/pack';
import { z } from 'zod';
import { fails } from '../../world/effects.ts';
import { variant } from '../records.ts';
import type { Shop } from '../shop.ts';

export const getItemDetails = (shop: Shop) =>
  defineTool({
    name: 'get_item_details',
    description: 'One variant of a product, by its item id.',
    input: z.strictObject({ item_id: z.string() }),
    output: variant,
    effect: 'read',
    private: false,
    critical: false,
    consent: 'none',
    approval: () => ({ kind: 'automatic' }),
    run: async ({ item_id }) => {
      const found = shop.variantOf(item_id)?.variant;
      return found ? { kind: 'ok', output: found, summary: `read the item ${item_id}` } : fails('item_unknown', 'there is no such item');
    },
  });
