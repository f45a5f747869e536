import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedCacheFolder } from '../../../src/agent/router/model-cache.ts';
import { openApp, type App } from '../../../src/app.ts';
import { realWorld } from '../../../src/app/real-world.ts';
import type { Channel } from '../../../src/channels/channel.ts';
import { createStandInChannel } from '../../../src/channels/stand-in/stand-in-channel.ts';
import { loadConfig, type Config } from '../../../src/config.ts';
import { channelName, messageId, participantKey, ticketNumber } from '../../../src/domain/ids.ts';
import type { InboundMessage, ThreadRef } from '../../../src/domain/message.ts';
import { wordsOf, type OutboundMessage } from '../../../src/domain/outbound.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { createLogger } from '../../../src/insight/logger.ts';
import type { DeskSide } from './desk-side.ts';
import { soon } from './soon.ts';

export interface BenchCustomer {
  readonly email: string;
  readonly says: (text: string) => Promise<void>;
  /** What was sent to them, oldest first. */
  readonly heard: () => readonly string[];
  readonly hears: (words: RegExp) => Promise<string>;
  readonly ticket: () => Promise<Ticket>;
}

/** The whole product with a desk on a platform of our own; its customers write by a mail that always works. */
export interface DeskBench {
  readonly app: App;
  readonly dataFolder: string;
  readonly side: DeskSide;
  /** Moves the product's clock. */
  advance(ms: number): void;
  customer(email: string): BenchCustomer;
  /** A customer whose refund above the limit waits for a yes; resolves with its ticket. */
  waitingRefund(email: string, order: string): Promise<{ readonly customer: BenchCustomer; readonly ticket: string }>;
  /** A customer who asked for a person; resolves with the ticket. */
  handedOver(email: string): Promise<{ readonly customer: BenchCustomer; readonly ticket: string }>;
  ticket(number: string): Promise<Ticket>;
  /** What the customer's channel refuses, with these words. */
  refuseMail(because: string | undefined): void;
  /** The product stops and starts again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const EMAIL = channelName('email');
/** These tests let replies bounce and promises become late. */
const EXPECTED = /"event":"(?:message\.dead|promise\.overdue)"/;
/** Ana of the staff writes from this address when she is a customer herself. */
export const STAFF_CUSTOMER = 'tom.becker@example.com';

export async function openDeskBench(side: DeskSide): Promise<DeskBench> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'deskhand-desk-'));
  const config = forTheBench(side.configure(await loadConfig(side.env, { folder: dataFolder, dataFolder })));
  const sent: OutboundMessage[] = [];
  let refusal: string | undefined;
  let offsetMs = 0;
  const mail: Channel = {
    ...createStandInChannel(EMAIL, {
      maxLength: 100_000,
      formatting: 'html',
      privateReply: 'always',
      edits: false,
      buttons: false,
      silenceHours: 72,
    }),
    send: async (message) => {
      if (refusal !== undefined && message.speaker.kind === 'staff') return { kind: 'undeliverable', because: refusal };
      sent.push(message);
      return { kind: 'sent', externalId: `mail/${message.id}` };
    },
    find: async (message) => (sent.some(({ id }) => id === message.id) ? 'sent' : 'absent'),
  };
  const open = async (): Promise<App> => {
    const world = realWorld(createLogger({ level: 'error', sink: { write: (line) => EXPECTED.test(line) || process.stderr.write(line) } }));
    const opened = await openApp(config, {
      world: { ...world, now: () => new Date(world.now().getTime() + offsetMs) },
      channels: new Map([[EMAIL, mail]]),
      learnedFolder: sharedCacheFolder(),
    });
    await opened.start();
    await opened.ready();
    await side.connected();
    return opened;
  };
  let app = await open();
  let threads = 0;

  function customer(email: string): BenchCustomer {
    threads += 1;
    const thread: ThreadRef = { channel: EMAIL, account: 'support@larkfield.example', space: email, key: `thread-${threads}` };
    let said = 0;
    const heard = (): readonly string[] => sent.filter(({ to }) => to.space === email).map(({ body }) => wordsOf(body));
    return {
      email,
      heard,
      async says(text) {
        said += 1;
        await app.receive([letter(thread, email, `${thread.key}/${said}`, text)]);
      },
      hears: (words) => soon(`${email} to hear ${words}`, () => heard().find((text) => words.test(text))),
      ticket: () =>
        soon(`a ticket of ${email}`, async () =>
          (await app.store.tickets({ open: true })).findLast(({ conversation }) => conversation.includes(thread.key)),
        ),
    };
  }

  return {
    get app() {
      return app;
    },
    dataFolder,
    side,
    advance: (ms) => void (offsetMs += ms),
    customer,
    async waitingRefund(email, order) {
      const who = customer(email);
      await who.says(`I would like a refund for ${order} please`);
      const code = /\b\d{6}\b/.exec(await who.hears(/code is \d{6}/))?.[0] ?? '';
      await who.says(code);
      await who.hears(/yes or no/);
      await who.says('yes');
      await who.hears(/approval under/);
      return { customer: who, ticket: (await who.ticket()).number };
    },
    async handedOver(email) {
      const who = customer(email);
      await who.says('I want to talk to a real person please');
      await who.hears(/passed you to our team/);
      return { customer: who, ticket: (await who.ticket()).number };
    },
    ticket: (number) => soon(number, () => app.store.ticket(ticketNumber(number))),
    refuseMail: (because) => void (refusal = because),
    async restart() {
      await app.stop();
      app = await open();
    },
    async close() {
      await app.stop();
      await side.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Product questions are drafted for the desk, so that there is something to send. */
const forTheBench = (config: Config): Config => ({
  ...config,
  // What may have gone out is looked up after seconds instead of half a minute.
  settings: { ...config.settings, flow: { ...config.settings.flow, sendTimeoutSeconds: 2, sendMarginSeconds: 0 } },
  playbook: {
    ...config.playbook,
    intents: Object.fromEntries(
      Object.entries(config.playbook.intents).map(([name, row]) => [
        name,
        name === 'product_question' ? { ...row, autonomy: 'draft' } : row,
      ]),
    ),
  },
  staff: config.staff.map((member) =>
    member.name === 'ana' ? { ...member, accounts: [...member.accounts, participantKey(STAFF_CUSTOMER)] } : member,
  ),
});

const letter = (thread: ThreadRef, email: string, name: string, text: string): InboundMessage => ({
  id: messageId(`email/support@larkfield.example/${email}/${name}`),
  kind: 'new',
  thread,
  author: { key: participantKey(email), displayName: email.split('@')[0] ?? '', email, trust: 'unverified', role: 'customer' },
  audience: 'private',
  text,
  fullText: text,
  subject: 'My order',
  automatic: 'none',
  attachments: [],
  sentAt: new Date(),
});
