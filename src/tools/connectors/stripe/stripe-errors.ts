import type { Answer } from '../connector.ts';

const LOCKED_OUT: ReadonlySet<string> = new Set(['StripeAuthenticationError', 'StripePermissionError']);

/**
 * What an error of the SDK says about a refund, by type and code. A request that Stripe refused has moved nothing; everything
 * else may have: a lost answer, an error of the server, and a key that was used before with other parameters.
 */
export function readStripeError(error: unknown): Answer {
  const type = textOf(error, 'type');
  const code = textOf(error, 'code');
  if (LOCKED_OUT.has(type)) return { kind: 'failed', code: 'unauthorized', retryable: false };
  if (type === 'StripeRateLimitError') return { kind: 'failed', code: 'stripe_rate_limit', retryable: true };
  if (type === 'StripeInvalidRequestError' && textOf(error, 'rawType') !== 'idempotency_error') {
    if (code === 'resource_missing') return { kind: 'failed', code: 'stripe_no_such_payment', retryable: false };
    return { kind: 'declined', codes: [...(code === '' ? [] : [code]), 'invalid_request'] };
  }
  if (type === 'StripeCardError') return { kind: 'declined', codes: [code === '' ? 'card_error' : code] };
  return { kind: 'unknown', because: `stripe: ${code === '' ? type || 'no answer' : code}` };
}

function textOf(error: unknown, name: string): string {
  const value: unknown = error !== null && typeof error === 'object' ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : '';
}
