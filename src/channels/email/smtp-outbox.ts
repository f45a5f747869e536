import { createTransport } from 'nodemailer';
import { AppError } from '../../domain/error.ts';
import type { SendResult } from '../../domain/outbound.ts';
import type { Now } from '../../domain/ports.ts';
import type { MailServer } from './email-settings.ts';
import { createTokenSource } from './oauth-token.ts';
import { toSmtpOutcome } from './smtp-errors.ts';

/** Shorter than flow's send timeout (20 s), so that an answer comes before the fence passes. */
const CONNECT_MS = 8_000;
const SILENCE_MS = 12_000;

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export interface SmtpOutbox {
  /** Hands one composed mail to the server, over a connection of its own. Never rejects. */
  send(bytes: Uint8Array, envelope: Envelope): Promise<SendResult>;
  /** What stands in the way of every mail, for the health page. */
  problem(): string | undefined;
}

export function createSmtpOutbox(server: MailServer, options: { readonly ca: string | undefined; readonly now: Now }): SmtpOutbox {
  const tokens = server.auth.kind === 'oauth' ? createTokenSource(server.auth, options.now) : undefined;
  let problem: string | undefined;

  const login = async (): Promise<object> => {
    if (server.auth.kind === 'none') return {};
    if (server.auth.kind === 'password') return { auth: { user: server.auth.user, pass: server.auth.password } };
    return { auth: { type: 'OAuth2', user: server.auth.user, accessToken: await tokens?.token() } };
  };

  const attempt = async (bytes: Uint8Array, envelope: Envelope): Promise<SendResult> => {
    const transport = createTransport({
      host: server.host,
      port: server.port,
      secure: server.tls === 'implicit',
      requireTLS: server.tls === 'starttls',
      ignoreTLS: server.tls === 'none',
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
      tls: options.ca === undefined ? {} : { ca: options.ca },
      ...(await login()),
    });
    try {
      const info = await transport.sendMail({ envelope: { from: envelope.from, to: [...envelope.to] }, raw: Buffer.from(bytes) });
      return { kind: 'sent', externalId: info.messageId };
    } finally {
      transport.close();
    }
  };

  return {
    problem: () => problem,
    async send(bytes, envelope) {
      try {
        const result = await attempt(bytes, envelope);
        problem = undefined;
        return result;
      } catch (error) {
        const outcome = error instanceof AppError ? tokenOutcome(error) : toSmtpOutcome(error);
        if (outcome.problem !== undefined) tokens?.discard();
        problem = outcome.problem;
        return outcome.result;
      }
    },
  };
}

/** No access token: nothing was sent. */
function tokenOutcome(error: AppError): { readonly result: SendResult; readonly problem: string } {
  return {
    result: { kind: 'retry_later', afterMs: 60_000, because: error.message },
    problem: `SMTP: ${error.message}; ${error.hint ?? ''}`,
  };
}
