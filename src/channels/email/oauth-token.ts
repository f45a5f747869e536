import { z } from 'zod';
import { AppError } from '../../domain/error.ts';
import type { Now } from '../../domain/ports.ts';
import type { MailLogin } from './email-settings.ts';

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().default(3600) });

/** Renewed this long before it ends. */
const MARGIN_MS = 60_000;
const TIMEOUT_MS = 10_000;

export interface TokenSource {
  /** A token that is still good; throws `AppError` `channel_unauthorized` or `channel_unavailable`. */
  token(): Promise<string>;
  /** The server refused the last one: the next call fetches anew. */
  discard(): void;
}

/** Trades the refresh token for access tokens at the provider's endpoint (RFC 6749 §6). */
export function createTokenSource(login: Extract<MailLogin, { kind: 'oauth' }>, now: Now): TokenSource {
  let current: { readonly token: string; readonly until: number } | undefined;
  return {
    async token() {
      if (current === undefined || now().getTime() >= current.until) current = await refresh(login, now);
      return current.token;
    },
    discard() {
      current = undefined;
    },
  };
}

async function refresh(
  login: Extract<MailLogin, { kind: 'oauth' }>,
  now: Now,
): Promise<{ readonly token: string; readonly until: number }> {
  const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: login.refreshToken, client_id: login.clientId });
  if (login.clientSecret !== undefined) body.set('client_secret', login.clientSecret);
  let response: Response;
  try {
    response = await fetch(login.tokenUrl, { method: 'POST', body, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (cause) {
    throw new AppError('channel_unavailable', 'the token endpoint cannot be reached', {
      retryable: true,
      hint: 'check …_OAUTH_TOKEN_URL and the network',
      cause,
    });
  }
  if (response.status >= 400 && response.status < 500) {
    throw new AppError('channel_unauthorized', `the token endpoint refuses the refresh token (${response.status})`, {
      retryable: false,
      hint: 'check …_OAUTH_CLIENT_ID, …_OAUTH_CLIENT_SECRET and …_OAUTH_REFRESH_TOKEN, and grant access again',
    });
  }
  const answer = tokenAnswer.safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !answer.success) {
    throw new AppError('channel_unavailable', `the token endpoint answers ${response.status} without a token`, {
      retryable: true,
      hint: 'check …_OAUTH_TOKEN_URL',
    });
  }
  return { token: answer.data.access_token, until: now().getTime() + answer.data.expires_in * 1000 - MARGIN_MS };
}
