import type { Scope } from './template.ts';

/** What one call of a company's system came back with, before the configuration says what it means. */
export type Answer =
  | { readonly kind: 'answered'; readonly data: unknown }
  /** No such record. Whoever asks cannot tell it from a record of somebody else. */
  | { readonly kind: 'not_found' }
  /** The system said no, under codes of its own, most exact first; `refusals` in the configuration says which are a business "no". */
  | { readonly kind: 'declined'; readonly codes: readonly string[] }
  | { readonly kind: 'failed'; readonly code: string; readonly retryable: boolean }
  /** A write that may have happened. */
  | { readonly kind: 'unknown'; readonly because: string };

export interface CallContext {
  readonly effect: 'read' | 'write';
  /** One key, one effect. */
  readonly key: string;
  /** True when a call under this key was begun before and its outcome is not known. */
  readonly repeated: boolean;
  readonly signal: AbortSignal;
}

/** One thing that the company's system does, bound to its place there. */
export interface Operation {
  /** The call carries our key to the system, which then answers a repetition with the first result. */
  readonly isKeyed: boolean;
  run(scope: Scope, context: CallContext): Promise<Answer>;
}

/** What a look at a connector found, for `deskhand doctor`. */
export interface ConnectorFinding {
  readonly level: 'ok' | 'warning' | 'problem';
  readonly text: string;
  readonly advice?: string;
}

/** One system of the company. Nothing is reached before the first call, so that a system that is down does not hold up the start. */
export interface Connector {
  /** Rejects with `config_invalid` where the system's own description does not hold what the call names. */
  operation(call: unknown): Promise<Operation>;
  /** Reaches the system without changing anything. */
  check(calls: readonly NamedCall[]): Promise<readonly ConnectorFinding[]>;
  close(): Promise<void>;
}

export interface NamedCall {
  readonly tool: string;
  readonly effect: 'read' | 'write';
  readonly call: unknown;
}
