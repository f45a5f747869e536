/** Time, chance and watching as the core sees them: handed in, so that a test or a simulator can own them. */
export type Now = () => Date;

/** Calls back once after a delay in milliseconds (0: as soon as the running work is done); returns how to cancel it. */
export type Schedule = (delayMs: number, run: () => void) => () => void;

export interface Random {
  /** Cryptographically strong bytes in production. */
  bytes(count: number): Uint8Array;
  /** A whole number in [0, below). */
  below(limit: number): number;
}
