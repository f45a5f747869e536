import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';

/** What the server does with the next mail, once. */
export type SmtpFault =
  | { readonly kind: 'reject_recipient'; readonly code: number }
  /** Lets one recipient pass, so that a fault hits the next. */
  | { readonly kind: 'accept_recipient' }
  | { readonly kind: 'reject_data'; readonly code: number }
  /** Takes the whole mail, keeps it, and hangs up without an answer. */
  | { readonly kind: 'drop_after_data' }
  /** Hangs up before a recipient is named. */
  | { readonly kind: 'drop_before_data' };

export interface SunkMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** An SMTP server in this process that keeps what it is given and fails on request. */
export interface SmtpSink {
  readonly host: string;
  readonly port: number;
  readonly mails: readonly SunkMail[];
  fail(...faults: readonly SmtpFault[]): void;
  /** Resolves once that many mails have come. */
  waitFor(count: number, timeoutMs?: number): Promise<readonly SunkMail[]>;
  stop(): Promise<void>;
}

export interface SinkOptions {
  readonly user?: string;
  readonly password?: string;
}

export async function startSmtpSink(options: SinkOptions = {}): Promise<SmtpSink> {
  const mails: SunkMail[] = [];
  const faults: SmtpFault[] = [];
  const arrivals = new Set<() => void>();
  const takeFault = (...kinds: readonly SmtpFault['kind'][]): SmtpFault | undefined => {
    const [next] = faults;
    return next !== undefined && kinds.includes(next.kind) ? faults.shift() : undefined;
  };
  const server = new SMTPServer({
    disabledCommands: options.user === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: options.user === undefined,
    logger: false,
    onAuth(login, _session, done) {
      if (login.username === options.user && login.password === options.password) done(null, { user: login.username });
      else done(Object.assign(new Error('refused'), { responseCode: 535 }));
    },
    onMailFrom(_address, session, done) {
      if (takeFault('drop_before_data') !== undefined) hangUp(server, session.id);
      else done();
    },
    onRcptTo(_address, _session, done) {
      const fault = takeFault('reject_recipient', 'accept_recipient');
      done(fault?.kind === 'reject_recipient' ? Object.assign(new Error('refused'), { responseCode: fault.code }) : undefined);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const fault = takeFault('reject_data', 'drop_after_data');
        if (fault?.kind === 'reject_data') {
          done(Object.assign(new Error('refused'), { responseCode: fault.code }));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        if (fault === undefined) done();
        else hangUp(server, session.id);
        for (const notify of arrivals) notify();
      });
    },
  } satisfies SMTPServerOptions);
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    host: '127.0.0.1',
    port,
    mails,
    fail: (...next) => void faults.push(...next),
    waitFor: (count, timeoutMs = 10_000) =>
      new Promise((resolve, reject) => {
        const timeout = setTimeout(() => {
          arrivals.delete(check);
          reject(new Error(`${mails.length} of ${count} mails came within ${timeoutMs} ms`));
        }, timeoutMs);
        const check = (): void => {
          if (mails.length < count) return;
          clearTimeout(timeout);
          arrivals.delete(check);
          resolve(mails);
        };
        arrivals.add(check);
        check();
      }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function hangUp(server: SMTPServer, session: string): void {
  for (const connection of server.connections) if (connection.id === session) connection.close();
}
