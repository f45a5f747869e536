import type { DeskCommand } from '../domain/arrival.ts';
import type { DeskPort, DeskPress } from '../domain/desk-port.ts';
import type { StaffMember } from '../domain/deskhand.ts';
import type { Now } from '../domain/ports.ts';
import type { Store } from '../store/store.ts';
import { formFor } from './desk-form.ts';
import { actionOf, memberFor, wordsForCustomer } from './desk-press.ts';

export interface DeskLineParts {
  readonly staff: readonly StaffMember[];
  /** A line that begins with it goes to the customer. */
  readonly replyPrefix: string;
  readonly store: Pick<Store, 'ticket'>;
  readonly now: Now;
  /** Resolves once the command is on disk. */
  readonly command: (command: DeskCommand) => Promise<unknown>;
}

/** Turns what people do in the desk's threads into the same commands that the page and the terminal give. */
export function createDeskLine({ staff, replyPrefix, store, now, command }: DeskLineParts): DeskPort {
  async function press(pressed: DeskPress): Promise<void> {
    const ticket = await store.ticket(pressed.ticket);
    if (!ticket) return;
    await command({
      id: pressed.id,
      ticket: ticket.number,
      conversation: ticket.conversation,
      // Somebody unknown goes by their account, which no list has as a name: the desk refuses them and says why.
      by: memberFor(pressed.person, staff)?.name ?? pressed.person.key,
      pressedBy: pressed.person.key,
      do: actionOf(pressed, ticket),
      at: now(),
    });
  }

  return {
    press,
    async formFor({ ticket: number, button, person }) {
      const ticket = memberFor(person, staff) && (await store.ticket(number));
      return ticket ? formFor(button, ticket) : undefined;
    },
    async heard({ id, ticket, person, text, files }) {
      const words = wordsForCustomer(text, replyPrefix);
      if (words !== undefined) await press({ id, ticket, button: 'reply', person, words, files, seen: undefined });
    },
  };
}
