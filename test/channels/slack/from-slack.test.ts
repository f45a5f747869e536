import { describe, expect, it } from '@jest/globals';
import { fromSlack, type SlackSurroundings, type Translated } from '../../../src/channels/slack/from-slack.ts';
import type { SlackEnvelope } from '../../../src/channels/slack/slack-event.ts';
import { personKey } from '../../../src/channels/slack/slack-names.ts';
import {
  BOT,
  BOT_USER,
  CHANNEL,
  envelope,
  mentionEvent,
  messageEvent,
  MIA,
  OTHER_TEAM,
  ROOM,
  TEAM,
} from '../../support/slack/slack-payloads.ts';

const SUPPORT = 'C0SUPPORT';
const ANA = 'U0ANA0001';
const HERE: SlackSurroundings = {
  account: TEAM,
  botUserId: BOT_USER,
  botId: BOT,
  supportChannels: new Set([SUPPORT]),
  agentView: false,
  isStaff: (key) => key === personKey(TEAM, ANA),
};

const outcome = (event: SlackEnvelope, here = HERE): string => {
  const translated = fromSlack(event, here);
  return translated.kind === 'ignored' ? translated.because : translated.addressed;
};

function taken(event: SlackEnvelope, here = HERE): Extract<Translated, { kind: 'message' }> {
  const translated = fromSlack(event, here);
  if (translated.kind === 'ignored') throw new Error(`ignored: ${translated.because}`);
  return translated;
}

const ROOT = '1770000100.000100';
const edited = (message: object, previous: object, channel = ROOM): SlackEnvelope =>
  envelope({
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel,
    ts: '1770000200.000001',
    message,
    previous_message: previous,
  });
const said = { type: 'message', user: MIA, team: TEAM, text: 'Where is it?', ts: ROOT };

describe('an event from Slack', () => {
  it.each<[string, SlackEnvelope, string]>([
    ['a direct message', messageEvent({ text: 'hi' }), 'yes'],
    ['a mention', mentionEvent({ text: 'hi' }), 'yes'],
    ['the same mention as a message', messageEvent({ text: `<@${BOT_USER}> hi`, channel: CHANNEL }), 'yes'],
    ['a mention within a thread', messageEvent({ text: `hey <@${BOT_USER}>`, channel: CHANNEL, thread_ts: ROOT }), 'yes'],
    ['a message in a support channel', messageEvent({ text: 'hi', channel: SUPPORT }), 'yes'],
    ['a message with a file', messageEvent({ text: '', subtype: 'file_share', files: [{ id: 'F1' }] }), 'yes'],
    [
      'a reply that is shown in the channel too',
      messageEvent({ text: 'hi', channel: CHANNEL, subtype: 'thread_broadcast', thread_ts: ROOT }),
      'if_joined',
    ],
    ['a reply in a thread', messageEvent({ text: 'hi', channel: CHANNEL, thread_ts: ROOT }), 'if_joined'],
    ['a message in another channel', messageEvent({ text: 'hi', channel: CHANNEL }), 'not_addressed'],
    ['a mention of somebody else', messageEvent({ text: '<@U0OTHER99> hi', channel: CHANNEL }), 'not_addressed'],
    ['our own message', messageEvent({ text: 'hi', user: BOT_USER, bot_id: BOT }), 'own'],
    ['our own message under the bot id alone', messageEvent({ text: 'hi', bot_id: BOT }), 'own'],
    ['our own edit', edited({ ...said, user: BOT_USER, edited: { ts: '1', user: BOT_USER } }, { ...said, text: 'x' }), 'own'],
    ['another bot', messageEvent({ text: 'hi', bot_id: 'B0OTHER' }), 'bot'],
    ['a bot of the old kind', messageEvent({ text: 'hi', subtype: 'bot_message', bot_id: 'B0OTHER' }), 'bot'],
    ['Slackbot', messageEvent({ text: 'hi', user: 'USLACKBOT' }), 'bot'],
    ['a join', messageEvent({ text: 'joined', subtype: 'channel_join', channel: SUPPORT }), 'no_words'],
    ['a topic', messageEvent({ text: 'topic', subtype: 'channel_topic', channel: SUPPORT }), 'no_words'],
    ['a preview that Slack added', edited({ ...said, attachments: [] }, said), 'unchanged'],
    ['an edit', edited({ ...said, text: 'x', edited: { ts: '1770000150.000000', user: MIA } }, said), 'if_joined'],
    ['a colleague among colleagues', messageEvent({ text: 'lunch?', channel: SUPPORT, user: ANA }), 'staff_talk'],
    ['a colleague in a thread', messageEvent({ text: 'done', channel: SUPPORT, user: ANA, thread_ts: ROOT }), 'if_joined'],
    ['a reaction', envelope({ type: 'reaction_added', ts: ROOT, user: MIA }), 'other_event'],
  ])('is judged: %s', (_, event, expected) => {
    expect(outcome(event)).toBe(expected);
  });

  it('has one id however it is delivered', () => {
    const [one, two] = [mentionEvent({ text: 'hi', ts: ROOT }), messageEvent({ text: `<@${BOT_USER}> hi`, ts: ROOT, channel: CHANNEL })];
    expect(taken(one).message).toEqual(taken(two).message);
    expect(taken(one).message.id).toBe(`slack/${TEAM}/${CHANNEL}/${ROOT}`);
  });

  it.each([
    ['a root in a channel', { channel: CHANNEL }, false, ROOT],
    ['a reply in a channel', { channel: CHANNEL, ts: '1770000101.000000', thread_ts: ROOT }, false, ROOT],
    ['a direct message', {}, false, 'dm'],
    ['a reply in a direct message', { ts: '1770000101.000000', thread_ts: ROOT }, false, 'dm'],
    ['a root in the agent view', {}, true, ROOT],
    ['a reply in the agent view', { ts: '1770000101.000000', thread_ts: ROOT }, true, ROOT],
    ['a message that Slack marks as from the agent view', { assistant_thread: { action_token: 'x' } }, false, ROOT],
  ])('belongs to one conversation from the root on: %s', (_, over, agentView, key) => {
    const { message } = taken(messageEvent({ text: `<@${BOT_USER}> hi`, ts: ROOT, ...over }), { ...HERE, agentView });
    expect(message.thread.key).toBe(key);
  });

  it('holds the words as people see them', () => {
    const { message } = taken(
      mentionEvent({
        text: 'is &lt;this&gt; &amp; <https://x.example/a|that> for <@U1|ana>, <!here> or <mailto:a@b.example|a@b.example>?',
      }),
    );
    expect(message.text).toBe('is <this> & that (https://x.example/a) for @ana, @here or a@b.example?');
    expect(message.fullText).toBe(`@${BOT_USER} ${message.text}`);
  });

  it.each([
    ['of our workspace', {}, {}, { key: `slack/${TEAM}/${MIA}`, trust: 'unverified', role: 'customer' }],
    ['a guest', { user_profile: { is_restricted: true, display_name: 'Mia' } }, {}, { trust: 'mutable', displayName: 'Mia' }],
    ['of another company', { user_team: OTHER_TEAM }, {}, { key: `slack/${OTHER_TEAM}/${MIA}`, trust: 'mutable', role: 'customer' }],
    ['of another company, without a mark of its own', { team: OTHER_TEAM }, {}, { key: `slack/${OTHER_TEAM}/${MIA}`, trust: 'mutable' }],
    ['of ours in a channel shared with another company', { thread_ts: ROOT }, { is_ext_shared_channel: true }, { role: 'staff' }],
  ])('knows its author: %s', (_, over, outer, author) => {
    const event = messageEvent({ text: 'hi', channel: SUPPORT, ...over });
    expect(taken({ ...event, ...outer }).message.author).toMatchObject(author);
  });

  it('answers a colleague who calls the agent', () => {
    expect(taken(mentionEvent({ text: 'hi', user: ANA })).message.author.role).toBe('customer');
  });

  it('is private in a direct message and shared in a channel', () => {
    expect(taken(messageEvent({ text: 'hi' })).message.audience).toBe('private');
    expect(taken(mentionEvent({ text: 'hi' })).message.audience).toBe('shared');
  });

  it('gives an edit the new words and an id of its own', () => {
    const { message } = taken(edited({ ...said, text: 'Where is LF-10001?', edited: { ts: '1770000150.000000', user: MIA } }, said));
    expect(message).toMatchObject({ kind: 'edited', text: 'Where is LF-10001?', thread: { key: 'dm' } });
    expect(message.id).toBe(`slack/${TEAM}/${ROOM}/${ROOT}/edited/1770000150.000000`);
  });

  it.each([
    [
      'a deletion',
      envelope({
        type: 'message',
        subtype: 'message_deleted',
        channel: ROOM,
        ts: '1770000300.0',
        deleted_ts: ROOT,
        previous_message: said,
      }),
    ],
    ['a tombstone', edited({ ...said, subtype: 'tombstone', text: 'This message was deleted.' }, said)],
  ])('keeps no words of %s', (_, event) => {
    expect(taken(event).message).toMatchObject({ kind: 'deleted', text: '', fullText: '', id: `slack/${TEAM}/${ROOM}/${ROOT}/deleted` });
  });
});
