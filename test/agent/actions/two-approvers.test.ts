import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DeskAction } from '../../../src/domain/arrival.ts';
import { cardOf, readableCard } from '../../../src/desk/card.ts';
import { statusText } from '../../../src/desk/queue.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { HOUR, openSupport, type Customer, type Support } from '../../support/agent/open-support.ts';

const APPROVE: DeskAction = { action: 'approve' };
let support: Support;
let tom: Customer;
let ticket: Ticket;

/** $620.00 above a second limit of $500.00. */
beforeEach(async () => {
  support = await openSupport((config) => {
    const { playbook } = config;
    const approval = { ...playbook.policies.approval, secondApproverAboveCents: 50_000 };
    return { ...config, playbook: { ...playbook, policies: { ...playbook.policies, approval } } };
  });
  tom = support.customer('tom.becker@example.com');
  await tom.proves('refund LF-10012 please');
  const { ticket: opened } = await tom.says('yes');
  if (!opened) throw new Error('nothing waits');
  ticket = opened;
}, 30_000);
afterEach(() => support.close());

const refunds = async (): Promise<number> => (await support.app.pack.changedRecords()).filter(({ table }) => table === 'refunds').length;
const decision = (of: Ticket): string => readableCard(cardOf(of, support.now()), support.now()).sections[0]?.lines.join('\n') ?? '';

describe('a refund above the second limit', () => {
  it('is paid once two different people have approved it, and shows how many have', async () => {
    expect(decision(ticket)).toMatch(/Needs: refund_approver, 2 people/);
    expect(await support.act(ticket, 'ana', APPROVE)).toMatchObject({ kind: 'done', text: expect.stringMatching(/^1 of 2 approvals/) });
    expect(await refunds()).toBe(0);
    const half = await support.ticket(ticket.number);
    expect([decision(half), statusText(half, support.now())]).toEqual([
      expect.stringMatching(/1 of 2 approvals, by ana/),
      expect.stringMatching(/^1 of 2 approvals · waiting/),
    ]);
    expect(await support.act(ticket, 'ana', APPROVE)).toMatchObject({ kind: 'refused', rule: 'approved_by_you' });
    expect(await support.act(ticket, 'chris', APPROVE)).toMatchObject({ kind: 'refused', rule: 'above_your_limit' });
    expect(await refunds()).toBe(0);
    expect(await support.act(ticket, 'dee', APPROVE)).toMatchObject({ kind: 'done', text: expect.stringMatching(/^Done/) });
    expect(await refunds()).toBe(1);
    expect(decision(await support.ticket(ticket.number))).toMatch(/Approved by ana and dee/);
    expect((await tom.hears()).text).toMatch(/\$620\.00 for LF-10012/);
  });

  it('is paid once when both click many times at the same moment', async () => {
    const clicks = Array.from({ length: 10 }, (_, n) => support.act(ticket, n % 2 === 0 ? 'ana' : 'dee', APPROVE, `click-${n}`));
    const results = await Promise.all(clicks);
    expect([results.filter(({ kind }) => kind === 'done').length, await refunds()]).toEqual([2, 1]);
  });

  it('is not paid when the second person says no', async () => {
    await support.act(ticket, 'ana', APPROVE);
    expect(await support.act(ticket, 'dee', { action: 'deny', because: 'The tent was used.' })).toMatchObject({ kind: 'done' });
    expect(await support.act(ticket, 'ana', APPROVE)).toMatchObject({ kind: 'refused' });
    expect(await refunds()).toBe(0);
  });

  it('expires with one approval as with none', async () => {
    await support.act(ticket, 'ana', APPROVE);
    await support.advance(72 * HOUR);
    expect(await support.act(ticket, 'dee', APPROVE)).toMatchObject({ kind: 'refused', rule: 'approval_expired' });
    expect(await refunds()).toBe(0);
  });

  it('promises the customer an answer as long as one approval is missing', async () => {
    await support.act(ticket, 'ana', APPROVE);
    await support.advance(24 * HOUR);
    expect((await tom.hears()).text).toMatch(/hasn't been decided yet/);
  });
});
