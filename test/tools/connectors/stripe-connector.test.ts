import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Stripe } from 'stripe';
import { checkConnectors } from '../../../src/tools/connectors/check-connectors.ts';
import { readRefund } from '../../../src/tools/connectors/stripe/read-refund.ts';
import { fromStripeAmount, toStripeAmount } from '../../../src/tools/connectors/stripe/stripe-amount.ts';
import type { ToolOutcome } from '../../../src/domain/tool-outcome.ts';
import { connect, connectorSettings, type CallAs, type ConnectedWorld } from '../../support/systems/connected.ts';
import { startShopApi, type ShopApi } from '../../support/systems/shop-api.ts';
import { pay, startStripe, type StripeServer } from '../../support/systems/stripe.ts';

const file = (stripe: string, shop: string, charge: string, currency = 'USD'): string =>
  `
connectors:
  payments: { kind: stripe, apiKey: '\${STRIPE_KEY}', apiUrl: ${stripe}, timeoutMs: 1000, retries: 0 }
  shop: { kind: http, baseUrl: ${shop}, headers: { Authorization: 'Bearer \${SHOP_TOKEN}' } }
customers:
  byEmail: { connector: shop, call: { path: '/customers/{input.email}' } }
  byId: { connector: shop, call: { path: '/customers/{customer}' } }
tools:
  process_refund:
    description: Pay money back for one order of the verified customer
    effect: write
    private: true
    critical: true
    consent: yes
    approval: { aboveCents: 3000, because: refunds above the limit need a person }
    amount: { minor: $input.amountCents, currency: ${currency} }
    first:
      order: { connector: shop, call: { path: '/customers/{customer}/orders/{input.orderId}' } }
    connector: payments
    call: { charge: ${charge}, amount: $input.amountCents, currency: ${currency}, atMost: { minorUnits: $order.total, currency: ${currency} } }
    refusals: { charge_already_refunded: already_refunded, amount_differs: amount_differs }
    result:
      refundId: $answer.id
      orderId: $order.number
      amountCents: $answer.amount
      currency: $answer.currency
      destination: your card
      paidAt: $answer.createdAt
`.replace('atMost: { minorUnits: $order.total, currency: USD }', 'atMost: 4000');

const ENV = { STRIPE_KEY: 'sk_test_deskhand', SHOP_TOKEN: 'shop-secret' };
const REFUND = { orderId: 'A-1', amountCents: 2_000 };

describe('a refund through Stripe', () => {
  let server: StripeServer;
  let shop: ShopApi;
  let stripe: Stripe;
  let charge: string;
  let world: ConnectedWorld;
  beforeEach(async () => {
    [server, shop] = await Promise.all([startStripe(), startShopApi()]);
    const { hostname, port } = new URL(server.url);
    stripe = new Stripe(ENV.STRIPE_KEY, { host: hostname, port: Number(port), protocol: 'http', telemetry: false });
    charge = await pay(stripe, 4_000);
    world = await connect(file(server.url, shop.url, charge), ENV);
  });
  afterEach(async () => {
    await world.close();
    await Promise.all([server.stop(), shop.stop()]);
  });

  /** The mock forgets no key as long as the process lives, so that each test has one of its own. */
  const refund = (input: unknown = REFUND, as: CallAs = {}): Promise<ToolOutcome<unknown>> =>
    world.call('process_refund', input, { key: charge, ...as });
  const paidBack = async (): Promise<number> => (await stripe.refunds.list({ charge })).data.reduce((sum, { amount }) => sum + amount, 0);

  it('pays once and gives a receipt', async () => {
    expect(await refund()).toMatchObject({
      kind: 'ok',
      output: { refundId: expect.stringMatching(/^re_/), orderId: 'A-1', amountCents: 2_000, currency: 'USD', destination: 'your card' },
    });
    expect(await paidBack()).toBe(2_000);
    expect(server.asked).toEqual([{ key: charge, body: expect.stringContaining('deskhand_key') }]);
  });

  it('pays once for one key, however often it is asked', async () => {
    const outcomes: unknown[] = [];
    for (const repeated of [false, true, true, false]) outcomes.push(await refund(REFUND, { repeated }));
    expect(outcomes).toEqual(outcomes.map(() => outcomes[0]));
    expect(outcomes[0]).toMatchObject({ kind: 'ok' });
    expect(await paidBack()).toBe(2_000);
  });

  it('pays once where eight ask at the same moment', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => refund()));
    expect(outcomes.filter(({ kind }) => kind === 'ok').length).toBeGreaterThan(0);
    expect(await paidBack()).toBe(2_000);
  });

  it('is not believed when Stripe answers 404 without an error, which its SDK takes for a success', async () => {
    server.next('404_without_error');
    expect(await refund()).toMatchObject({ kind: 'unknown' });
    expect(await paidBack()).toBe(0);
  });

  it.each(['lost_after_effect', '500_after_effect'] as const)('that was made is found again when its answer is %s', async (fault) => {
    server.next(fault);
    expect(await refund()).toMatchObject({ kind: 'ok', output: { amountCents: 2_000 } });
    expect(await paidBack()).toBe(2_000);
  });

  it.each(['pending', 'requires_action'])('that is %s is neither told as done nor paid again', async (status) => {
    server.showAs(status);
    expect(await refund()).toMatchObject({ kind: 'unknown' });
    expect(await refund(REFUND, { repeated: true })).toMatchObject({ kind: 'unknown' });
    server.showAs('succeeded');
    expect(await refund(REFUND, { repeated: true })).toMatchObject({ kind: 'ok' });
    expect(await paidBack()).toBe(2_000);
  });

  it.each(['failed', 'canceled'])('that %s at the bank is a failure', async (status) => {
    server.showAs(status);
    expect(await refund()).toEqual({ kind: 'failed', code: `stripe_refund_${status}`, retryable: false });
  });

  it('of a payment that went back already is a business "no"', async () => {
    await stripe.refunds.create({ charge });
    expect(await refund()).toMatchObject({
      kind: 'refused',
      rule: 'already_refunded',
      because: expect.any(String),
    });
  });

  it('of more than the company allows is refused before Stripe is asked', async () => {
    expect(await refund({ ...REFUND, amountCents: 4_001 })).toMatchObject({
      kind: 'refused',
      rule: 'amount_differs',
    });
    expect(server.asked).toEqual([]);
  });

  it('for somebody else’s order is not found, and Stripe is not asked', async () => {
    expect(await refund(REFUND, { customer: 'c-2' })).toMatchObject({ kind: 'refused', rule: 'not_found' });
    expect(server.asked).toEqual([]);
  });

  it('with a key that Stripe does not know is a locked door', async () => {
    server.next('unauthorized');
    expect(await refund()).toEqual({ kind: 'failed', code: 'unauthorized', retryable: false });
  });

  it('under a key that was used for another amount is never taken for done', async () => {
    await refund();
    expect(await refund({ ...REFUND, amountCents: 1_000 })).toMatchObject({ kind: 'unknown' });
    expect(await paidBack()).toBe(2_000);
  });

  it.each([
    [3_000, 'automatic'],
    [3_001, 'human'],
  ])('of %i cents is approved by: %s', (amountCents, kind) => {
    const prepared = world.pack.tools.find(({ name }) => name === 'process_refund')?.prepare({ ...REFUND, amountCents });
    expect(prepared).toMatchObject({ kind: 'ready', call: { approval: { kind }, amount: { minor: amountCents, currency: 'USD' } } });
  });

  it('can be looked at without paying', async () => {
    const findings = [];
    for await (const finding of checkConnectors(connectorSettings(file(server.url, shop.url, charge), ENV))) findings.push(finding);
    expect(findings).toContainEqual({ connector: 'payments', level: 'ok', text: 'lets us read refunds' });
    expect(server.asked).toEqual([]);
  });
});

describe('what Stripe shows', () => {
  const asked = { key: 'k', amount: 500, currency: 'EUR' };
  const refund = {
    object: 'refund',
    id: 're_1',
    amount: 500,
    currency: 'eur',
    status: 'succeeded',
    created: 1_772_366_400,
    metadata: { deskhand_key: 'k' },
  };

  it.each([
    ['the refund that was asked for', {}, 'answered'],
    ['another amount', { amount: 499 }, 'unknown'],
    ['another currency', { currency: 'usd' }, 'unknown'],
    ['another key', { metadata: { deskhand_key: 'other' } }, 'unknown'],
    ['no key', { metadata: null }, 'unknown'],
    ['something else', { object: 'charge' }, 'unknown'],
    ['a status that nobody knows', { status: 'on_hold' }, 'unknown'],
    ['no status', { status: null }, 'unknown'],
    ['a failure', { status: 'failed' }, 'failed'],
  ])('counts as %s: %j → %s', (_, change, kind) => {
    expect(readRefund({ ...refund, ...change }, asked).kind).toBe(kind);
  });

  it.each([undefined, null, '', 'ok', {}, { message: 'no route' }, []])('that is %j is no refund', (value) => {
    expect(readRefund(value, asked)).toMatchObject({ kind: 'unknown' });
  });
});

describe('amounts at Stripe', () => {
  it.each([
    [{ minor: 4_000, currency: 'USD' }, 4_000],
    [{ minor: 1_200, currency: 'JPY' }, 1_200],
    [{ minor: 7, currency: 'ISK' }, 700],
    [{ minor: 7, currency: 'UGX' }, 700],
    [{ minor: 5_120, currency: 'KWD' }, 5_120],
    [{ minor: 5_124, currency: 'KWD' }, undefined],
    [{ minor: 0, currency: 'USD' }, undefined],
    [{ minor: -5, currency: 'USD' }, undefined],
    [{ minor: 1.5, currency: 'USD' }, undefined],
    [{ minor: Number.NaN, currency: 'USD' }, undefined],
  ])('%j is sent as %s', (money, sent) => {
    expect(toStripeAmount(money)).toBe(sent);
    if (sent !== undefined) expect(fromStripeAmount(sent, money.currency)).toEqual(money);
  });
});
