import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SMTPConnectionAuth, SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

export interface Envelope {
  readonly from: string;
  /** The first one is whom the mail is for, the others read along. */
  readonly to: readonly string[];
}

/** `handedOver`: the server had asked for the message and some of it was on its way when the failure came. */
export type Submission = { readonly kind: 'taken' } | { readonly kind: 'failed'; readonly error: unknown; readonly handedOver: boolean };

/**
 * One mail over one connection. nodemailer's own transport reports a connection lost before and after DATA with the same
 * code, so the message is given as a stream: the library reads it only after the server's 354.
 */
export async function submitMail(
  options: SMTPConnectionOptions,
  login: SMTPConnectionAuth | undefined,
  bytes: Uint8Array,
  envelope: Envelope,
): Promise<Submission> {
  let handedOver = false;
  const message = new Readable({
    read() {
      handedOver = true;
      this.push(bytes);
      this.push(null);
    },
  });
  const connection = new SMTPConnection(options);
  try {
    return await new Promise<Submission>((resolve, reject) => {
      const fail = (error: unknown): void =>
        reject(error instanceof Error ? error : new Error('the SMTP session failed', { cause: error }));
      connection.once('error', fail);
      connection.once('end', () => fail(new Error('the SMTP session ended')));
      const send = (): void =>
        connection.send({ from: envelope.from, to: [...envelope.to] }, message, (error, info) => {
          if (error) fail(error);
          else resolve(submissionOf(envelope, info?.rejectedErrors ?? []));
        });
      connection.connect((error) => {
        if (error) fail(error);
        else if (login === undefined) send();
        else connection.login(login, (refused) => (refused ? fail(refused) : send()));
      });
    });
  } catch (error) {
    return { kind: 'failed', error, handedOver };
  } finally {
    connection.on('error', () => undefined);
    connection.close();
  }
}

/** Readers in copy may be refused; the person it is for may not. */
function submissionOf(envelope: Envelope, refusals: readonly { readonly recipient?: unknown }[]): Submission {
  const refusal = refusals.find(({ recipient }) => recipient === envelope.to[0]);
  return refusal === undefined ? { kind: 'taken' } : { kind: 'failed', error: refusal, handedOver: false };
}
