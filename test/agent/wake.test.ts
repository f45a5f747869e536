import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '../../src/domain/event.ts';
import { HOUR, openSupport, type Customer, type Step, type Support } from '../support/agent/open-support.ts';

const DESK = 'desk@larkfield.example';
let support: Support;
beforeAll(async () => {
  support = await openSupport((config) => ({ ...config, deskAddress: DESK }));
}, 30_000);
afterAll(() => support.close());

const alarms = async (ticket: string | undefined): Promise<readonly string[]> =>
  (await support.app.deskhand.mails())
    .filter(({ to, subject }) => to === DESK && subject.includes(ticket ?? 'nothing'))
    .map(({ subject }) => subject);
const eventsOf = async (name: DomainEvent['name'], step: Step): Promise<number> =>
  (await support.app.store.events(0, 10_000)).filter(({ event }) => event.name === name && event.conversation === step.after.id).length;
async function waitingApproval(email: string, order: string): Promise<{ readonly customer: Customer; readonly step: Step }> {
  const customer = support.customer(email);
  await customer.proves(`refund ${order} please`);
  return { customer, step: await customer.says('yes') };
}

describe('an approval that nobody decides', () => {
  it('alarms the desk by mail after 24 hours and tells the customer the truth, once', async () => {
    const { customer, step } = await waitingApproval('sam.okafor@example.com', 'LF-10008');
    await support.advance(24 * HOUR - 1_000);
    expect(await alarms(step.ticket?.number)).toEqual([]);
    await support.advance(1_000);
    expect((await customer.hears()).text).toMatch(/you'd hear from us by now .* urgent/);
    expect(await alarms(step.ticket?.number)).toEqual([expect.stringMatching(/waits for approval .* overdue/)]);
    expect((await support.ticket(step.ticket?.number ?? '')).priority).toBe('urgent');
    expect(await eventsOf('promise.overdue', step)).toBe(1);
    await support.advance(24 * HOUR);
    expect((await customer.hears()).heard).toEqual([]);
  });

  it('can still be approved at the last moment before its 72 hours are over', async () => {
    const { customer, step } = await waitingApproval('jonas.brandt@example.com', 'LF-10003');
    await support.advance(72 * HOUR - 2_000);
    expect(await support.act(step.ticket, 'ana', { action: 'approve' })).toMatchObject({ kind: 'done' });
    await customer.hears();
    await support.advance(HOUR);
    expect((await customer.hears()).text).not.toMatch(/wasn't decided in time/);
    expect(await eventsOf('refund.paid', step)).toBe(1);
  });

  it('expires after 72 hours: nothing is paid, a human takes over, and an unclaimed one rings again', async () => {
    const { customer, step } = await waitingApproval('tom.becker@example.com', 'LF-10012');
    await support.advance(72 * HOUR);
    const told = await customer.hears();
    expect(told.text).toMatch(/wasn't decided in time\. Nothing has been paid/);
    expect(told.after.state).toMatchObject({ kind: 'with_human', ticket: step.ticket?.number });
    expect(told.ticket).toMatchObject({ kind: 'handoff', state: { kind: 'open' }, approval: { state: { kind: 'expired' } } });
    const before = (await alarms(step.ticket?.number)).length;
    await support.advance(HOUR);
    expect((await alarms(step.ticket?.number)).length).toBe(before + 1);
    expect(await eventsOf('refund.paid', step)).toBe(0);
  });

  it('that was decided in time rings nowhere', async () => {
    const { customer, step } = await waitingApproval('tom.becker@example.com', 'LF-10012');
    await support.act(step.ticket, 'ana', { action: 'deny', because: 'used' });
    await customer.hears();
    await support.advance(80 * HOUR);
    expect(await alarms(step.ticket?.number)).toEqual([]);
    expect(await eventsOf('promise.overdue', step)).toBe(0);
  });
});

describe('a handoff that nobody takes', () => {
  it('rings after an hour, on the desk and by mail, and becomes urgent', async () => {
    const mia = support.customer('mia.keller@example.com');
    const step = await mia.says('Do you know a good vet in Oslo for my lizard?');
    expect(step.ticket?.priority).toBe('medium');
    await support.advance(HOUR);
    expect(await alarms(step.ticket?.number)).toHaveLength(1);
    expect(await support.ticket(step.ticket?.number ?? '')).toMatchObject({ priority: 'urgent', notes: [{ by: 'deskhand' }] });
    expect((await mia.hears()).heard).toEqual([]);
  });

  it('rings nowhere when somebody has taken it', async () => {
    const step = await support.customer('mia.keller@example.com').says('a person please');
    await support.act(step.ticket, 'ben', { action: 'claim' });
    await support.advance(2 * HOUR);
    expect(await alarms(step.ticket?.number)).toEqual([]);
  });
});

describe('silence', () => {
  it('does not close what a human has', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.says('how long do refunds take?');
    await mia.says('a person please');
    await support.advance(100 * HOUR);
    expect((await mia.conversation()).state.kind).toBe('with_human');
  });

  it('starts anew with every message', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.says('how long do refunds take?');
    await support.advance(23 * HOUR);
    await mia.says('do gift cards expire?');
    await support.advance(23 * HOUR);
    expect((await mia.conversation()).state.kind).toBe('awaiting_customer');
    await support.advance(HOUR);
    expect((await mia.conversation()).state.kind).toBe('resolved');
  });

  it('closes once, with one message', async () => {
    const mia = support.customer('mia.keller@example.com');
    const step = await mia.says('how long do refunds take?');
    await support.advance(200 * HOUR);
    expect((await mia.hears()).heard).toHaveLength(1);
    expect(await eventsOf('conversation.resolved', step)).toBe(1);
  });
});
