import { z } from 'zod';
import type { SendResult } from '../../domain/outbound.ts';

/** What nodemailer tells about a failure; everything else about it is ignored. */
const smtpFailure = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
});
type SmtpFailure = z.infer<typeof smtpFailure>;

/** A server that is busy or greylists usually takes the mail within minutes (RFC 5321 §4.5.4.1, RFC 6647). */
const RETRY_MS = 60_000;
const GREYLIST_RETRY_MS = 120_000;
const NO_CONNECTION_RETRY_MS = 30_000;

export interface SmtpOutcome {
  readonly result: SendResult;
  /** Set when the server or our login, not this mail, is the problem: for the health page. */
  readonly problem: string | undefined;
}

/**
 * By code, never by text (RFC 5321 §4.2.1): 4xx again later, 5xx never, lost after DATA unknown:
 * a copy under the same Message-ID does less harm than a lost mail. `handedOver` says whether DATA had begun.
 */
export function toSmtpOutcome(error: unknown, handedOver: boolean): SmtpOutcome {
  const failure = smtpFailure.safeParse(error).data ?? {};
  if (isLoginProblem(failure)) {
    return {
      result: later(RETRY_MS * 5, 'the mail server refuses our login'),
      problem: 'SMTP login refused: check SMTP_USER and SMTP_PASSWORD (or SMTP_OAUTH_…)',
    };
  }
  const { responseCode } = failure;
  if (responseCode !== undefined && responseCode >= 500)
    return { result: { kind: 'undeliverable', because: `refused with ${responseCode}` }, problem: undefined };
  if (responseCode !== undefined && responseCode >= 400) {
    const greylisted = responseCode === 450 || responseCode === 451;
    return { result: later(greylisted ? GREYLIST_RETRY_MS : RETRY_MS, `deferred with ${responseCode}`), problem: undefined };
  }
  if (failure.code === 'EENVELOPE') return { result: { kind: 'undeliverable', because: 'no recipient was accepted' }, problem: undefined };
  if (handedOver)
    return { result: { kind: 'unknown', because: 'the connection was lost while the mail was handed over' }, problem: undefined };
  return {
    result: later(NO_CONNECTION_RETRY_MS, 'no connection to the mail server'),
    problem: 'SMTP server not reachable: check SMTP_HOST, SMTP_PORT and SMTP_TLS, and the network',
  };
}

const later = (afterMs: number, because: string): SendResult => ({ kind: 'retry_later', afterMs, because });

function isLoginProblem({ code, responseCode, command }: SmtpFailure): boolean {
  return (
    code === 'EAUTH' ||
    code === 'ENOAUTH' ||
    code === 'EOAUTH2' ||
    responseCode === 530 ||
    responseCode === 535 ||
    (command ?? '').startsWith('AUTH')
  );
}
