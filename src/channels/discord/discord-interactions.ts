import { assertNever } from '../../domain/assert-never.ts';
import type { InboundMessage, ThreadRef } from '../../domain/message.ts';
import type { Schedule } from '../../domain/ports.ts';
import { BoundedMap } from './bounded-map.ts';
import type { DiscordDesk } from './discord-desk.ts';
import type { DiscordInteraction } from './discord-payloads.ts';
import type { DiscordRest } from './discord-rest.ts';
import type { DiscordSettings } from './discord-settings.ts';
import { fromInteraction } from './from-interaction.ts';
import type { Press } from './from-interaction.ts';
import { formReply, noticeBody, noticeReply, SEEN, SEEN_AND_DONE } from './interaction-replies.ts';
import type { InteractionReply } from './interaction-replies.ts';
import type { PrivateReplies } from './private-replies.ts';

/** Discord waits three seconds for the first answer; storing that takes longer is acknowledged before it is done. */
const PATIENCE_MS = 2_000;
const MOST = 2_000;

export interface InteractionsWorld {
  readonly settings: DiscordSettings;
  readonly rest: Pick<DiscordRest, 'reply' | 'postAside'>;
  readonly replies: PrivateReplies;
  readonly schedule: Schedule;
  readonly receive: (messages: readonly InboundMessage[]) => Promise<void>;
  /** Where the desk's cards stand. */
  readonly desk: DiscordDesk | undefined;
  /** Somebody wants to see what could not be sent to them. */
  readonly onReveal: (thread: ThreadRef, user: string) => Promise<void>;
}

export type DiscordInteractions = (interaction: DiscordInteraction) => Promise<void>;

/** Acknowledges within three seconds, once what was said is stored; what could not be stored is said to the person at once. */
export function createDiscordInteractions(world: InteractionsWorld): DiscordInteractions {
  const { rest, replies, schedule } = world;
  /** A replay brings a press again; it was answered, and an interaction takes one answer. */
  const answered = new BoundedMap<string, true>(MOST);

  async function say(interaction: DiscordInteraction, press: Extract<Press, { kind: 'said' }>): Promise<void> {
    replies.remember(press.message.thread, press.user, interaction);
    const storing = world.receive([press.message]).then(
      () => 'stored' as const,
      () => 'failed' as const,
    );
    const first = await soonest(storing, PATIENCE_MS, schedule);
    if (first === 'failed') {
      await rest.reply(interaction, noticeReply('try_again'));
      return;
    }
    await rest.reply(interaction, acknowledgement(press));
    if (first === 'slow' && (await storing) === 'failed') {
      await rest.postAside(interaction.application_id, interaction.token, noticeBody('try_again'));
    }
  }

  return async (interaction) => {
    if (answered.has(interaction.id)) return undefined;
    answered.set(interaction.id, true);
    if (await world.desk?.interaction(interaction)) return undefined;
    const press = fromInteraction(interaction, world.settings);
    switch (press.kind) {
      case 'said':
        return say(interaction, press);
      case 'open_form':
        await rest.reply(interaction, formReply(press.control));
        return undefined;
      case 'reveal':
        replies.remember(press.control.thread, press.user, interaction);
        await rest.reply(interaction, noticeReply('coming'));
        return world.onReveal(press.control.thread, press.user);
      case 'ignored':
        await rest.reply(interaction, noticeReply(press.because === 'empty' ? 'try_again' : 'gone'));
        return undefined;
      default:
        return assertNever(press);
    }
  };
}

function acknowledgement({ how, answersIt }: Extract<Press, { kind: 'said' }>): InteractionReply {
  if (how === 'command') return noticeReply('got_it');
  return answersIt ? SEEN_AND_DONE : SEEN;
}

function soonest<T>(work: Promise<T>, ms: number, schedule: Schedule): Promise<T | 'slow'> {
  return new Promise((resolve) => {
    const cancel = schedule(ms, () => resolve('slow'));
    void work.finally(cancel).then(resolve);
  });
}
