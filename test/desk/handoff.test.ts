import { describe, expect, it } from '@jest/globals';
import type { DeskAction } from '../../src/domain/arrival.ts';
import type { Ticket, TicketState } from '../../src/domain/ticket.ts';
import type { DeskDecision } from '../../src/desk/desk-decision.ts';
import { decide } from '../../src/desk/handoff.ts';
import { approvalTicket, deskCommand, handoffTicket, minutesAgo, NOW, STAFF } from '../support/desk-tickets.ts';

function run(ticket: Ticket, by: string, action: DeskAction): DeskDecision {
  return decide(ticket, deskCommand(ticket, by, action), { staff: STAFF, now: NOW, argumentsHash: 'hash-1' });
}

function accepted(decision: DeskDecision): Extract<DeskDecision, { kind: 'accepted' }> {
  if (decision.kind === 'refused') throw new Error(`refused: ${decision.rule}`);
  return decision;
}

const ruleOf = (decision: DeskDecision): string => (decision.kind === 'refused' ? decision.rule : 'accepted');
const withBen: TicketState = { kind: 'claimed', by: 'ben', at: minutesAgo(1) };
const closed: TicketState = { kind: 'resolved', by: 'ana', at: minutesAgo(60), outcome: 'solved' };

describe('claiming a ticket', () => {
  it('makes the first person its owner and silences the agent', () => {
    const decision = accepted(run(handoffTicket(), 'ben', { action: 'claim' }));
    expect(decision.ticket.state).toEqual({ kind: 'claimed', by: 'ben', at: NOW });
    expect(decision.speaker).toBe('human');
    expect(decision.events.map(({ name }) => name)).toEqual(['ticket.claimed']);
  });

  it('counts one version for each accepted command', () => {
    expect(accepted(run(handoffTicket({ version: 7 }), 'ben', { action: 'claim' })).ticket.version).toBe(8);
  });

  it('tells the loser who was faster and when', () => {
    expect(run(handoffTicket({ state: withBen }), 'ana', { action: 'claim' })).toEqual({
      kind: 'refused',
      rule: 'already_claimed',
      text: 'Ben claimed T-1001 1 m ago.',
    });
  });

  it('gives exactly one owner to any number of people who click at once', () => {
    const clicks = [...STAFF, ...STAFF, ...STAFF];
    let ticket = handoffTicket();
    const winners = clicks.filter(({ name }) => {
      const decision = run(ticket, name, { action: 'claim' });
      if (decision.kind === 'accepted') ticket = decision.ticket;
      return decision.kind === 'accepted';
    });
    expect(winners.map(({ name }) => name)).toEqual(['ben']);
  });
});

describe('who may do what', () => {
  const reply: DeskAction = { action: 'reply', text: 'Hello' };
  const resolve: DeskAction = { action: 'resolve', outcome: 'solved' };
  const giveBack: DeskAction = { action: 'return', instruction: 'Explain the return label.' };
  it.each<[string, Ticket, string, DeskAction, string]>([
    ['a stranger', handoffTicket(), 'mallory', { action: 'claim' }, 'unknown_staff'],
    ['anybody on an unclaimed ticket (reply)', handoffTicket(), 'ben', reply, 'accepted'],
    ['anybody on an unclaimed ticket (resolve)', handoffTicket(), 'ben', resolve, 'accepted'],
    ['the owner (reply)', handoffTicket({ state: withBen }), 'ben', reply, 'accepted'],
    ['the owner (claim again)', handoffTicket({ state: withBen }), 'ben', { action: 'claim' }, 'already_yours'],
    ['a colleague (reply)', handoffTicket({ state: withBen }), 'ana', reply, 'claimed_by_other'],
    ['a colleague (resolve)', handoffTicket({ state: withBen }), 'ana', resolve, 'claimed_by_other'],
    ['a colleague (return)', handoffTicket({ state: withBen }), 'ana', giveBack, 'claimed_by_other'],
    ['a colleague (note)', handoffTicket({ state: withBen }), 'ana', { action: 'note', text: 'seen before' }, 'accepted'],
    ['a supervisor (reply)', handoffTicket({ state: withBen }), 'lea', reply, 'accepted'],
    ['a supervisor (resolve)', handoffTicket({ state: withBen }), 'lea', resolve, 'accepted'],
    ['anybody after the end (reply)', handoffTicket({ state: closed }), 'ben', reply, 'resolved_already'],
    ['anybody after the end (claim)', handoffTicket({ state: closed }), 'ben', { action: 'claim' }, 'resolved_already'],
    ['anybody after the end (resolve)', handoffTicket({ state: closed }), 'ben', resolve, 'resolved_already'],
    ['anybody after the end (return)', handoffTicket({ state: closed }), 'ben', giveBack, 'resolved_already'],
    ['anybody after the end (note)', handoffTicket({ state: closed }), 'ben', { action: 'note', text: 'for later' }, 'accepted'],
  ])('answers %s by the rule', (_who, ticket, by, action, rule) => {
    expect(ruleOf(run(ticket, by, action))).toBe(rule);
  });

  it('changes no ticket by a command that names another one', () => {
    const command = deskCommand(approvalTicket(), 'ben', { action: 'claim' });
    expect(ruleOf(decide(handoffTicket(), command, { staff: STAFF, now: NOW, argumentsHash: undefined }))).toBe('wrong_ticket');
  });
});

describe('what a command must say', () => {
  it.each<[string, DeskAction, string]>([
    ['a reply without words', { action: 'reply', text: '  ' }, 'text_missing'],
    ['a note without words', { action: 'note', text: '' }, 'text_missing'],
    ['a return without an instruction', { action: 'return', instruction: ' ' }, 'instruction_missing'],
    ['a return with a short instruction', { action: 'return', instruction: 'ok' }, 'accepted'],
    ['an end without an outcome', { action: 'resolve', outcome: '' }, 'unknown_outcome'],
    ['an end with an unknown outcome', { action: 'resolve', outcome: 'whatever' }, 'unknown_outcome'],
    ['an end named like an inherited property', { action: 'resolve', outcome: 'constructor' }, 'unknown_outcome'],
    ['an outcome as people type it', { action: 'resolve', outcome: 'KB missing' }, 'accepted'],
    ['an outcome with a dash', { action: 'resolve', outcome: 'bot-was-right' }, 'accepted'],
  ])('judges %s', (_what, action, rule) => {
    expect(ruleOf(run(handoffTicket(), 'ben', action))).toBe(rule);
  });
});

describe('what follows from a command', () => {
  it('claims an unclaimed ticket for whoever replies', () => {
    const decision = accepted(run(handoffTicket(), 'ben', { action: 'reply', text: ' On it. ' }));
    expect(decision.ticket.state).toEqual({ kind: 'claimed', by: 'ben', at: NOW });
    expect(decision.effects).toEqual([{ kind: 'reply', text: 'On it.', by: STAFF[0] }]);
    expect(decision.events.map(({ name }) => name)).toEqual(['ticket.claimed', 'ticket.replied']);
  });

  it('leaves a ticket with its owner when a supervisor replies', () => {
    expect(accepted(run(handoffTicket({ state: withBen }), 'lea', { action: 'reply', text: 'Hello' })).ticket.state).toEqual(withBen);
  });

  it('keeps a note from the customer', () => {
    const decision = accepted(run(handoffTicket(), 'ana', { action: 'note', text: 'third time this month' }));
    expect(decision.effects).toEqual([]);
    expect(decision.speaker).toBe('unchanged');
    expect(decision.ticket.notes).toEqual([{ by: 'ana', at: NOW, text: 'third time this month' }]);
  });

  it('closes with an outcome code, a closing message and a survey', () => {
    const decision = accepted(run(handoffTicket({ state: withBen }), 'ben', { action: 'resolve', outcome: 'bug' }));
    expect(decision.ticket.state).toEqual({ kind: 'resolved', by: 'ben', at: NOW, outcome: 'bug' });
    expect(decision.effects).toEqual([{ kind: 'close', outcome: 'bug', by: STAFF[0] }]);
    expect(decision.speaker).toBe('nobody');
  });

  it('gives the conversation back to the agent with the instruction', () => {
    const decision = accepted(run(handoffTicket({ state: withBen }), 'ben', { action: 'return', instruction: 'Offer an exchange.' }));
    expect(decision.effects).toEqual([{ kind: 'return', instruction: 'Offer an exchange.', by: STAFF[0] }]);
    expect(decision.speaker).toBe('agent');
    expect(decision.ticket.state).toMatchObject({ kind: 'resolved', outcome: 'returned' });
  });

  it.each<[string, DeskAction]>([
    ['resolved', { action: 'resolve', outcome: 'solved' }],
    ['returned', { action: 'return', instruction: 'go on' }],
  ])('is not %s while the customer waits for a yes or no', (_how, action) => {
    expect(ruleOf(run(approvalTicket(), 'ana', action))).toBe('approval_waits');
  });

  it('can be closed once the request has expired', () => {
    const ticket = approvalTicket({ expiresAt: NOW });
    expect(ruleOf(run(ticket, 'ana', { action: 'resolve', outcome: 'solved' }))).toBe('accepted');
  });
});
