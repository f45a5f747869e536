import { describe, expect, it } from '@jest/globals';
import { fromDeskId, shortName, toDeskId, type DeskControl } from '../../../src/channels/discord/desk-id.ts';
import { DESK_BUTTONS } from '../../../src/domain/desk-view.ts';
import { ticketNumber } from '../../../src/domain/ids.ts';

const LONGEST = { ticket: ticketNumber('T-9999999'), seen: 'f'.repeat(64), openedBy: shortName('18446744073709551615') };

describe('the id of a control at the desk', () => {
  it.each(DESK_BUTTONS)('fits into the 100 characters that Discord takes and says everything again: %s', (button) => {
    const seen = button === 'approve' || button === 'deny' ? LONGEST.seen : undefined;
    const press: DeskControl = { step: 'press', button, ticket: LONGEST.ticket, seen, openedBy: undefined };
    for (const control of [press, { ...press, step: 'form', openedBy: LONGEST.openedBy } as const]) {
      expect(toDeskId(control).length).toBeLessThanOrEqual(100);
      expect(fromDeskId(toDeskId(control))).toEqual(control);
    }
  });

  it.each(['', 'dh:say:1:1:2:3', 'desk:fly:T-1', 'desk:claim:', 'df'])('is not read where it is not ours: "%s"', (id) => {
    expect(fromDeskId(id)).toBeUndefined();
  });
});
