import type { DeskButton } from '../domain/desk-view.ts';
import { formatMoney } from '../domain/money.ts';
import type { Ticket } from '../domain/ticket.ts';
import { staffWords } from '../domain/proposal.ts';

/** A longer draft is not shown whole on every card, and what is sent with one press must have been read. */
const LONGEST_DRAFT = 2_000;

const CLAIM: DeskButton = { name: 'claim', label: 'Claim', look: 'primary' };
const REPLY: DeskButton = { name: 'reply', label: 'Reply', look: 'plain' };
const SEND_DRAFT: DeskButton = {
  name: 'send_draft',
  label: 'Send draft',
  look: 'plain',
  confirm: 'The customer gets the draft as it stands on the card, under your name.',
};
const RESOLVE: DeskButton = { name: 'resolve', label: 'Resolve', look: 'plain' };
const RETURN: DeskButton = { name: 'return', label: 'Return to bot', look: 'plain' };

/** What can be pressed while the record stands like this; the record decides again when it is pressed. */
export function buttonsOf(ticket: Ticket, now: Date): readonly DeskButton[] {
  if (ticket.state.kind === 'resolved') return [];
  const { draft } = ticket.summary;
  const decision = decisionButtons(ticket, now);
  return [
    ...decision,
    ...(ticket.state.kind === 'open' ? [CLAIM] : []),
    REPLY,
    ...(draft !== '' && draft.length <= LONGEST_DRAFT ? [SEND_DRAFT] : []),
    // A customer who waits for a yes or no gets one first.
    ...(decision.length > 0 ? [] : [RESOLVE, RETURN]),
  ];
}

function decisionButtons({ approval }: Ticket, now: Date): readonly DeskButton[] {
  if (approval?.state.kind !== 'pending' || now >= approval.request.expiresAt) return [];
  const { proposal } = approval.request;
  const { amount, argumentsHash: seen } = proposal;
  const what = amount === undefined ? staffWords(proposal) : `${staffWords(proposal)} (${formatMoney(amount)})`;
  return [
    { name: 'approve', label: 'Approve', look: 'primary', confirm: `${what}. It is carried out at once.`, seen },
    { name: 'deny', label: 'Deny', look: 'danger', seen },
  ];
}
