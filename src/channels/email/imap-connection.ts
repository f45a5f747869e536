import { ImapFlow } from 'imapflow';
import type { EmailSettings } from './email-settings.ts';
import { toImapError } from './imap-errors.ts';
import { MAIL_LIMITS } from './mail-limits.ts';
import type { TokenSource } from './oauth-token.ts';

/** Without it imapflow waits 15 s before it begins to IDLE (measured): half of the time to a first answer. */
const IDLE_AFTER_MS = 100;
/** IDLE is begun anew this often: servers end it after 29 minutes, and a dead connection shows itself. */
const IDLE_FOR_MS = 4 * 60_000;
const SILENCE_MS = 5 * 60_000;

export type ImapServer = NonNullable<EmailSettings['imap']>;

export interface ConnectOptions {
  readonly ca: string | undefined;
  readonly tokens: TokenSource | undefined;
  /** Told of the connection before it is made, so that it can be broken off. */
  opening(client: ImapFlow): void;
}

/** Connects and logs in. Rejects with `AppError` `channel_unauthorized` or `channel_unavailable`. */
export async function openImap(server: ImapServer, options: ConnectOptions): Promise<ImapFlow> {
  const { auth } = server;
  const token = await options.tokens?.token();
  const login = {
    user: auth.kind === 'none' ? '' : auth.user,
    ...(auth.kind === 'password' ? { pass: auth.password } : {}),
    ...(token === undefined ? {} : { accessToken: token }),
  };
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    ...(server.tls === 'implicit' ? {} : { doSTARTTLS: server.tls === 'starttls' }),
    auth: login,
    logger: false,
    autoIdleDelay: IDLE_AFTER_MS,
    maxIdleTime: IDLE_FOR_MS,
    connectionTimeout: 15_000,
    socketTimeout: SILENCE_MS,
    maxLiteralSize: MAIL_LIMITS.messageBytes + 1024,
    maxResponseSize: MAIL_LIMITS.messageBytes * 2,
    tls: options.ca === undefined ? {} : { ca: options.ca },
  });
  // Without a listener a late socket error would end the process.
  client.on('error', () => undefined);
  options.opening(client);
  try {
    await client.connect();
  } catch (error) {
    client.close();
    const failure = toImapError(error);
    if (failure.code === 'channel_unauthorized') options.tokens?.discard();
    throw failure;
  }
  return client;
}

/** The folder with the `\Sent` mark, or one that is called so. */
export async function findSentFolder(client: ImapFlow, configured: string | undefined): Promise<string | undefined> {
  if (configured !== undefined) return configured;
  const folders = await client.list();
  return (
    folders.find(({ specialUse }) => specialUse === '\\Sent') ?? folders.find(({ name }) => /^sent(?: items| mail| messages)?$/i.test(name))
  )?.path;
}
