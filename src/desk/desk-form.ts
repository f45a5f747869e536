import { assertNever } from '../domain/assert-never.ts';
import type { DeskForm } from '../domain/desk-port.ts';
import type { DeskButtonName } from '../domain/desk-view.ts';
import type { Ticket } from '../domain/ticket.ts';
import { OUTCOMES } from './outcome.ts';

/** What a button asks before it counts; undefined when it asks nothing. */
export function formFor(button: DeskButtonName, { number, summary }: Pick<Ticket, 'number' | 'summary'>): DeskForm | undefined {
  switch (button) {
    case 'claim':
    case 'send_draft':
    case 'approve':
      return undefined;
    case 'reply':
      return {
        title: `Reply on ${number}`,
        label: 'To the customer',
        hint: 'They read it on their own channel, under your name.',
        send: 'Send',
        field: { kind: 'text', initial: summary.draft },
      };
    case 'deny':
      return {
        title: `Deny on ${number}`,
        label: 'Why not?',
        hint: 'The customer is told this reason.',
        send: 'Deny',
        field: { kind: 'text', initial: '' },
      };
    case 'resolve':
      return {
        title: `Resolve ${number}`,
        label: 'How did it end?',
        hint: 'The customer gets a closing message.',
        send: 'Resolve',
        field: { kind: 'choice', choices: Object.entries(OUTCOMES).map(([value, label]) => ({ value, label })) },
      };
    case 'return':
      return {
        title: `Return ${number}`,
        label: 'One instruction for the agent',
        hint: 'The agent goes on with the customer.',
        send: 'Return',
        field: { kind: 'text', initial: '' },
      };
    default:
      return assertNever(button);
  }
}
