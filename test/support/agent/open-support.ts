import { openApp, type App, type AppOptions } from '../../../src/app.ts';
import { CHAT_CAPABILITIES, createStandInChannel } from '../../../src/channels/stand-in/stand-in-channel.ts';
import { loadConfig, type Config } from '../../../src/config.ts';
import type { DeskAction, DeskResult } from '../../../src/domain/arrival.ts';
import type { Conversation, Turn } from '../../../src/domain/conversation.ts';
import type { MailCopy } from '../../../src/domain/deskhand.ts';
import { channelName, messageId, participantKey, ticketNumber } from '../../../src/domain/ids.ts';
import type { InboundMessage, ThreadRef } from '../../../src/domain/message.ts';
import { conversationIdFor } from '../../../src/domain/new-conversation.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { createLogger } from '../../../src/insight/logger.ts';
import { seededRandom } from './seeded-random.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** A Tuesday morning in the shop's timezone. */
export const OPENED_AT = new Date('2026-03-10T15:00:00.000Z');

export interface Heard {
  readonly text: string;
  /** For one person of a thread with several. */
  readonly only: string | undefined;
  /** The staff member who speaks under their own name. */
  readonly staff: string | undefined;
}

/** What one message, command or jump of the clock came to. */
export interface Step {
  readonly heard: readonly Heard[];
  /** All that was heard, in one text. */
  readonly text: string;
  readonly mails: readonly MailCopy[];
  /** The last turn so far. */
  readonly turn: Turn;
  readonly after: Conversation;
  /** The latest ticket of the conversation. */
  readonly ticket: Ticket | undefined;
}

export interface Aside {
  /** Somebody else of the thread who writes instead. */
  readonly as?: string;
  /** Others read along. */
  readonly shared?: boolean;
  readonly change?: Partial<InboundMessage>;
}

export interface Customer {
  readonly thread: ThreadRef;
  says(text: string, aside?: Aside): Promise<Step>;
  /** Says it and then the code that was mailed. */
  proves(text: string, aside?: Aside): Promise<Step>;
  /** The newest code mailed to this address. */
  code(): Promise<string>;
  /** What has come in since the last step, after a command or a jump of the clock. */
  hears(): Promise<Step>;
  conversation(): Promise<Conversation>;
}

export interface Support {
  readonly app: App;
  readonly config: Config;
  now(): Date;
  /** Moves the clock by hand; every timer fires at its own moment. */
  advance(ms: number): Promise<void>;
  customer(email: string, channel?: string): Customer;
  act(ticket: Ticket | string | undefined, by: string, action: DeskAction, id?: string): Promise<DeskResult>;
  ticket(number: string): Promise<Ticket>;
  close(): Promise<void>;
}

/** The whole product on a throw-away store, with a clock that moves only when told to. */
export async function openSupport(
  change: (config: Config) => Config = (config) => config,
  options: Partial<AppOptions> = {},
): Promise<Support> {
  const config = change(await loadConfig({}, { folder: import.meta.dirname }));
  let at = OPENED_AT;
  let made = 0;
  const newId = (): string => {
    made += 1;
    return `id-${made}`;
  };
  const world: AppOptions['world'] = {
    now: () => at,
    schedule: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    random: seededRandom('support'),
    newId,
    logger: createLogger({ level: 'error', sink: { write: (line) => line.includes('promise.overdue') || process.stderr.write(line) } }),
  };
  const chats = ['slack', 'discord'].map(
    (name) => [channelName(name), createStandInChannel(channelName(name), CHAT_CAPABILITIES)] as const,
  );
  const app = await openApp(config, {
    world,
    throwAway: true,
    byHand: true,
    channels: new Map(chats),
    ...options,
  });
  await app.ready();
  await app.start();
  const moveTo = (next: Date): void => void (at = next > at ? next : at);
  const read = new Set<string>();

  async function advance(ms: number): Promise<void> {
    const end = new Date(at.getTime() + ms);
    for (;;) {
      const next = await app.store.nextTimerAt();
      if (!next || next > end) break;
      moveTo(next);
      await app.settle();
    }
    moveTo(end);
    await app.settle();
  }

  async function hear(thread: ThreadRef): Promise<Step> {
    const id = conversationIdFor(thread);
    const after = await app.store.conversation(id);
    const turn = after?.turns.at(-1);
    if (!after || !turn) throw new Error(`nothing was said in ${id}`);
    const fresh = (await app.store.outbound({ conversation: id })).filter(({ message }) => !read.has(message.id));
    for (const { message } of fresh) read.add(message.id);
    const here = fresh.filter(({ message }) => message.to.channel === thread.channel && message.to.key === thread.key);
    const heard = here.flatMap(({ message }): Heard[] =>
      message.body.kind !== 'text' && message.body.kind !== 'question'
        ? []
        : [
            {
              text: message.body.markdown,
              only: message.audience.kind === 'only' ? message.audience.participant : undefined,
              staff: message.speaker.kind === 'staff' ? message.speaker.name : undefined,
            },
          ],
    );
    const elsewhere = new Set(fresh.filter((row) => !here.includes(row)).map(({ message }) => String(message.id)));
    const latest = after.memory.tickets.at(-1);
    return {
      heard,
      text: heard.map(({ text }) => text).join('\n'),
      mails: (await app.deskhand.mails()).filter((mail) => elsewhere.has(mail.id)),
      turn,
      after,
      ticket: latest === undefined ? undefined : await app.store.ticket(latest),
    };
  }

  function customer(email: string, channel = 'console'): Customer {
    const thread: ThreadRef = {
      channel: channelName(channel),
      account: 'driven',
      space: channel === 'email' ? email : 'driven',
      key: newId(),
    };
    let said = 0;

    async function says(text: string, { as = email, shared = false, change: other = {} }: Aside = {}): Promise<Step> {
      moveTo(new Date(at.getTime() + 1_000));
      said += 1;
      const message: InboundMessage = {
        id: messageId(`${channel}/driven/${thread.key}/${said}`),
        kind: 'new',
        thread,
        author: {
          key: participantKey(channel === 'email' ? as : `${channel}/${as}`),
          displayName: '',
          email: as,
          trust: 'unverified',
          role: 'customer',
        },
        audience: shared ? 'shared' : 'private',
        text,
        fullText: text,
        subject: undefined,
        automatic: 'none',
        attachments: [],
        sentAt: at,
        ...other,
      };
      await app.receive([message]);
      await app.settle();
      return hear(thread);
    }

    async function code(): Promise<string> {
      const mails = (await app.deskhand.mails()).filter(({ to }) => to === email);
      const found = mails
        .map(({ text }) => /\w(?: is| lautet| es| est| é| è) (\d{6})\b/.exec(text)?.[1])
        .filter((digits) => digits !== undefined);
      const latest = found.at(-1);
      if (latest === undefined) throw new Error(`no code was mailed to ${email}`);
      return latest;
    }

    async function conversation(): Promise<Conversation> {
      const stored = await app.store.conversation(conversationIdFor(thread));
      if (!stored) throw new Error('nothing was said yet');
      return stored;
    }

    return {
      thread,
      says,
      code,
      conversation,
      hears: () => hear(thread),
      async proves(text, aside) {
        await says(text, aside);
        return says(await code(), aside);
      },
    };
  }

  async function ticket(number: string): Promise<Ticket> {
    const found = await app.store.ticket(ticketNumber(number));
    if (!found) throw new Error(`there is no ticket ${number}`);
    return found;
  }

  return {
    app,
    config,
    now: () => at,
    advance,
    customer,
    ticket,
    async act(which, by, action, id = newId()) {
      if (which === undefined) throw new Error('there is no ticket to act on');
      moveTo(new Date(at.getTime() + 1_000));
      return app.deskhand.act({ id, ticket: typeof which === 'string' ? ticketNumber(which) : which.number, by, do: action });
    },
    close: () => app.stop(),
  };
}
