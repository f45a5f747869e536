/** What one mail may cost (reliability.md §3, MIME). */
export const MAIL_LIMITS = {
  messageBytes: 25 * 1024 * 1024,
  partBytes: 10 * 1024 * 1024,
  parts: 100,
  depth: 20,
  headerBytes: 256 * 1024,
  parseMs: 5_000,
  /** Bigger mails are taken apart in a worker thread. */
  workerFromBytes: 256 * 1024,
} as const;
