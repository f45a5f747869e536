import { messageId, participantKey } from '../../domain/ids.ts';
import type { MessageId } from '../../domain/ids.ts';
import type { Attachment, Author, InboundMessage, ThreadRef } from '../../domain/message.ts';
import { MESSAGE_TYPE } from './discord-payloads.ts';
import type { DiscordMessage } from './discord-payloads.ts';
import type { DiscordSettings } from './discord-settings.ts';
import { authorKey, DISCORD, toPlace, toThreadRef } from './discord-thread.ts';
import { placeMessage } from './place-message.ts';
import type { ChannelInfo, IgnoredBecause, PlacingContext } from './place-message.ts';
import { ownWords, readableText } from './plain-words.ts';

export type Reading =
  | { readonly kind: 'message'; readonly message: InboundMessage }
  | { readonly kind: 'ignored'; readonly because: IgnoredBecause };

export interface ReadingContext extends PlacingContext {
  readonly settings: Pick<
    DiscordSettings,
    'supportChannels' | 'forumChannels' | 'guildIds' | 'staffUsers' | 'staffRoles' | 'oldestAnsweredHours'
  >;
  readonly now: Date;
}

/** A message as the core reads it, or why nobody answers it. */
export function fromDiscord(message: DiscordMessage, context: ReadingContext): Reading {
  const nobody = nobodySpoke(message, context.self);
  if (nobody !== undefined) return { kind: 'ignored', because: nobody };
  const placing = placeMessage(message, context);
  if (placing.kind === 'ignored') return placing;
  const role = roleOf({ user: message.author.id, roles: message.member?.roles ?? [] }, context.settings);
  const thread = toThreadRef(placing.place);
  // A teammate's notice in a support channel is no ticket.
  if (role === 'staff' && thread.key === message.id) return { kind: 'ignored', because: 'staff' };
  const fullText = readableText(message, context.self);
  const sentAt = new Date(message.timestamp);
  const editedAt = message.edited_timestamp == null ? undefined : new Date(message.edited_timestamp);
  return {
    kind: 'message',
    message: {
      id: discordMessageId(thread, editedAt === undefined ? message.id : `${message.id}~${editedAt.getTime()}`),
      kind: editedAt === undefined ? 'new' : 'edited',
      thread,
      author: {
        key: authorKey(message.author.id),
        displayName: message.member?.nick ?? message.author.global_name ?? message.author.username,
        // The id is Discord's; the name is whatever its owner likes.
        trust: 'mutable',
        role,
      },
      audience: placing.place.kind === 'thread' ? 'shared' : 'private',
      text: ownWords(fullText),
      fullText,
      subject: subjectOf(context.channel, context.settings),
      automatic: 'none',
      attachments: message.attachments.map(toAttachment),
      sentAt,
      ...(editedAt === undefined ? {} : { replaces: discordMessageId(thread, message.id) }),
      ...(isTooOld(sentAt, context) ? { hold: 'too_old' } : {}),
    },
  };
}

/** The same message whatever happens to it: the key that makes a second delivery a duplicate. */
export function discordMessageId(thread: Pick<ThreadRef, 'account' | 'space'>, external: string): MessageId {
  return messageId(`${DISCORD}/${thread.account}/${thread.space}/${external}`);
}

/** A deleted message has neither author nor text any more: both come from what we remember of it. */
export function fromDeletion(original: InboundMessage, now: Date): InboundMessage {
  const id = messageId(`${original.id}~deleted`);
  return { ...original, id, kind: 'deleted', replaces: original.id, text: '', fullText: '', attachments: [], sentAt: now };
}

/** The same for a message that only the store remembers: nobody is named as the one who deleted it. */
export function deletionIn(thread: ThreadRef, external: string, now: Date): InboundMessage {
  const original = discordMessageId(thread, external);
  return {
    id: messageId(`${original}~deleted`),
    kind: 'deleted',
    replaces: original,
    thread,
    author: { key: participantKey(`${DISCORD}/unknown`), displayName: '', trust: 'mutable', role: 'customer' },
    audience: toPlace(thread).kind === 'thread' ? 'shared' : 'private',
    text: '',
    fullText: '',
    subject: undefined,
    automatic: 'none',
    attachments: [],
    sentAt: now,
  };
}

export function roleOf(
  member: { readonly user: string; readonly roles: readonly string[] },
  settings: Pick<DiscordSettings, 'staffUsers' | 'staffRoles'>,
): Author['role'] {
  const isStaff = settings.staffUsers.includes(member.user) || member.roles.some((role) => settings.staffRoles.includes(role));
  return isStaff ? 'staff' : 'customer';
}

function nobodySpoke(message: DiscordMessage, self: string): IgnoredBecause | undefined {
  if (message.author.id === self) return 'own';
  if (message.webhook_id !== undefined) return 'webhook';
  if (message.author.bot === true) return 'bot';
  const isSpoken = message.type === MESSAGE_TYPE.default || message.type === MESSAGE_TYPE.reply;
  return isSpoken ? undefined : 'system';
}

/** The title of a forum post belongs to what its author asks. */
function subjectOf(channel: ChannelInfo | undefined, settings: Pick<DiscordSettings, 'forumChannels'>): string | undefined {
  const isPost = channel?.parent !== undefined && settings.forumChannels.includes(channel.parent);
  return isPost && channel.name !== undefined && channel.name !== '' ? channel.name : undefined;
}

/** As announced; whoever stores the message fetches it first. */
const toAttachment = ({ filename, size, content_type }: DiscordMessage['attachments'][number]): Attachment => ({
  name: filename,
  mediaType: content_type ?? 'application/octet-stream',
  bytes: size,
  state: 'refused',
});

const isTooOld = (sentAt: Date, { now, settings }: Pick<ReadingContext, 'now' | 'settings'>): boolean =>
  now.getTime() - sentAt.getTime() > settings.oldestAnsweredHours * 3_600_000;
