import { assertNever } from '../../domain/assert-never.ts';
import type { SendResult } from '../../domain/outbound.ts';

/** How one request to the Web API went. */
export type SlackReply =
  | { readonly kind: 'ok'; readonly body: Readonly<Record<string, unknown>>; readonly scopes: readonly string[] }
  /** 429: nothing was done. */
  | { readonly kind: 'limited'; readonly afterMs: number }
  /** `{"ok":false}` with Slack's word for it. */
  | { readonly kind: 'refused'; readonly error: string; readonly needed?: string }
  /** The request never left. */
  | { readonly kind: 'not_sent' }
  /** It left and no answer came, or one that says nothing: it may have been done. */
  | { readonly kind: 'lost'; readonly because: string };

export type FailedReply = Exclude<SlackReply, { readonly kind: 'ok' }>;

export interface SlackOutcome {
  readonly result: SendResult;
  /** Set when our access, not this message, is the problem: for the health page. */
  readonly problem?: string;
}

const NO_ACCESS = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'no_permission',
  'missing_scope',
  'not_allowed_token_type',
  'app_missing_action_url',
  'org_login_required',
  'ekm_access_denied',
  'access_denied',
  'two_factor_setup_required',
  'team_access_not_granted',
]);

/** Slack did nothing and says that it will work later. */
const BUSY = new Set([
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'service_unavailable',
  'team_added_to_org',
  'external_channel_migrating',
]);

/** "Some aspect of the operation may have succeeded" (docs.slack.dev, errors of chat.postMessage). */
const UNCERTAIN = new Set(['fatal_error', 'internal_error', 'request_timeout']);

const NO_CONNECTION_RETRY_MS = 5_000;
const BUSY_RETRY_MS = 10_000;
const NO_ACCESS_RETRY_MS = 5 * 60_000;

/** By Slack's error code or the kind of failure, never by a message text. Codes that nobody listed here end the delivery. */
export function toSlackOutcome(reply: FailedReply): SlackOutcome {
  switch (reply.kind) {
    case 'limited':
      return { result: later(reply.afterMs, 'rate limited') };
    case 'not_sent':
      return {
        result: later(NO_CONNECTION_RETRY_MS, 'no connection to Slack'),
        problem: 'Slack is not reachable: check the network, a proxy and SLACK_API_URL',
      };
    case 'lost':
      return { result: { kind: 'unknown', because: reply.because } };
    case 'refused':
      return refusedOutcome(reply.error, reply.needed);
    default:
      return assertNever(reply);
  }
}

function refusedOutcome(error: string, needed: string | undefined): SlackOutcome {
  if (NO_ACCESS.has(error)) return { result: later(NO_ACCESS_RETRY_MS, error), problem: accessProblem(error, needed) };
  if (BUSY.has(error)) return { result: later(BUSY_RETRY_MS, error) };
  if (UNCERTAIN.has(error)) return { result: { kind: 'unknown', because: error } };
  return { result: { kind: 'undeliverable', because: error } };
}

/** For the operator: what Slack said and what to do about it. */
export function accessProblem(error: string, needed?: string): string {
  if (error === 'missing_scope')
    return `Slack: the app lacks the scope ${needed ?? ''}: install it again with \`deskhand slack manifest\``.replace('  ', ' ');
  return `Slack refuses our token (${error}): check SLACK_BOT_TOKEN, or install the app again`;
}

const later = (afterMs: number, because: string): SendResult => ({ kind: 'retry_later', afterMs, because });
