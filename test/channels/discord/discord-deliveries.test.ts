import { afterAll, beforeAll, describe, it } from '@jest/globals';
import fc from 'fast-check';
import { createCatchUp, type CatchUp } from '../../../src/channels/discord/catch-up.ts';
import { createChannelDirectory } from '../../../src/channels/discord/channel-directory.ts';
import { createDirectQuestions } from '../../../src/channels/discord/direct-questions.ts';
import { createDiscordIntake } from '../../../src/channels/discord/discord-intake.ts';
import type { DiscordMessage } from '../../../src/channels/discord/discord-payloads.ts';
import { readDiscordSettings } from '../../../src/channels/discord/discord-settings.ts';
import { ReadingPositions } from '../../../src/channels/discord/reading-positions.ts';
import { isLater } from '../../../src/channels/discord/snowflake.ts';
import { deliveries, edited, expectEachOnce, words, type Happening, type Spoken } from '../../support/channels/deliveries.ts';
import { openStoredTurns, type StoredTurns } from '../../support/channels/stored-turns.ts';
import { GUILD, idAt, JONAS, messageOf, MIA, NOW, SELF, SUPPORT } from './discord-builders.ts';

const PEOPLE = [MIA, JONAS] as const;
const PLACES = ['direct', 'thread'] as const;
type Place = (typeof PLACES)[number];
const at = (second: number): string => new Date(NOW.getTime() + second * 1_000).toISOString();

/** A run of one channel: what stands on the platform, and the way in. */
interface Room {
  readonly channel: string;
  readonly place: Place;
  readonly spoken: readonly Spoken[];
  readonly written: DiscordMessage[];
  readonly feed: CatchUp;
  readonly intake: ReturnType<typeof createDiscordIntake>;
}

describe('deliveries of Discord', () => {
  let turns: StoredTurns;
  beforeAll(async () => {
    turns = await openStoredTurns();
  });
  afterAll(() => turns.close());

  let rooms = 0;
  async function openRoom(place: Place, spoken: readonly Spoken[]): Promise<Room> {
    const channel = `7${String((rooms += 1)).padStart(17, '0')}`;
    const settings = readDiscordSettings({ token: 'x', supportChannels: [SUPPORT], company: { name: 'L', agentName: 'R' }, edits: true });
    const directory = createChannelDirectory(async () => undefined);
    if (place === 'thread') directory.put({ id: channel, type: 11, guild_id: GUILD, parent_id: channel.replace('7', '8') });
    else directory.put({ id: channel, type: 1 });
    const written: DiscordMessage[] = [];
    const schedule = (_: number, run: () => void) => {
      const soon = setImmediate(run);
      return () => clearImmediate(soon);
    };
    const memory = { load: async () => undefined, save: async () => undefined };
    const positions = new ReadingPositions({ memory, now: () => new Date(NOW.getTime() - 60_000), schedule });
    await positions.load();
    const parent = channel.replace('7', '8');
    const intake = createDiscordIntake({
      settings: { ...settings, supportChannels: [parent] },
      directory,
      positions,
      questions: createDirectQuestions(),
      receive: (messages) => turns.receive(messages),
      self: () => SELF,
      now: () => NOW,
      report: () => undefined,
      onWaiting: () => undefined,
      roots: new Map(),
      fetchFiles: async () => [],
      originalThread: (id) => turns.findThread('discord', id),
    });
    const feed = createCatchUp({
      deskChannel: undefined,
      settings: { ...settings, supportChannels: [] },
      rest: {
        history: async (_, after) => ({
          kind: 'ok',
          value: written.filter(({ id }) => isLater(id, after)).map(({ guild_id: _gateway, ...message }) => message),
        }),
        activeThreads: async () => ({ kind: 'ok', value: { threads: [] } }),
      },
      directory,
      positions,
      intake,
      schedule,
      report: () => undefined,
    });
    return { channel, place, spoken, written, feed, intake };
  }

  const messageIn = ({ channel, place, spoken }: Room, message: number, isEdited = false): DiscordMessage =>
    messageOf({
      id: idAt(message * 2 + 1_000 * rooms),
      channel_id: channel,
      ...(place === 'direct' ? { guild_id: undefined } : {}),
      author: { id: PEOPLE[spoken[message]?.by ?? 0], username: 'somebody' },
      content: isEdited ? edited(message) : words(message),
      timestamp: at(message * 2),
      ...(isEdited ? { edited_timestamp: at(message * 2 + 1) } : {}),
    });

  function deliver(room: Room, { kind, message }: Happening): void {
    const { feed, intake, channel } = room;
    if (kind === 'said') return feed.push(messageIn(room, message));
    if (kind === 'edited') return feed.inOrder(channel, () => intake.edited(messageIn(room, message, true)));
    return feed.inOrder(channel, () => intake.deleted({ id: messageIn(room, message).id, channel_id: channel }));
  }

  /** Everything that was pushed is through, retries included. */
  async function settle({ feed, channel }: Room): Promise<void> {
    for (let round = 0; round < 4; round += 1) {
      await new Promise<void>((resolve) => feed.inOrder(channel, async () => resolve()));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  const spaceOf = ({ channel, place }: Room): string => (place === 'direct' ? channel : channel.replace('7', '8'));

  it.each(PLACES.map((place) => [place, 300] as const))(
    'in any order and number, in a %s room of Discord, put each text into one turn, in the order in which it was sent (%i cases)',
    async (place, numRuns) => {
      await fc.assert(
        fc.asyncProperty(deliveries, async ({ spoken, groups, work, refusals }) => {
          const room = await openRoom(place, spoken);
          spoken.forEach((one, message) => {
            if (one.change !== 'deleted') room.written.push(messageIn(room, message, one.change === 'edited'));
          });
          turns.refuse(refusals);
          for (const [index, group] of groups.entries()) {
            for (const happening of group) deliver(room, happening);
            if (work[index] !== true) continue;
            await settle(room);
            await turns.work();
          }
          turns.refuse(0);
          await settle(room);
          await turns.work();
          await room.feed.stop();
          expectEachOnce(spoken, turns.turnsIn(spaceOf(room)));
        }),
        { numRuns, seed: 7 },
      );
    },
    60_000,
  );

  it.each(PLACES.map((place) => [place, 200] as const))(
    'of which some are lost in a gap, in a %s room, are read from the history, once (%i cases)',
    async (place, numRuns) => {
      const gaps = fc.record({
        count: fc.integer({ min: 1, max: 8 }),
        heard: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        again: fc.array(fc.nat({ max: 7 }), { maxLength: 4 }),
      });
      await fc.assert(
        fc.asyncProperty(gaps, async ({ count, heard, again }) => {
          const spoken = Array.from({ length: count }, (): Spoken => ({ by: 0, change: 'none' }));
          const room = await openRoom(place, spoken);
          const said = (message: number): Happening => ({ kind: 'said', message, second: 0 });
          const firstLost = spoken.findIndex((_, message) => message > 0 && heard[message] === false);
          for (const [message] of spoken.entries()) {
            room.written.push(messageIn(room, message));
            if (firstLost === -1 || message < firstLost) deliver(room, said(message));
          }
          await settle(room);
          await turns.work();
          room.feed.afterGap([]);
          for (const message of again) if (message < count) deliver(room, said(message));
          await settle(room);
          await turns.work();
          await room.feed.stop();
          expectEachOnce(spoken, turns.turnsIn(spaceOf(room)));
        }),
        { numRuns, seed: 7 },
      );
    },
    60_000,
  );
});
