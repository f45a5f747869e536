import { z } from 'zod';
import type { CatchUp } from './catch-up.ts';
import type { ChannelDirectory } from './channel-directory.ts';
import type { DiscordIntake } from './discord-intake.ts';
import type { DiscordInteractions } from './discord-interactions.ts';
import { deletionPayload, interactionPayload, messagePayload, readyPayload, type DiscordMessage } from './discord-payloads.ts';
import type { DiscordEvent } from './discord-ports.ts';
import type { RequestGuard } from './request-guard.ts';

/** The bot as Discord knows it, once it has told us. */
export interface DiscordSelf {
  readonly user: string;
  readonly application: string;
}

export interface EventParts {
  readonly directory: ChannelDirectory;
  readonly guard: RequestGuard;
  readonly catchUp: CatchUp;
  readonly intake: DiscordIntake;
  readonly interact: DiscordInteractions;
  /** Edits and deletions are listened to. */
  readonly edits: boolean;
  readonly report: (event: DiscordEvent) => void;
  readonly onReady: (self: DiscordSelf) => void;
  /** A message of our own, which tells that it stands there. */
  readonly onOwn: (message: DiscordMessage) => void;
  readonly self: () => DiscordSelf | undefined;
}

/** What each event of the gateway sets in motion, by Discord's own names; the rest is nobody's business here. */
export function createDiscordEvents(parts: EventParts): (name: string, data: unknown) => void {
  const { directory, guard, catchUp, intake, interact, report } = parts;

  /** A new session: whatever was said since we last heard is only in the history. */
  function ready(data: unknown): void {
    const { user, application, guilds } = readyPayload.parse(data);
    parts.onReady({ user: user.id, application: application.id });
    report({ kind: 'connected', how: 'identified' });
    catchUp.afterGap(guilds.map(({ id }) => id));
  }

  function hear(data: unknown): void {
    const message = messagePayload.safeParse(data).data;
    if (message === undefined) return report({ kind: 'ignored', because: 'unreadable' });
    if (message.author.id === parts.self()?.user) parts.onOwn(message);
    return catchUp.push(message);
  }

  function edited(data: unknown): void {
    const message = messagePayload.safeParse(data).data;
    if (parts.edits && message !== undefined) catchUp.inOrder(message.channel_id, () => intake.edited(message));
  }

  function deleted(data: unknown): void {
    const deletion = deletionPayload.safeParse(data).data;
    if (parts.edits && deletion !== undefined) catchUp.inOrder(deletion.channel_id, () => intake.deleted(deletion));
  }

  function pressed(data: unknown): void {
    const interaction = interactionPayload.safeParse(data).data;
    if (interaction !== undefined) void interact(interaction).catch(() => undefined);
  }

  function changedChannel(data: unknown): void {
    directory.put(data);
    guard.reopen(idOf(data));
  }

  const put = (data: unknown): void => directory.put(data);
  const forget = (data: unknown): void => directory.forget(data);
  const handlers = new Map<string, (data: unknown) => void>([
    ['READY', ready],
    ['RESUMED', () => report({ kind: 'connected', how: 'resumed' })],
    ['GUILD_CREATE', (data) => directory.putGuild(data)],
    ['CHANNEL_CREATE', put],
    ['THREAD_CREATE', put],
    ['THREAD_UPDATE', put],
    ['CHANNEL_UPDATE', changedChannel],
    ['CHANNEL_DELETE', forget],
    ['THREAD_DELETE', forget],
    ['MESSAGE_CREATE', hear],
    ['MESSAGE_UPDATE', edited],
    ['MESSAGE_DELETE', deleted],
    ['INTERACTION_CREATE', pressed],
  ]);

  return (name, data) => {
    try {
      handlers.get(name)?.(data);
    } catch {
      // Thrown further it would end the process: discord.js calls us where nobody catches. A message that is lost by it is in the history.
      report({ kind: 'ignored', because: 'unreadable' });
    }
  };
}

const idOf = (data: unknown): string => z.object({ id: z.string() }).safeParse(data).data?.id ?? '';
