import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import type { SendResult } from '../../domain/outbound.ts';

/** What discord.js tells about a failed request: its classes differ, their numbers do not. Texts are never read. */
const failure = z.object({
  /** HTTP status. */
  status: z.number().optional(),
  /** Discord's own code (developers/topics/opcodes-and-status-codes), or the network's. */
  code: z.union([z.number(), z.string()]).optional(),
  /** Of a request that we did not even send, because its limit is used up; milliseconds. */
  timeToReset: z.number().optional(),
  retryAfter: z.number().optional(),
});

export const DISCORD_CODE = {
  unknownChannel: 10_003,
  unknownMessage: 10_008,
  unknownWebhook: 10_015,
  unknownInteraction: 10_062,
  missingAccess: 50_001,
  cannotMessageUser: 50_007,
  missingPermissions: 50_013,
  invalidForm: 50_035,
  invalidWebhookToken: 50_027,
  threadExists: 160_004,
  threadLocked: 160_005,
  archivedThread: 50_083,
} as const;

export type DiscordFailure =
  /** Nothing went out: the limit is used up. */
  | { readonly kind: 'limited'; readonly afterMs: number }
  | { readonly kind: 'unauthorized' }
  /** 403: this is not allowed here. */
  | { readonly kind: 'forbidden'; readonly code: number }
  | { readonly kind: 'missing'; readonly code: number }
  | { readonly kind: 'refused'; readonly status: number; readonly code: number }
  /** Discord failed or never answered: a post may have gone out. */
  | { readonly kind: 'uncertain'; readonly because: string }
  /** No connection was made, so nothing went out. */
  | { readonly kind: 'unreachable' };

/** The network's codes for a connection that was never made. */
const NOT_CONNECTED: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

export function toFailure(error: unknown): DiscordFailure {
  const { status, code, timeToReset, retryAfter } = failure.safeParse(error).data ?? {};
  if (timeToReset !== undefined) return { kind: 'limited', afterMs: Math.max(timeToReset, retryAfter ?? 0, 1) };
  const number = typeof code === 'number' ? code : 0;
  if (status === 401) return { kind: 'unauthorized' };
  if (status === 403) return { kind: 'forbidden', code: number };
  if (status === 404) return { kind: 'missing', code: number };
  if (status === 429) return { kind: 'limited', afterMs: 1_000 };
  if (status !== undefined && status >= 500) return { kind: 'uncertain', because: `Discord answered ${status}` };
  if (status !== undefined && status >= 400) return { kind: 'refused', status, code: number };
  if (NOT_CONNECTED.includes(networkCode(error))) return { kind: 'unreachable' };
  return { kind: 'uncertain', because: 'Discord did not answer' };
}

/** Fetch hides the network's code in the cause of its error. */
function networkCode(error: unknown): string {
  const nested = z.object({ cause: z.object({ code: z.string() }) }).safeParse(error);
  if (nested.success) return nested.data.cause.code;
  const code = failure.safeParse(error).data?.code;
  return typeof code === 'string' ? code : '';
}

const UNREACHABLE_RETRY_MS = 5_000;
const LOGIN_RETRY_MS = 300_000;

/** How a delivery that failed like this goes on. */
export function toSendResult(reason: DiscordFailure): SendResult {
  switch (reason.kind) {
    case 'limited':
      return { kind: 'retry_later', afterMs: reason.afterMs, because: 'Discord asks to wait' };
    case 'unreachable':
      return { kind: 'retry_later', afterMs: UNREACHABLE_RETRY_MS, because: 'no connection to Discord' };
    case 'unauthorized':
      return { kind: 'retry_later', afterMs: LOGIN_RETRY_MS, because: "Discord refuses the bot's token" };
    case 'uncertain':
      return { kind: 'unknown', because: reason.because };
    case 'forbidden':
      return { kind: 'undeliverable', because: forbiddenBecause(reason.code) };
    case 'missing':
      return { kind: 'undeliverable', because: `the channel, thread or message is gone (${reason.code})` };
    case 'refused':
      return { kind: 'undeliverable', because: `refused with ${reason.status} (${reason.code})` };
    default:
      return assertNever(reason);
  }
}

function forbiddenBecause(code: number): string {
  if (code === DISCORD_CODE.cannotMessageUser) return 'this person takes no direct messages from us';
  if (code === DISCORD_CODE.threadLocked) return 'the thread is locked';
  return `the bot may not write here (${code}): give its role View Channel, Send Messages, Send Messages in Threads and Create Public Threads`;
}
