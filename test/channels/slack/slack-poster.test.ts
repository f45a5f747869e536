import { afterEach, describe, expect, it } from '@jest/globals';
import { personKey, SLACK } from '../../../src/channels/slack/slack-names.ts';
import { readSlackSettings } from '../../../src/channels/slack/slack-settings.ts';
import { outboundId } from '../../../src/domain/ids.ts';
import type { OutboundMessage } from '../../../src/domain/outbound.ts';
import { connectSlack, replyIn, SECRET, type ConnectedSlack, type ConnectOptions } from '../../support/slack/connected-slack.ts';
import { CHANNEL, MIA, ROOM, TEAM } from '../../support/slack/slack-payloads.ts';

const OTHER = 'C0OTHER01';
const closers: (() => Promise<void>)[] = [];
const connect = async (options: ConnectOptions = {}): Promise<ConnectedSlack> => {
  const connected = await connectSlack({ mode: 'http', ...options });
  closers.push(async () => {
    await connected.stop();
    expect(connected.slack.violations).toEqual([]);
  });
  return connected;
};
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

const inChannel = (space: string, over: Partial<OutboundMessage> = {}): OutboundMessage =>
  replyIn({ to: { channel: SLACK, account: TEAM, space, key: '1770000100.000100' }, ...over });
const onlyMia = { audience: { kind: 'only', participant: personKey(TEAM, MIA) } } as const;
/** Three messages of Slack's. */
const LONG = { kind: 'text', markdown: 'word '.repeat(6_000) } as const;
const partsIn = ({ slack }: ConnectedSlack): readonly number[] =>
  slack.posts(CHANNEL).map(({ metadata }) => (metadata as { event_payload: { part: number } }).event_payload.part);

describe('a delivery to Slack', () => {
  it('is sent, and its name on Slack is known', async () => {
    const { slack, channel } = await connect();
    const result = await channel.send(inChannel(CHANNEL));
    expect(result).toEqual({ kind: 'sent', externalId: slack.posts()[0]?.ts });
  });

  it('waits as long as Slack says, and asks for nothing in the meantime', async () => {
    const { slack, channel, advance } = await connect();
    slack.fail({ kind: 'limit', method: 'chat.postMessage', channel: CHANNEL, retryAfterSeconds: 30 });
    expect(await channel.send(inChannel(CHANNEL))).toMatchObject({ kind: 'retry_later', afterMs: 30_000 });
    const again = await channel.send(inChannel(CHANNEL));
    expect(again.kind === 'retry_later' && again.afterMs).toBeGreaterThan(28_000);
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
    advance(30_000);
    expect(await channel.send(inChannel(CHANNEL))).toMatchObject({ kind: 'sent' });
  });

  it('is not delayed by another channel that is limited or silent', async () => {
    const { slack, channel } = await connect();
    slack.fail({ kind: 'limit', method: 'chat.postMessage', channel: CHANNEL, retryAfterSeconds: 30 });
    slack.fail({ kind: 'stall', method: 'chat.postMessage', channel: OTHER });
    await channel.send(inChannel(CHANNEL));
    const stalled = channel.send(inChannel(OTHER));
    const began = performance.now();
    for (let times = 0; times < 20; times += 1) expect(await channel.send(inChannel('C0FREE001'))).toMatchObject({ kind: 'sent' });
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(await stalled).toMatchObject({ kind: 'unknown' });
  });

  it('keeps the order of a channel', async () => {
    const { slack, channel } = await connect();
    const texts = Array.from({ length: 20 }, (_, at) => `message ${at}`);
    await Promise.all(texts.map((markdown) => channel.send(inChannel(CHANNEL, { body: { kind: 'text', markdown } }))));
    expect(slack.posts(CHANNEL).map(({ text }) => text)).toEqual(texts);
  });

  it.each([
    ['the answer is lost', 'done_then_cut', 'sent'],
    ['Slack breaks before it', 'error', 'absent'],
  ] as const)('of unknown end is looked up and not repeated blindly: %s', async (_, kind, found) => {
    const { slack, channel } = await connect();
    const message = inChannel(CHANNEL);
    slack.fail({ kind, method: 'chat.postMessage' });
    expect(await channel.send(message)).toMatchObject({ kind: 'unknown' });
    expect(await channel.find(message)).toBe(found);
    if (found === 'absent') await channel.send(message);
    expect(slack.posts(CHANNEL)).toHaveLength(1);
  });

  it('is found after a restart, in a thread and in a direct-message room', async () => {
    const { slack, channel, memory } = await connect();
    const messages = [inChannel(CHANNEL), replyIn({ to: { channel: SLACK, account: TEAM, space: ROOM, key: 'dm' } })];
    for (const message of messages) await channel.send(message);
    const restarted = await connect({ slack, memory });
    for (const message of messages) expect(await restarted.channel.find(message)).toBe('sent');
    expect(await restarted.channel.find(inChannel(CHANNEL, { id: outboundId('another/0') }))).toBe('absent');
  });

  it('cannot be repeated while nobody can say whether it arrived', async () => {
    const { slack, channel } = await connect();
    const message = inChannel(CHANNEL);
    await channel.send(inChannel(CHANNEL));
    slack.fail({ kind: 'error', method: 'conversations.replies' });
    await expect(channel.find(message)).rejects.toMatchObject({ code: 'channel_unavailable' });
  });

  it.each([
    ['in the same process', false],
    ['in a new process', true],
  ])('in several parts goes on where it was cut off, %s', async (_, isNew) => {
    const first = await connect();
    const message = inChannel(CHANNEL, { body: LONG });
    first.slack.fail({ kind: 'limit', method: 'chat.postMessage', channel: CHANNEL, after: 1 });
    // Not `retry_later`: a part stands already, so the rest has to be looked up before it is sent.
    expect(await first.channel.send(message)).toMatchObject({ kind: 'unknown' });
    expect(partsIn(first)).toEqual([0]);
    const { channel, advance } = isNew ? await connect({ slack: first.slack, memory: first.memory }) : first;
    advance(1_000);
    expect(await channel.find(message)).toBe('absent');
    expect(await channel.send(message)).toMatchObject({ kind: 'sent' });
    expect(partsIn(first)).toEqual([0, 1, 2]);
    expect(await channel.find(message)).toBe('sent');
  });

  it('that is asked for twice at once goes out once', async () => {
    const { slack, channel } = await connect();
    const message = inChannel(CHANNEL);
    await Promise.all([channel.send(message), channel.send(message)]);
    expect(slack.posts(CHANNEL)).toHaveLength(1);
  });

  it('for one person alone is seen by that person alone', async () => {
    const { slack, channel } = await connect();
    await channel.send(inChannel(CHANNEL, onlyMia));
    expect(slack.posts()).toMatchObject([{ channel: CHANNEL, ephemeralFor: MIA }]);
    expect(await channel.find(inChannel(CHANNEL, onlyMia))).toBe('cannot_tell');
  });

  it('goes to a direct message where the person is not in the channel, and its buttons still answer the thread', async () => {
    const { slack, channel } = await connect();
    slack.fail({ kind: { refuse: 'user_not_in_channel' }, method: 'chat.postEphemeral' });
    const body = { kind: 'question', markdown: 'Shall I?', choices: ['Yes', 'No'] } as const;
    expect(await channel.send(inChannel(CHANNEL, { ...onlyMia, body }))).toMatchObject({ kind: 'sent' });
    expect(slack.posts(CHANNEL)).toEqual([]);
    expect(JSON.stringify(slack.posts(`D0${MIA}`))).toContain(`deskhand/${CHANNEL}/1770000100.000100`);
  });

  it('is never shown to others when the person cannot be reached', async () => {
    const { slack, channel } = await connect();
    slack.fail({ kind: { refuse: 'user_not_in_channel' }, method: 'chat.postEphemeral' });
    slack.fail({ kind: { refuse: 'user_not_found' }, method: 'conversations.open' });
    expect(await channel.send(inChannel(CHANNEL, onlyMia))).toMatchObject({ kind: 'undeliverable' });
    expect(slack.posts()).toEqual([]);
  });

  it.each([
    ['channel_not_found', 'undeliverable', true],
    ['token_revoked', 'retry_later', false],
    ['missing_scope', 'retry_later', false],
  ])('that Slack refuses with %s is %s', async (refuse, kind, isHealthy) => {
    const { slack, channel } = await connect();
    slack.fail({ kind: { refuse }, method: 'chat.postMessage' });
    expect(await channel.send(inChannel(CHANNEL))).toMatchObject({ kind });
    expect(channel.health().ok).toBe(isHealthy);
    await channel.send(inChannel(CHANNEL));
    expect(channel.health().ok).toBe(true);
  });

  it('waits when there is no Slack to be reached, and says so', async () => {
    const { slack, channel } = await connect();
    await slack.close();
    // A kept connection that dies under a request leaves its end open; the next one finds nobody.
    await channel.send(inChannel(CHANNEL));
    expect(await channel.send(inChannel(CHANNEL))).toMatchObject({ kind: 'retry_later' });
    expect(channel.health().problem).toContain('not reachable');
  });
});

describe('the Slack channel without access', () => {
  it('starts, says what is wrong and goes on trying', async () => {
    const { channel } = await connect({ settings: { botToken: 'xoxb-wrong' } });
    expect(channel.health()).toMatchObject({ ok: false, problem: expect.stringContaining('SLACK_BOT_TOKEN') });
  });

  it.each([
    [{ botToken: 'xapp-swapped' }, 'botToken'],
    [{ apiUrl: 'http://slack.example/api' }, 'apiUrl'],
    [{ supportChannels: ['#help'] }, 'supportChannels'],
    [{ staff: ['ana'] }, 'staff'],
    [{ signingSecret: 'short' }, 'signingSecret'],
  ])('names the setting that is wrong (%#)', (over, name) => {
    const input = { mode: 'http', botToken: 'xoxb-good', signingSecret: SECRET, ...over } as const;
    expect(() => readSlackSettings(input)).toThrow(name);
  });

  it.each(['https://slack.com', 'https://slack.com/', 'https://slack.com/api', 'https://slack.com/api/'])(
    'takes the base address %s',
    (apiUrl) => {
      expect(readSlackSettings({ mode: 'http', botToken: 'xoxb-good', signingSecret: SECRET, apiUrl }).apiUrl).toBe(
        'https://slack.com/api/',
      );
    },
  );
});
