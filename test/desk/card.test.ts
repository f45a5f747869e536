import { describe, expect, it } from '@jest/globals';
import { cardOf, readableCard, type ReadableCard } from '../../src/desk/card.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { approvalTicket, handoffTicket, minutesAgo, NOW } from '../support/desk-tickets.ts';

const readable = (ticket: Ticket): ReadableCard => readableCard(cardOf(ticket, NOW), NOW);

describe('the card', () => {
  it('shows everything that is needed without asking the customer again', () => {
    expect(readable(handoffTicket())).toEqual({
      title: 'T-1001 · high · Mug set arrived broken',
      sections: [
        { heading: 'Why you', lines: ['asked for a person: “let me talk to a person”'] },
        { heading: 'The customer wants', lines: ['“a person who looks at the photos”'] },
        { heading: 'Customer', lines: ['Mia Keller, mia.keller@example.com, by email', 'Identity: one-time code, 4 minutes before'] },
        { heading: 'Checked', lines: ['lookup_order → ok: LF-10002, delivered 5 days ago (3 m ago)'] },
        { heading: 'Tried', lines: ['answered with the returns article'] },
        { heading: 'Told the customer already', lines: ['A person will read this today.'] },
        { heading: 'Suggested next step', lines: ['Offer a replacement.'] },
        { heading: 'Draft', lines: ['Hi Mia, I have your photos here.'] },
        { heading: 'Mood', lines: ['neutral → unhappy → angry (last 3 of 3 messages)'] },
      ],
      footer: 'email · refunds · unclaimed · opened 2 m ago',
    });
  });

  it('puts the decision that waits first, with amount, reason, role and time left', () => {
    expect(readable(approvalTicket()).sections[0]).toEqual({
      heading: 'Waiting for your decision',
      lines: ['refund of LF-10003 to Visa ending in 4242 ($240.00)', 'Why it waits: above $100.00', 'Needs: refund_approver', 'Due in 1 h'],
    });
  });

  it.each([
    [approvalTicket({ state: { kind: 'approved', by: 'ana', at: minutesAgo(4) } }), 'Approved by ana 4 m ago'],
    [approvalTicket({ state: { kind: 'denied', by: 'ana', at: minutesAgo(4), because: 'used' } }), 'Denied by ana 4 m ago: used'],
    [approvalTicket({ state: { kind: 'expired', at: NOW } }), 'Expired: the customer has to be asked again'],
    [approvalTicket({ expiresAt: NOW }), 'Expired: the customer has to be asked again'],
  ])('says how a decision ended (%#)', (ticket, line) => {
    expect(readable(ticket).sections[0]?.lines.at(-1)).toBe(line);
  });

  it('asks for no decision once there is one', () => {
    const ticket = approvalTicket({ state: { kind: 'approved', by: 'ana', at: minutesAgo(4) } });
    expect(readable(ticket).sections[0]?.heading).toBe('Decision');
  });

  it('says so when nothing was looked up', () => {
    const ticket = handoffTicket();
    const card = readable({ ...ticket, summary: { ...ticket.summary, checked: [] } });
    expect(card.sections.find(({ heading }) => heading === 'Checked')?.lines).toEqual(['Nothing was looked up.']);
  });

  it('shows notes to staff', () => {
    const card = readable(handoffTicket({ notes: [{ by: 'ben', at: minutesAgo(5), text: 'photos are clear' }] }));
    expect(card.sections.at(-1)).toEqual({ heading: 'Notes (staff only)', lines: ['ben, 5 m ago: photos are clear'] });
  });
});
