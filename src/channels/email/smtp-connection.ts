import type { MailServer } from './email-settings.ts';

/** How a mail server is reached, in nodemailer's words. `connectMs` bounds the way to its greeting, `silenceMs` each wait after it. */
export function smtpConnection(
  { host, port, tls }: MailServer,
  { connectMs, silenceMs }: { readonly connectMs: number; readonly silenceMs: number },
) {
  return {
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
  };
}
