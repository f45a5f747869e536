import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { SMTPConnectionAuth } from 'nodemailer/lib/smtp-connection';
import { AppError } from '../../domain/error.ts';
import type { SendResult } from '../../domain/outbound.ts';
import type { Now } from '../../domain/ports.ts';
import type { MailServer } from './email-settings.ts';
import { createTokenSource } from './oauth-token.ts';
import { smtpConnection } from './smtp-connection.ts';
import { toSmtpOutcome } from './smtp-errors.ts';
import type { SmtpOutcome } from './smtp-errors.ts';
import { submitMail } from './smtp-session.ts';
import type { Envelope } from './smtp-session.ts';

/** Shorter than flow's send timeout (20 s), so that an answer comes before the fence passes. */
const CONNECT_MS = 8_000;
const SILENCE_MS = 12_000;

export interface SmtpOutbox {
  /** Hands one composed mail to the server, over a connection of its own. `externalId` is left to the caller, who chose the Message-ID. */
  send(bytes: Uint8Array, envelope: Envelope): Promise<SendResult>;
  /** What stands in the way of every mail, for the health page. */
  problem(): string | undefined;
}

export function createSmtpOutbox(server: MailServer, options: { readonly ca: string | undefined; readonly now: Now }): SmtpOutbox {
  const tokens = server.auth.kind === 'oauth' ? createTokenSource(server.auth, options.now) : undefined;
  let problem: string | undefined;

  const login = async (): Promise<SMTPConnectionAuth | undefined> => {
    const { auth } = server;
    if (auth.kind === 'none') return undefined;
    if (auth.kind === 'password') return { credentials: { user: auth.user, pass: auth.password } };
    return {
      type: 'OAUTH2',
      method: 'XOAUTH2',
      user: auth.user,
      oauth2: new XOAuth2({ user: auth.user, accessToken: await tokens?.token() }),
    };
  };
  const connection = {
    ...smtpConnection(server, { connectMs: CONNECT_MS, silenceMs: SILENCE_MS }),
    tls: options.ca === undefined ? {} : { ca: options.ca },
  };

  const attempt = async (bytes: Uint8Array, envelope: Envelope): Promise<SmtpOutcome> => {
    try {
      const submission = await submitMail(connection, await login(), bytes, envelope);
      if (submission.kind === 'taken') return { result: { kind: 'sent', externalId: '' }, problem: undefined };
      return toSmtpOutcome(submission.error, submission.handedOver);
    } catch (error) {
      if (error instanceof AppError) return tokenOutcome(error);
      throw error;
    }
  };

  return {
    problem: () => problem,
    async send(bytes, envelope) {
      const outcome = await attempt(bytes, envelope);
      if (outcome.problem !== undefined) tokens?.discard();
      problem = outcome.problem;
      return outcome.result;
    },
  };
}

/** No access token: nothing was sent. */
function tokenOutcome(error: AppError): SmtpOutcome {
  return {
    result: { kind: 'retry_later', afterMs: 60_000, because: error.message },
    problem: `SMTP: ${error.message}; ${error.hint ?? ''}`,
  };
}
