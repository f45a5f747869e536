import { channelPayload, guildPayload } from './discord-payloads.ts';
import type { DiscordChannelPayload } from './discord-payloads.ts';
import type { ChannelInfo } from './place-message.ts';

/** What the gateway told about channels and threads; what it did not is asked for. */
export interface ChannelDirectory {
  /** Undefined when there is no such channel or we may not see it. Rejects when Discord cannot be asked. */
  find(id: string): Promise<ChannelInfo | undefined>;
  known(id: string): ChannelInfo | undefined;
  put(channel: unknown, guild?: string): void;
  putGuild(guild: unknown): void;
  forget(channel: unknown): void;
  /** Servers that we are in. */
  guilds(): readonly string[];
}

export function createChannelDirectory(ask: (id: string) => Promise<DiscordChannelPayload | undefined>): ChannelDirectory {
  const channels = new Map<string, ChannelInfo>();
  const guilds = new Set<string>();
  const put = (channel: DiscordChannelPayload, guild: string | undefined): ChannelInfo => {
    const info = toInfo(channel, guild);
    channels.set(info.id, info);
    return info;
  };
  return {
    async find(id) {
      const known = channels.get(id);
      if (known !== undefined) return known;
      const found = await ask(id);
      return found === undefined ? undefined : put(found, undefined);
    },
    known: (id) => channels.get(id),
    put(payload, guild) {
      const { data } = channelPayload.safeParse(payload);
      if (data !== undefined) put(data, guild);
    },
    putGuild(payload) {
      const { data } = guildPayload.safeParse(payload);
      if (data === undefined || data.unavailable === true) return;
      guilds.add(data.id);
      for (const channel of [...data.channels, ...data.threads]) put(channel, data.id);
    },
    forget(payload) {
      const { data } = channelPayload.safeParse(payload);
      if (data !== undefined) channels.delete(data.id);
    },
    guilds: () => [...guilds],
  };
}

const toInfo = (channel: DiscordChannelPayload, guild: string | undefined): ChannelInfo => ({
  id: channel.id,
  type: channel.type,
  guild: channel.guild_id ?? guild,
  parent: channel.parent_id ?? undefined,
  name: channel.name ?? undefined,
  owner: channel.owner_id ?? undefined,
});
