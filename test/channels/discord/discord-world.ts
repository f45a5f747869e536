import { expect } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { createDiscordChannel } from '../../../src/channels/discord/discord-channel.ts';
import type { DiscordEvent, DiscordPorts } from '../../../src/channels/discord/discord-ports.ts';
import type { DiscordSettingsInput } from '../../../src/channels/discord/discord-settings.ts';
import type { Channel } from '../../../src/channels/channel.ts';
import { outboundId, participantKey } from '../../../src/domain/ids.ts';
import type { InboundMessage } from '../../../src/domain/message.ts';
import type { OutboundBody, OutboundMessage } from '../../../src/domain/outbound.ts';
import { FakeDiscord, GUILD, TOKEN } from '../../support/discord/fake-discord.ts';
import type { FakeUser } from '../../support/discord/discord-objects.ts';

export const SUPPORT = '200000000000000001';
export const FORUM = '200000000000000002';
export const LOUNGE = '200000000000000003';
export const MIA: FakeUser = { id: '400000000000000001', username: 'mia' };
export const JONAS: FakeUser = { id: '400000000000000002', username: 'jonas' };
export const DANA: FakeUser = { id: '400000000000000003', username: 'dana' };

export async function startDiscord(heartbeatMs?: number): Promise<FakeDiscord> {
  const discord = new FakeDiscord(heartbeatMs);
  await discord.start();
  discord.addChannel({ id: SUPPORT, type: 0, name: 'support' });
  discord.addChannel({ id: FORUM, type: 15, name: 'help' });
  discord.addChannel({ id: LOUNGE, type: 0, name: 'lounge' });
  return discord;
}

/** The store's side of the channel: what was accepted once is a duplicate the second time, also after a restart. */
export interface StoreSide extends DiscordPorts {
  readonly accepted: InboundMessage[];
  readonly events: DiscordEvent[];
  readonly memoryOf: Map<string, string>;
  deliveries: number;
  /** Moves the channel's clock. */
  laterMs: number;
  refuse: boolean;
}

export function storeSide(): StoreSide {
  const memoryOf = new Map<string, string>();
  const side: StoreSide = {
    accepted: [],
    events: [],
    memoryOf,
    deliveries: 0,
    laterMs: 0,
    refuse: false,
    memory: { load: async (name) => memoryOf.get(name), save: async (name, value) => void memoryOf.set(name, value) },
    now: () => new Date(Date.now() + side.laterMs),
    schedule: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    report: (event) => void side.events.push(event),
  };
  return side;
}

export interface Running {
  readonly channel: Channel;
  readonly side: StoreSide;
  readonly accepted: readonly InboundMessage[];
  /** Waits for that many distinct messages. */
  readonly waitFor: (count: number) => Promise<readonly InboundMessage[]>;
}

export async function openChannel(
  discord: FakeDiscord,
  side = storeSide(),
  settings: Partial<DiscordSettingsInput> = {},
): Promise<Running> {
  const channel = createDiscordChannel(
    {
      token: TOKEN,
      apiUrl: discord.apiUrl,
      supportChannels: [SUPPORT],
      forumChannels: [FORUM],
      staffUsers: [DANA.id],
      company: { name: 'Larkfield Outfitters', agentName: 'Robin' },
      ...settings,
    },
    side,
  );
  await channel.start(async (messages) => {
    if (side.refuse) throw new Error('the disk is full');
    for (const message of messages) {
      side.deliveries += 1;
      if (!side.accepted.some(({ id }) => id === message.id)) side.accepted.push(message);
    }
  });
  return {
    channel,
    side,
    accepted: side.accepted,
    waitFor: async (count) => {
      await until(() => side.accepted.length >= count);
      expect(side.accepted).toHaveLength(count);
      return side.accepted;
    },
  };
}

export async function until(isTrue: () => boolean, timeoutMs = 8_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!isTrue() && Date.now() < end) await wait(10);
  expect(isTrue()).toBe(true);
}

export function answerTo(
  message: Pick<InboundMessage, 'thread'>,
  body: string | OutboundBody,
  parts: Partial<OutboundMessage> = {},
): OutboundMessage {
  return {
    id: outboundId(`turn-${Math.random()}/0`),
    to: message.thread,
    audience: { kind: 'thread' },
    body: typeof body === 'string' ? { kind: 'text', markdown: body } : body,
    subject: undefined,
    secret: false,
    speaker: { kind: 'agent' },
    createdAt: new Date(),
    ...parts,
  };
}

export const onlyTo = (user: FakeUser): Pick<OutboundMessage, 'audience'> => ({
  audience: { kind: 'only', participant: participantKey(`discord/${user.id}`) },
});

export const inGuild = (key: string, space = SUPPORT): Pick<InboundMessage['thread'], 'account' | 'space' | 'key'> => ({
  account: GUILD,
  space,
  key,
});
