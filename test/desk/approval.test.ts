import { describe, expect, it } from '@jest/globals';
import type { DeskAction } from '../../src/domain/arrival.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { expireApproval, settleApproved } from '../../src/desk/approval.ts';
import type { DeskDecision } from '../../src/desk/desk-decision.ts';
import { decide } from '../../src/desk/handoff.ts';
import { approvalTicket, deskCommand, handoffTicket, minutesAgo, NOW, STAFF } from '../support/desk-tickets.ts';

function run(ticket: Ticket, by: string, action: DeskAction, argumentsHash = 'hash-1', now = NOW): DeskDecision {
  return decide(ticket, deskCommand(ticket, by, action), { staff: STAFF, now, argumentsHash });
}

const approve: DeskAction = { action: 'approve' };
const deny: DeskAction = { action: 'deny', because: 'The tent was used.' };
const ruleOf = (decision: DeskDecision): string => (decision.kind === 'refused' ? decision.rule : 'accepted');
const later = (ms: number): Date => new Date(NOW.getTime() + ms);

describe('an approval', () => {
  it('runs the exact proposal that was shown', () => {
    const ticket = approvalTicket();
    const decision = run(ticket, 'ana', approve);
    expect(decision).toMatchObject({
      kind: 'accepted',
      effects: [{ kind: 'run_proposal', proposal: ticket.approval?.request.proposal, approvedBy: ['ana'] }],
      events: [{ name: 'approval.decided', fields: { ticket: 'T-1002', by: 'ana', decision: 'approved' } }],
      speaker: 'unchanged',
      ticket: { version: 4, approval: { state: { kind: 'approved', by: 'ana', at: NOW } } },
    });
  });

  it('neither claims nor closes its ticket before the action has run', () => {
    expect(run(approvalTicket(), 'ana', approve)).toMatchObject({ ticket: { state: { kind: 'open' } } });
  });

  it.each([
    ['below the limit', 49_999, 'accepted'],
    ['at the limit', 50_000, 'accepted'],
    ['one cent above the limit', 50_001, 'above_your_limit'],
  ])('%s is judged by the amount', (_where, amountCents, rule) => {
    expect(ruleOf(run(approvalTicket({ amountCents }), 'ana', approve))).toBe(rule);
  });

  it.each([
    ['a moment before its end', later(-1), 'accepted'],
    ['exactly at its end', later(0), 'approval_expired'],
    ['after its end', later(1), 'approval_expired'],
  ])('clicked %s', (_when, now, rule) => {
    expect(ruleOf(run(approvalTicket({ expiresAt: NOW }), 'ana', approve, 'hash-1', now))).toBe(rule);
  });

  it.each<[string, Ticket, string, string, string]>([
    ['without the role', approvalTicket(), 'ben', 'hash-1', 'role_missing'],
    ['with other arguments than shown', approvalTicket(), 'ana', 'hash-2', 'proposal_changed'],
    ['by the person who asked for it', approvalTicket({ requestedBy: 'console/ana' }), 'ana', 'hash-1', 'own_request'],
    ['of nothing', handoffTicket(), 'ana', 'hash-1', 'nothing_to_approve'],
    ['a second time', approvalTicket({ state: { kind: 'approved', by: 'lea', at: minutesAgo(1) } }), 'ana', 'hash-1', 'decided_already'],
    [
      'after a no',
      approvalTicket({ state: { kind: 'denied', by: 'lea', at: minutesAgo(1), because: 'used' } }),
      'ana',
      'hash-1',
      'decided_already',
    ],
    ['of an expired request', approvalTicket({ state: { kind: 'expired', at: minutesAgo(1) } }), 'ana', 'hash-1', 'approval_expired'],
  ])('is refused %s', (_why, ticket, by, hash, rule) => {
    expect(ruleOf(run(ticket, by, approve, hash))).toBe(rule);
  });

  it('takes the first of many decisions and runs the action once', () => {
    const decisions: DeskDecision[] = [];
    let ticket = approvalTicket();
    for (const [by, action] of [
      ['ana', approve],
      ['lea', approve],
      ['lea', deny],
      ['ana', approve],
    ] as const) {
      const decision = run(ticket, by, action);
      if (decision.kind === 'accepted') ticket = decision.ticket;
      decisions.push(decision);
    }
    expect(decisions.map(ruleOf)).toEqual(['accepted', 'decided_already', 'decided_already', 'decided_already']);
  });

  it('tells a late clicker who decided even when the ticket is closed', () => {
    const decision = run(approvalTicket(), 'ana', approve);
    if (decision.kind === 'refused') throw new Error(decision.rule);
    expect(run(settleApproved(decision.ticket, 'ana', NOW), 'lea', approve)).toMatchObject({
      rule: 'decided_already',
      text: 'Ana approved this 0 s ago. Nothing was changed.',
    });
  });
});

describe('a denial', () => {
  it('tells the customer the reason and closes the approval', () => {
    expect(run(approvalTicket(), 'ana', deny)).toMatchObject({
      effects: [{ kind: 'tell_denied', because: 'The tent was used.' }],
      speaker: 'agent',
      ticket: { version: 4, state: { kind: 'resolved', outcome: 'denied' } },
    });
  });

  it.each<[string, string, DeskAction, string]>([
    ['a reason', 'ana', { action: 'deny', because: ' ' }, 'reason_missing'],
    ['the role', 'ben', deny, 'role_missing'],
  ])('needs %s', (_what, by, action, rule) => {
    expect(ruleOf(run(approvalTicket(), by, action))).toBe(rule);
  });

  it('needs no limit, because a no moves no money', () => {
    expect(ruleOf(run(approvalTicket({ amountCents: 90_000 }), 'ana', deny))).toBe('accepted');
  });

  it('still works after the order has changed', () => {
    expect(ruleOf(run(approvalTicket(), 'ana', deny, 'hash-2'))).toBe('accepted');
  });
});

describe('the end of an approval', () => {
  it('comes with its timer when nobody decided', () => {
    expect(expireApproval(approvalTicket(), NOW)).toMatchObject({
      ticket: { version: 4, approval: { state: { kind: 'expired', at: NOW } } },
      events: [{ name: 'approval.decided', fields: { by: 'system', decision: 'expired' } }],
    });
  });

  it('is not changed by a timer that comes after the decision', () => {
    expect(expireApproval(approvalTicket({ state: { kind: 'approved', by: 'ana', at: NOW } }), NOW)).toBeUndefined();
  });
});
