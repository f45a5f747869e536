import { channelName, messageId, participantKey, type MessageId, type ParticipantKey } from '../../domain/ids.ts';
import type { ThreadRef } from '../../domain/message.ts';

export const SLACK = channelName('slack');

/** A direct-message room that is one lasting conversation has this key; the core counts the conversations that follow one another in it. */
export const WHOLE_ROOM = 'dm';

/** Ids of direct-message rooms begin with D. */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

/** One person: a user id alone is not unique across the workspaces of a shared channel. */
export const personKey = (team: string, user: string): ParticipantKey => participantKey(`${SLACK}/${team}/${user}`);

/** The user id in a person's key; undefined for somebody of another channel. */
export function userOf(key: ParticipantKey): string | undefined {
  const [channel, , user] = key.split('/');
  return channel === SLACK ? user : undefined;
}

export const externalMessageId = (account: string, channel: string, name: string): MessageId =>
  messageId(`${SLACK}/${account}/${channel}/${name}`);

/**
 * In channels and in the agent view a message belongs to the thread of its root from the root on, so that the first
 * message and its replies share one conversation. A plain direct-message room is one conversation.
 */
export function threadFor(
  account: string,
  channel: string,
  message: { readonly ts: string; readonly thread_ts?: string | null | undefined },
  inAgentView: boolean,
): ThreadRef {
  return threadOf(account, channel, isDirect(channel) && !inAgentView ? WHOLE_ROOM : (message.thread_ts ?? message.ts));
}

/** The thread with this key in a channel. */
export const threadOf = (account: string, space: string, key: string): ThreadRef => ({
  channel: SLACK,
  account,
  space,
  key,
  ...(key === WHOLE_ROOM ? { lasting: true } : {}),
});

/** What `thread_ts` has to be for a message to land in that thread; undefined for a room without threads. */
export const threadTsOf = ({ key }: ThreadRef): string | undefined => (key === WHOLE_ROOM ? undefined : key);
