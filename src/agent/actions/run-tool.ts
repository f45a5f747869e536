import type { CustomerId } from '../../domain/ids.ts';
import type { Now } from '../../domain/ports.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import type { PreparedCall, Tool } from '../../tools/tool.ts';
import type { Admission } from '../circuit-breaker.ts';
import type { BackendBreakers } from './backend-breakers.ts';

/** How long one try may take; a write that is cut off here counts as unknown, never as failed. */
const CALL_TIMEOUT_MS = 15_000;
const TRIES_WHILE_UNKNOWN = 3;

export interface RunPorts {
  readonly now: Now;
  readonly breakers: BackendBreakers;
  /** How long one try may take. */
  readonly timeoutMs?: number;
}

/** What is run for whom, and under which key. */
export interface Run {
  readonly tool: Tool;
  readonly ready: PreparedCall;
  readonly customerId: CustomerId | undefined;
  readonly idempotencyKey: string;
  /** The key was used before, and nobody knows what came of it. */
  readonly repeated?: boolean;
}

/** Which backend stands behind a tool: its pack's own, as long as it names none. */
export const backendOf = (tool: Tool): string => tool.backend ?? 'pack';

/**
 * Runs a tool with a time limit. What it throws becomes `failed`, or for a write `unknown`, which may have happened: it is
 * asked again with the same key, which pays nothing twice, before anybody is told anything.
 */
export async function runTool(run: Run, admission: Admission, ports: RunPorts): Promise<ToolOutcome<unknown>> {
  let outcome = await tryOnce(run, ports);
  const tries = admission === 'probe' ? 1 : TRIES_WHILE_UNKNOWN;
  for (let tried = 1; tried < tries && outcome.kind === 'unknown'; tried += 1) {
    const next = await tryOnce({ ...run, repeated: true }, ports);
    // A failed try says nothing about the one before it, which may have happened.
    if (next.kind !== 'failed') outcome = next;
  }
  const isDown = outcome.kind === 'unknown' || (outcome.kind === 'failed' && outcome.retryable);
  const breaker = ports.breakers(backendOf(run.tool));
  if (isDown) breaker.failed();
  else breaker.succeeded();
  return outcome;
}

async function tryOnce({ tool, ready, customerId, idempotencyKey, repeated = false }: Run, ports: RunPorts): Promise<ToolOutcome<unknown>> {
  const { now, timeoutMs = CALL_TIMEOUT_MS } = ports;
  const signal = AbortSignal.timeout(timeoutMs);
  const cutOff = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    return await Promise.race([ready.run({ customerId, idempotencyKey, repeated, signal, now }), cutOff]);
  } catch (error) {
    const because = error instanceof Error ? error.name : 'error';
    return tool.effect === 'write' ? { kind: 'unknown', because } : { kind: 'failed', code: because, retryable: true };
  }
}
