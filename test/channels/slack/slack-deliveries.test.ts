import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHeard } from '../../../src/channels/slack/heard.ts';
import { createSlackIntake, type SlackIntake } from '../../../src/channels/slack/slack-intake.ts';
import type { SlackEnvelope } from '../../../src/channels/slack/slack-event.ts';
import { personKey } from '../../../src/channels/slack/slack-names.ts';
import { deliveries, edited, expectEachOnce, words, type Happening, type Spoken } from '../../support/channels/deliveries.ts';
import { openStoredTurns, type StoredTurns } from '../../support/channels/stored-turns.ts';
import { BOT, BOT_USER, envelope, MIA, TEAM } from '../../support/slack/slack-payloads.ts';

const PEOPLE = [MIA, 'U0JONAS01'] as const;
const PLACES = ['direct', 'mention', 'support'] as const;
type Place = (typeof PLACES)[number];
const NOW = new Date('2026-03-10T15:00:00Z');
const tsOf = (second: number): string => `${1_770_000_000 + second}.000100`;

describe('deliveries of Slack', () => {
  let turns: StoredTurns;
  beforeAll(async () => {
    turns = await openStoredTurns();
  });
  afterAll(() => turns.close());

  async function intakeFor(channel: string, place: Place): Promise<SlackIntake> {
    const timers = { after: () => () => undefined };
    const ports = { threads: turns, memory: { load: async () => undefined, save: async () => undefined }, now: () => NOW, timers };
    return createSlackIntake({
      surroundings: {
        account: TEAM,
        botUserId: BOT_USER,
        botId: BOT,
        supportChannels: new Set(place === 'support' ? [channel] : []),
        agentView: false,
        isStaff: (person) => person === personKey(TEAM, 'U0STAFF01'),
      },
      receive: (messages) => turns.receive(messages),
      ports,
      api: { call: async () => ({ kind: 'ok', body: {}, scopes: [] }) },
      describe: async (author) => author,
      attach: async () => [],
      signs: { show: () => undefined, clear: () => undefined, stop: async () => undefined },
      controls: { opened: () => undefined, answered: async () => undefined, answeredByForm: async () => undefined },
      heard: await createHeard(TEAM, { ...ports, report: () => undefined }),
    });
  }

  function eventOf({ kind, message, second }: Happening, spoken: readonly Spoken[], channel: string, place: Place): SlackEnvelope {
    const user = PEOPLE[spoken[message]?.by ?? 0];
    const isRoot = place === 'direct' || message === 0;
    const call = place === 'mention' && isRoot ? `<@${BOT_USER}> ` : '';
    const ts = tsOf(message * 2);
    const said = (text: string) => ({ user, text: call + text, ts, ...(isRoot ? {} : { thread_ts: tsOf(0) }) });
    const inChannel = { channel, channel_type: place === 'direct' ? 'im' : 'channel', event_ts: tsOf(second) };
    switch (kind) {
      case 'said':
        return envelope({ type: 'message', ...said(words(message)), ...inChannel, team: TEAM });
      case 'edited': {
        const now = { type: 'message', ...said(edited(message)), edited: { user, ts: tsOf(second) } };
        const before = { type: 'message', ...said(words(message)) };
        return envelope({
          type: 'message',
          subtype: 'message_changed',
          ...inChannel,
          ts: tsOf(second),
          message: now,
          previous_message: before,
        });
      }
      case 'deleted': {
        const before = { type: 'message', ...said(words(message)) };
        return envelope({
          type: 'message',
          subtype: 'message_deleted',
          ...inChannel,
          ts: tsOf(second),
          deleted_ts: ts,
          previous_message: before,
        });
      }
      default:
        throw new Error(String(kind satisfies never));
    }
  }

  let rooms = 0;
  it.each(PLACES.map((place) => [place, 340] as const))(
    'in any order and number, in a %s room of Slack, put each text into one turn, in the order in which it was sent (%i cases)',
    async (place, numRuns) => {
      await fc.assert(
        fc.asyncProperty(deliveries, async ({ spoken, groups, work, refusals }) => {
          const channel = `${place === 'direct' ? 'D' : 'C'}0ROOM${(rooms += 1)}`;
          const intake = await intakeFor(channel, place);
          turns.refuse(refusals);
          const deliver = async (happening: Happening): Promise<readonly Happening[]> =>
            intake.event(eventOf(happening, spoken, channel, place)).then(
              () => [],
              () => [happening],
            );
          const failed: Happening[] = [];
          for (const [at, group] of groups.entries()) {
            failed.push(...(await Promise.all(group.map(deliver))).flat());
            if (work[at] === true) await turns.work();
          }
          turns.refuse(0);
          // Slack sends again what was not acknowledged.
          for (const happening of failed) expect(await deliver(happening)).toEqual([]);
          await turns.work();
          expectEachOnce(spoken, turns.turnsIn(channel));
        }),
        { numRuns, seed: 7 },
      );
    },
    60_000,
  );
});
