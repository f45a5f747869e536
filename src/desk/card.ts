import { assertNever } from '../domain/assert-never.ts';
import type { ActionTaken } from '../domain/conversation.ts';
import { formatMoney } from '../domain/money.ts';
import type { ApprovalRequest } from '../domain/proposal.ts';
import type { Ticket } from '../domain/ticket.ts';
import { agoText, elapsedText } from './elapsed.ts';
import { statusText } from './queue.ts';
import { reasonText } from './reason-text.ts';

export interface CardSection {
  readonly heading: string;
  /** Plain text: whoever shows a line escapes it for the place where it stands. */
  readonly lines: readonly string[];
}

/** A view of the ticket and nothing more: whatever happens to a card, the record decides. */
export interface Card {
  readonly title: string;
  readonly sections: readonly CardSection[];
  /** The state line, true at the moment of rendering. */
  readonly footer: string;
}

/** Everything that a human needs in one glance; sections without content are left out, except proof and checks. */
export function cardOf(ticket: Ticket, now: Date): Card {
  const { summary } = ticket;
  const sections: readonly CardSection[] = [
    { heading: ticket.approval?.state.kind === 'pending' ? 'Waiting for your decision' : 'Decision', lines: approvalLines(ticket, now) },
    { heading: 'Why you', lines: [reasonText(summary.reason)] },
    { heading: 'In short', lines: summary.inShort === undefined || summary.inShort === '' ? [] : [summary.inShort] },
    { heading: 'The customer wants', lines: summary.wants === '' ? [] : [`“${summary.wants}”`] },
    { heading: 'Customer', lines: [summary.customer, `Identity: ${summary.proof}`] },
    {
      heading: 'Checked',
      lines: summary.checked.length === 0 ? ['Nothing was looked up.'] : summary.checked.map((action) => actionLine(action, now)),
    },
    { heading: 'Tried', lines: summary.tried },
    { heading: 'Told the customer already', lines: summary.promised },
    { heading: 'Suggested next step', lines: summary.suggestedNextStep === '' ? [] : [summary.suggestedNextStep] },
    { heading: 'Draft', lines: summary.draft === '' ? [] : [summary.draft] },
    { heading: 'Mood', lines: summary.sentiment.length === 0 ? [] : [moodLine(summary.sentiment)] },
    { heading: 'Notes (staff only)', lines: ticket.notes.map((note) => `${note.by}, ${agoText(note.at, now)}: ${note.text}`) },
  ];
  return {
    title: `${ticket.number} · ${ticket.priority} · ${ticket.subject}`,
    sections: sections.filter(({ lines }) => lines.length > 0),
    footer: `${channelOf(ticket)} · ${ticket.queue} · ${statusText(ticket, now)}`,
  };
}

/** The card as Markdown, for a thread in a chat. Customers' text cannot become formatting, a link or a mention. */
export function cardMarkdown(card: Card): string {
  const sections = card.sections.map(
    ({ heading, lines }) => `**${heading}**\n${lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n')}`,
  );
  return [`**${escapeMarkdown(card.title)}**`, ...sections, escapeMarkdown(card.footer)].join('\n\n');
}

const ZERO_WIDTH_SPACE = '\u200B';

function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, ' / ')
    .replaceAll(/[\\`*_[\]<>~|#]/g, String.raw`\$&`)
    .replaceAll('@', `@${ZERO_WIDTH_SPACE}`)
    .replaceAll('://', `:${ZERO_WIDTH_SPACE}//`);
}

function approvalLines({ approval }: Ticket, now: Date): readonly string[] {
  if (!approval) return [];
  const { request, state } = approval;
  const { proposal } = request;
  const amount = proposal.amount ? ` (${formatMoney(proposal.amount)})` : '';
  return [
    `${proposal.rendered}${amount}`,
    `Why it waits: ${request.because}`,
    `Needs: ${request.role}${(request.approvers ?? 1) > 1 ? `, ${request.approvers} people` : ''}`,
    decisionLine(state, request, now),
  ];
}

function decisionLine(state: NonNullable<Ticket['approval']>['state'], { expiresAt }: ApprovalRequest, now: Date): string {
  switch (state.kind) {
    case 'pending':
      return now < expiresAt
        ? `${state.first ? `1 of 2 approvals, by ${state.first.by} ${agoText(state.first.at, now)} · ` : ''}Open for ${elapsedText(expiresAt.getTime() - now.getTime())} more`
        : 'Expired: the customer has to be asked again';
    case 'approved':
      return `Approved by ${state.first ? `${state.first.by} and ` : ''}${state.by} ${agoText(state.at, now)}`;
    case 'denied':
      return `Denied by ${state.by} ${agoText(state.at, now)}: ${state.because}`;
    case 'expired':
      return 'Expired: the customer has to be asked again';
    default:
      return assertNever(state);
  }
}

function actionLine(action: ActionTaken, now: Date): string {
  const rule = action.rule === undefined ? '' : ` [${action.rule}]`;
  return `${action.tool} → ${action.status}${rule}: ${action.summary} (${agoText(action.at, now)})`;
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
