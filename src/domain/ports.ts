/** Time, chance and watching as the core sees them: handed in, so that a test or a simulator can own them. */
export type Now = () => Date;

export interface Random {
  /** Cryptographically strong bytes in production. */
  bytes(count: number): Uint8Array;
  /** A whole number in [0, below). */
  below(limit: number): number;
}
