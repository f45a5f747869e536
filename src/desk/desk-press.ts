import type { DeskAction } from '../domain/arrival.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { DeskPerson, DeskPress } from '../domain/desk-port.ts';
import type { StaffMember } from '../domain/deskhand.ts';
import type { Ticket } from '../domain/ticket.ts';

/** Who this is at the desk; undefined for everybody who is not listed, and for people of another company even if they are. */
export const memberFor = (person: DeskPerson, staff: readonly StaffMember[]): StaffMember | undefined =>
  person.isOutside ? undefined : staff.find(({ accounts }) => accounts.includes(person.key));

/** The command that the page and the terminal would have given. */
export function actionOf(
  { button, words = '', seen, files = 0 }: Pick<DeskPress, 'button' | 'words' | 'seen' | 'files'>,
  ticket: Ticket,
): DeskAction {
  const read = seen === undefined ? {} : { seen };
  switch (button) {
    case 'claim':
      return { action: 'claim' };
    case 'reply':
      return { action: 'reply', text: words, ...(files > 0 ? { filesLeft: files } : {}) };
    case 'send_draft':
      return { action: 'reply', text: ticket.summary.draft };
    case 'approve':
      return { action: 'approve', ...read };
    case 'deny':
      return { action: 'deny', because: words, ...read };
    case 'resolve':
      return { action: 'resolve', outcome: words };
    case 'return':
      return { action: 'return', instruction: words };
    default:
      return assertNever(button);
  }
}

/** What of a text in the thread is for the customer: everything from the line on that begins with the prefix; usually nothing. */
export function wordsForCustomer(text: string, prefix: string): string | undefined {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trimStart().toLowerCase().startsWith(prefix.toLowerCase()));
  const first = lines[start];
  if (first === undefined) return undefined;
  return [first.trimStart().slice(prefix.length), ...lines.slice(start + 1)].join('\n').trim();
}
