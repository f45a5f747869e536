import { DESK_BUTTONS, type DeskButtonName } from '../../domain/desk-view.ts';
import { ticketNumber, type TicketNumber } from '../../domain/ids.ts';

/** What a press at the desk is about; all of it stands in Discord's `custom_id` (100 characters at most). */
export interface DeskControl {
  readonly step: 'press' | 'form';
  readonly button: DeskButtonName;
  readonly ticket: TicketNumber;
  /** Hash of the proposal that the card shows. */
  readonly seen: string | undefined;
  /** The press that opened the form, by its short name: whoever sends one form twice, because the first time looked like a failure, says it once. */
  readonly openedBy: string | undefined;
}

/** Short: with a ticket of seven digits, a hash and a press a form's id has 96 characters. */
const MARKS = { press: 'desk', form: 'df' } as const;

/** A press in as few characters as fit. */
export const shortName = (interaction: string): string => BigInt(interaction).toString(36);

export const toDeskId = ({ step, button, ticket, seen, openedBy }: DeskControl): string =>
  [MARKS[step], button, ticket, seen ?? '', ...(openedBy === undefined ? [] : [openedBy])].join(':');

/** Undefined for a control that is not the desk's. */
export function fromDeskId(customId: string): DeskControl | undefined {
  const [mark, name, ticket, seen, openedBy] = customId.split(':');
  const button = DESK_BUTTONS.find((known) => known === name);
  const step = mark === MARKS.press ? 'press' : mark === MARKS.form ? 'form' : undefined;
  if (step === undefined || button === undefined || !ticket) return undefined;
  return { step, button, ticket: ticketNumber(ticket), seen: seen || undefined, openedBy: openedBy || undefined };
}
