import { setTimeout as wait } from 'node:timers/promises';
import type { Channel } from '../src/channels/channel.ts';
import { createDiscordChannel } from '../src/channels/discord/discord-channel.ts';
import { createSlackChannel } from '../src/channels/slack/slack-channel.ts';
import { realWorld } from '../src/app/real-world.ts';
import { channelName, configVersion, outboundId } from '../src/domain/ids.ts';
import type { ThreadRef } from '../src/domain/message.ts';
import type { OutboundMessage } from '../src/domain/outbound.ts';
import { createFlow } from '../src/flow/flow.ts';
import { createLogger } from '../src/insight/logger.ts';
import { openSqliteStore } from '../src/store/sqlite/sqlite-store.ts';
import { FakeDiscord, GUILD, TOKEN } from '../test/support/discord/fake-discord.ts';
import { startFakeSlack } from '../test/support/slack/fake-slack.ts';
import { TEAM } from '../test/support/slack/slack-payloads.ts';
import { quantile, type Bench, type Figure } from './bench.ts';

const MESSAGES = 100;
const EVERY_MS = 40;
const ROUNDS = 3;
const LIMIT_SECONDS = 1;
const { now, schedule, random } = realWorld(createLogger({ level: 'error', sink: process.stderr }));

/** A platform with two rooms, one of which it can limit. */
interface Platform {
  readonly name: 'slack' | 'discord';
  readonly channel: Channel;
  readonly limited: ThreadRef;
  readonly free: ThreadRef;
  /** The limited room takes nothing from now on. */
  limit(): void;
  close(): Promise<void>;
}

export const limitsBench: Bench = {
  about: `how much later messages of one room arrive while another room is limited, ${MESSAGES} messages ${EVERY_MS} ms apart, ${ROUNDS} rounds`,
  async run(say) {
    const figures: Figure[] = [];
    for (const open of [openSlack, openDiscord]) {
      const [alone, beside]: [number[], number[]] = [[], []];
      // Turn by turn, so that whatever else the machine does meets both.
      for (let round = 0; round < ROUNDS; round += 1) {
        alone.push(...(await waitsOn(await open(), false)));
        beside.push(...(await waitsOn(await open(), true)));
        say(`round ${round + 1} of ${ROUNDS}`);
      }
      const [before, after] = [quantile(alone, 0.95), quantile(beside, 0.95)];
      const name = `p95 beside a limited room, ${open === openSlack ? 'Slack' : 'Discord'}`;
      figures.push({ name, value: after / before, unit: '×', goal: 1.2, detail: `${before} → ${after} ms, ${alone.length} messages each` });
    }
    return figures;
  },
};

/** Milliseconds from queued to delivered, through the real outbox: with the other room quiet, or full of messages and limited. */
async function waitsOn(platform: Platform, isLimited: boolean): Promise<readonly number[]> {
  const { name, channel, free, limited } = platform;
  const store = await openSqliteStore({ file: ':memory:', now, currentPlaybook: () => configVersion('bench'), alone: true });
  const waits: number[] = [];
  const nothing = async (): Promise<never> => Promise.reject(new Error('nobody writes here'));
  const flow = createFlow({
    store,
    steps: { messages: nothing, command: nothing, timer: nothing, giveUp: nothing },
    channels: new Map([[channelName(name), channel]]),
    now,
    schedule,
    random,
    emit: (event) => {
      if (event.name === 'message.delivered' && event.fields.outbound.startsWith('free')) waits.push(event.fields.ms);
    },
    report: () => undefined,
    onDead: async () => undefined,
  });
  await channel.start(async () => undefined);
  flow.start();
  if (isLimited) platform.limit();
  for (let number = 0; number < MESSAGES; number += 1) {
    const others = isLimited ? [messageTo(limited, `limited-${number}/0`)] : [];
    await store.enqueueOutbound([...others, messageTo(free, `free-${number}/0`)]);
    flow.wake();
    await wait(EVERY_MS);
  }
  while (waits.length < MESSAGES) await wait(20);
  await channel.stop();
  await flow.stop();
  await store.close();
  await platform.close();
  return waits;
}

const messageTo = (to: ThreadRef, id: string): OutboundMessage => ({
  id: outboundId(id),
  to,
  audience: { kind: 'thread' },
  body: { kind: 'text', markdown: 'It comes tomorrow.' },
  subject: undefined,
  secret: false,
  speaker: { kind: 'agent' },
  createdAt: now(),
});

async function openSlack(): Promise<Platform> {
  const slack = await startFakeSlack();
  const channel = createSlackChannel(
    { mode: 'socket', botToken: 'xoxb-fake-token', appToken: 'xapp-fake-token', apiUrl: slack.apiUrl },
    {
      threads: { participants: async () => [] },
      memory: { load: async () => undefined, save: async () => undefined },
      now,
      timers: { after: schedule },
      report: () => undefined,
    },
  );
  const room = (space: string): ThreadRef => ({ channel: channelName('slack'), account: TEAM, space, key: '1770000100.000100' });
  return {
    name: 'slack',
    channel,
    limited: room('C0LIMITED'),
    free: room('C0FREE001'),
    limit: () =>
      slack.fail({ kind: 'limit', method: 'chat.postMessage', channel: 'C0LIMITED', times: 10_000, retryAfterSeconds: LIMIT_SECONDS }),
    close: () => slack.close(),
  };
}

async function openDiscord(): Promise<Platform> {
  const discord = new FakeDiscord();
  await discord.start();
  const [parent, limited, free] = ['200000000000000001', '200000000000000002', '200000000000000003'];
  for (const id of [limited, free]) discord.addChannel({ id, type: 11, parent, owner: '900000000000000001' });
  const channel = createDiscordChannel(
    { token: TOKEN, apiUrl: discord.apiUrl, supportCommand: false, company: { name: 'Larkfield Outfitters', agentName: 'Robin' } },
    { memory: { load: async () => undefined, save: async () => undefined }, now, schedule, report: () => undefined },
  );
  const room = (key: string): ThreadRef => ({ channel: channelName('discord'), account: GUILD, space: parent, key });
  const when = new RegExp(`^POST /channels/${limited}/messages`);
  return {
    name: 'discord',
    channel,
    limited: room(limited),
    free: room(free),
    limit: () => discord.fail(...Array.from({ length: 10_000 }, () => ({ when, status: 429, retryAfter: LIMIT_SECONDS }))),
    close: () => discord.stop(),
  };
}
