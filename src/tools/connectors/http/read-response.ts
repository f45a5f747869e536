import type { Answer } from '../connector.ts';
import { evaluate } from '../template.ts';
import type { Sent } from './send.ts';

export interface ResponseRules {
  readonly effect: 'read' | 'write';
  /** Template for the code of a "no" in the body. */
  readonly errorCode: string | undefined;
  /** What is wrong with the body, in a few words without its contents; undefined when it is as promised. */
  readonly misshapen?: (data: unknown) => string | undefined;
}

/** Statuses with which a system says that it did nothing yet and may be asked again. */
const BUSY = new Set([408, 425, 429]);
const MISSING = new Set([404, 410]);

/** What an exchange means. A write whose answer is lost, unreadable or an error of the server may have happened. */
export function readResponse(sent: Sent, { effect, errorCode, misshapen }: ResponseRules): Answer {
  const doubtful = (code: string, retryable: boolean): Answer =>
    effect === 'write' ? { kind: 'unknown', because: code } : { kind: 'failed', code, retryable };
  if (sent.kind === 'not_sent') return { kind: 'failed', code: sent.code, retryable: sent.code !== 'eprivate' };
  if (sent.kind === 'lost') return doubtful(sent.code, sent.code !== 'too_large');
  const { status } = sent;
  const code = `http_${status}`;
  if (status >= 500) return doubtful(code, true);
  if (BUSY.has(status)) return { kind: 'failed', code, retryable: true };
  if (status >= 300 && status < 400) return doubtful('redirected', false);
  if (status === 401 || status === 403) return { kind: 'failed', code: 'unauthorized', retryable: false };
  const data = parseJson(sent.body);
  if (status >= 400) {
    const reason = errorCode === undefined ? undefined : evaluate(errorCode, { answer: data });
    const codes = [...(typeof reason === 'string' || typeof reason === 'number' ? [String(reason)] : []), String(status)];
    return MISSING.has(status) && codes.length === 1 ? { kind: 'not_found' } : { kind: 'declined', codes };
  }
  if (status < 200) return doubtful(code, false);
  if (data === undefined && sent.body.trim() !== '') return doubtful('not_json', false);
  const fault = misshapen?.(data);
  return fault === undefined ? { kind: 'answered', data } : doubtful('unexpected_answer', false);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
