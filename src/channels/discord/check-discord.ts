import { REST } from 'discord.js';
import { z } from 'zod';
import { finalClosing, problemOf } from './close-codes.ts';
import { toFailure } from './discord-errors.ts';
import { restOptions } from './discord-gateway.ts';
import { channelPayload } from './discord-payloads.ts';
import type { DiscordSettings } from './discord-settings.ts';

/** Flags of an application (developers/resources/application): the intent is granted, or switched on for a small bot. */
const MESSAGE_CONTENT = 1 << 18;
const MESSAGE_CONTENT_LIMITED = 1 << 19;
const application = z.object({ flags: z.number().default(0) });

/** Asks Discord without connecting: the token, the message content intent, each configured channel. What stands in the way, with what to do. */
export async function checkDiscord(
  settings: Pick<DiscordSettings, 'token' | 'apiUrl' | 'supportChannels' | 'forumChannels'>,
): Promise<readonly string[]> {
  const rest = new REST(restOptions(settings.apiUrl)).setToken(settings.token);
  try {
    const { flags } = application.parse(await rest.get('/applications/@me'));
    const intent = (flags & (MESSAGE_CONTENT | MESSAGE_CONTENT_LIMITED)) === 0 ? describe(4_014) : [];
    const channels = await Promise.all([...settings.supportChannels, ...settings.forumChannels].map((id) => checkChannel(rest, id)));
    return [...intent, ...channels.flat()];
  } catch (error) {
    return toFailure(error).kind === 'unauthorized' ? describe(4_004) : ['Discord does not answer: check the network and DISCORD_API_URL'];
  }
}

const describe = (closeCode: number): readonly string[] => {
  const refusal = finalClosing(closeCode);
  return refusal === undefined ? [] : [problemOf(refusal)];
};

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
