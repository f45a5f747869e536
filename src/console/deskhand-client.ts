import { z } from 'zod';
import type { Deskhand, StaffMember } from '../domain/deskhand.ts';
import { AppError } from '../domain/error.ts';
import type { AgentFile } from './agent-file.ts';
import { fromExactJson, toExactJson } from './exact-json.ts';

type Method = Exclude<keyof Deskhand, 'onChange'>;
type Result<M extends Method> = Awaited<ReturnType<Deskhand[M]>>;

const failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/**
 * The Deskhand that runs in another process of this machine. Rejects with a retryable `store_unavailable` when nobody
 * answers there, which is how a stale `agent.json` is noticed.
 */
export async function connectDeskhand({ address, token }: Pick<AgentFile, 'address' | 'token'>): Promise<Deskhand> {
  const caller = { address, token };
  const staff: readonly StaffMember[] = await call(caller, 'staff', {});
  return {
    health: () => call(caller, 'health', {}),
    sampleCustomers: () => call(caller, 'sampleCustomers', {}),
    write: (message) => call(caller, 'write', message),
    conversations: (limit) => call(caller, 'conversations', { limit }),
    conversation: async (id) => (await call(caller, 'conversation', { id })) ?? undefined,
    transcript: (id) => call(caller, 'transcript', { id }),
    explain: (id) => call(caller, 'explain', { id }),
    mails: () => call(caller, 'mails', {}),
    tickets: (filter) => call(caller, 'tickets', filter),
    ticket: async (number) => (await call(caller, 'ticket', { number })) ?? undefined,
    staff: () => staff,
    act: (command) => call(caller, 'act', command),
    events: (since, limit) => call(caller, 'events', { since, limit }),
    pause: (by) => call(caller, 'pause', { by }),
    resume: (by) => call(caller, 'resume', { by }),
    onChange: (listener) => listenFor(caller, listener),
  };
}

type Caller = Pick<AgentFile, 'address' | 'token'>;

async function call<M extends Method>({ address, token }: Caller, method: M, input: object): Promise<Result<M>> {
  let response: Response;
  try {
    response = await fetch(`${address}/loopback/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: toExactJson(input),
    });
  } catch (error) {
    throw new AppError('store_unavailable', `no agent answers at ${address}`, { retryable: true, cause: error });
  }
  const body = fromExactJson(await response.text());
  // Both ends are this very program: the type of the method is the contract.
  if (response.ok) return body as Result<M>;
  throw problemOf(response.status, failure.safeParse(body).data?.error.message);
}

function problemOf(status: number, message = `the agent answered ${status}`): AppError {
  return status === 400
    ? new AppError('usage', message, { retryable: false })
    : new AppError('store_unavailable', message, { retryable: true });
}

/** Ends quietly with the agent: a listener then simply hears nothing more. */
function listenFor({ address, token }: Caller, listener: () => void): () => void {
  const ending = new AbortController();
  const listening = async (): Promise<void> => {
    const response = await fetch(`${address}/loopback/changes`, {
      headers: { authorization: `Bearer ${token}` },
      signal: ending.signal,
    });
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      if (decoder.decode(chunk, { stream: true }).includes('event: change')) listener();
    }
  };
  listening().catch(() => undefined);
  return () => ending.abort();
}
