/** Closed; each code is explained in docs/errors.md. */
export type ErrorCode =
  | 'config_invalid'
  | 'usage'
  | 'channel_unauthorized'
  | 'channel_unavailable'
  | 'store_unavailable'
  | 'store_locked'
  | 'store_corrupt'
  | 'disk_full'
  | 'model_unavailable'
  | 'knowledge_unavailable'
  | 'backend_unavailable'
  | 'clock_set_back'
  | 'lease_lost';

/** The one error class: what went wrong, whether a repeat can help, and what the operator should do. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { retryable: boolean; hint?: string; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable;
    this.hint = options.hint;
  }
}
