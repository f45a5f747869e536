import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { ReadingContext } from '../../../src/channels/discord/from-discord.ts';
import type { ThreadRef } from '../../../src/domain/message.ts';
import { fromDeletion, fromDiscord } from '../../../src/channels/discord/from-discord.ts';
import {
  channelOf,
  contextOf,
  directThread,
  DM,
  FORUM,
  GUILD,
  idAt,
  JONAS,
  LOUNGE,
  messageOf,
  MIA,
  NOW,
  SELF,
  STAFF_ROLE,
  SUPPORT,
} from './discord-builders.ts';

const mention = { content: `<@${SELF}> where is LF-10001?`, mentions: [{ id: SELF, username: 'robin' }] };
const lounge = channelOf({ id: LOUNGE, name: 'lounge' });
const ticketThread = channelOf({ id: idAt(-60), type: 11, parent: SUPPORT, owner: SELF });
const post = channelOf({ id: idAt(-60), type: 11, parent: FORUM, name: 'My mugs are broken', owner: MIA });

type Parts = Parameters<typeof messageOf>[0];
type Context = Partial<ReadingContext>;

function read(...[parts, context]: [Parameters<typeof messageOf>[0]?, Parameters<typeof contextOf>[0]?]) {
  return fromDiscord(messageOf(parts), contextOf(context));
}

function messageFrom(...args: Parameters<typeof read>) {
  const reading = read(...args);
  if (reading.kind !== 'message') throw new Error(`ignored: ${reading.because}`);
  return reading.message;
}

describe('where Discord messages belong', () => {
  it.each<readonly [string, Parts, Context, Omit<ThreadRef, 'channel'>, string]>([
    [
      'a direct message is one conversation a person',
      { guild_id: undefined, channel_id: DM },
      { channel: undefined },
      directThread,
      'private',
    ],
    ['a message in a support channel opens a thread of its own', {}, {}, { account: GUILD, space: SUPPORT, key: idAt(0) }, 'shared'],
    [
      'a reply in that thread has the same key',
      { channel_id: ticketThread.id, id: idAt(5) },
      { channel: ticketThread },
      { account: GUILD, space: SUPPORT, key: ticketThread.id },
      'shared',
    ],
    [
      'a forum post is a conversation',
      { channel_id: post.id },
      { channel: post },
      { account: GUILD, space: FORUM, key: post.id },
      'shared',
    ],
    [
      'a mention elsewhere opens a thread',
      { channel_id: LOUNGE, ...mention },
      { channel: lounge },
      { account: GUILD, space: LOUNGE, key: idAt(0) },
      'shared',
    ],
    [
      'a thread that we have joined needs no mention',
      { channel_id: idAt(-9) },
      { channel: channelOf({ id: idAt(-9), type: 11, parent: LOUNGE }), joined: true },
      { account: GUILD, space: LOUNGE, key: idAt(-9) },
      'shared',
    ],
    [
      'a second message right after the first joins its ticket',
      { id: idAt(4) },
      { openedWith: idAt(0) },
      { account: GUILD, space: SUPPORT, key: idAt(0) },
      'shared',
    ],
    [
      'a reply to their own message joins its ticket',
      { id: idAt(400), type: 19, referenced_message: { id: idAt(0), author: { id: MIA, username: 'mia' } } },
      {},
      { account: GUILD, space: SUPPORT, key: idAt(0) },
      'shared',
    ],
    [
      'a reply to our answer in the channel joins the ticket that it answers',
      {
        id: idAt(400),
        type: 19,
        referenced_message: { id: idAt(9), author: { id: SELF, username: 'robin' }, message_reference: { message_id: idAt(0) } },
      },
      {},
      { account: GUILD, space: SUPPORT, key: idAt(0) },
      'shared',
    ],
  ])('%s', (_, parts, context, thread, audience) => {
    expect(messageFrom(parts, context)).toMatchObject({ thread, audience });
  });

  it.each<readonly [string, Parts, Context, string]>([
    ['our own', { author: { id: SELF, username: 'robin', bot: true } }, {}, 'own'],
    ['another bot', { author: { id: JONAS, username: 'quiz', bot: true } }, {}, 'bot'],
    ['a webhook', { webhook_id: idAt(-1) }, {}, 'webhook'],
    ['a join notice', { type: 7 }, {}, 'system'],
    ['the first line of a thread', { type: 21 }, {}, 'system'],
    ['talk in a channel without a mention', { channel_id: LOUNGE }, { channel: lounge }, 'not_addressed'],
    [
      'talk in a thread that is not ours',
      { channel_id: idAt(-9) },
      { channel: channelOf({ id: idAt(-9), type: 11, parent: LOUNGE }) },
      'not_addressed',
    ],
    [
      'a group of people',
      { guild_id: undefined, channel_id: DM },
      { channel: channelOf({ id: DM, type: 3, guild: undefined }) },
      'not_addressed',
    ],
    ['a server that is not listed', {}, { settings: { ...contextOf().settings, guildIds: [idAt(-5)] } }, 'other_server'],
    ['a channel that we know nothing about', {}, { channel: undefined }, 'unknown_channel'],
    ["a teammate's notice in a support channel", { member: { roles: [STAFF_ROLE] } }, {}, 'staff'],
  ])('ignores %s', (_, parts, context, because) => {
    expect(read(parts, context)).toEqual({ kind: 'ignored', because });
  });
});

describe('what Discord messages say', () => {
  it('knows the author by id and takes no name for proof', () => {
    expect(messageFrom().author).toEqual({ key: `discord/${MIA}`, displayName: 'Mia Keller', trust: 'mutable', role: 'customer' });
    expect(messageFrom({ member: { nick: 'Support Team', roles: [] } }).author).toMatchObject({
      displayName: 'Support Team',
      role: 'customer',
    });
  });

  it('tells a teammate by role', () => {
    const author = messageFrom({ channel_id: ticketThread.id, member: { roles: [STAFF_ROLE] } }, { channel: ticketThread }).author;
    expect(author.role).toBe('staff');
  });

  it.each([
    ['our own mention is left out', mention, 'where is LF-10001?'],
    [
      'other mentions are names',
      { content: `ask <@${JONAS}>`, mentions: [{ id: JONAS, username: 'jonas', global_name: 'Jonas' }] },
      'ask @Jonas',
    ],
    [
      'emoji, roles, channels and commands are words',
      { content: `<:mug:${MIA}> <@&${MIA}> <#${SUPPORT}> </support:${MIA}>` },
      ':mug: @role #channel /support',
    ],
    ['quoted lines are somebody else’s', { content: '> We ship in 3 days\nThat was a week ago' }, 'That was a week ago'],
    ['a quoted rest is somebody else’s', { content: 'No!\n>>> We ship\nin 3 days' }, 'No!'],
    ['nothing but a quote is the message', { content: '> refund me' }, '> refund me'],
  ])('reads: %s', (_, parts, text) => {
    expect(messageFrom(parts).text).toBe(text);
  });

  it('takes the title of a forum post as its subject', () => {
    expect(messageFrom({ channel_id: post.id }, { channel: post }).subject).toBe('My mugs are broken');
  });

  it('lists files without taking them', () => {
    const attachments = [{ id: idAt(0), filename: 'mug.jpg', size: 12_345, content_type: 'image/jpeg' }];
    expect(messageFrom({ content: '', attachments })).toMatchObject({
      text: '',
      attachments: [{ name: 'mug.jpg', mediaType: 'image/jpeg', bytes: 12_345, state: 'refused' }],
    });
  });

  it.each([
    [47.9, undefined],
    [48.1, 'too_old'],
  ])('of %d hours ago: %s', (hours, hold) => {
    const timestamp = new Date(NOW.getTime() - hours * 3_600_000).toISOString();
    expect(messageFrom({ timestamp }).hold).toBe(hold);
  });
});

describe('edits and deletions', () => {
  it('an edit is a message of its own that names the first', () => {
    const edit = { edited_timestamp: '2026-03-10T15:00:30.000Z', content: 'Where is my tent?' };
    const edited = messageFrom(edit);
    expect(edited).toMatchObject({ kind: 'edited', text: 'Where is my tent?' });
    expect(edited.id).toBe(`${messageFrom().id}~${Date.parse(edit.edited_timestamp)}`);
    expect(messageFrom(edit).id).toBe(edited.id);
  });

  it('a deletion carries no words', () => {
    const original = messageFrom();
    expect(fromDeletion(original, NOW)).toMatchObject({
      id: `${original.id}~deleted`,
      kind: 'deleted',
      text: '',
      fullText: '',
      thread: original.thread,
    });
  });
});

describe('message ids', () => {
  it('are the same for the same message and differ for others, whatever they say', () => {
    const seconds = fc.integer({ min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(seconds, seconds, fc.string(), fc.string(), (one, other, text, otherText) => {
        const ids = [messageFrom({ id: idAt(one), content: text }).id, messageFrom({ id: idAt(other), content: otherText }).id];
        expect(new Set(ids).size).toBe(one === other ? 1 : 2);
      }),
      { numRuns: 200 },
    );
  });
});
