import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkConnectors } from '../../../src/tools/connectors/check-connectors.ts';
import { createHttpConnector } from '../../../src/tools/connectors/http/http-connector.ts';
import { httpSettings } from '../../../src/tools/connectors/http/http-settings.ts';
import { connect, connectorSettings, type ConnectedWorld } from '../../support/systems/connected.ts';
import { startShopApi, type ShopApi, type ShopFault } from '../../support/systems/shop-api.ts';

const shop = (url: string, kind = 'http', more = ''): string => `
connectors:
  shop:
    kind: ${kind}
    baseUrl: ${url}
    headers: { Authorization: 'Bearer \${SHOP_TOKEN}' }
    timeoutMs: 200
    errorCode: $answer.error.code
    ${more}
customers:
  byEmail: { connector: shop, call: { ${kind === 'http' ? "path: '/customers/{input.email}'" : 'operationId: getOrder, with: { customerId: $input.email, orderId: none }'} } }
  byId: { connector: shop, call: { ${kind === 'http' ? "path: '/customers/{customer}'" : 'operationId: getOrder, with: { customerId: $customer, orderId: none }'} } }
tools:
`;

const header = (effect: 'read' | 'write'): string => `
    description: Something about one order of the customer
    effect: ${effect}
    private: true
    critical: true
    consent: ${effect === 'write' ? 'yes' : 'none'}
    approval: automatic
    input: { orderId: { type: text } }
    connector: shop`;

const result = `
    result: { number: $answer.number, state: { translate: $answer.state, to: { sent: shipped }, otherwise: $answer.state }, totalCents: { minorUnits: $answer.total } }
    summary: 'order {input.orderId} is {answer.state}'
    refusals: { already_sent: cannot_change, '409': order_cancelled }`;

const HTTP_TOOLS = `
  read_order: ${header('read')}
    call: { path: '/customers/{customer}/orders/{input.orderId}' } ${result}
  any_order: ${header('read')}
    owner: $answer.owner.id
    call: { path: '/customers/c-1/orders/{input.orderId}' } ${result}
  cancel_keyed: ${header('write')}
    call: { method: POST, path: '/customers/{customer}/orders/{input.orderId}/cancellation', headers: { Idempotency-Key: $key }, body: { reason: unwanted } } ${result}
  cancel_bare: ${header('write')}
    call: { method: POST, path: '/customers/{customer}/orders/{input.orderId}/cancellation' } ${result}
  cancel_checked: ${header('write')}
    call: { method: POST, path: '/customers/{customer}/orders/{input.orderId}/cancellation', headers: { Idempotency-Key: $key } }
    confirm: { connector: shop, call: { path: '/customers/{customer}/orders/{input.orderId}' }, expect: [{ value: $answer.state, is: sent }] } ${result}
`;

const OPENAPI_TOOLS = `
  read_order: ${header('read')}
    call: { operationId: getOrder, with: { customerId: $customer, fields: all } } ${result}
  any_order: ${header('read')}
    owner: $answer.owner.id
    call: { operationId: getOrder, with: { customerId: c-1, fields: all } } ${result}
  cancel_keyed: ${header('write')}
    call: { operationId: cancelOrder, with: { customerId: $customer, reason: unwanted, note: none }, headers: { Idempotency-Key: $key } } ${result}
  cancel_bare: ${header('write')}
    call: { operationId: cancelOrder, with: { customerId: $customer, reason: unwanted, note: none } } ${result}
`;

const ENV = { SHOP_TOKEN: 'shop-secret' };

describe.each([
  ['http', HTTP_TOOLS, ''],
  ['openapi', OPENAPI_TOOLS, 'document: shop-openapi.yaml'],
])('tools made of a shop by %s', (kind, tools, more) => {
  let api: ShopApi;
  let world: ConnectedWorld;
  beforeEach(async () => {
    api = await startShopApi();
    world = await connect(shop(api.url, kind, more) + tools, ENV);
  });
  afterEach(async () => {
    await world.close();
    await api.stop();
  });

  it('give the answer in the form that the configuration asks for', async () => {
    expect(await world.call('read_order', { orderId: 'A-2' })).toEqual({
      kind: 'ok',
      output: { number: 'A-2', state: 'shipped', totalCents: 1250 },
      summary: 'order A-2 is sent',
    });
  });

  it('show nobody anything before a customer is proved, and ask nobody', async () => {
    expect(await world.call('read_order', { orderId: 'A-1' }, { customer: null })).toMatchObject({
      kind: 'refused',
      rule: 'identity_required',
    });
    expect(api.requests).toEqual([]);
  });

  it('say the same of a record that is not there and of one that is somebody else’s', async () => {
    const missing = await world.call('read_order', { orderId: 'Z-9' });
    expect(missing).toMatchObject({ kind: 'refused', rule: 'not_found' });
    expect(await world.call('read_order', { orderId: 'B-1' })).toEqual(missing);
    expect(await world.call('any_order', { orderId: 'A-1' }, { customer: 'c-2' })).toEqual(missing);
  });

  it.each<[ShopFault, object]>([
    ['503', { kind: 'ok' }],
    ['busy', { kind: 'ok' }],
    ['timeout', { kind: 'ok' }],
    ['cut', { kind: 'ok' }],
    ['redirect', { kind: 'failed', code: 'redirected', retryable: false }],
    ['oversize', { kind: 'failed', code: 'too_large', retryable: false }],
    ['not_json', { kind: 'failed', code: 'not_json', retryable: false }],
  ])('come out of a read that met %s as %j', async (fault, outcome) => {
    api.next(fault);
    expect(await world.call('read_order', { orderId: 'A-1' })).toMatchObject(outcome);
  });

  it('give up a read after its last try', async () => {
    api.next('503', '503', '503');
    expect(await world.call('read_order', { orderId: 'A-1' })).toEqual({ kind: 'failed', code: 'http_503', retryable: true });
    expect(api.requests).toHaveLength(3);
  });

  it.each<[ShopFault, string, number]>([
    ['503', 'ok', 1],
    ['500_after_effect', 'ok', 1],
    ['timeout_after_effect', 'ok', 1],
    ['cut', 'ok', 1],
    ['redirect', 'ok', 1],
    ['oversize', 'ok', 1],
  ])('do a write that carries our key once when it meets %s, and know that it is done', async (fault, kind2, times) => {
    api.next(fault);
    expect((await world.call('cancel_keyed', { orderId: 'A-1' })).kind).toBe(kind2);
    expect(api.cancellations).toBe(times);
  });

  it.each<[ShopFault, number]>([
    ['503', 0],
    ['500_after_effect', 1],
    ['timeout', 0],
    ['timeout_after_effect', 1],
    ['cut', 1],
    ['redirect', 0],
    ['oversize', 1],
    ['not_json', 1],
  ])('send a write without a key once, and call it unknown when it meets %s', async (fault, times) => {
    api.next(fault);
    expect(await world.call('cancel_bare', { orderId: 'A-1' })).toMatchObject({ kind: 'unknown' });
    expect(api.cancellations).toBe(times);
    expect(await world.call('cancel_bare', { orderId: 'A-1' }, { repeated: true })).toMatchObject({ kind: 'unknown' });
    expect(api.requests).toHaveLength(1);
  });

  it.each([
    ['already_sent', 'A-2', undefined, { kind: 'refused', rule: 'cannot_change', because: expect.stringMatching(/\w+ \w+/) }],
    ['no such order', 'Z-9', undefined, { kind: 'refused', rule: 'not_found' }],
    ['not the customer’s', 'B-1', undefined, { kind: 'refused', rule: 'not_found' }],
  ])('answer a business "no" with the company’s rule: %s', async (_, orderId, _none, outcome) => {
    expect(await world.call('cancel_keyed', { orderId })).toMatchObject(outcome);
  });

  it('prefer the code in the body to the status, and take the status when there is none', async () => {
    await world.call('cancel_keyed', { orderId: 'A-1' }, { key: 'first' });
    expect(await world.call('cancel_keyed', { orderId: 'A-1' }, { key: 'second' })).toMatchObject({
      kind: 'refused',
      rule: 'order_cancelled',
    });
  });

  it('do not believe a "no" that follows a doubtful try', async () => {
    expect(await world.call('cancel_keyed', { orderId: 'A-2' }, { repeated: true })).toMatchObject({ kind: 'unknown' });
  });

  it('call a locked door by its name, and do not knock again', async () => {
    await world.close();
    world = await connect(shop(api.url, kind, more) + tools, { SHOP_TOKEN: 'wrong' });
    expect(await world.call('read_order', { orderId: 'A-1' })).toEqual({ kind: 'failed', code: 'unauthorized', retryable: false });
    expect(api.requests).toHaveLength(1);
  });

  it.each([
    '../../c-2/orders/B-1',
    '..',
    '.',
    '%2e%2e',
    'A-1/../../../c-2/orders/B-1',
    'A-1?x=1',
    'A-1#',
    '//evil.example',
    'A-1\r\nX: y',
    '@evil.example',
  ])('never let an argument lead elsewhere: %j', async (orderId) => {
    expect(await world.call('read_order', { orderId })).toMatchObject({ kind: 'refused', rule: 'not_found' });
    for (const { path } of api.requests) expect(path).toMatch(/^\/v1\/customers\/c-1\/orders\/[^/?#]+(?:\?fields=all)?$/);
  });

  it('keep the token out of what comes of a call', async () => {
    api.next('503', '503', '503');
    const outcomes = [await world.call('read_order', { orderId: 'A-1' }), await world.call('cancel_bare', { orderId: 'Z-9' })];
    expect(api.requests[0]?.headers['authorization']).toBe('Bearer shop-secret');
    expect(JSON.stringify(outcomes)).not.toContain('shop-secret');
  });
});

describe('a shop over HTTP', () => {
  let api: ShopApi;
  beforeEach(async () => {
    api = await startShopApi();
  });
  afterEach(() => api.stop());

  it('is not followed to another host, whatever it answers', async () => {
    const other = await startShopApi();
    const shopWithDoor = await startShopApi({ redirectTo: `${other.url}/customers/c-1/orders/A-1` });
    const world = await connect(shop(shopWithDoor.url) + HTTP_TOOLS, ENV);
    shopWithDoor.next('redirect');
    expect(await world.call('read_order', { orderId: 'A-1' })).toMatchObject({ kind: 'failed', code: 'redirected' });
    expect(other.requests).toEqual([]);
    await Promise.all([world.close(), other.stop(), shopWithDoor.stop()]);
  });

  it('is read again after a write, and success is said only of what is there', async () => {
    const world = await connect(shop(api.url) + HTTP_TOOLS, ENV);
    expect(await world.call('cancel_checked', { orderId: 'A-1' })).toMatchObject({ kind: 'unknown' });
    expect(api.orders.get('A-1')?.state).toBe('cancelled');
    await world.close();
  });

  it('that is down has done nothing', async () => {
    const world = await connect(shop(api.url) + HTTP_TOOLS, ENV);
    await api.stop();
    expect(await world.call('cancel_bare', { orderId: 'A-1' })).toEqual({ kind: 'failed', code: 'econnrefused', retryable: true });
    await world.close();
    api = await startShopApi();
  });

  it.each([
    ['10.1.2.3', 'eprivate'],
    ['127.0.0.1', 'eprivate'],
    ['169.254.169.254', 'eprivate'],
    ['192.168.0.10', 'eprivate'],
    ['::1', 'eprivate'],
    ['fd00::1', 'eprivate'],
    ['::ffff:10.0.0.1', 'eprivate'],
  ])('whose name stands for %s is not reached', async (address, code) => {
    const settings = httpSettings.parse({ kind: 'http', baseUrl: 'https://shop.example', retries: 0 });
    const connector = createHttpConnector(settings, {
      resolve: (_host, done) => done(null, [{ address, family: address.includes(':') ? 6 : 4 }]),
    });
    const operation = await connector.operation({ path: '/' });
    const answer = await operation.run({}, { effect: 'read', key: '', repeated: false, signal: AbortSignal.timeout(5_000) });
    expect(answer).toEqual({ kind: 'failed', code, retryable: false });
    await connector.close();
  });

  it.each([
    ['the token', 'shop-secret', { level: 'ok' }],
    ['a wrong token', 'other', { level: 'problem', text: expect.stringContaining('does not let us in') }],
  ])('is looked at with %s without changing anything', async (_, token, finding) => {
    const findings = [];
    for await (const each of checkConnectors(connectorSettings(shop(api.url) + HTTP_TOOLS, { SHOP_TOKEN: token }))) findings.push(each);
    expect(findings).toEqual([expect.objectContaining({ connector: 'shop', ...finding })]);
    expect(api.requests.map(({ method }) => method)).toEqual(['GET']);
  });
});

describe('a shop that describes itself', () => {
  it('has an answer that is not as described refused', async () => {
    const api = await startShopApi();
    const world = await connect(shop(api.url, 'openapi', 'document: shop-openapi.yaml') + OPENAPI_TOOLS, ENV);
    api.next('misshapen');
    expect(await world.call('read_order', { orderId: 'A-1' })).toEqual({ kind: 'failed', code: 'unexpected_answer', retryable: false });
    api.next('misshapen');
    expect(await world.call('cancel_bare', { orderId: 'A-1' })).toMatchObject({ kind: 'unknown' });
    await world.close();
    await api.stop();
  });

  it.each([
    ['operationId: nothing', /has no operation nothing/],
    ['operationId: getOrder, with: { customer: $customer }', /takes no customer, expected one of customerId/],
  ])('is asked for what it has: %s', async (call, message) => {
    const file = `${shop('http://127.0.0.1:1/v1', 'openapi', 'document: shop-openapi.yaml')}
  read_order: ${header('read')}
    owner: $answer.owner.id
    call: { ${call} }
`;
    await expect(connect(file, ENV)).rejects.toThrow(message);
  });

  it('that is not there is named with what to do', async () => {
    await expect(connect(shop('http://127.0.0.1:1/v1', 'openapi', 'document: none.yaml') + OPENAPI_TOOLS, ENV)).rejects.toMatchObject({
      code: 'config_invalid',
      message: expect.stringMatching(/none\.yaml: it cannot be read \(ENOENT\)/),
    });
  });
});
