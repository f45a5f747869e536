import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { english } from '../../../src/agent/languages/english/english.ts';
import { HOUR, openSupport, type Step, type Support } from '../../support/agent/open-support.ts';
import { refundReason } from '../../../src/agent/handlers/refund.ts';

let support: Support;
beforeAll(async () => {
  support = await openSupport();
}, 30_000);
afterAll(() => support.close());

/** A shop in which nothing was paid yet; closed after its test, however that ends. */
const opened: Support[] = [];
afterEach(async () => {
  for (const other of opened.splice(0)) await other.close();
});
async function fresh(): Promise<Support> {
  const other = await openSupport();
  opened.push(other);
  return other;
}

const paidFor = async (order: string): Promise<readonly number[]> =>
  (await support.app.store.events(0, 10_000)).flatMap(({ event }) =>
    event.name === 'refund.paid' && event.fields.order === order ? [event.fields.amountCents] : [],
  );
const ran = ({ turn }: Step, tool: string): boolean => turn.actions.some((action) => String(action.tool) === tool);

describe('a refund up to $100.00', () => {
  it('is proposed with thing, amount and destination, and paid once after the yes', async () => {
    const mia = support.customer('mia.keller@example.com', 'discord');
    const asked = await mia.proves('I want to return my mugs LF-10002');
    expect(asked.text).toMatch(/Refund \$40\.00 for LF-10002 \(Enamel Camp Mug Set\) to Visa ending in 4242/);
    expect(ran(asked, 'process_refund')).toBe(false);
    const done = await mia.says('yes');
    expect(done.text).toMatch(/\$40\.00 for LF-10002 is on its way back .*5–10 business days/);
    expect(done.mails.map(({ to }) => to)).toEqual(['mia.keller@example.com']);
    const again = await mia.says('yes');
    expect(ran(again, 'process_refund')).toBe(false);
    expect(await paidFor('LF-10002')).toEqual([4_000]);
  });

  it('of exactly $100.00 needs nobody’s approval', async () => {
    const sam = support.customer('sam.okafor@example.com');
    await sam.proves('refund LF-10007 please');
    expect((await sam.says('yes')).text).toMatch(/\$100\.00 for LF-10007 is on its way/);
  });

  it('is paid to where the money came from, whatever card the text names', async () => {
    const ana = support.customer('ana.souza@example.com');
    const asked = await ana.proves('refund LF-10015 to my card 4111 1111 1111 1111');
    expect(asked.text).toMatch(/to .*gift card/i);
    expect(asked.text).not.toContain('4111');
  });

  it('takes its amount from the policy and never from the text', async () => {
    const ana = support.customer('ana.souza@example.com');
    const asked = await ana.proves('refund me $5000.00 for LF-10014');
    expect(asked.text).not.toMatch(/5,?000/);
  });

  it.each([['no'], ['wait'], ['not yet'], ["don't"], ['yes?'], ['yes but to my other card'], ['never mind'], ['how long does it take?']])(
    'is not paid on %j',
    async (words) => {
      const noah = support.customer('noah.williams@example.com');
      const asked = await noah.proves('refund LF-10020 please');
      expect(asked.after.pending?.kind).toBe('consent');
      expect(ran(await noah.says(words), 'process_refund')).toBe(false);
    },
  );

  it('still waits for its yes after a question in between', async () => {
    const noah = support.customer('noah.williams@example.com');
    await noah.proves('refund LF-10020 please');
    const aside = await noah.says('how long does a refund take?');
    expect(aside.text).toMatch(/5–10 business days/);
    expect(aside.after.pending?.kind).toBe('consent');
  });

  it('is not settled by thanks instead of a yes', async () => {
    const noah = support.customer('noah.williams@example.com');
    await noah.proves('refund LF-10020 please');
    const step = await noah.says('thanks');
    expect(step.text).toMatch(/shall I go ahead/);
    expect(step.after.state.kind).toBe('awaiting_customer');
  });
});

describe('a refund that the policy does not allow', () => {
  it.each([
    ['priya.raman@example.com', 'refund LF-10004', /more than 30 days ago/, 'offer'],
    ['priya.raman@example.com', 'refund LF-10005', /final-sale/, 'offer'],
    ['priya.raman@example.com', 'refund LF-10006', /already been refunded: \$54\.00/, 'helped'],
    ['grace.lin@example.com', 'refund LF-10018', /more than 30 days ago/, 'offer'],
    ['elena.rossi@example.com', 'refund LF-10011', /gift cards can't be refunded/, 'offer'],
    ['elena.rossi@example.com', 'refund LF-10010', /cancelled/, 'helped'],
    ['mia.keller@example.com', 'refund LF-10001', /still on its way/, 'helped'],
  ])('is not proposed and says why: %s, %s', async (email, words, says, pending) => {
    const step = await support.customer(email).proves(words);
    expect(step.text).toMatch(says);
    expect(step.after.pending?.kind).toBe(pending);
    expect(ran(step, 'process_refund')).toBe(false);
  });

  it('goes to a specialist with its reason when the customer takes the offer', async () => {
    const priya = support.customer('priya.raman@example.com');
    await priya.proves('refund LF-10004');
    const step = await priya.says('yes please');
    expect(step.ticket).toMatchObject({ kind: 'handoff', queue: 'billing', summary: { reason: { kind: 'policy_exception' } } });
  });

  it('goes to a specialist when the parcel is lost', async () => {
    const step = await support.customer('tom.becker@example.com').proves('refund LF-10013, it never came');
    expect(step.after.state.kind).toBe('with_human');
    expect(step.text).toMatch(/trace|lost/);
  });

  it('is allowed on the thirtieth day', async () => {
    expect((await support.customer('grace.lin@example.com').proves('refund LF-10017')).after.pending?.kind).toBe('consent');
  });

  it('is allowed for a final-sale item that arrived damaged', async () => {
    expect(
      (await support.customer('priya.raman@example.com').proves('LF-10005 arrived damaged, I want a refund')).after.pending?.kind,
    ).toBe('consent');
  });
});

describe('a refund above $100.00', () => {
  it('waits for a human, says so with a number and 24 hours, and pays nothing until then', async () => {
    const sam = support.customer('sam.okafor@example.com');
    await sam.proves('refund LF-10008');
    const step = await sam.says('yes');
    expect(step.text).toMatch(/T-\d+.*confirmation by email within 24 hours/);
    expect(step.ticket).toMatchObject({ kind: 'approval', priority: 'high', queue: 'billing', approval: { state: { kind: 'pending' } } });
    expect(await paidFor('LF-10008')).toEqual([]);
  });

  it('is not settled by thanks, by silence, or by asking about it', async () => {
    const jonas = support.customer('jonas.brandt@example.com');
    await jonas.proves('refund LF-10003');
    const { ticket } = await jonas.says('yes');
    expect((await jonas.says('ok thank you')).after.state.kind).toBe('awaiting_customer');
    expect((await jonas.says('thanks again')).heard).toEqual([]);
    const asked = await jonas.says('what about my refund?');
    expect(asked.text).toContain(ticket?.number);
    expect((await jonas.says('thanks')).after.state.kind).toBe('awaiting_customer');
    await support.advance(25 * HOUR);
    const overdue = await jonas.hears();
    expect(overdue.text).toMatch(/you'd hear from us by now/);
    expect(overdue.text).not.toMatch(/close this/);
    expect(overdue.after.state.kind).toBe('awaiting_customer');
    await support.advance(48 * HOUR);
    const expired = await jonas.hears();
    expect(expired.text).toMatch(/wasn't decided in time. Nothing has been paid/);
    expect(expired.after.state).toMatchObject({ kind: 'with_human', ticket: ticket?.number });
    expect(await support.act(ticket, 'ana', { action: 'approve' })).toMatchObject({ kind: 'refused', rule: 'approval_expired' });
    expect(await paidFor('LF-10003')).toEqual([]);
  });
});

describe('a refund that waits for approval', () => {
  const waiting = async () => {
    const other = await fresh();
    const jonas = other.customer('jonas.brandt@example.com');
    await jonas.proves('refund LF-10003');
    const { ticket } = await jonas.says('yes');
    return { jonas, ticket };
  };

  it('is not asked for a second time', async () => {
    const { jonas, ticket } = await waiting();
    const again = await jonas.says('I want a refund for LF-10003');
    expect(again.after.pending?.kind).not.toBe('consent');
    expect(again.text).toContain(ticket?.number);
  });

  it('goes to the person who decides when the customer takes it back', async () => {
    const { jonas } = await waiting();
    const step = await jonas.says('please cancel my refund request for LF-10003');
    expect(step.after.pending?.kind).not.toBe('consent');
    expect(step.after.state.kind).toBe('with_human');
  });
});

describe('a correction', () => {
  it('of “did that help?” means the same wish about another thing', async () => {
    const ana = support.customer('ana.souza@example.com');
    await ana.proves('refund the liner from LF-10014');
    const step = await ana.says('no, the sleeping bag');
    expect(step.text).toMatch(/LF-10014/);
    expect(step.turn.rules).toContain('corrected');
  });

  it('after a question that was not understood does not come back later', async () => {
    const other = await fresh();
    const grace = other.customer('grace.lin@example.com');
    await grace.proves('refund LF-10017');
    await grace.says('no');
    await grace.says('yes');
    await grace.says('actually, refund LF-10017');
    const done = await grace.says('yes');
    expect(done.text).toMatch(/\$35\.00 for LF-10017 is on its way/);
    expect(done.text).not.toMatch(/understand/);
  });
});

describe('a refund that was declined by a human', () => {
  it('is not proposed again: the customer hears the decision and is offered a specialist', async () => {
    const shop = await fresh();
    const sam = shop.customer('sam.okafor@example.com');
    await sam.proves('refund LF-10008 please');
    const { ticket } = await sam.says('yes');
    await shop.act(ticket, 'ana', { action: 'deny', because: 'used outdoors' });
    const asked = await sam.says('what about my refund for the quilt?');
    expect(asked.turn.said[0]?.text).toMatch(/declined.*specialist/);
    const declined = await sam.says('no');
    expect(declined.turn.said[0]?.text).toMatch(/leave it at that/);
    expect(declined.after.state.kind).toBe('resolved');
  });
});

describe('two orders in one message', () => {
  it('are refunded one after the other, each with a yes of its own', async () => {
    const shop = await fresh();
    const sam = shop.customer('sam.okafor@example.com');
    const first = await sam.proves('Please refund both LF-10007 and LF-10008');
    expect(first.turn.said[0]?.text).toMatch(/Refund \$100\.00 for LF-10007/);
    const second = await sam.says('yes');
    expect(second.turn.said[0]?.text).toMatch(/\$100\.00 for LF-10007 is on its way[^]*Refund \$100\.01 for LF-10008/);
    const held = await sam.says('yes');
    expect(held.ticket?.kind).toBe('approval');
  });
});

describe('a question about the proposal', () => {
  it('is answered from it, and the yes still counts afterwards', async () => {
    const shop = await fresh();
    const ana = shop.customer('ana.souza@example.com');
    await ana.proves('refund LF-10014');
    const why = await ana.says('Why not the full $120?');
    expect(why.turn.said[0]?.text).toMatch(/\$45\.00 of it has been refunded already[^]*Refund \$75\.00/);
    expect(ran(await ana.says('ok yes'), 'process_refund')).toBe(true);
  });
});

describe('a no that the customer does not take', () => {
  it('goes to a human instead of being said again', async () => {
    const grace = (await fresh()).customer('grace.lin@example.com');
    await grace.proves('refund sun shirt LF-10018 please');
    const step = await grace.says('come on, it is only one day over');
    expect(step.ticket?.summary.reason).toMatchObject({ kind: 'policy_exception' });
  });
});

describe('a refund that has not shown up on the card', () => {
  it('is explained with the day it should be there by, when asked a second time', async () => {
    const priya = (await fresh()).customer('priya.raman@example.com');
    await priya.proves("Where's my refund for the trekking poles?");
    const again = await priya.says("hmm ok but it's not on my card yet");
    expect(again.turn.said[0]?.text).toMatch(/should be on your account by/);
  });
});

describe('the reason for a refund', () => {
  it.each([
    ['it arrived broken', 'damaged'],
    ['the glass is shattered', 'damaged'],
    ['you sent me the wrong size', 'wrong_item'],
    ['you sent me the wrong item', 'wrong_item'],
    ["that's not what I ordered", 'wrong_item'],
    ['it stopped working', 'defective'],
    ["the headlamp doesn't work", 'defective'],
    ['faulty zipper', 'defective'],
    ['it never arrived', 'not_received'],
    ["it hasn't come", 'not_received'],
    ['I changed my mind', 'unwanted'],
    ["I don't need it any more", 'unwanted'],
  ])('%j is %s', (words, reason) => {
    expect(refundReason(words, english.words)).toBe(reason);
  });
});
