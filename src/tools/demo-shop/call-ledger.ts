import { z, type ZodType } from 'zod';
import type { CustomerId } from '../../domain/ids.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import type { ToolContext } from '../tool.ts';
import { asCustomer } from './as-customer.ts';
import type { Shop } from './shop.ts';

export interface LedgerCall<Output> {
  readonly tool: string;
  readonly input: unknown;
  readonly output: ZodType<Output>;
  /** Runs inside the transaction, so it must not wait for anything. */
  readonly effect: (customer: CustomerId) => ToolOutcome<Output>;
}

const storedCall = z.object({ fingerprint: z.string(), outcome: z.string() });

/**
 * A write for the proved customer. One key, one effect: the effect and its outcome are committed together, and a second call with the key gets the stored outcome.
 * The same key with other arguments or for somebody else is `failed` with the code `key_reused`.
 */
export function once<Output>(shop: Shop, context: ToolContext, call: LedgerCall<Output>): ToolOutcome<Output> {
  return asCustomer(shop, context, (customer) => book(shop, context, customer, call));
}

function book<Output>(
  { db }: Shop,
  { idempotencyKey, now }: ToolContext,
  customer: CustomerId,
  call: LedgerCall<Output>,
): ToolOutcome<Output> {
  const fingerprint = JSON.stringify([call.tool, customer, call.input]);
  const run = db.transaction((): ToolOutcome<Output> => {
    const row = db.prepare('SELECT fingerprint, outcome FROM calls WHERE idempotency_key = ?').get(idempotencyKey);
    if (row !== undefined) return replay(storedCall.parse(row), fingerprint, call.output);
    const outcome = call.effect(customer);
    db.prepare('INSERT INTO calls (idempotency_key, fingerprint, outcome, at) VALUES (?, ?, ?, ?)').run(
      idempotencyKey,
      fingerprint,
      JSON.stringify(outcome),
      now().toISOString(),
    );
    return outcome;
  });
  return run.immediate();
}

function replay<Output>(stored: z.infer<typeof storedCall>, fingerprint: string, output: ZodType<Output>): ToolOutcome<Output> {
  if (stored.fingerprint !== fingerprint) return { kind: 'failed', code: 'key_reused', retryable: false };
  return outcomeOf(output).parse(JSON.parse(stored.outcome));
}

function outcomeOf<Output>(output: ZodType<Output>) {
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ok'), output, summary: z.string() }),
    z.object({ kind: z.literal('refused'), because: z.string(), rule: z.string() }),
    z.object({ kind: z.literal('failed'), code: z.string(), retryable: z.boolean() }),
    z.object({ kind: z.literal('unknown'), because: z.string() }),
  ]);
}
