import { z } from 'zod';
import { checkSlackDesk, type SlackDeskAccess } from './check-desk.ts';
import { createSlackApi, type SlackApi } from './slack-api.ts';
import { toSlackOutcome } from './slack-errors.ts';
import { createHttpClient } from '../http/http-client.ts';
import { botScopes } from './slack-routes.ts';
import type { SlackSettings } from './slack-settings.ts';

const info = z.looseObject({ channel: z.looseObject({ is_member: z.boolean().optional() }) });

/** What customers and colleagues would notice. */
const LOSSES: Readonly<Record<string, string>> = {
  'app_mentions:read': 'mentions in channels are not heard',
  'assistant:write': 'the agent view shows no status',
  'channels:history': 'nothing is heard in channels, and nothing that was missed is read',
  'channels:read': 'it cannot be said whether the app is in its channels',
  'chat:write': 'nothing is answered, and no card stands at the desk',
  'files:read': 'files of customers are listed and not kept',
  'groups:history': 'nothing is heard in private channels, such as a desk',
  'groups:read': 'it cannot be said whether the app is in its private channels',
  'im:history': 'direct messages are not heard',
  'im:write': 'what is for one person alone cannot go to a direct message',
  'mpim:history': 'group rooms are not heard',
  'reactions:write': 'no sign shows that a message is being worked on',
  'users:read': 'people are shown by their id',
};

const lossOf = (scope: string): string => (LOSSES[scope] === undefined ? '' : `, so ${LOSSES[scope]}`);

/** What stands between us and Slack, each with what to do about it; nothing when all is well. Changes nothing on Slack. */
export async function checkSlack(settings: SlackSettings, desk?: SlackDeskAccess): Promise<readonly string[]> {
  const http = createHttpClient();
  const api = createSlackApi(settings, http);
  try {
    const who = await api.call('auth.test', {});
    if (who.kind !== 'ok') return [toSlackOutcome(who).problem ?? 'Slack does not answer: try again, or check SLACK_API_URL'];
    const missing = botScopes(settings.agentView).filter((scope) => !who.scopes.includes(scope));
    const scopes = missing.map(
      (scope) => `Slack: the app lacks ${scope}${lossOf(scope)}: install it again with \`deskhand slack manifest\``,
    );
    const channels = await Promise.all(settings.supportChannels.map((channel) => checkChannel(channel, api)));
    const socket =
      settings.mode === 'socket' ? await checkAppToken(createSlackApi({ ...settings, botToken: settings.appToken }, http)) : [];
    const atDesk = desk ? await checkSlackDesk(desk, z.looseObject({ team_id: z.string() }).parse(who.body).team_id, api) : [];
    return [...scopes, ...channels.flat(), ...atDesk, ...socket];
  } finally {
    http.close();
  }
}

async function checkChannel(channel: string, api: SlackApi): Promise<readonly string[]> {
  const reply = await api.call('conversations.info', { channel });
  if (reply.kind === 'ok' && info.safeParse(reply.body).data?.channel.is_member === true) return [];
  if (reply.kind === 'ok') return [`Slack: the app is not in the channel ${channel}: write "/invite @" and its name there`];
  return [`Slack: the channel ${channel} cannot be read (${reply.kind === 'refused' ? reply.error : reply.kind}): check supportChannels`];
}

async function checkAppToken(api: SlackApi): Promise<readonly string[]> {
  const reply = await api.call('apps.connections.open', {});
  if (reply.kind === 'ok') return [];
  const because = reply.kind === 'refused' ? reply.error : reply.kind;
  return [`Slack gives us no socket (${because}): check SLACK_APP_TOKEN (scope connections:write) and that Socket Mode is on`];
}
