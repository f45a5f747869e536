import type { DeskDeed } from './check-desk.ts';
import type { Window } from './protocol.ts';

/**
 * Where the plug is pulled between a click and its effect. `card_in_flight`: what the desk is to see is under way and lands
 * after the death of its sender. `away`: nobody runs while somebody writes below the card.
 */
export type DeskWindow = Window | 'card_in_flight' | 'away';

export interface DeskKill {
  readonly action: DeskDeed['action'];
  readonly window: DeskWindow;
}

const SHOWN = ['accepted', 'leased', 'committed', 'sending', 'sent', 'card_in_flight', 'any_moment'] as const;
const WINDOWS_OF: Readonly<Record<DeskDeed['action'], readonly DeskWindow[]>> = {
  claim: SHOWN,
  approve: [...SHOWN, 'claimed', 'effect_done', 'in_flight'],
  reply: [...SHOWN, 'in_flight'],
  say: [...SHOWN, 'in_flight', 'away'],
};

/** Every window of every action, once. */
export const DESK_KILLS: readonly DeskKill[] = (['approve', 'say', 'claim', 'reply'] as const).flatMap((action) =>
  WINDOWS_OF[action].map((window) => ({ action, window })),
);
