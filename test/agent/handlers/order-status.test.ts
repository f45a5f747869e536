import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openSupport, type Support } from '../../support/agent/open-support.ts';

let support: Support;
beforeAll(async () => {
  support = await openSupport();
}, 30_000);
afterAll(() => support.close());

/** A shop in which nothing was changed yet; closed after its test, however that ends. */
const opened: Support[] = [];
afterEach(async () => {
  for (const other of opened.splice(0)) await other.close();
});
async function fresh(): Promise<Support> {
  const other = await openSupport();
  opened.push(other);
  return other;
}

describe('where an order is', () => {
  it('is told to its owner once a code has proved who asks', async () => {
    const mia = support.customer('mia.keller@example.com');
    const asked = await mia.says('Where is my order LF-10001?');
    expect(asked.text).not.toMatch(/transit|Daypack/);
    expect(asked.after.pending?.kind).toBe('code');
    const told = await mia.says(await mia.code());
    expect(told.text).toMatch(/LF-10001 \(Trail Daypack 22L\) is in transit/);
    expect(told.turn.actions.map(({ tool }) => String(tool))).toEqual(['lookup_order', 'track_shipment']);
  });

  it.each([
    ['mia.keller@example.com', 'where is LF-10001', /in transit .* should arrive on Wednesday, March 11/],
    ['noah.williams@example.com', 'where is LF-10019', /delayed.*weather.*still on its way/],
    ['jonas.brandt@example.com', 'where is LF-10003', /was delivered on Sunday, March 1/],
    ['elena.rossi@example.com', 'where is LF-10009', /being prepared; it hasn't shipped yet/],
    ['elena.rossi@example.com', 'where is LF-10010', /was cancelled on Wednesday, March 4/],
    ['noah.williams@example.com', 'where is LF-10020', /has arrived back at our warehouse/],
    ['priya.raman@example.com', 'where is LF 10006', /LF-10006 .* was delivered/],
    ['mia.keller@example.com', 'where is #10001?', /LF-10001 .* in transit/],
  ])('%s, %s', async (email, words, says) => {
    const step = await support.customer(email).proves(words);
    expect(step.text).toMatch(says);
    expect(step.after.state.kind).toBe('awaiting_customer');
  });

  it('goes to a human when no carrier has scanned it for ten days, and says so', async () => {
    const step = await support.customer('tom.becker@example.com').proves('where are my boots LF-10013?');
    expect(step.text).toMatch(/has not been scanned .* may be lost/);
    expect(step.ticket?.summary.reason).toMatchObject({ kind: 'needs_specialist' });
    expect(step.ticket?.queue).toBe('orders');
  });

  it('goes to a human when it is marked as delivered and is not there', async () => {
    const step = await support.customer('jonas.brandt@example.com').proves('LF-10003 says delivered but it never arrived');
    expect(step.text).toMatch(/marked LF-10003 .* as delivered/);
    expect(step.after.state.kind).toBe('with_human');
  });

  it('is asked back with the customer’s own orders when several could be meant', async () => {
    const priya = support.customer('priya.raman@example.com');
    const step = await priya.proves('tell me about my order');
    expect(step.text).toMatch(/LF-10004[\s\S]*LF-10005[\s\S]*LF-10006|LF-10005[\s\S]*LF-10006[\s\S]*LF-10004/);
    expect((await priya.says('the second one')).after.memory.orderId).toMatch(/LF-1000[456]/);
  });

  it.each([
    ['priya.raman@example.com', 'what is the status of the order that came last Saturday?', 'LF-10005'],
    ['elena.rossi@example.com', 'where is the order from yesterday?', 'LF-10009'],
    ['priya.raman@example.com', 'where is my merrino baselayer order?', 'LF-10004'],
    ['noah.williams@example.com', 'where is my camp chiar?', 'LF-10020'],
  ])('is found by what is in it or when it was: %s, %s', async (email, words, orderId) => {
    const step = await support.customer(email).proves(words);
    expect(step.after.memory.orderId).toBe(orderId);
  });

  it.each([['LF-10003'], ['LF-99999']])('of %s is not found by somebody else, in the same words for both', async (order) => {
    const step = await support.customer('mia.keller@example.com').proves(`where is ${order}?`);
    expect(step.text.replaceAll(order, '{order}')).toContain("I can't find an order with the number {order} on your account.");
  });

  it('is offered to a specialist after three numbers that do not fit', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.proves('where is LF-10003?');
    await mia.says('LF-10004');
    const step = await mia.says('LF-10005');
    expect(step.after.pending?.kind).toBe('offer');
    expect(step.text).not.toMatch(/Tent|Merino|Rain Hat/);
  });
});

describe('an order that has not left', () => {
  it('is cancelled after a yes, once', async () => {
    const elena = support.customer('elena.rossi@example.com');
    const asked = await elena.proves('please cancel LF-10009');
    expect(asked.text).toMatch(/Cancel LF-10009 .*\$72\.50.* Shall I go ahead/);
    expect(asked.turn.actions.map(({ tool }) => String(tool))).not.toContain('cancel_order');
    const declined = await elena.says('no');
    expect(declined.turn.actions).toEqual([]);
    await elena.says('cancel LF-10009 after all');
    const done = await elena.says('yes');
    expect(done.text).toMatch(/LF-10009 is cancelled/);
    expect((await elena.says('cancel LF-10009')).text).toMatch(/cancelled already/);
  });

  it('is cancelled instead of refunded', async () => {
    const other = await fresh();
    const elena = other.customer('elena.rossi@example.com');
    const asked = await elena.proves('I want my money back for LF-10009');
    expect(asked.text).toMatch(/cancel it instead of refunding/);
    expect((await elena.says('yes')).text).toMatch(/LF-10009 is cancelled/);
  });

  it.each([
    ['mia.keller@example.com', 'cancel LF-10001', /has already left our warehouse/],
    ['jonas.brandt@example.com', 'cancel LF-10003', /has already been delivered/],
    ['noah.williams@example.com', 'cancel LF-10020', /has already come back to us/],
    ['mia.keller@example.com', 'change the delivery address of LF-10001 to 12 Elm Road, Dover, NH 03820', /already left our warehouse/],
    ['jonas.brandt@example.com', 'change the delivery address of LF-10003 to 12 Elm Road, Dover, NH 03820', /can't be changed any more/],
  ])('is none any more: %s, %s', async (email, words, says) => {
    const step = await support.customer(email).proves(words);
    expect(step.text).toMatch(says);
    expect(step.after.pending?.kind).not.toBe('consent');
  });
});

describe('a new delivery address', () => {
  it('is asked for, shown, corrected at the yes, and taken after the yes', async () => {
    const other = await fresh();
    const elena = other.customer('elena.rossi@example.com');
    expect((await elena.proves('I need to change the delivery address of LF-10009')).text).toMatch(/full address/);
    expect((await elena.says('12 Elm Road, Dover, NH 03820')).text).toMatch(
      /Send LF-10009 .* to 12 Elm Road, Dover, NH 03820\. Shall I go ahead/,
    );
    const corrected = await elena.says('no, 19 Elm Road, Dover, NH 03820');
    expect(corrected.text).toMatch(/to 19 Elm Road/);
    expect(corrected.turn.actions.filter(({ tool }) => String(tool) === 'update_delivery_address')).toEqual([]);
    expect((await elena.says('yes please')).text).toMatch(/now goes to 19 Elm Road, Dover, NH 03820/);
  });
});
