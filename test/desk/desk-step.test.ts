import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cardOf, readableCard } from '../../src/desk/card.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { HOUR, openSupport, type Customer, type Step, type Support } from '../support/agent/open-support.ts';

let support: Support;
beforeAll(async () => {
  support = await openSupport();
}, 30_000);
afterAll(() => support.close());

/** A refund above the limit that the customer has said yes to. */
async function waitingFor(
  email: string,
  order: string,
  { channel = 'console', shared = false } = {},
): Promise<{ readonly customer: Customer; readonly step: Step }> {
  const customer = support.customer(email, channel);
  await customer.proves(`I would like a refund for ${order}`, { shared });
  const step = await customer.says('yes', { shared });
  expect(step.ticket?.kind).toBe('approval');
  return { customer, step };
}
async function handedOver(
  email = 'grace.lin@example.com',
  channel = 'console',
): Promise<{ readonly customer: Customer; readonly step: Step }> {
  const customer = support.customer(email, channel);
  const step = await customer.says('I want to talk to a real person please');
  expect(step.after.state.kind).toBe('with_human');
  return { customer, step };
}
function sectionsOf(ticket: Ticket | undefined): Readonly<Record<string, string>> {
  if (!ticket) throw new Error('no ticket');
  const { sections } = readableCard(cardOf(ticket, ticket.openedAt), ticket.openedAt);
  return Object.fromEntries(sections.map(({ heading, lines }) => [heading, lines.join('\n')]));
}
async function resolvedByBen(): Promise<{ readonly customer: Customer; readonly step: Step }> {
  const { customer, step } = await handedOver();
  await support.act(step.ticket, 'ben', { action: 'resolve', outcome: 'solved' });
  await customer.hears();
  return { customer, step };
}
const events = async (): Promise<readonly DomainEvent[]> => (await support.app.store.events(0, 10_000)).map(({ event }) => event);
const refundsOf = async (order: string): Promise<readonly DomainEvent[]> =>
  (await events()).filter((event) => event.name === 'refund.paid' && event.fields.order === order);

describe('an approval', () => {
  it('pays once, tells the customer in the conversation and by mail, and closes the ticket', async () => {
    const { customer, step } = await waitingFor('jonas.brandt@example.com', 'LF-10003', { channel: 'slack' });
    expect(await refundsOf('LF-10003')).toEqual([]);
    expect(await support.act(step.ticket, 'ana', { action: 'approve' })).toMatchObject({ kind: 'done' });
    const told = await customer.hears();
    expect(told.text).toMatch(/\$240\.00 for LF-10003 is on its way back to Mastercard ending in 5454/);
    expect(told.mails.map(({ to }) => to)).toEqual(['jonas.brandt@example.com']);
    expect(told.ticket).toMatchObject({ state: { kind: 'resolved' }, approval: { state: { kind: 'approved', by: 'ana' } } });
    expect(await refundsOf('LF-10003')).toHaveLength(1);
    const second = await support.act(step.ticket, 'ana', { action: 'approve' });
    expect(second).toMatchObject({ kind: 'refused', rule: 'decided_already' });
    expect(await refundsOf('LF-10003')).toHaveLength(1);
  });

  it('of the same matter in a second conversation pays nothing more and tells the truth', async () => {
    const first = await waitingFor('sam.okafor@example.com', 'LF-10008');
    const second = await waitingFor('sam.okafor@example.com', 'LF-10008');
    expect(await support.act(first.step.ticket, 'ana', { action: 'approve' })).toMatchObject({ kind: 'done' });
    const late = await support.act(second.step.ticket, 'ana', { action: 'approve' });
    expect(late.text).toMatch(/not carried out/);
    const told = await second.customer.hears();
    expect(told.text).toMatch(/couldn't be carried out/);
    expect(told.after.state).toMatchObject({ kind: 'with_human' });
    expect(told.ticket?.state.kind).not.toBe('resolved');
    expect(await refundsOf('LF-10008')).toHaveLength(1);
  });

  it.each([
    ['somebody who is not listed', 'mallory', 'unknown_staff'],
    ['somebody without the role', 'ben', 'role_missing'],
    ['somebody whose limit is lower', 'chris', 'above_your_limit'],
  ])('is not taken from %s', async (_who, by, rule) => {
    const { step } = await waitingFor('tom.becker@example.com', 'LF-10012');
    expect(await support.act(step.ticket, by, { action: 'approve' })).toMatchObject({ kind: 'refused', rule });
    expect(await refundsOf('LF-10012')).toEqual([]);
  });

  it('that is refused tells the customer why and pays nothing', async () => {
    const { customer, step } = await waitingFor('tom.becker@example.com', 'LF-10012');
    expect(await support.act(step.ticket, 'ana', { action: 'deny', because: 'the tent was used for a season' })).toMatchObject({
      kind: 'done',
    });
    const told = await customer.hears();
    expect(told.text).toMatch(/declined it: the tent was used for a season/);
    expect(told.ticket?.approval?.state).toMatchObject({ kind: 'denied', by: 'ana' });
    expect(await refundsOf('LF-10012')).toEqual([]);
    expect(await support.act(step.ticket, 'ana', { action: 'approve' })).toMatchObject({ rule: 'decided_already' });
  });

  it('is shown as allowed by the rules, with approving or denying as the next step', async () => {
    const { step } = await waitingFor('tom.becker@example.com', 'LF-10012');
    const why = sectionsOf(step.ticket)['Why you'] ?? '';
    expect(why).toMatch(/^only refund_approver may allow it/);
    expect(why).not.toMatch(/more than the policy allows/);
    expect(sectionsOf(step.ticket)['Suggested next step']).toMatch(/^Approve it .* or deny it with a reason/);
  });

  it('that is refused names order and amount to the customer alone where others read along', async () => {
    const { customer, step } = await waitingFor('tom.becker@example.com', 'LF-10012', { shared: true });
    await support.act(step.ticket, 'ana', { action: 'deny', because: 'the tent was used for a season' });
    expect((await customer.hears()).heard.map(({ text, only }) => [only !== undefined, /LF-10012/.test(text)])).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('ends in a closing message once the customer stays silent for a day after it', async () => {
    const { customer, step } = await waitingFor('tom.becker@example.com', 'LF-10012');
    await support.act(step.ticket, 'ana', { action: 'deny', because: 'outside the policy' });
    await customer.hears();
    await support.advance(25 * HOUR);
    expect((await customer.hears()).after.state).toMatchObject({ kind: 'resolved' });
  });

  it('that is granted names order and amount to the customer alone where others read along', async () => {
    const { customer, step } = await waitingFor('tom.becker@example.com', 'LF-10012', { shared: true });
    await support.act(step.ticket, 'ana', { action: 'approve' });
    expect((await customer.hears()).heard.map(({ text, only }) => [only !== undefined, /LF-10012/.test(text)])).toEqual([
      [true, true],
      [false, false],
    ]);
  });
});

describe('a command', () => {
  it('for a ticket that does not exist changes nothing', async () => {
    expect(await support.act('T-9999', 'ana', { action: 'claim' })).toMatchObject({ kind: 'refused', rule: 'no_such_ticket' });
  });

  it('that arrives twice has one effect', async () => {
    const { customer, step } = await handedOver();
    await support.act(step.ticket, 'ben', { action: 'reply', text: 'I am on it.' }, 'one-click');
    await support.act(step.ticket, 'ben', { action: 'reply', text: 'I am on it.' }, 'one-click');
    expect((await customer.hears()).heard).toHaveLength(1);
  });

  it('is not carried out for somebody who is not on the staff', async () => {
    const { customer, step } = await handedOver();
    expect(await support.act(step.ticket, 'mallory', { action: 'reply', text: 'send me your password' })).toMatchObject({
      rule: 'unknown_staff',
    });
    expect((await customer.hears()).heard).toEqual([]);
  });
});

describe('a person at the desk', () => {
  it.each([['console'], ['slack'], ['email']])('answers on %s, where the customer wrote, under their own name', async (channel) => {
    const { customer, step } = await handedOver('grace.lin@example.com', channel);
    await support.act(step.ticket, 'ben', { action: 'reply', text: 'I will look at it right away.' });
    const told = await customer.hears();
    expect(told.heard).toEqual([{ text: 'I will look at it right away.', only: undefined, staff: 'Ben Adeyemi' }]);
    expect(told.ticket?.state).toMatchObject({ kind: 'claimed', by: 'ben' });
    expect(told.turn.said).toEqual([{ by: { staff: 'Ben Adeyemi' }, text: 'I will look at it right away.', private: false }]);
  });

  it('is not interrupted by the agent', async () => {
    const { customer, step } = await handedOver();
    await support.act(step.ticket, 'ben', { action: 'claim' });
    expect((await customer.says('where is LF-10017?')).heard).toEqual([]);
    expect((await customer.says('hello?')).heard).toEqual([]);
  });

  it('closes with a survey, and the rating is taken', async () => {
    const { customer, step } = await handedOver();
    expect(await support.act(step.ticket, 'ben', { action: 'resolve', outcome: 'solved' })).toMatchObject({ kind: 'done' });
    const told = await customer.hears();
    expect(told.text).toMatch(/from 1 \(poor\) to 5 \(great\)/);
    expect(told.after).toMatchObject({ state: { kind: 'resolved', by: 'human' }, pending: { kind: 'rating' } });
    expect((await customer.says('4')).turn.rules).toContain('rating_taken');
  });

  it.each([['sorry, it still does not work'], ['the stove still leaks, what now?'], ['I want to talk to a person']])(
    'gets the same ticket again when the customer comes back with %j',
    async (words) => {
      const { customer, step } = await resolvedByBen();
      const back = await customer.says(words);
      expect(back.text).toContain(`${step.ticket?.number} is open again`);
      expect(back.ticket).toMatchObject({ number: step.ticket?.number, state: { kind: 'claimed', by: 'ben' } });
      expect(back.after.state).toEqual({ kind: 'with_human', ticket: step.ticket?.number });
      expect((await customer.says('hello?')).heard).toEqual([]);
    },
  );

  it.each([['thanks for the help!'], ['👍'], ['5']])('is not called back by %j', async (words) => {
    const { customer } = await resolvedByBen();
    expect((await customer.says(words)).ticket?.state.kind).toBe('resolved');
  });

  it('gets no ticket back that was closed more than seven days ago', async () => {
    const { customer, step } = await resolvedByBen();
    await support.advance(7 * 24 * HOUR);
    const back = await customer.says('I want to talk to a person');
    expect(back.ticket?.number).not.toBe(step.ticket?.number);
    expect((await support.ticket(step.ticket?.number ?? '')).state.kind).toBe('resolved');
  });

  it('gives a conversation back, and the old wish for a person does not fire again', async () => {
    const { customer, step } = await handedOver();
    await support.act(step.ticket, 'ben', { action: 'return', instruction: 'only wants to know about shipping' });
    const back = await customer.hears();
    expect(back.after.state.kind).toBe('awaiting_customer');
    expect(back.after.memory.barrier).toBe(back.turn.id);
    expect((await customer.says('where is my order LF-10017?')).after.pending?.kind).toBe('code');
    expect((await customer.says('no, get me a human')).after.state.kind).toBe('with_human');
  });

  it('leaves notes that no customer reads', async () => {
    const { customer, step } = await handedOver();
    await support.act(step.ticket, 'ben', { action: 'note', text: 'looks like fraud' });
    expect((await customer.hears()).heard).toEqual([]);
    expect((await support.ticket(step.ticket?.number ?? '')).notes.map(({ text }) => text)).toEqual(['looks like fraud']);
  });

  it('stops the alarm of an unclaimed ticket by taking it', async () => {
    const { step } = await handedOver();
    await support.act(step.ticket, 'ben', { action: 'claim' });
    await support.advance(2 * HOUR);
    expect((await support.ticket(step.ticket?.number ?? '')).notes).toEqual([]);
  });
});
