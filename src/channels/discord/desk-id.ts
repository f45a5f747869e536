import { DESK_BUTTONS, type DeskButtonName } from '../../domain/desk-view.ts';
import { ticketNumber, type TicketNumber } from '../../domain/ids.ts';

/** What a press at the desk is about; all of it stands in Discord's `custom_id` (100 characters at most). */
export interface DeskControl {
  readonly step: 'press' | 'form';
  readonly button: DeskButtonName;
  readonly ticket: TicketNumber;
  /** Hash of the proposal that the card shows. */
  readonly seen: string | undefined;
}

const MARKS = { press: 'desk', form: 'deskform' } as const;

export const toDeskId = ({ step, button, ticket, seen }: DeskControl): string => [MARKS[step], button, ticket, seen ?? ''].join(':');

/** Undefined for a control that is not the desk's. */
export function fromDeskId(customId: string): DeskControl | undefined {
  const [mark, name, ticket, seen] = customId.split(':');
  const button = DESK_BUTTONS.find((known) => known === name);
  const step = mark === MARKS.press ? 'press' : mark === MARKS.form ? 'form' : undefined;
  if (step === undefined || button === undefined || !ticket) return undefined;
  return { step, button, ticket: ticketNumber(ticket), seen: seen || undefined };
}
