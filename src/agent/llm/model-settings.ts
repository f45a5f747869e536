import { z } from 'zod';

const perMillion = z.number().nonnegative();

/** Dollars for a million tokens of each kind. */
const prices = z.strictObject({
  input: perMillion,
  cacheWrite: perMillion,
  cacheRead: perMillion,
  output: perMillion,
  /** Above so many prompt tokens the whole call costs `times` as much. */
  long: z.strictObject({ aboveTokens: z.int().positive(), times: z.number().min(1) }).optional(),
});
export type ModelPrices = z.infer<typeof prices>;

/** `config/models.yaml`. */
export const modelSettings = z.strictObject({
  /** Routes, sums up and drafts. */
  router: z.string().min(1),
  /** Answers. */
  answers: z.string().min(1),
  /** `articles`: words every answer from articles · `unanswered`: only what the plans cannot answer. */
  words: z.enum(['articles', 'unanswered']),
  limits: z.strictObject({
    conversationDollars: z.number().positive(),
    dayDollars: z.number().positive(),
    /** Exchanges with the model in one turn, and tool calls in one turn. */
    callsPerTurn: z.int().min(1).max(8),
    callSeconds: z.number().positive().max(25),
    /** Everything the model does in one turn; a customer has an answer within 30 seconds. */
    turnSeconds: z.number().positive().max(28),
  }),
  breaker: z.strictObject({
    /** Failures in a row that open it. */
    failures: z.int().positive(),
    restSeconds: z.number().positive(),
    longestRestSeconds: z.number().positive(),
  }),
  prices: z.strictObject({
    /** When they were looked up, and where: an invoice is right, a table grows old. */
    asOf: z.iso.date(),
    source: z.string().min(1),
    dollarsPerMillionTokens: z.record(z.string(), prices),
  }),
});
export type ModelSettings = z.infer<typeof modelSettings>;

/** Where the API is; undefined without a key. */
export interface ModelAccess {
  readonly apiKey: string;
  /** Another server that speaks the Messages API. */
  readonly baseUrl: string | undefined;
}
