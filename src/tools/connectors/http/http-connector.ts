import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, CallContext, Connector, ConnectorFinding, Operation } from '../connector.ts';
import { isLoopback } from '../secret.ts';
import { namesIn, type Scope } from '../template.ts';
import type { Resolve } from './address.ts';
import { httpRequest, type HttpRequest } from './http-request.ts';
import { httpCall, type HttpCall, type HttpSettings } from './http-settings.ts';
import { readResponse, type ResponseRules } from './read-response.ts';
import { createSender, type Sender } from './send.ts';

/** Before the second and third try; a system that says how long is believed up to the last. */
const PAUSES_MS = [100, 500, 2_000] as const;

/** A call with what its answer has to look like. */
export interface HttpOperation {
  readonly call: HttpCall;
  readonly misshapen?: ResponseRules['misshapen'];
}

/** Makes the calls of one host; `describe` finds the request that a configured call stands for. */
export function createHttpConnector(
  settings: HttpSettings,
  options: { readonly resolve?: Resolve; readonly describe?: (call: unknown) => Promise<HttpOperation> } = {},
): Connector {
  const { hostname, protocol } = new URL(settings.baseUrl);
  const sender = createSender({
    secure: protocol === 'https:',
    allowPrivateAddress: settings.allowPrivateAddress || isLoopback(hostname),
    ...(options.resolve ? { resolve: options.resolve } : {}),
  });
  const describe = options.describe ?? (async (call: unknown): Promise<HttpOperation> => ({ call: httpCall.parse(call) }));
  return {
    async operation(call): Promise<Operation> {
      const described = await describe(call);
      const { headers, body, query } = described.call;
      const isKeyed = namesIn([headers, body, query]).includes('key');
      return { isKeyed, run: (scope, context) => runCall({ sender, settings, isKeyed }, described, scope, context) };
    },
    check: () => knock(sender, settings),
    close: async () => sender.close(),
  };
}

interface Line {
  readonly sender: Sender;
  readonly settings: HttpSettings;
  readonly isKeyed: boolean;
}

/** Tries again what is harmless to try again: reads, and writes that the system can recognise by our key. */
async function runCall(line: Line, { call, misshapen }: HttpOperation, scope: Scope, context: CallContext): Promise<Answer> {
  const { settings, isKeyed } = line;
  const request = httpRequest(settings, call, scope);
  if (!request) return { kind: 'not_found' };
  const tries = context.effect === 'read' || isKeyed ? settings.retries + 1 : 1;
  const rules = { effect: context.effect, errorCode: settings.errorCode, ...(misshapen ? { misshapen } : {}) };
  let answer: Answer = { kind: 'failed', code: 'not_tried', retryable: true };
  for (let tried = 0; tried < tries; tried += 1) {
    const { next, pauseMs } = await tryOnce(line, request, rules, context, tried);
    answer = afterDoubt(answer, next);
    if (!isWorthRepeating(answer) || tried + 1 === tries) break;
    await wait(pauseMs, undefined, { signal: context.signal }).catch(() => undefined);
    if (context.signal.aborted) break;
  }
  return answer;
}

async function tryOnce(
  { sender, settings }: Line,
  request: HttpRequest,
  rules: ResponseRules,
  { signal }: CallContext,
  tried: number,
): Promise<{ readonly next: Answer; readonly pauseMs: number }> {
  const sent = await sender.send(request, { timeoutMs: settings.timeoutMs, maxBytes: settings.maxBytes, signal });
  const asked = sent.kind === 'response' ? (sent.retryAfterSeconds ?? 0) * 1000 : 0;
  const longest = PAUSES_MS[PAUSES_MS.length - 1] ?? 0;
  return { next: readResponse(sent, rules), pauseMs: Math.min(longest, Math.max(asked, PAUSES_MS[tried] ?? longest)) };
}

const isWorthRepeating = (answer: Answer): boolean => answer.kind === 'unknown' || (answer.kind === 'failed' && answer.retryable);

/** Once a try may have happened, a "no" to its repetition proves nothing: the first one may be what it says no to. */
function afterDoubt(before: Answer, next: Answer): Answer {
  return before.kind === 'unknown' && next.kind !== 'answered' ? before : next;
}

/** Only asks whether the host lets us in: any answer but a locked door will do. */
async function knock(sender: Sender, settings: HttpSettings): Promise<readonly ConnectorFinding[]> {
  const { baseUrl, headers, timeoutMs } = settings;
  const { host } = new URL(baseUrl);
  const request = { method: 'GET', url: new URL(baseUrl), headers, body: undefined };
  const sent = await sender.send(request, { timeoutMs, maxBytes: settings.maxBytes, signal: AbortSignal.timeout(timeoutMs) });
  if (sent.kind === 'response' && (sent.status === 401 || sent.status === 403)) {
    return [{ level: 'problem', text: `${host} does not let us in (${sent.status})`, advice: 'Check the token that the headers name.' }];
  }
  if (sent.kind === 'response' && sent.status < 500) return [{ level: 'ok', text: `${host} answers` }];
  const code = sent.kind === 'response' ? `status ${sent.status}` : sent.code;
  if (code === 'eprivate') {
    const advice = 'If it stands in your own network, set allowPrivateAddress: true.';
    return [{ level: 'problem', text: `${host} stands for a private address`, advice }];
  }
  if (code === 'too_large') return [{ level: 'ok', text: `${host} answers` }];
  return [{ level: 'problem', text: `${host} cannot be reached (${code})`, advice: 'Check baseUrl, and the way there from this machine.' }];
}
