import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { assertNever } from '../../../src/domain/assert-never.ts';
import type { FakeMessage } from '../discord/discord-objects.ts';
import { BOT, FakeDiscord, GUILD } from '../discord/fake-discord.ts';
import { DESK_ROOM, DISCORD_PEOPLE, discordEnv, withDiscordDesk } from './desk-accounts.ts';
import type { DeskAct, DeskSide, Person, PreparedAct, SeenCard } from './desk-side.ts';
import { soon } from './soon.ts';

/** Longer than a busy machine needs; Discord waits three seconds. */
const ACK_MS = 1_500;
/** Discord's number for "taken". */
const DEFERRED = 6;
const OTHER_GUILD = '100000000000000777';

const row = z.object({ components: z.array(z.object({ label: z.string(), custom_id: z.string() })) });
const embed = z.object({ title: z.string().max(256), description: z.string().max(4_096) });
const form = z.object({
  type: z.literal(9),
  data: z.object({
    custom_id: z.string(),
    components: z.array(z.object({ component: z.object({ type: z.number(), custom_id: z.string() }) })).min(1),
  }),
});
const callback = z.object({
  type: z.number(),
  data: z.object({ content: z.string().optional(), flags: z.number().optional() }).optional(),
});

const buttonsOf = ({ components }: FakeMessage): z.infer<typeof row>['components'] =>
  z
    .array(row)
    .parse(components)
    .flatMap((one) => one.components);
const textOf = ({ content, embeds }: FakeMessage): string =>
  [
    content,
    ...z
      .array(embed)
      .parse(embeds)
      .flatMap(({ title, description }) => [title, description]),
  ].join('\n');
/** As people see it, without the signs that keep words from being mark-up. */
const asSeen = (text: string): string => text.replaceAll(/\\(?=[^\w\s])/g, '');

/** A server with the desk's forum (or text channel); `outsider` presses from another server, and is listed by mistake. */
export async function openDiscordSide(kind: 'forum' | 'text'): Promise<DeskSide & { readonly discord: FakeDiscord }> {
  const discord = new FakeDiscord();
  await discord.start();
  discord.addChannel({ id: DESK_ROOM, type: kind === 'forum' ? 15 : 0, name: 'desk' });
  /** Who gets what was answered aside, by the interaction's token. */
  const tokens = new Map<string, Person>();
  const isCard = ({ content, author }: FakeMessage): boolean => author.id === BOT.id && /^\*\*T-\d+\*\* · /.test(content);
  const cardMessages = (): readonly FakeMessage[] =>
    [...discord.messages.entries()].flatMap(([room, messages]) =>
      room === DESK_ROOM || discord.channels.get(room)?.parent === DESK_ROOM ? messages.filter(isCard) : [],
    );
  const ticketOf = ({ content }: FakeMessage): string => /T-\d+/.exec(content)?.[0] ?? '';
  const cardOf = (ticket: string): FakeMessage | undefined => cardMessages().findLast((message) => ticketOf(message) === ticket);
  const standing = (ticket: string): Promise<FakeMessage> => soon(`a card of ${ticket}`, () => cardOf(ticket));

  /** One interaction; resolves with its id. */
  function interact(who: Person, parts: Parameters<FakeDiscord['interact']>[1]): string {
    const guild = who === 'outsider' ? { guild_id: OTHER_GUILD } : {};
    const { id, token } = discord.interact(DISCORD_PEOPLE[who], { ...parts, ...guild });
    tokens.set(token, who);
    return id;
  }

  async function interactUntilAnswered(who: Person, parts: Parameters<FakeDiscord['interact']>[1], times: number): Promise<string> {
    const id = interact(who, parts);
    discord.gateway.repeatLast(times - 1);
    await soon('an answer to the interaction', () => discord.callbacks.find((one) => one.id === id));
    return id;
  }

  async function pressOf(ticket: string, label: string, value?: string): Promise<Parameters<FakeDiscord['interact']>[1]> {
    const card = await standing(ticket);
    const name = label === 'Return to bot' ? 'return' : label.toLowerCase().replace(' ', '_');
    const shown = buttonsOf(card).find((button) => button.label === label)?.custom_id ?? `desk:${name}:${ticket}:`;
    const customId = value === undefined ? shown : `desk:${name}:${ticket}:${value}`;
    const message = { id: card.id, flags: 0, components: card.components };
    return { type: 3, channel_id: card.channel_id, message, data: { custom_id: customId, component_type: 2 } };
  }

  /** Presses, and fills in the form that opens; each time it is sent is an interaction of its own. */
  async function formOf(ticket: string, label: string, who: Person, words: string): Promise<Parameters<FakeDiscord['interact']>[1]> {
    const press = await pressOf(ticket, label);
    const pressed = await interactUntilAnswered(who, press, 1);
    const opened = form.parse(discord.callbacks.find(({ id }) => id === pressed)?.body);
    const components = opened.data.components.map(({ component: { type, custom_id } }) => ({
      type: 18,
      component: type === 3 ? { type, custom_id, values: [words] } : { type, custom_id, value: words },
    }));
    return { type: 5, channel_id: press.channel_id, data: { custom_id: opened.data.custom_id, components } };
  }

  /** Whether Discord heard in time that it was taken; otherwise the person reads that it failed, and a form stays open. */
  async function isTaken(id: string): Promise<boolean> {
    const end = performance.now() + ACK_MS;
    while (performance.now() < end) {
      const answered = discord.callbacks.find((one) => one.id === id);
      if (answered) return callback.parse(answered.body).type === DEFERRED;
      await wait(10);
    }
    return false;
  }

  async function prepare(ticket: string, act: DeskAct, who: Person): Promise<PreparedAct> {
    switch (act.kind) {
      case 'press':
        return { deliver: async () => isTaken(interact(who, await pressOf(ticket, act.label))) };
      case 'fill': {
        const filled = await formOf(ticket, act.label, who, act.words);
        return { deliver: () => isTaken(interact(who, filled)) };
      }
      case 'say': {
        const card = await standing(ticket);
        await soon('a thread', () => discord.channels.get(card.id));
        return {
          // What was said stands there; nothing has to be acknowledged.
          deliver: async () => Boolean(discord.say(DISCORD_PEOPLE[who], card.id, act.words, {}, GUILD)),
        };
      }
      default:
        return assertNever(act);
    }
  }

  return {
    discord,
    env: discordEnv(discord.apiUrl),
    configure: withDiscordDesk,
    connected: () => soon('a gateway', () => (discord.gateway.isConnected ? true : undefined)),
    cards: () =>
      cardMessages().map((message): SeenCard => ({
        ticket: ticketOf(message),
        text: asSeen(textOf(message)),
        buttons: buttonsOf(message).map(({ label }) => label),
      })),
    thread(ticket) {
      const card = cardOf(ticket);
      return (discord.messages.get(card?.id ?? '') ?? []).filter((message) => message !== card && message.author.id === BOT.id).map(textOf);
    },
    told: (who) => discord.asides.filter(({ token }) => tokens.get(token) === who).map(({ body }) => body.content),
    prepare,
    async press(ticket, label, who, { times = 1, value } = {}) {
      await interactUntilAnswered(who, await pressOf(ticket, label, value), times);
    },
    async fill(ticket, label, who, words, { times = 1 } = {}) {
      await interactUntilAnswered(who, await formOf(ticket, label, who, words), times);
    },
    formsOpened: () => discord.callbacks.filter(({ body }) => callback.parse(body).type === 9).length,
    async say(ticket, who, text, { times = 1, withFile = false } = {}) {
      const card = await standing(ticket);
      await soon('a thread', () => discord.channels.get(card.id));
      const attachments = withFile
        ? [{ name: 'label.pdf', type: 'application/pdf', size: 9, url: 'https://cdn.discordapp.com/label.pdf' }]
        : [];
      discord.say(DISCORD_PEOPLE[who], card.id, text, { attachments }, who === 'outsider' ? OTHER_GUILD : GUILD);
      discord.gateway.repeatLast(times - 1);
    },
    break(isBroken) {
      if (!isBroken) return discord.mend();
      const fault = { when: new RegExp(`^(?:POST|PATCH) /channels/`), status: 500 };
      return discord.fail(...Array.from({ length: 500 }, () => fault));
    },
    loseNextAnswer: () =>
      discord.fail({ when: new RegExp(`^POST /channels/${DESK_ROOM}/(?:threads|messages)$`), status: 500, after: true, hangUp: true }),
    holdNextWrite: (lateByMs) =>
      new Promise((onCome) =>
        discord.fail({ when: /^(?:POST|PATCH) \/channels\/\d+\/(?:messages|threads)/, status: 200, lateByMs, onCome }),
      ),
    deleteCard(ticket) {
      const card = cardOf(ticket);
      if (card === undefined) throw new Error(`there is no card of ${ticket}`);
      discord.channels.delete(card.id);
      discord.messages.delete(card.id);
      const room = discord.messages.get(DESK_ROOM) ?? [];
      discord.messages.set(
        DESK_ROOM,
        room.filter(({ id }) => id !== card.id),
      );
    },
    mentionOf: (who) => new RegExp(`<@${DISCORD_PEOPLE[who].id}>`),
    violations: () => discord.violations,
    close: () => discord.stop(),
  };
}
