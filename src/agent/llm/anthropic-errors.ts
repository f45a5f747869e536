import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from '@anthropic-ai/sdk';
import type { ModelFailure } from './language-model.ts';

export interface ApiFailure {
  readonly because: ModelFailure;
  /** What the server asks to wait. */
  readonly retryAfterMs?: number;
}

const BY_STATUS: Readonly<Record<number, ModelFailure>> = {
  402: 'spend_limit',
  408: 'timeout',
  413: 'truncated',
  429: 'rate_limited',
  504: 'timeout',
};

/** What went wrong, by class, status and code, never by wording. Whatever the SDK throws has a place here, a plain SyntaxError of a broken body too. */
export function toFailure(error: unknown): ApiFailure {
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError) return { because: 'timeout' };
  if (error instanceof APIConnectionError) return { because: 'connection' };
  if (error instanceof APIError) return byStatus(error);
  return { because: 'malformed' };
}

function byStatus({ status, type, headers }: APIError): ApiFailure {
  // An error event within a stream has a type but no status.
  if (type === 'overloaded_error') return { because: 'overloaded', ...waitOf(headers) };
  if (type === 'billing_error') return { because: 'spend_limit' };
  if (status === undefined) return { because: type === 'rate_limit_error' ? 'rate_limited' : 'connection' };
  const wait = waitOf(headers);
  // A rate limit says when it ends; a limit on spending does not, and does not end by waiting.
  if (status === 429 && wait.retryAfterMs === undefined) return { because: 'spend_limit' };
  const because = BY_STATUS[status] ?? (status >= 500 ? 'overloaded' : 'rejected');
  return { because, ...wait };
}

/** `retry-after-ms`, or `retry-after` in seconds; a date there is not used by this API. */
function waitOf(headers: Headers | undefined): { readonly retryAfterMs?: number } {
  const ms = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return { retryAfterMs: ms };
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: seconds * 1000 } : {};
}
