import { assertNever } from '../domain/assert-never.ts';
import type { ActionTaken } from '../domain/conversation.ts';
import type { CardSection, DeskCard, Moment, Words } from '../domain/desk-view.ts';
import { formatMoney } from '../domain/money.ts';
import { staffWords, type ApprovalRequest } from '../domain/proposal.ts';
import { FIRST_ANSWER_HOURS, type Ticket } from '../domain/ticket.ts';
import { buttonsOf } from './card-buttons.ts';
import { agoText, elapsedText } from './elapsed.ts';
import { reasonText } from './reason-text.ts';

export interface CardManner {
  /** Takes personal data out of words that go where many people read. */
  readonly mask: (text: string) => string;
  /** The name that is shown for a member of staff. */
  readonly staff: (name: string) => string;
}

const AS_IT_IS: CardManner = { mask: (text) => text, staff: (name) => name };

const ago = (at: Date): Moment => ({ at, as: 'ago' });
const due = (at: Date): Moment => ({ at, as: 'due' });
const plain = (lines: readonly string[]): readonly Words[] => lines.map((line) => [line]);

/** Everything that a human needs in one glance; sections without content are left out, except proof and checks. */
export function cardOf(ticket: Ticket, now: Date, manner: CardManner = AS_IT_IS): DeskCard {
  const { summary } = ticket;
  const { mask } = manner;
  const sections: readonly CardSection[] = [
    {
      heading: ticket.approval?.state.kind === 'pending' ? 'Waiting for your decision' : 'Decision',
      lines: approvalLines(ticket, now, manner),
    },
    { heading: 'Why you', lines: [[mask(reasonText(summary.reason))]] },
    { heading: 'In short', lines: summary.inShort === undefined || summary.inShort === '' ? [] : [[mask(summary.inShort)]] },
    { heading: 'The customer wants', lines: summary.wants === '' ? [] : [[`“${mask(summary.wants)}”`]] },
    { heading: 'Customer', lines: plain([mask(summary.customer), `Identity: ${mask(summary.proof)}`]) },
    { heading: 'Checked', lines: summary.checked.length === 0 ? [['Nothing was looked up.']] : summary.checked.map(actionLine) },
    { heading: 'Tried', lines: plain(summary.tried.map(mask)) },
    { heading: 'Told the customer already', lines: plain(summary.promised) },
    { heading: 'Suggested next step', lines: summary.suggestedNextStep === '' ? [] : [[summary.suggestedNextStep]] },
    { heading: 'Draft', lines: summary.draft === '' ? [] : plain(summary.draft.split('\n')) },
    { heading: 'Mood', lines: summary.sentiment.length === 0 ? [] : [[moodLine(summary.sentiment)]] },
    {
      heading: 'Notes (staff only)',
      lines: ticket.notes.map((note): Words => [`${manner.staff(note.by)}, `, ago(note.at), `: ${mask(note.text)}`]),
    },
  ];
  return {
    ticket: ticket.number,
    priority: ticket.priority,
    title: mask(ticket.subject),
    channel: channelOf(ticket),
    due: dueOf(ticket),
    sections: sections.filter(({ lines }) => lines.length > 0),
    footer: [`${channelOf(ticket)} · ${ticket.queue} · `, ...stateLine(ticket, manner)],
    buttons: buttonsOf(ticket, now),
  };
}

/** A card for one look, with every moment counted from `now`. */
export interface ReadableCard {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  readonly footer: string;
}

export function readableCard({ ticket, priority, title, sections, footer }: DeskCard, now: Date): ReadableCard {
  const read = (words: Words): string => words.map((part) => (typeof part === 'string' ? part : momentText(part, now))).join('');
  return {
    title: `${ticket} · ${priority} · ${title}`,
    sections: sections.map(({ heading, lines }) => ({ heading, lines: lines.map(read) })),
    footer: read(footer),
  };
}

const momentText = ({ at, as }: Moment, now: Date): string =>
  as === 'ago' ? agoText(at, now) : `in ${elapsedText(at.getTime() - now.getTime())}`;

/** When the customer should have an answer; nothing is due once somebody took it. */
function dueOf({ state, approval, openedAt }: Ticket): Date | undefined {
  if (state.kind === 'resolved') return undefined;
  if (approval?.state.kind === 'pending') return approval.request.expiresAt;
  return state.kind === 'open' ? new Date(openedAt.getTime() + FIRST_ANSWER_HOURS * 3_600_000) : undefined;
}

function stateLine({ state, approval, openedAt }: Ticket, { staff }: CardManner): Words {
  const waits = approval?.state.kind === 'pending';
  switch (state.kind) {
    case 'open':
      return [`${waits ? 'approval waits' : 'unclaimed'} · opened `, ago(openedAt)];
    case 'claimed':
      return [`with ${staff(state.by)} · since `, ago(state.at), waits ? ' · approval waits' : ''];
    case 'resolved':
      return [`closed by ${staff(state.by)} `, ago(state.at), ` · ${state.outcome.replaceAll('_', ' ')}`];
    default:
      return assertNever(state);
  }
}

function approvalLines({ approval }: Ticket, now: Date, manner: CardManner): readonly Words[] {
  if (!approval) return [];
  const { request, state } = approval;
  const { proposal } = request;
  const amount = proposal.amount ? ` (${formatMoney(proposal.amount)})` : '';
  return [
    [`${staffWords(proposal)}${amount}`],
    [`Why it waits: ${request.because}`],
    [`Needs: ${request.role}${(request.approvers ?? 1) > 1 ? `, ${request.approvers} people` : ''}`],
    decisionLine(state, request, now, manner),
  ];
}

const EXPIRED = ['Expired: the customer has to be asked again'];

function decisionLine(
  state: NonNullable<Ticket['approval']>['state'],
  { expiresAt }: ApprovalRequest,
  now: Date,
  { staff, mask }: CardManner,
): Words {
  switch (state.kind) {
    case 'pending':
      return now < expiresAt
        ? [...(state.first ? [`1 of 2 approvals, by ${staff(state.first.by)} `, ago(state.first.at), ' · '] : []), 'Due ', due(expiresAt)]
        : EXPIRED;
    case 'approved':
      return [`Approved by ${state.first ? `${staff(state.first.by)} and ` : ''}${staff(state.by)} `, ago(state.at)];
    case 'denied':
      return [`Denied by ${staff(state.by)} `, ago(state.at), `: ${mask(state.because)}`];
    case 'expired':
      return EXPIRED;
    default:
      return assertNever(state);
  }
}

function actionLine(action: ActionTaken): Words {
  const rule = action.rule === undefined ? '' : ` [${action.rule}]`;
  return [`${action.tool} → ${action.status}${rule}: ${action.summary} (`, ago(action.at), ')'];
}

/** The last three messages, −1 (angry) … 1 (happy). */
function moodLine(sentiment: readonly number[]): string {
  const words = sentiment.slice(-3).map((value) => {
    if (value <= -0.5) return 'angry';
    if (value < -0.1) return 'unhappy';
    return value > 0.3 ? 'happy' : 'neutral';
  });
  return `${words.join(' → ')} (last ${words.length} of ${sentiment.length} messages)`;
}

function channelOf(ticket: Ticket): string {
  return ticket.conversation.split('/', 1)[0] ?? '';
}
