import type { Attachment, InboundMessage, ThreadRef } from '../../domain/message.ts';
import type { Now } from '../../domain/ports.ts';
import { BoundedMap } from './bounded-map.ts';
import type { ChannelDirectory } from './channel-directory.ts';
import type { DiscordDesk } from './discord-desk.ts';
import type { DirectQuestions } from './direct-questions.ts';
import type { DiscordDeletion, DiscordMessage } from './discord-payloads.ts';
import type { DiscordEvent } from './discord-ports.ts';
import type { DiscordSettings } from './discord-settings.ts';
import type { MessageSource } from './channel-feed.ts';
import { toPlace } from './discord-thread.ts';
import { deletionIn, fromDeletion, fromDiscord } from './from-discord.ts';
import type { ReadingPositions } from './reading-positions.ts';
import { snowflakeTime } from './snowflake.ts';
import type { Roots } from './thread-opener.ts';

const MOST = 2_000;
/** Messages that one person writes one after the other in a support channel are one ticket. */
const TOGETHER_MS = 120_000;

export interface IntakeWorld {
  readonly settings: DiscordSettings;
  readonly directory: ChannelDirectory;
  readonly positions: ReadingPositions;
  readonly questions: DirectQuestions;
  readonly receive: (messages: readonly InboundMessage[]) => Promise<void>;
  readonly self: () => string;
  readonly now: Now;
  readonly report: (event: DiscordEvent) => void;
  /** A customer's new message was stored and waits for an answer: somebody is typing. */
  readonly onWaiting: (channel: string) => void;
  readonly fetchFiles: (attachments: DiscordMessage['attachments']) => Promise<readonly Attachment[]>;
  readonly originalThread: (message: string) => Promise<ThreadRef | undefined>;
  /** Where the desk's cards stand. */
  readonly desk?: DiscordDesk | undefined;
  /** Filled here, read where threads are opened. */
  readonly roots: Roots;
}

export interface DiscordIntake {
  /** A new message, live or from the history. Whether it belongs to a conversation; rejects when it could not be stored. */
  take(message: DiscordMessage, source: MessageSource): Promise<boolean>;
  edited(message: DiscordMessage): Promise<void>;
  deleted(deletion: DiscordDeletion): Promise<void>;
  /** A teammate writes to this customer through the desk: nobody is shown typing there any more. */
  quiet(thread: InboundMessage['thread']): void;
}

export function createDiscordIntake(world: IntakeWorld): DiscordIntake {
  const { settings, directory, positions, receive, now, roots } = world;
  const lately = new BoundedMap<string, { readonly root: string; readonly at: number }>(MOST);
  const recent = new BoundedMap<string, InboundMessage>(MOST);
  /** Deleted before they came. */
  const gone = new BoundedMap<string, true>(MOST);
  /** Conversations in which a human answers. */
  const quiet = new BoundedMap<string, true>(MOST);
  const nameOf = ({ account, space, key }: InboundMessage['thread']): string => `${account}/${space}/${key}`;

  const placeOfAuthor = (message: DiscordMessage): string => `${message.channel_id}/${message.author.id}`;

  async function read(message: DiscordMessage, source: MessageSource): Promise<InboundMessage | undefined> {
    // Live, a message without a server is a direct one; the history names the server of none.
    const isDirect = source === 'live' && message.guild_id === undefined;
    const channel = isDirect ? undefined : await directory.find(message.channel_id);
    if (channel === undefined && !isDirect) return undefined;
    const last = lately.get(placeOfAuthor(message));
    const isTogether = last !== undefined && snowflakeTime(message.id).getTime() - last.at <= TOGETHER_MS;
    const reading = fromDiscord(message, {
      self: world.self(),
      settings,
      channel,
      joined: positions.of(message.channel_id) !== undefined,
      openedWith: isTogether ? last.root : undefined,
      now: now(),
    });
    if (reading.kind === 'message') return forItsThread(reading.message, message.author.id);
    if (reading.because !== 'own' && reading.because !== 'not_addressed') world.report({ kind: 'ignored', because: reading.because });
    return undefined;
  }

  function forItsThread(inbound: InboundMessage, user: string): InboundMessage {
    const thread = inbound.audience === 'private' ? world.questions.threadFor(user, inbound.text, now()) : undefined;
    if (thread === undefined) return inbound;
    return { ...inbound, thread, audience: toPlace(thread).kind === 'thread' ? 'shared' : 'private' };
  }

  /** What was sent to a customer is not unsent by an edit, and nobody's talk at the desk is a customer's. */
  const isAtDesk = async (channel: string): Promise<boolean> =>
    world.desk !== undefined && (channel === world.desk.channel || (await directory.find(channel))?.parent === world.desk.channel);

  const withFiles = async (inbound: InboundMessage, { attachments }: DiscordMessage): Promise<InboundMessage> =>
    attachments.length === 0 ? inbound : { ...inbound, attachments: await world.fetchFiles(attachments) };

  function remember(message: DiscordMessage, inbound: InboundMessage): void {
    recent.set(message.id, inbound);
    if (inbound.author.role === 'staff') quiet.set(nameOf(inbound.thread), true);
    if (inbound.thread.space !== message.channel_id || inbound.audience === 'private') return;
    const root = inbound.thread.key;
    lately.set(placeOfAuthor(message), { root, at: snowflakeTime(message.id).getTime() });
    if (root === message.id) roots.set(root, { user: message.author.id, words: inbound.text });
  }

  return {
    async take(message, source) {
      // The gateway replays, and its events may overtake each other.
      if (recent.has(message.id)) return true;
      if (gone.has(message.id)) return false;
      if (await world.desk?.heard(message)) return true;
      const inbound = await read({ ...message, edited_timestamp: null }, source);
      if (inbound === undefined) return false;
      await receive([await withFiles(inbound, message)]);
      remember(message, inbound);
      const isWaiting = inbound.author.role === 'customer' && inbound.hold === undefined && !quiet.has(nameOf(inbound.thread));
      if (isWaiting) world.onWaiting(message.channel_id);
      return true;
    },
    async edited(message) {
      const original = recent.get(message.id);
      const isSaid = message.edited_timestamp != null && !(await isAtDesk(message.channel_id));
      const inbound = isSaid ? await read(message, 'live') : undefined;
      if (inbound === undefined) return;
      // Where it was first read is where it stays.
      const thread = original?.thread ?? (await world.originalThread(message.id)) ?? inbound.thread;
      await receive([await withFiles({ ...inbound, thread }, message)]);
    },
    async deleted(deletion) {
      const original = recent.get(deletion.id);
      if (original !== undefined) return receive([fromDeletion(original, now())]);
      gone.set(deletion.id, true);
      const thread = await world.originalThread(deletion.id);
      return thread && receive([deletionIn(thread, deletion.id, now())]);
    },
    quiet: (thread) => void quiet.set(nameOf(thread), true),
  };
}
