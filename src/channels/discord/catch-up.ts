import { AppError } from '../../domain/error.ts';
import { ChannelFeed } from './channel-feed.ts';
import type { ChannelDirectory } from './channel-directory.ts';
import type { DiscordIntake } from './discord-intake.ts';
import type { DiscordMessage } from './discord-payloads.ts';
import type { DiscordPorts } from './discord-ports.ts';
import type { DiscordRest } from './discord-rest.ts';
import type { DiscordSettings } from './discord-settings.ts';
import type { ReadingPositions } from './reading-positions.ts';
import { isLater, snowflakeBefore } from './snowflake.ts';

const RETRY_MS = 15_000;

/** All messages, each channel's in their order, and after a gap those that were missed before those that come now. */
export interface CatchUp {
  push(message: DiscordMessage): void;
  /** Something else that must not overtake the messages of a channel. */
  inOrder(channel: string, run: () => Promise<void>): void;
  /** A session that could not be resumed, or the first one: reads what these servers' channels and threads say we missed. */
  afterGap(guilds: readonly string[]): void;
  stop(): Promise<void>;
}

interface CatchUpWorld extends Pick<DiscordPorts, 'schedule' | 'report'> {
  readonly settings: Pick<DiscordSettings, 'supportChannels' | 'forumChannels' | 'guildIds'>;
  /** The desk's forum or channel: what was said below a card while we were away is read as well. */
  readonly deskChannel: string | undefined;
  readonly rest: Pick<DiscordRest, 'history' | 'activeThreads'>;
  readonly directory: ChannelDirectory;
  readonly positions: ReadingPositions;
  readonly intake: DiscordIntake;
}

export function createCatchUp(world: CatchUpWorld): CatchUp {
  const { settings, deskChannel, rest, directory, positions, schedule, report } = world;
  const withThreads = new Set([
    ...settings.supportChannels,
    ...settings.forumChannels,
    ...(deskChannel === undefined ? [] : [deskChannel]),
  ]);
  /** The desk may stand in another server than the customers. */
  const isWatched = (guild: string): boolean =>
    settings.guildIds.length === 0 || settings.guildIds.includes(guild) || deskChannel !== undefined;
  const feeds = new Map<string, ChannelFeed>();
  let discovering: Promise<void> | undefined;
  let cancelRetry: () => void = () => undefined;
  let isStopped = false;

  async function history(channel: string, after: string): Promise<readonly DiscordMessage[] | 'gone'> {
    const asked = await rest.history(channel, after);
    if (asked.kind === 'ok') return asked.value;
    if (asked.failure.kind === 'missing' || asked.failure.kind === 'forbidden') {
      report({ kind: 'behind', channel, because: 'its history may not be read' });
      return 'gone';
    }
    throw new AppError('channel_unavailable', 'the history cannot be read', { retryable: true });
  }

  function feedFor(channel: string): ChannelFeed {
    const known = feeds.get(channel);
    if (known !== undefined) return known;
    const feed = new ChannelFeed(channel, {
      positions,
      schedule,
      report,
      history,
      take: (message, source) => world.intake.take(message, source),
    });
    feeds.set(channel, feed);
    // It may be a thread that is still being discovered, with messages before this one.
    if (discovering !== undefined) feed.hold(discovering);
    return feed;
  }

  async function forgetWhenIdle(channel: string, feed: ChannelFeed): Promise<void> {
    await feed.settled();
    if (feed.isIdle) feeds.delete(channel);
  }

  function use(channel: string, act: (feed: ChannelFeed) => void): void {
    if (isStopped) return;
    const feed = feedFor(channel);
    act(feed);
    void forgetWhenIdle(channel, feed);
  }

  /** Threads of our channels that were opened or written in meanwhile. */
  async function discover(guild: string, since: string): Promise<boolean> {
    const asked = await rest.activeThreads(guild);
    if (asked.kind === 'failed') return asked.failure.kind === 'missing' || asked.failure.kind === 'forbidden';
    for (const thread of asked.value.threads) {
      directory.put(thread, guild);
      if (!withThreads.has(thread.parent_id ?? '') || positions.of(thread.id) !== undefined) continue;
      if (isLater(thread.id, since)) use(thread.id, (feed) => feed.readAfterGap(snowflakeBefore(thread.id)));
      else if (isLater(thread.last_message_id ?? '0', since)) use(thread.id, (feed) => feed.readAfterGap(since));
    }
    return true;
  }

  async function discoverAll(guilds: readonly string[], since: string): Promise<void> {
    const done = await Promise.all(guilds.map((guild) => discover(guild, since)));
    const missing = guilds.filter((_, at) => done[at] !== true);
    if (missing.length === 0 || isStopped) return;
    report({ kind: 'behind', channel: missing.join(','), because: 'its threads could not be listed' });
    cancelRetry = schedule(RETRY_MS, () => void discoverAll(missing, since));
  }

  return {
    push: (message) => use(message.channel_id, (feed) => feed.push(message)),
    inOrder: (channel, run) => use(channel, (feed) => feed.run(run)),
    afterGap(guilds) {
      const since = positions.seen;
      for (const channel of new Set([...positions.active(), ...settings.supportChannels])) use(channel, (feed) => feed.readAfterGap(since));
      if (withThreads.size === 0) return;
      const discovery = discoverAll(guilds.filter(isWatched), since).finally(() => {
        if (discovering === discovery) discovering = undefined;
      });
      discovering = discovery;
    },
    async stop() {
      isStopped = true;
      cancelRetry();
      for (const feed of feeds.values()) feed.stop();
      await Promise.all([...feeds.values()].map((feed) => feed.settled()));
    },
  };
}
