import { z } from 'zod';
import { AppError } from '../../domain/error.ts';

/** What imapflow tells about a failure. */
const imapFailure = z.object({
  authenticationFailed: z.boolean().optional(),
  serverResponseCode: z.string().optional(),
  code: z.string().optional(),
});

const UNREACHABLE = new Set(['ENOTFOUND', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'CONNECT_TIMEOUT', 'ETIMEDOUT', 'EAI_AGAIN']);
const TLS = /^(?:ERR_TLS|ERR_SSL|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|CERT_|EPROTO)/;

/** imapflow's failure in our words, by its code; the text says which setting to look at. */
export function toImapError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { authenticationFailed, serverResponseCode, code = '' } = imapFailure.safeParse(error).data ?? {};
  if (authenticationFailed === true) {
    return new AppError('channel_unauthorized', 'IMAP login refused', {
      retryable: false,
      hint: 'check IMAP_USER and IMAP_PASSWORD (or IMAP_OAUTH_…)',
      cause: error,
    });
  }
  if (serverResponseCode === 'NONEXISTENT' || serverResponseCode === 'TRYCREATE') {
    return new AppError('channel_unavailable', 'the mailbox does not exist', { retryable: true, hint: 'check IMAP_MAILBOX', cause: error });
  }
  if (UNREACHABLE.has(code)) {
    return new AppError('channel_unavailable', 'IMAP server not reachable', {
      retryable: true,
      hint: 'check IMAP_HOST and IMAP_PORT, and the network',
      cause: error,
    });
  }
  if (TLS.test(code)) {
    return new AppError('channel_unavailable', 'IMAP server shows a certificate or TLS that is not trusted', {
      retryable: true,
      hint: 'check IMAP_HOST and IMAP_TLS, or give the certificate authority',
      cause: error,
    });
  }
  return new AppError('channel_unavailable', 'IMAP connection lost', {
    retryable: true,
    hint: 'it is opened again by itself; check IMAP_TLS and the server when it stays',
    cause: error,
  });
}

export const problemText = (error: AppError): string => (error.hint === undefined ? error.message : `${error.message}: ${error.hint}`);
