/**
 * Named moments at which a crash would be hardest to survive. Production passes straight through; the kill loop stops
 * there and pulls the plug.
 *
 * `accepted` stored, not yet acknowledged · `leased` about to work · `claimed` a write is recorded, not yet done ·
 * `effect_done` done, not yet recorded · `committed` the turn is on disk · `sending` marked, not yet handed to the
 * channel · `sent` handed over, not yet recorded.
 */
export type PointName = 'accepted' | 'leased' | 'claimed' | 'effect_done' | 'committed' | 'sending' | 'sent';

export interface Points {
  at(name: PointName): Promise<void>;
}

/** What runs in production. */
export const NO_POINTS: Points = { at: () => Promise.resolve() };
