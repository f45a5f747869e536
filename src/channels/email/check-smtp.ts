import { createTransport } from 'nodemailer';
import { AppError } from '../../domain/error.ts';
import type { Now } from '../../domain/ports.ts';
import type { MailServer } from './email-settings.ts';
import { createTokenSource } from './oauth-token.ts';
import { smtpConnection } from './smtp-connection.ts';
import { toSmtpOutcome } from './smtp-errors.ts';

const PATIENCE_MS = 8_000;

/** Connects and logs in without sending anything; returns what stands in the way, if anything does. */
export async function checkSmtp(server: MailServer, now: Now): Promise<string | undefined> {
  try {
    const transport = createTransport({
      ...smtpConnection(server, { connectMs: PATIENCE_MS, silenceMs: PATIENCE_MS }),
      ...(await login(server, now)),
    });
    await transport.verify().finally(() => transport.close());
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    const outcome = toSmtpOutcome(error, false);
    return outcome.problem ?? ('because' in outcome.result ? outcome.result.because : undefined) ?? 'the server gave no usable answer';
  }
}

async function login({ auth }: MailServer, now: Now): Promise<object> {
  if (auth.kind === 'none') return {};
  if (auth.kind === 'password') return { auth: { user: auth.user, pass: auth.password } };
  return { auth: { type: 'OAuth2', user: auth.user, accessToken: await createTokenSource(auth, now).token() } };
}
