import { REST } from 'discord.js';
import { z } from 'zod';
import { finalClosing, problemOf } from './close-codes.ts';
import { toFailure } from './discord-errors.ts';
import { restOptions } from './discord-gateway.ts';
import type { ParticipantKey } from '../../domain/ids.ts';
import { CHANNEL_TYPE, channelPayload } from './discord-payloads.ts';
import { userOf } from './discord-thread.ts';
import type { DiscordSettings } from './discord-settings.ts';

/** Flags of an application (developers/resources/application): the intent is granted, or switched on for a small bot. */
const MESSAGE_CONTENT = 1 << 18;
const MESSAGE_CONTENT_LIMITED = 1 << 19;
const DESK_TYPES: readonly number[] = [CHANNEL_TYPE.text, CHANNEL_TYPE.announcement, CHANNEL_TYPE.forum, CHANNEL_TYPE.media];
const application = z.object({ flags: z.number().default(0) });

/** The desk's forum or text channel, and those who are listed as staff with an account here. */
export interface DiscordDeskAccess {
  readonly channel: string;
  readonly staff: readonly { readonly name: string; readonly accounts: readonly ParticipantKey[] }[];
}

/** Asks Discord without connecting: the token, the message content intent, each configured channel. What stands in the way, with what to do. */
export async function checkDiscord(
  settings: Pick<DiscordSettings, 'token' | 'apiUrl' | 'supportChannels' | 'forumChannels'>,
  desk?: DiscordDeskAccess,
): Promise<readonly string[]> {
  const rest = new REST(restOptions(settings.apiUrl)).setToken(settings.token);
  try {
    const { flags } = application.parse(await rest.get('/applications/@me'));
    const intent = (flags & (MESSAGE_CONTENT | MESSAGE_CONTENT_LIMITED)) === 0 ? describe(4_014) : [];
    const channels = await Promise.all([...settings.supportChannels, ...settings.forumChannels].map((id) => checkChannel(rest, id)));
    return [...intent, ...channels.flat(), ...(desk ? await checkDesk(rest, desk) : [])];
  } catch (error) {
    return toFailure(error).kind === 'unauthorized' ? describe(4_004) : ['Discord does not answer: check the network and DISCORD_API_URL'];
  }
}

const describe = (closeCode: number): readonly string[] => {
  const refusal = finalClosing(closeCode);
  return refusal === undefined ? [] : [problemOf(refusal)];
};

async function checkDesk(rest: REST, { channel, staff }: DiscordDeskAccess): Promise<readonly string[]> {
  const unseen = await checkChannel(rest, channel);
  if (unseen.length > 0) return unseen;
  const { type, guild_id: guild } = channelPayload.parse(await rest.get(`/channels/${channel}`));
  const users = staff
    .flatMap(({ name, accounts }) => accounts.flatMap((account) => ({ name, user: userOf(account) ?? '' })))
    .filter(({ user }) => user !== '');
  if (guild === undefined || !DESK_TYPES.includes(type))
    return [`desk.channel ${channel} is neither a forum nor a text channel: name one of these`];
  if (users.length === 0) return ['nobody in staff.yaml has a discord id, so nobody can press a button at the desk'];
  return (await Promise.all(users.map(({ name, user }) => checkMember(rest, guild, name, user)))).flat();
}

async function checkMember(rest: REST, guild: string, name: string, user: string): Promise<readonly string[]> {
  try {
    await rest.get(`/guilds/${guild}/members/${user}`);
    return [];
  } catch (error) {
    return toFailure(error).kind === 'missing'
      ? [`${user} (${name} in staff.yaml) is not in the desk's server: copy the user id again`]
      : [];
  }
}

async function checkChannel(rest: REST, id: string): Promise<readonly string[]> {
  try {
    channelPayload.parse(await rest.get(`/channels/${id}`));
    return [];
  } catch (error) {
    const { kind } = toFailure(error);
    if (kind === 'missing') return [`there is no channel ${id}: copy the id again, and invite the bot to its server`];
    if (kind === 'forbidden') return [`the bot may not see channel ${id}: give its role View Channel there`];
    return [`channel ${id} could not be checked`];
  }
}
