import { z } from 'zod';
import type { SlackReply } from './slack-errors.ts';
import type { HttpClient, HttpResult } from '../http/http-client.ts';
import type { WebMethod } from './slack-routes.ts';

export interface SlackApi {
  /** One request and no repeat: whether to try again is the outbox's to say. Does not reject. */
  call(method: WebMethod, args: object, timeoutMs?: number): Promise<SlackReply>;
}

/** Below the outbox's limit for a delivery, so that we know how it ended before it asks. */
const TIMEOUT_MS = 8_000;
const MOST_BYTES = 8 * 1024 * 1024;

const answer = z.looseObject({ ok: z.boolean(), error: z.string().optional(), needed: z.string().optional() });

/** The Web API as Slack's SDKs speak it: forms, with structures as JSON in their fields. */
export function createSlackApi(access: { readonly apiUrl: string; readonly botToken: string }, http: HttpClient): SlackApi {
  return {
    async call(method, args, timeoutMs = TIMEOUT_MS) {
      const result = await http.send({
        url: new URL(method, access.apiUrl),
        method: 'POST',
        headers: {
          authorization: `Bearer ${access.botToken}`,
          'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        },
        body: formOf(args),
        timeoutMs,
        mostBytes: MOST_BYTES,
      });
      return replyOf(result);
    },
  };
}

function formOf(args: object): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(args)) {
    if (value !== undefined) form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return form.toString();
}

function replyOf(result: HttpResult): SlackReply {
  if (result.kind === 'not_sent' || result.kind === 'lost') return result;
  if (result.kind === 'too_long') return { kind: 'lost', because: 'an answer without end' };
  if (result.status === 429) return { kind: 'limited', afterMs: retryAfterMs(result.headers['retry-after']) };
  if (result.status >= 500) return { kind: 'lost', because: `HTTP ${result.status}` };
  const body = answer.safeParse(readJson(result.bytes)).data;
  if (!body)
    return result.status === 200
      ? { kind: 'lost', because: 'an answer that is not JSON' }
      : { kind: 'refused', error: `http_${result.status}` };
  if (body.ok) return { kind: 'ok', body, scopes: scopesOf(result.headers['x-oauth-scopes']) };
  return { kind: 'refused', error: body.error ?? 'unknown_error', ...(body.needed === undefined ? {} : { needed: body.needed }) };
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Whole seconds (docs.slack.dev/apis/web-api/rate-limits); a second where Slack gives none. */
function retryAfterMs(header: string | undefined): number {
  const seconds = Number(header);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 1_000;
}

/** Slack names the token's scopes with every answer. */
const scopesOf = (header: string | readonly string[] | undefined): readonly string[] =>
  String(header ?? '')
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');
