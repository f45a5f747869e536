import type { DeskAction, DeskCommand } from '../../src/domain/arrival.ts';
import type { StaffMember } from '../../src/domain/deskhand.ts';
import { conversationId, customerId, participantKey, ticketNumber, toolName } from '../../src/domain/ids.ts';
import { usd } from '../../src/domain/money.ts';
import type { ApprovalState, Ticket } from '../../src/domain/ticket.ts';

export const NOW = new Date('2026-03-10T15:00:00Z');

/** A moment so many minutes before NOW. */
export const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);

const member = (name: string, roles: readonly string[], approvalLimitCents: number): StaffMember => ({
  name,
  displayName: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  roles,
  queues: ['refunds'],
  approvalLimitCents,
  accounts: [participantKey(`slack/T0HOME01/U0${name.toUpperCase()}0001`)],
});

/** Ben answers, Ana approves up to $500.00, Lea supervises without a limit to speak of. */
export const STAFF: readonly StaffMember[] = [
  member('ben', ['agent'], 0),
  member('ana', ['agent', 'refund_approver'], 50_000),
  member('lea', ['agent', 'refund_approver', 'supervisor'], 1_000_000),
];

export function handoffTicket(change: Partial<Ticket> = {}): Ticket {
  return {
    number: ticketNumber('T-1001'),
    conversation: conversationId('email/support@larkfield.example/mia.keller@example.com/abc'),
    kind: 'handoff',
    subject: 'Mug set arrived broken',
    state: { kind: 'open' },
    priority: 'high',
    queue: 'refunds',
    openedAt: minutesAgo(2),
    openedBy: participantKey('mia.keller@example.com'),
    customerId: customerId('C-1001'),
    summary: {
      reason: { kind: 'customer_asked', words: 'let me talk to a person' },
      priority: 'high',
      queue: 'refunds',
      customer: 'Mia Keller, mia.keller@example.com, by email',
      proof: 'one-time code, 4 minutes before',
      wants: 'a person who looks at the photos',
      sentiment: [0.2, -0.2, -0.7],
      checked: [{ tool: toolName('lookup_order'), status: 'ok', summary: 'LF-10002, delivered 5 days ago', at: minutesAgo(3) }],
      tried: ['answered with the returns article'],
      promised: ['A person will read this today.'],
      suggestedNextStep: 'Offer a replacement.',
      draft: 'Hi Mia, I have your photos here.',
      transcript: [],
    },
    approval: undefined,
    notes: [],
    version: 3,
    ...change,
  };
}

/** A refund that waits for a yes; `amountCents` 24,000 unless told. */
export function approvalTicket(
  change: { readonly amountCents?: number; readonly state?: ApprovalState; readonly expiresAt?: Date; readonly requestedBy?: string } = {},
): Ticket {
  return handoffTicket({
    number: ticketNumber('T-1002'),
    kind: 'approval',
    subject: 'Refund of LF-10003',
    approval: {
      request: {
        proposal: {
          id: 'p-1',
          tool: toolName('process_refund'),
          input: { orderId: 'LF-10003', amountCents: change.amountCents ?? 24_000 },
          rendered: 'refund of LF-10003 to Visa ending in 4242',
          argumentsHash: 'hash-1',
          requestedBy: participantKey(change.requestedBy ?? 'jonas.brandt@example.com'),
          amount: usd(change.amountCents ?? 24_000),
        },
        because: 'above $100.00',
        role: 'refund_approver',
        limit: usd(10_000),
        expiresAt: change.expiresAt ?? new Date(NOW.getTime() + 3_600_000),
      },
      state: change.state ?? { kind: 'pending' },
    },
  });
}

export function deskCommand(ticket: Ticket, by: string, action: DeskAction): DeskCommand {
  return { id: 'click-1', ticket: ticket.number, conversation: ticket.conversation, by, do: action, at: NOW };
}
