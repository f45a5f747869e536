import type { ImapFlow } from 'imapflow';
import { AppError } from '../../domain/error.ts';
import type { EmailPorts } from './email-ports.ts';
import type { EmailSettings } from './email-settings.ts';
import { createFolderCursors } from './folder-cursor.ts';
import { findSentFolder, openImap } from './imap-connection.ts';
import type { ImapServer } from './imap-connection.ts';
import { problemText, toImapError } from './imap-errors.ts';
import { createTokenSource } from './oauth-token.ts';
import type { TokenSource } from './oauth-token.ts';
import { scanFolder } from './scan-folder.ts';
import type { FolderScan, MailTaker } from './scan-folder.ts';

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;
/** A refused login is tried seldom: providers lock accounts that knock. */
const REFUSED_RETRY_MS = 5 * 60_000;

/**
 * Watches a mailbox: IDLE for speed, a sweep besides because IDLE can lie, and a new connection with growing pauses
 * whenever one is lost. Nothing that goes wrong here ends the process; it shows in `problem`.
 */
export class ImapInbox {
  readonly #server: ImapServer;
  readonly #settings: EmailSettings;
  readonly #ports: EmailPorts;
  readonly #scan: FolderScan;
  readonly #tokens: TokenSource | undefined;
  #client: ImapFlow | undefined;
  #sentPath: string | undefined;
  #stopped = false;
  #problem: string | undefined = 'not connected yet';
  #lastHeardAt: Date | undefined;
  #wake: () => void = () => undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(server: ImapServer, settings: EmailSettings, ports: EmailPorts, taker: MailTaker) {
    this.#server = server;
    this.#settings = settings;
    this.#ports = ports;
    this.#tokens = server.auth.kind === 'oauth' ? createTokenSource(server.auth, ports.now) : undefined;
    this.#scan = {
      cursors: createFolderCursors(ports.memory, settings.supportAddress),
      taker,
      since: settings.since,
      now: ports.now,
      report: (event) => ports.report(event),
      stopped: () => this.#stopped,
    };
  }

  get problem(): string | undefined {
    return this.#problem;
  }

  get lastHeardAt(): Date | undefined {
    return this.#lastHeardAt;
  }

  /** Resolves after the first look into the mailbox, or after the first failure; either way the watch goes on. */
  async start(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#running = this.#watch(resolve);
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    this.#client?.close();
    await this.#running;
  }

  /** Files a reply that was sent; false when there is no connection or no such folder. */
  async fileSent(bytes: Uint8Array): Promise<boolean> {
    const client = this.#client;
    if (client?.usable !== true || this.#sentPath === undefined) return false;
    return (await client.append(this.#sentPath, Buffer.from(bytes), ['\\Seen'])) !== false;
  }

  async #watch(settled: () => void): Promise<void> {
    for (let failures = 0; !this.#stopped;) {
      try {
        const client = await openImap(this.#server, {
          ca: this.#settings.ca,
          tokens: this.#tokens,
          opening: (opened) => {
            this.#client = opened;
          },
        });
        this.#ports.report({ kind: 'connected', server: 'imap' });
        await this.#follow(client, () => {
          failures = 0;
          settled();
        });
      } catch (error) {
        if (!this.#stopped) this.#failed(toImapError(error));
        settled();
        failures += 1;
        if (!this.#stopped) await this.#pause(this.#retryMs(error, failures));
      } finally {
        this.#client?.close();
        this.#client = undefined;
      }
    }
  }

  /** Looks, waits for a reason to look again, and ends by an exception when the connection is lost. */
  async #follow(client: ImapFlow, looked: () => void): Promise<void> {
    let changed = false;
    const notice = (): void => {
      changed = true;
      this.#wake();
    };
    client.on('exists', notice);
    client.on('close', notice);
    this.#sentPath = await findSentFolder(client, this.#server.sentMailbox);
    while (!this.#stopped) {
      changed = false;
      await this.#look(client);
      this.#succeeded();
      looked();
      if (!changed && client.usable) await this.#pause(this.#settings.sweepSeconds * 1000);
      if (!client.usable && !this.#stopped) throw toImapError(new Error('closed'));
    }
  }

  /** Sent first: a colleague's answer has to be known before the customer's next mail is. The inbox stays open for IDLE. */
  async #look(client: ImapFlow): Promise<void> {
    if (this.#sentPath !== undefined && (await this.#hasNews(client, this.#sentPath)))
      await scanFolder(client, 'sent', this.#sentPath, this.#scan);
    await scanFolder(client, 'inbox', this.#server.mailbox, this.#scan);
  }

  async #hasNews(client: ImapFlow, path: string): Promise<boolean> {
    const status = await client.status(path, { uidNext: true, uidValidity: true });
    const cursor = await this.#scan.cursors.load(path);
    if (status === false || cursor === undefined) return true;
    return cursor.uidValidity !== String(status.uidValidity) || (status.uidNext ?? Infinity) > cursor.lastUid + 1;
  }

  #succeeded(): void {
    this.#lastHeardAt = this.#ports.now();
    if (this.#problem !== undefined) this.#ports.report({ kind: 'recovered' });
    this.#problem = undefined;
  }

  #failed(error: AppError): void {
    const problem = problemText(error);
    if (problem !== this.#problem) this.#ports.report({ kind: 'unhealthy', problem });
    this.#problem = problem;
  }

  /** Doubles from 1 s to 60 s, with up to a quarter more so that many hosts do not knock at once. */
  #retryMs(error: unknown, failures: number): number {
    if (error instanceof AppError && error.code === 'channel_unauthorized') return REFUSED_RETRY_MS;
    const base = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 6));
    return base + this.#ports.random.below(Math.ceil(base / 4));
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#ports.timers.after(ms, () => this.#wake());
      this.#wake = () => {
        cancel();
        this.#wake = () => undefined;
        resolve();
      };
    });
  }
}
