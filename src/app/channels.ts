import { storeAttachments } from '../channels/email/attachment-store.ts';
import { channels as registry } from '../channels/index.ts';
import type { Channel } from '../channels/channel.ts';
import { CONSOLE, type ConsoleChannel } from '../channels/console/console-channel.ts';
import type { DemoMailbox } from '../channels/email/demo-mailbox.ts';
import type { EmailPorts } from '../channels/email/email-ports.ts';
import type { KeepFile } from '../channels/http/fetch-files.ts';
import type { Config } from '../config.ts';
import type { DeskPort } from '../domain/desk-port.ts';
import type { ThreadRef } from '../domain/message.ts';
import { channelName, type ChannelName } from '../domain/ids.ts';
import type { Now, Random, Schedule } from '../domain/ports.ts';
import type { Logger } from '../insight/logger.ts';
import type { Store } from '../store/store.ts';
import { answersOutsiders } from './answers-outsiders.ts';

const EMAIL = channelName('email');
const DISCORD = channelName('discord');

export interface OpenedChannels {
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly console: ConsoleChannel;
  /** Present when no mail can leave. */
  readonly demoMailbox: DemoMailbox | undefined;
  /** Customers outside can write to us: mail to an address of a reserved domain, such as support@shop.example, is a rehearsal. */
  readonly isReal: boolean;
}

interface ChannelWorld {
  readonly now: Now;
  readonly schedule: Schedule;
  readonly random: Random;
  readonly newId: () => string;
  readonly logger: Logger;
  readonly store: Store;
  readonly extra: ReadonlyMap<ChannelName, Channel>;
  readonly throwAway: boolean;
  /** For the channel that shows the desk's cards. */
  readonly desk: DeskPort;
}

/** The console always, mail with its credentials or as the demo inbox, and whatever the caller brings. */
export async function openChannels(config: Config, world: ChannelWorld): Promise<OpenedChannels> {
  const console = (await registry.console())(world);
  const hasMail = !world.throwAway && config.supportAddress !== undefined && (config.imap !== undefined || config.smtp !== undefined);
  const email = hasMail ? await openEmail(config, config.supportAddress ?? '', world) : undefined;
  const demoMailbox = email ? undefined : await openDemoMailbox(config, world.throwAway);
  const channels = new Map<ChannelName, Channel>([[CONSOLE, console]]);
  const mail = email ?? demoMailbox;
  if (mail) channels.set(EMAIL, mail);
  if (!world.throwAway) await openChats(config, world, channels);
  for (const [name, channel] of world.extra) channels.set(name, channel);
  return {
    channels,
    console,
    demoMailbox,
    isReal: !world.throwAway && answersOutsiders(config),
  };
}

async function openChats(
  config: Config,
  { store, now, schedule, logger, desk: port }: ChannelWorld,
  channels: Map<ChannelName, Channel>,
): Promise<void> {
  const memory = { load: (name: string) => store.setting(name), save: (name: string, value: string) => store.saveSetting(name, value) };
  const log = (channel: string) => (event: { readonly kind: string }) =>
    logger.log(event.kind === 'unhealthy' ? 'warn' : 'info', `${channel}.${event.kind}`, { ...event });
  const keepFile: KeepFile = async (file) => {
    const [kept] = await storeAttachments([file], 0, config.dataFolder);
    return kept ?? { name: file.name, mediaType: file.mediaType, bytes: file.content.byteLength, state: 'refused' };
  };
  const originalThread = async (message: string): Promise<ThreadRef | undefined> =>
    (await store.findThreads(DISCORD, [message]))[0]?.thread;
  const { on, channel } = config.settings.desk;
  const deskOn = (name: typeof on) => (on === name ? { desk: { channel, port } } : {});
  if (config.slack) {
    const create = await registry.slack();
    channels.set(
      channelName('slack'),
      create(config.slack, {
        threads: store,
        memory,
        now,
        timers: { after: schedule },
        report: log('slack'),
        keepFile,
        ...deskOn('slack'),
      }),
    );
  }
  if (config.discord) {
    const create = await registry.discord();
    channels.set(
      DISCORD,
      create(
        { ...config.discord, edits: true },
        { memory, now, schedule, report: log('discord'), keepFile, originalThread, ...deskOn('discord') },
      ),
    );
  }
}

async function openDemoMailbox(config: Config, throwAway: boolean): Promise<DemoMailbox> {
  const create = await registry.demoMailbox();
  const { company } = config.playbook.agent;
  const { supportAddress } = config;
  return create(
    { company: { ...company, translations: signaturesOf(config.playbook) }, ...(supportAddress === undefined ? {} : { supportAddress }) },
    { dataFolder: throwAway ? undefined : config.dataFolder },
  );
}

/** Signature and disclosure in each language that has both. */
function signaturesOf(playbook: Config['playbook']): Readonly<Record<string, { readonly disclosure: string; readonly signature: string }>> {
  const { agentName, name } = playbook.agent.company;
  const rows = Object.entries(playbook.translations).flatMap(([code, said]) => {
    const [disclosure, signature] = [said['setting.disclosure']?.[0], said['setting.signature']?.[0]];
    if (disclosure === undefined || signature === undefined) return [];
    return [[code, { disclosure, signature: signature.replace('{agent}', agentName).replace('{company}', name) }] as const];
  });
  return Object.fromEntries(rows);
}

async function openEmail(config: Config, supportAddress: string, world: ChannelWorld): Promise<Channel> {
  const create = await registry.email();
  const { name, agentName, disclosure, signature } = config.playbook.agent.company;
  return create(
    {
      supportAddress,
      ...(config.imap ? { imap: mailServer(config.imap) } : {}),
      ...(config.smtp ? { smtp: mailServer(config.smtp) } : {}),
      ...config.settings.channels.email,
      company: { name, agentName, disclosure, signature, translations: signaturesOf(config.playbook) },
    },
    emailPorts(config, world),
  );
}

type Access = NonNullable<Config['imap']> | NonNullable<Config['smtp']>;

/** Without the fields that are undefined: the channel's schema is strict. */
function mailServer<Server extends Access>({ auth, ...server }: Server): Server {
  if (auth.kind !== 'oauth' || auth.clientSecret !== undefined) return { ...server, auth } as Server;
  const { clientSecret: _, ...rest } = auth;
  return { ...server, auth: rest } as Server;
}

function emailPorts(config: Config, { store, now, schedule, random, logger }: ChannelWorld): EmailPorts {
  return {
    threads: { findThreads: (ids) => store.findThreads(EMAIL, ids), participants: (thread) => store.participants(thread) },
    memory: { load: (name) => store.setting(name), save: (name, value) => store.saveSetting(name, value) },
    bury: (letter, raw) => store.buryMail({ ...letter, conversation: undefined }, raw),
    now,
    timers: { after: schedule },
    random,
    report: (event) =>
      logger.log(event.kind === 'unhealthy' || event.kind === 'buried' ? 'warn' : 'info', `email.${event.kind}`, { ...event }),
    dataFolder: config.dataFolder,
  };
}
