import { AppError } from '../../domain/error.ts';
import { deskThread } from '../../domain/desk-view.ts';
import type { DeskPerson, DeskPress } from '../../domain/desk-port.ts';
import type { CardPlaces } from '../desk-thread/card-places.ts';
import type { ChannelDirectory } from './channel-directory.ts';
import { fromDeskId, shortName, type DeskControl } from './desk-id.ts';
import { INTERACTION_TYPE, type DiscordComponent, type DiscordInteraction, type DiscordMessage } from './discord-payloads.ts';
import type { DiscordPorts } from './discord-ports.ts';
import type { DiscordRest } from './discord-rest.ts';
import { authorKey, DISCORD } from './discord-thread.ts';
import { noticeReply, SEEN, type InteractionReply } from './interaction-replies.ts';
import type { PrivateReplies } from './private-replies.ts';
import { DESK_FIELD, toDiscordForm } from './to-discord-card.ts';

/** What people do at the desk's cards and in the threads below them. */
export interface DiscordDesk {
  readonly channel: string;
  /** Whether the message stands below a card; then it is no customer's. Rejects when it must be read again. */
  heard(message: DiscordMessage): Promise<boolean>;
  /** Whether the press was the desk's; then it is answered. */
  interaction(interaction: DiscordInteraction): Promise<boolean>;
}

export interface DiscordDeskParts {
  readonly desk: NonNullable<DiscordPorts['desk']>;
  readonly rest: Pick<DiscordRest, 'reply'>;
  readonly directory: ChannelDirectory;
  readonly places: CardPlaces;
  readonly replies: PrivateReplies;
  readonly self: () => string;
}

export function createDiscordDesk({ desk, rest, directory, places, replies, self }: DiscordDeskParts): DiscordDesk {
  const { channel, port } = desk;

  /** Only in the server of the desk's own channel is somebody who is listed our colleague. */
  async function personOf(user: string, guild: string | undefined): Promise<DeskPerson> {
    const home = (await directory.find(channel))?.guild;
    return { key: authorKey(user), isOutside: guild === undefined || guild !== home };
  }

  async function answer(interaction: DiscordInteraction, control: DeskControl, user: string): Promise<InteractionReply> {
    const { button, ticket, seen } = control;
    const person = await personOf(user, interaction.guild_id);
    if (control.step === 'press') {
      const form = await port.formFor({ ticket, button, person });
      if (form) return toDiscordForm(form, { ticket, button, seen, openedBy: shortName(interaction.id) });
    }
    const words = control.step === 'form' ? fieldOf(interaction.data?.components ?? []) : undefined;
    const press: DeskPress = { id: idOf(interaction, control), ticket, button, person, words, seen };
    // What the desk has to say to this person alone goes back by this interaction.
    replies.remember(deskThread({ on: DISCORD, channel }, ticket), user, interaction);
    await port.press(press);
    return SEEN;
  }

  return {
    channel,
    async heard(message) {
      const room = message.channel_id;
      if (room === channel) return true;
      const ticket = await places.ticketAt(channel, room);
      if (ticket === undefined) {
        const thread = await directory.find(room);
        if (thread?.parent !== channel) return false;
        // A card of ours whose post is not recorded yet: the message is read again from the history.
        if (thread.owner === self() && message.author.id !== self())
          throw new AppError('channel_unavailable', 'a card that is not known yet', { retryable: true });
        return true;
      }
      const { author } = message;
      if (author.id === self() || author.bot === true || message.webhook_id !== undefined) return true;
      const guild = message.guild_id ?? (await directory.find(room))?.guild;
      await port.heard({
        id: [DISCORD, 'said', room, message.id].join('/'),
        ticket,
        person: await personOf(author.id, guild),
        text: message.content,
        files: message.attachments.length,
      });
      return true;
    },
    async interaction(interaction) {
      const control = fromDeskId(interaction.data?.custom_id ?? '');
      const user = interaction.member?.user ?? interaction.user;
      if (!control || !user || interaction.type === INTERACTION_TYPE.command) return false;
      const reply = await answer(interaction, control, user.id).catch(() => noticeReply('try_again'));
      await rest.reply(interaction, reply);
      return true;
    },
  };
}

/** A form that seemed to fail stays open and is sent again as another interaction: what opened it names it. */
const idOf = ({ id }: DiscordInteraction, { step, openedBy }: DeskControl): string =>
  step === 'form' && openedBy !== undefined ? [DISCORD, 'form', openedBy].join('/') : [DISCORD, 'press', id].join('/');

/** What was typed, or chosen. */
function fieldOf(components: readonly DiscordComponent[]): string {
  for (const { custom_id: id, value, values, component, components: inner } of components) {
    if (id === DESK_FIELD) return value ?? values?.[0] ?? '';
    const found = fieldOf([...(component === undefined ? [] : [component]), ...(inner ?? [])]);
    if (found !== '') return found;
  }
  return '';
}
