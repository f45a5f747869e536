import { BoundedMap } from './bounded-map.ts';
import type { ChannelDirectory } from './channel-directory.ts';
import { DISCORD_CODE } from './discord-errors.ts';
import type { DiscordFailure } from './discord-errors.ts';
import type { DiscordRest } from './discord-rest.ts';
import type { DiscordSettings } from './discord-settings.ts';
import type { DiscordPlace } from './discord-thread.ts';
import type { DiscordPost } from './to-discord.ts';

/** Discord's limit for the name of a thread. */
const NAME_LENGTH = 100;
const MOST = 2_000;

/** The messages that opened tickets a while ago, for the thread's name and to bring their author into it. */
export type Roots = Map<string, { readonly user: string; readonly words: string }>;

type ThreadPlace = Extract<DiscordPlace, { kind: 'thread' }>;
type Inline = Pick<DiscordPost, 'message_reference'> | Record<string, never>;
type Room =
  | { readonly kind: 'open'; readonly channel: string; readonly inline: Inline }
  | { readonly kind: 'failed'; readonly failure: DiscordFailure };

export interface ThreadOpener {
  /** The thread of a ticket, opened from its first message when it is not there yet. */
  open(place: ThreadPlace): Promise<Room>;
  /** Where a conversation's messages stand; for looking them up. */
  roomFor(place: DiscordPlace): Promise<string>;
  /** Where people look now: the channel until the thread is there. */
  visibleRoom(place: DiscordPlace): string;
}

interface OpenerWorld {
  readonly rest: Pick<DiscordRest, 'openThread' | 'addToThread'>;
  readonly directory: ChannelDirectory;
  readonly roots: Roots;
  readonly settings: Pick<DiscordSettings, 'forumChannels'>;
}

export function createThreadOpener({ rest, directory, roots, settings }: OpenerWorld): ThreadOpener {
  /** Tickets whose thread we may not open: they are answered in the channel, as a reply. */
  const inline = new BoundedMap<string, true>(MOST);
  const inThread = (place: ThreadPlace): Room => ({ kind: 'open', channel: place.thread, inline: {} });
  const inChannel = (place: ThreadPlace): Room => ({
    kind: 'open',
    channel: place.parent,
    inline: { message_reference: { message_id: place.thread, fail_if_not_exists: false } },
  });

  /** A thread that nobody told us about is asked for before one is opened. */
  async function exists({ parent, thread }: ThreadPlace): Promise<boolean> {
    if (settings.forumChannels.includes(parent) || directory.known(thread) !== undefined) return true;
    return !roots.has(thread) && (await directory.find(thread)) !== undefined;
  }

  async function create(place: ThreadPlace): Promise<Room> {
    const root = roots.get(place.thread);
    const asked = await rest.openThread(place.parent, place.thread, threadName(root?.words ?? ''));
    if (asked.kind === 'failed') {
      const { failure } = asked;
      if (failure.kind === 'refused' && failure.code === DISCORD_CODE.threadExists) return inThread(place);
      if (failure.kind !== 'forbidden') return asked;
      inline.set(place.thread, true);
      return inChannel(place);
    }
    directory.put(asked.value, place.guild);
    // Nice to have: their client then shows the thread in its list.
    if (root !== undefined) await rest.addToThread(place.thread, root.user);
    return inThread(place);
  }

  return {
    async open(place) {
      if (inline.has(place.thread)) return inChannel(place);
      return (await exists(place)) ? inThread(place) : create(place);
    },
    async roomFor(place) {
      if (place.kind !== 'thread') return place.channel;
      return inline.has(place.thread) || !(await exists(place)) ? place.parent : place.thread;
    },
    visibleRoom(place) {
      if (place.kind !== 'thread') return place.channel;
      return directory.known(place.thread) !== undefined ? place.thread : place.parent;
    },
  };
}

const threadName = (words: string): string => {
  const name = `Support: ${words.replace(/\s+/g, ' ').trim()}`;
  const short = name.length <= NAME_LENGTH ? name : `${name.slice(0, NAME_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  return words.trim() === '' ? 'Support' : short;
};
