import { assertNever } from '../../domain/assert-never.ts';
import type { InboundMessage, ThreadRef } from '../../domain/message.ts';
import { fromCustomId } from './custom-id.ts';
import type { Control } from './custom-id.ts';
import { FLAG_EPHEMERAL, INTERACTION_TYPE } from './discord-payloads.ts';
import type { DiscordComponent, DiscordInteraction } from './discord-payloads.ts';
import type { DiscordSettings } from './discord-settings.ts';
import { authorKey, toPlace, toThreadRef } from './discord-thread.ts';
import { discordMessageId, roleOf } from './from-discord.ts';
import { snowflakeTime } from './snowflake.ts';

export const SUPPORT_COMMAND = 'support';
export const QUESTION_OPTION = 'question';
/** The one field of our forms. */
export const FIELD = 'words';

/** What somebody did with a button, a form or the command. */
export type Press =
  /** Said something: it goes on as a message, and the press is acknowledged. */
  | {
      readonly kind: 'said';
      readonly message: InboundMessage;
      readonly user: string;
      readonly how: 'command' | 'button' | 'form';
      /** The question is answered by whoever was asked: its buttons go. */
      readonly answersIt: boolean;
    }
  | { readonly kind: 'open_form'; readonly control: Control; readonly user: string }
  | { readonly kind: 'reveal'; readonly control: Control; readonly user: string }
  | { readonly kind: 'ignored'; readonly because: 'not_ours' | 'other_server' | 'empty' };

type Settings = Pick<DiscordSettings, 'guildIds' | 'staffUsers' | 'staffRoles'>;

export function fromInteraction(interaction: DiscordInteraction, settings: Settings): Press {
  const person = interaction.member?.user ?? interaction.user;
  if (person === undefined || person.bot === true) return { kind: 'ignored', because: 'not_ours' };
  const { guild_id: guild } = interaction;
  if (guild !== undefined && settings.guildIds.length > 0 && !settings.guildIds.includes(guild))
    return { kind: 'ignored', because: 'other_server' };
  if (interaction.type === INTERACTION_TYPE.command) return fromCommand(interaction, person.id, settings);
  const control = fromCustomId(interaction.data?.custom_id ?? '');
  if (control === undefined) return { kind: 'ignored', because: 'not_ours' };
  if (interaction.type === INTERACTION_TYPE.form) {
    return said(interaction, person.id, control.thread, fieldOf(interaction.data?.components ?? []), 'form', settings, control.asked);
  }
  if (interaction.type !== INTERACTION_TYPE.component) return { kind: 'ignored', because: 'not_ours' };
  switch (control.verb) {
    case 'say':
      return said(interaction, person.id, control.thread, spokenLabel(labelOf(interaction)), 'button', settings, control.asked);
    case 'code':
    case 'words':
      return { kind: 'open_form', control, user: person.id };
    case 'reveal':
      return { kind: 'reveal', control, user: person.id };
    case 'typed':
      return { kind: 'ignored', because: 'not_ours' };
    default:
      return assertNever(control.verb);
  }
}

/** In a server `/support` is a conversation aside: only the person who asks sees question and answer. */
function fromCommand(interaction: DiscordInteraction, user: string, settings: Settings): Press {
  const { data, guild_id: guild, channel_id: channel } = interaction;
  if (data?.name !== SUPPORT_COMMAND || channel === undefined) return { kind: 'ignored', because: 'not_ours' };
  const question = data.options?.find(({ name }) => name === QUESTION_OPTION)?.value;
  const thread = toThreadRef(guild === undefined ? { kind: 'direct', channel } : { kind: 'aside', guild, channel, user });
  return said(interaction, user, thread, typeof question === 'string' ? question : '', 'command', settings);
}

function said(
  interaction: DiscordInteraction,
  user: string,
  thread: ThreadRef,
  words: string,
  how: 'command' | 'button' | 'form',
  settings: Settings,
  asked?: string,
): Press {
  const text = words.replaceAll('\0', '').trim();
  if (text === '') return { kind: 'ignored', because: 'empty' };
  const person = interaction.member?.user ?? interaction.user;
  const place = toPlace(thread);
  // A press on somebody else's private conversation cannot happen in Discord, and does not count.
  if (place.kind === 'aside' && place.user !== user) return { kind: 'ignored', because: 'not_ours' };
  return {
    kind: 'said',
    user,
    how,
    answersIt: (isForOneOnly(interaction) || asked === user) && (how === 'button' || asksForCode(interaction)),
    message: {
      id: discordMessageId(thread, interaction.id),
      kind: 'new',
      thread,
      author: {
        key: authorKey(user),
        displayName: interaction.member?.nick ?? person?.global_name ?? person?.username ?? 'somebody',
        trust: 'mutable',
        role: roleOf({ user, roles: interaction.member?.roles ?? [] }, settings),
      },
      audience: place.kind === 'thread' ? 'shared' : 'private',
      text,
      fullText: text,
      subject: undefined,
      automatic: 'none',
      attachments: [],
      sentAt: snowflakeTime(interaction.id),
    },
  };
}

const isForOneOnly = ({ guild_id: guild, message }: DiscordInteraction): boolean =>
  guild === undefined || ((message?.flags ?? 0) & FLAG_EPHEMERAL) !== 0;

/** A form for further words can be opened again and again, one for a code is used up. */
const asksForCode = ({ message }: DiscordInteraction): boolean =>
  flatten(message?.components ?? []).some(({ custom_id: id }) => fromCustomId(id ?? '')?.verb === 'code');

/** What stands on the pressed button. */
function labelOf({ data, message }: DiscordInteraction): string {
  return flatten(message?.components ?? []).find(({ custom_id }) => custom_id === data?.custom_id)?.label ?? '';
}

/** `Yes` is said as "yes"; a label that is no plain word stays as it is. */
const spokenLabel = (label: string): string => (/^\p{Lu}\p{Ll}*$/u.test(label) ? label.toLowerCase() : label);

const fieldOf = (components: readonly DiscordComponent[]): string =>
  flatten(components).find(({ custom_id, value }) => custom_id === FIELD && value !== undefined)?.value ?? '';

function flatten(components: readonly DiscordComponent[]): readonly DiscordComponent[] {
  return components.flatMap((one) => [
    one,
    ...flatten(one.components ?? []),
    ...(one.component === undefined ? [] : flatten([one.component])),
  ]);
}
