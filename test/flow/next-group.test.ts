import { describe, expect, it } from '@jest/globals';
import { participantKey } from '../../src/domain/ids.ts';
import { nextGroup } from '../../src/flow/next-group.ts';
import type { PendingArrival } from '../../src/store/store.ts';
import { commandOf, messageOf, START, timerOf } from '../contracts/store-builders.ts';

/** `m` a message of one person, `n` one of a neighbour in the thread, `c` a command, `t` a timer; a capital letter has failed five times. */
function pendingOf(letters: string): readonly PendingArrival[] {
  return letters.split('').map((letter, position) => {
    const kind = letter.toLowerCase();
    const attempts = letter === kind ? 4 : 5;
    const rest = { position, attempts, acceptedAt: START };
    const message = messageOf('a', position);
    if (kind === 'm') return { ...rest, arrival: { kind: 'message', message } };
    if (kind === 'n')
      return {
        ...rest,
        arrival: { kind: 'message', message: { ...message, author: { ...message.author, key: participantKey('neighbour') } } },
      };
    if (kind === 'c') return { ...rest, arrival: { kind: 'command', command: commandOf('a', String(position)) } };
    return { ...rest, arrival: { kind: 'timer', timer: timerOf('a', String(position), START) } };
  });
}

describe('nextGroup', () => {
  it.each([
    ['mmm', 'messages', 3],
    ['mmcm', 'messages', 2],
    ['mmnm', 'messages', 2],
    ['nm', 'messages', 1],
    ['mt', 'messages', 1],
    ['cc', 'command', 1],
    ['cm', 'command', 1],
    ['tt', 'timer', 1],
    ['Mm', 'exhausted', 1],
    ['MCm', 'exhausted', 2],
    ['mM', 'messages', 1],
    ['T', 'exhausted', 1],
  ])('takes from %s: %s, %i of them', (letters, kind, count) => {
    const group = nextGroup(pendingOf(letters));
    expect([group?.kind, group?.arrivals.length]).toEqual([kind, count]);
  });

  it('takes nothing from nothing', () => {
    expect(nextGroup([])).toBeUndefined();
  });
});
