import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { connectorProblems, connectorSettings } from '../support/systems/connected.ts';

/** A file without a mistake; each test puts one in. */
const RIGHT = `connectors:
  shop:
    kind: http
    baseUrl: https://shop.example/v1
    headers: { Authorization: 'Bearer \${SHOP_TOKEN}' }
  db: { kind: postgres, url: '\${SHOP_DATABASE_URL}' }
  pay: { kind: stripe, apiKey: '\${STRIPE_API_KEY}' }
customers:
  byEmail: { connector: db, call: { sql: 'SELECT id FROM customers WHERE email = :email' } }
  byId: { connector: db, call: { sql: 'SELECT id FROM customers WHERE id = :customer' } }
records:
  orders: { connector: db, call: { sql: 'SELECT customer_id FROM orders WHERE id = :record' }, owner: $answer.customer_id }
tools:
  lookup_order:
    description: One order of the customer by its number
    effect: read
    private: true
    critical: false
    consent: none
    approval: automatic
    connector: db
    call: { sql: 'SELECT id, customer_id FROM orders WHERE id = :orderId', owner: customer_id }
  cancel_order:
    description: Cancel an order of the customer
    effect: write
    private: true
    critical: true
    consent: yes
    approval: automatic
    first: { order: { connector: shop, call: { path: '/orders/{input.orderId}' }, owner: $answer.customer } }
    connector: shop
    call: { method: POST, path: '/orders/{order.id}/cancellation', headers: { Idempotency-Key: $key } }
    refusals: { already_shipped: cannot_change }
`;
const ENV = { SHOP_TOKEN: 'shop-secret', SHOP_DATABASE_URL: 'postgres://desk:db-secret@db.example/shop', STRIPE_API_KEY: 'rk_live_secret' };

const problems = (from: string, to: string): readonly string[] => {
  expect(RIGHT).toContain(from);
  return connectorProblems(RIGHT.replace(from, to), ENV);
};

describe('connectors.yaml', () => {
  it('is read with the environment filled in', () => {
    const { connectors, tools } = connectorSettings(RIGHT, ENV);
    expect(connectors['shop']).toMatchObject({ kind: 'http', headers: { Authorization: 'Bearer shop-secret' }, timeoutMs: 5_000 });
    expect(connectors['db']).toMatchObject({ url: ENV.SHOP_DATABASE_URL, writes: false });
    expect(Object.keys(tools)).toEqual(['lookup_order', 'cancel_order']);
  });

  it('may connect nothing', () => {
    expect(connectorProblems('connectors: {}\ntools: {}\n')).toEqual([]);
  });

  it.each([
    ['kind: http', 'kind: htp', /^connectors\.yaml:3: connectors\.shop\.kind: found "htp", expected one of http, openapi/],
    ['baseUrl: https', 'baseURL: https', /connectors\.yaml:4: connectors\.shop\.baseURL: unknown key, did you mean "baseUrl"\?/],
    ['https://shop.example/v1', 'http://shop.example/v1', /baseUrl: .*http:\/\/ is for this machine only/],
    ['https://shop.example/v1', 'https://me:pw@shop.example/v1', /a URL without a login/],
    [
      "'Bearer ${SHOP_TOKEN}'",
      'Bearer abc',
      /^connectors\.yaml:5: connectors\.shop\.headers\.Authorization: .*a reference to the environment/,
    ],
    ["'${STRIPE_API_KEY}'", 'sk_live_1', /connectors\.pay\.apiKey: .*a reference to the environment/],
    ["'${SHOP_DATABASE_URL}'", "'postgres://desk:pw@db/shop'", /connectors\.db\.url: .*with the password.*as a reference/],
    ['${SHOP_TOKEN}', '${SHOP_TOKN}', /SHOP_TOKN is not set, expected it in the environment or in \.env/],
    [
      'connector: db\n    call: { sql',
      'connector: dba\n    call: { sql',
      /^connectors\.yaml:21: tools\.lookup_order\.connector: found "dba", expected one of the connectors: shop, db, pay/,
    ],
    [', owner: customer_id }\n', ' }\n', /tools\.lookup_order.*nothing in it is bound to the customer/],
    ['WHERE id = :orderId', 'WHERE id = :orderid', /nothing is called :orderid, expected one of .*:orderId/],
    [
      'SELECT id, customer_id FROM orders WHERE id = :orderId',
      'DELETE FROM orders WHERE id = :orderId',
      /tools\.lookup_order\.call\.sql: cannot be used, expected a SELECT/,
    ],
    ['SELECT id, customer_id FROM orders WHERE id = :orderId', 'SELECT * FROM orders WHERE id = :orderId', /named columns instead of \*/],
    [', owner: $answer.customer } }', ' } }', /tools\.cancel_order: private, and nothing in it is bound/],
    ['{input.orderId}', '{input.order}', /no argument is called order, expected one of orderId/],
    ['{order.id}', '{ordr.id}', /nothing is called \$ordr\.id, expected one of/],
    ['method: POST', 'method: GET', /found a GET for a write/],
    [
      'already_shipped: cannot_change',
      'already_shipped: too_late',
      /tools\.cancel_order\.refusals\.already_shipped: found "too_late", expected a rule/,
    ],
    ['    effect: write\n', '', /tools\.cancel_order\.effect: missing/],
    ['    private: true\n    critical: true\n', '    critical: true\n', /tools\.cancel_order\.private: missing/],
    ['    approval: automatic\n    first', '    first', /tools\.cancel_order\.approval: missing/],
    [
      '    private: true\n    critical: true',
      '    private: false\n    critical: true',
      /tools\.cancel_order\.first\.order: .*expected private: true/,
    ],
    ["byId: { connector: db, call: { sql: 'SELECT id FROM customers WHERE id = :customer' } }", '', /customers\.byId: missing/],
  ])('says where and what is wrong when %j is %j', (from, to, message) => {
    expect(problems(from, to).join('\n')).toMatch(message);
  });

  it('never repeats what the environment holds', () => {
    const file = RIGHT.replace('https://shop.example/v1', '${SHOP_URL}');
    const found = connectorProblems(file, { ...ENV, SHOP_URL: 'http://user:sesame@shop.example' });
    expect(found).toEqual([expect.stringMatching(/baseUrl: what SHOP_URL holds cannot be used, expected a URL/)]);
    expect(found.join()).not.toContain('sesame');
  });

  it('has no tool that refunds as a read', () => {
    const refund = `  process_refund:
    description: Pay money back for an order
    effect: read
    private: true
    critical: true
    consent: yes
    approval: automatic
    first: { order: { connector: db, call: { sql: 'SELECT charge, customer_id FROM orders WHERE id = :orderId', owner: customer_id } } }
    connector: pay
    call: { charge: $order.charge, amount: $input.amountCents, currency: USD, atMost: 100 }
`;
    expect(connectorProblems(RIGHT + refund, ENV)).toEqual([expect.stringMatching(/a refund moves money, expected effect: write/)]);
  });

  it.each([
    [
      'through a connector that only reads',
      'UPDATE orders SET k = :key WHERE id = :orderId AND customer_id = :customer',
      /expected writes: true at the connector/,
    ],
    ['without our key', 'UPDATE orders SET k = 1 WHERE id = :orderId AND customer_id = :customer', /expected a write that keeps :key/],
    ['that is more than rows', 'TRUNCATE orders', /expected one INSERT, UPDATE or DELETE/],
  ])('has no statement that writes %s', (_, sql, message) => {
    const write = `  close_order:
    description: Close an order of the customer
    effect: write
    private: true
    critical: true
    consent: yes
    approval: automatic
    input: { orderId: { type: text } }
    connector: db
    call: { sql: '${sql}' }
`;
    expect(connectorProblems(RIGHT + write, ENV).join('\n')).toMatch(message);
  });

  it.each(documented())('is shown right in docs/connectors.md: %s', (_, block) => {
    const { connectors, customers, tools } = Object.assign({ tools: {} }, parse(block) as Readonly<Record<string, object>>);
    const base = parse(RIGHT) as { readonly connectors: object; readonly customers: object };
    const whole = { connectors: { ...base.connectors, ...connectors }, customers: customers ?? base.customers, tools };
    const env = { ...ENV, WAREHOUSE_TOKEN: 'w', REPORTS_TOKEN: 'r' };
    expect(connectorProblems(stringify(whole), env)).toEqual([]);
  });
});

/** The blocks of the document that are whole, by their first tool or connector. */
function documented(): readonly (readonly [string, string])[] {
  const text = readFileSync(fileURLToPath(new URL('../../docs/connectors.md', import.meta.url)), 'utf8');
  const blocks = [...text.matchAll(/```yaml\n(connectors:[\s\S]*?)```/g)].map((match) => match[1] ?? '');
  return blocks
    .filter((block) => !block.includes('…\n') && !block.includes(', …'))
    .map((block) => [/\n {2}(\w+):/.exec(block)?.[1] ?? '', block]);
}
