import { REST } from 'discord.js';
import { z } from 'zod';
import type { ParticipantKey } from '../../domain/ids.ts';
import { finalClosing, problemOf } from './close-codes.ts';
import { toFailure } from './discord-errors.ts';
import { restOptions } from './discord-gateway.ts';
import { CHANNEL_TYPE, channelPayload, isForumType, snowflake } from './discord-payloads.ts';
import {
  labelOf,
  lackingIn,
  neededIn,
  overwrites,
  roles,
  type ChannelPurpose,
  type Membership,
  type PermissionName,
} from './discord-permissions.ts';
import type { DiscordSettings } from './discord-settings.ts';
import { userOf } from './discord-thread.ts';

/** Flags of an application (developers/resources/application): the intent is granted, or switched on for a small bot. */
const MESSAGE_CONTENT = 1 << 18;
const MESSAGE_CONTENT_LIMITED = 1 << 19;
const DESK_TYPES: readonly number[] = [CHANNEL_TYPE.text, CHANNEL_TYPE.announcement, CHANNEL_TYPE.forum, CHANNEL_TYPE.media];
const application = z.object({ flags: z.number().default(0) });
const account = z.object({ id: snowflake });
const member = z.object({ roles: z.array(snowflake) });
const checkedChannel = channelPayload.extend({ permission_overwrites: overwrites });
type CheckedChannel = z.infer<typeof checkedChannel>;

/** The desk's forum or text channel, and those who are listed as staff with an account here. */
export interface DiscordDeskAccess {
  readonly channel: string;
  readonly staff: readonly { readonly name: string; readonly accounts: readonly ParticipantKey[] }[];
}

type CheckedSettings = Pick<DiscordSettings, 'token' | 'apiUrl' | 'supportChannels' | 'forumChannels' | 'solvedTag'>;

/**
 * Asks Discord without connecting: the token, the message content intent, each configured channel and what the bot may do
 * there. What stands in the way, with what to do.
 */
export async function checkDiscord(settings: CheckedSettings, desk?: DiscordDeskAccess): Promise<readonly string[]> {
  const rest = new REST(restOptions(settings.apiUrl)).setToken(settings.token);
  try {
    const { flags } = application.parse(await rest.get('/applications/@me'));
    const intent = (flags & (MESSAGE_CONTENT | MESSAGE_CONTENT_LIMITED)) === 0 ? describe(4_014) : [];
    const servers = knownServers(rest);
    const wanted = settings.solvedTag.toLowerCase();
    const customers = await Promise.all([
      ...settings.supportChannels.map((id) => checkChannel(rest, servers, id, () => ({ kind: 'support' }))),
      ...settings.forumChannels.map((id) =>
        checkChannel(rest, servers, id, ({ available_tags: tags = [] }) => ({
          kind: 'support_forum',
          tags: tags.some(({ name }) => name.toLowerCase() === wanted),
        })),
      ),
    ]);
    return [...intent, ...customers.flatMap(({ problems }) => problems), ...(desk ? await checkDesk(rest, servers, desk) : [])];
  } catch (error) {
    return toFailure(error).kind === 'unauthorized' ? describe(4_004) : ['Discord does not answer: check the network and DISCORD_API_URL'];
  }
}

const describe = (closeCode: number): readonly string[] => {
  const refusal = finalClosing(closeCode);
  return refusal === undefined ? [] : [problemOf(refusal)];
};

/** The bot's roles in a server, asked once for each. */
type Servers = (guild: string) => Promise<Membership>;

function knownServers(rest: REST): Servers {
  const known = new Map<string, Promise<Membership>>();
  const ask = async (guild: string): Promise<Membership> => {
    const { id: user } = account.parse(await rest.get('/users/@me'));
    const own = member.parse(await rest.get(`/guilds/${guild}/members/${user}`));
    return { guild, user, roles: own.roles, known: roles.parse(await rest.get(`/guilds/${guild}/roles`)) };
  };
  return (guild) => {
    const asked = known.get(guild) ?? ask(guild);
    known.set(guild, asked);
    return asked;
  };
}

interface Checked {
  /** Undefined when it could not be read. */
  readonly channel: CheckedChannel | undefined;
  readonly problems: readonly string[];
}
const unread = (problem: string): Checked => ({ channel: undefined, problems: [problem] });

/** Whether the channel is there and the bot may do in it what it is for. */
async function checkChannel(
  rest: REST,
  servers: Servers,
  id: string,
  purposeOf: (channel: CheckedChannel) => ChannelPurpose,
): Promise<Checked> {
  try {
    const channel = checkedChannel.parse(await rest.get(`/channels/${id}`));
    if (channel.guild_id === undefined) return unread(`channel ${id} is a direct message: name a channel of a server`);
    const purpose = purposeOf(channel);
    const lacking = lackingIn(channel.permission_overwrites, await servers(channel.guild_id), neededIn(purpose));
    return { channel, problems: lacking.length === 0 ? [] : [allow(id, lacking, isForumType(channel.type))] };
  } catch (error) {
    const { kind } = toFailure(error);
    if (kind === 'missing') return unread(`there is no channel ${id}: copy the id again, and invite the bot to its server`);
    if (kind === 'forbidden') return unread(allow(id, ['viewChannel'], false));
    if (kind === 'unauthorized') throw error;
    return unread(`channel ${id} could not be checked`);
  }
}

const allow = (id: string, lacking: readonly PermissionName[], isForum: boolean): string =>
  `the bot may not do everything in channel ${id}: allow its role ${lacking.map((name) => labelOf(name, isForum)).join(', ')} there (Edit Channel › Permissions)`;

async function checkDesk(rest: REST, servers: Servers, { channel, staff }: DiscordDeskAccess): Promise<readonly string[]> {
  const { channel: found, problems } = await checkChannel(rest, servers, channel, ({ type }) => ({
    kind: 'desk',
    isForum: isForumType(type),
  }));
  if (found?.guild_id === undefined) return problems;
  if (!DESK_TYPES.includes(found.type)) return [`desk.channel ${channel} is neither a forum nor a text channel: name one of these`];
  const { guild_id: guild } = found;
  const users = staff
    .flatMap(({ name, accounts }) => accounts.flatMap((key) => ({ name, user: userOf(key) ?? '' })))
    .filter(({ user }) => user !== '');
  if (users.length === 0) return [...problems, 'nobody in staff.yaml has a discord id, so nobody can press a button at the desk'];
  return [...problems, ...(await Promise.all(users.map(({ name, user }) => checkMember(rest, guild, name, user)))).flat()];
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
