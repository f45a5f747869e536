import { packOver } from '../../../examples/retail/pack.ts';
import type { Order, Product, User } from '../../../examples/retail/records.ts';
import type { ToolPack } from '../../../src/tools/tool.ts';

const HOME = { address1: '12 Elm Road', address2: '', city: 'Dover', country: 'USA', state: 'NH', zip: '03820' };

const variant = (id: string, options: Record<string, string>, price: number, available = true) => ({
  item_id: id,
  options,
  available,
  price,
});

const LAMP: Product = {
  name: 'Desk Lamp',
  product_id: 'p-lamp',
  variants: {
    '101': variant('101', { color: 'white' }, 40),
    '102': variant('102', { color: 'black' }, 55.1),
    '103': variant('103', { color: 'red' }, 30, false),
    '104': variant('104', { color: 'white' }, 41),
  },
};
const HOSE: Product = { name: 'Garden Hose', product_id: 'p-hose', variants: { '201': variant('201', { length: '10 m' }, 25) } };

const MIA: User = {
  user_id: 'mia_keller_1001',
  name: { first_name: 'Mia', last_name: 'Keller' },
  address: HOME,
  email: 'mia.keller@example.com',
  payment_methods: {
    credit_card_1: { source: 'credit_card', id: 'credit_card_1', brand: 'visa', last_four: '4242' },
    gift_card_1: { source: 'gift_card', id: 'gift_card_1', balance: 10 },
    gift_card_2: { source: 'gift_card', id: 'gift_card_2', balance: 500 },
    paypal_1: { source: 'paypal', id: 'paypal_1' },
  },
  orders: ['#W1', '#W2', '#W3', '#W5', '#W6'],
};
const TOM: User = {
  ...MIA,
  user_id: 'tom_berg_1002',
  email: 'tom.berg@example.com',
  name: { first_name: 'Tom', last_name: 'Berg' },
  orders: ['#W4'],
};

const lamp = { name: 'Desk Lamp', product_id: 'p-lamp', item_id: '101', price: 40, options: { color: 'white' } };
const hose = { name: 'Garden Hose', product_id: 'p-hose', item_id: '201', price: 25, options: { length: '10 m' } };

const order = (id: string, status: string, items: Order['items'], change: Partial<Order> = {}): Order => ({
  order_id: id,
  user_id: MIA.user_id,
  address: HOME,
  items,
  fulfillments: [],
  status,
  payment_history: [
    { transaction_type: 'payment', amount: items.reduce((sum, { price }) => sum + price, 0), payment_method_id: 'credit_card_1' },
  ],
  ...change,
});

const byKey = <Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row> => new Map(rows.map((row) => [key(row), row]));

/** A shop with two customers: #W1 pending with a lamp and a hose, #W2 delivered, #W3 processed, #W4 somebody else's, #W5 one lamp, #W6 paid by gift card. */
export const smallShop = (): ToolPack =>
  packOver({
    products: byKey([LAMP, HOSE], ({ product_id }) => product_id),
    users: byKey([MIA, TOM], ({ user_id }) => user_id),
    orders: byKey(
      [
        order('#W1', 'pending', [lamp, hose]),
        order('#W2', 'delivered', [lamp, lamp, hose]),
        order('#W3', 'processed', [lamp]),
        order('#W4', 'pending', [lamp], { user_id: TOM.user_id }),
        order('#W5', 'pending', [lamp]),
        order('#W6', 'pending', [lamp], {
          payment_history: [{ transaction_type: 'payment', amount: 40, payment_method_id: 'gift_card_1' }],
        }),
      ],
      ({ order_id }) => order_id,
    ),
  });
