import { describe, expect, it } from '@jest/globals';
import { toCustomId, fromCustomId } from '../../../src/channels/discord/custom-id.ts';
import type { ControlVerb } from '../../../src/channels/discord/custom-id.ts';
import type { DiscordInteraction } from '../../../src/channels/discord/discord-payloads.ts';
import { interactionPayload } from '../../../src/channels/discord/discord-payloads.ts';
import { toPlace, toThreadRef, userOf, authorKey } from '../../../src/channels/discord/discord-thread.ts';
import type { DiscordPlace } from '../../../src/channels/discord/discord-thread.ts';
import { fromInteraction } from '../../../src/channels/discord/from-interaction.ts';
import { participantKey } from '../../../src/domain/ids.ts';
import { directThread, DM, GUILD, idAt, JONAS, MIA, SELF, SUPPORT, threadOf } from './discord-builders.ts';

const settings = { guildIds: [], staffUsers: [], staffRoles: [] };
const thread = threadOf(idAt(-60));
const aside = toThreadRef({ kind: 'aside', guild: GUILD, channel: SUPPORT, user: MIA });

const interactionOf = (parts: object) =>
  interactionPayload.parse({
    id: idAt(0),
    application_id: SELF,
    token: 'aW50ZXJhY3Rpb24',
    type: 3,
    guild_id: GUILD,
    channel_id: SUPPORT,
    member: { user: { id: MIA, username: 'mia', global_name: 'Mia Keller' }, roles: [] },
    ...parts,
  });

const pressOf = (label: string, verb: ControlVerb = 'say', to = thread, message: object = {}, asked?: string) => {
  const custom_id = toCustomId({ verb, thread: to, index: 1, asked });
  const components = [{ type: 1, components: [{ type: 2, custom_id, label }] }];
  return interactionOf({ data: { custom_id, component_type: 2 }, message: { id: idAt(-1), components, ...message } });
};

const formOf = (value: string) =>
  interactionOf({
    type: 5,
    data: {
      custom_id: toCustomId({ verb: 'typed', thread, index: 0 }),
      components: [{ type: 1, components: [{ type: 4, custom_id: 'words', value }] }],
    },
  });

const command = (parts: object = {}) =>
  interactionOf({ type: 2, data: { name: 'support', options: [{ name: 'question', type: 3, value: 'Where is LF-10001?' }] }, ...parts });

describe('what people do with buttons, forms and /support', () => {
  it.each([
    ['a button says its label as a word', pressOf('Yes'), 'yes', thread, 'shared'],
    ['a label that is no plain word is said as it stands', pressOf('LF-10002'), 'LF-10002', thread, 'shared'],
    ['a rating is its number', pressOf('4'), '4', thread, 'shared'],
    ['a form says what was typed', formOf(' 123456 '), '123456', thread, 'shared'],
    [
      'a button under a direct message counts for the thread that it asks about',
      { ...pressOf('No'), guild_id: undefined, channel_id: DM },
      'no',
      thread,
      'shared',
    ],
    ['/support in a server is a conversation aside', command(), 'Where is LF-10001?', aside, 'private'],
    [
      '/support in a direct message is that conversation',
      command({ guild_id: undefined, channel_id: DM }),
      'Where is LF-10001?',
      directThread,
      'private',
    ],
  ] as const)('%s', (_, interaction, text, to, audience) => {
    expect(fromInteraction(interaction, settings)).toMatchObject({
      kind: 'said',
      user: MIA,
      message: { text, fullText: text, thread: to, audience, kind: 'new', author: { key: `discord/${MIA}`, role: 'customer' } },
    });
  });

  it('is a message of its own, by the id of the interaction', () => {
    const press = fromInteraction(pressOf('Yes'), settings);
    expect(press.kind === 'said' && press.message.id).toBe(`discord/${GUILD}/${SUPPORT}/${idAt(0)}`);
  });

  it('speaks for whoever pressed, not for whoever was asked', () => {
    const pressed = { ...pressOf('Yes'), member: { user: { id: JONAS, username: 'jonas' }, roles: [] } };
    expect(fromInteraction(pressed, settings)).toMatchObject({ kind: 'said', message: { author: { key: `discord/${JONAS}` } } });
  });

  it.each(['code', 'words'] as const)('opens a form for "%s"', (verb) => {
    expect(fromInteraction(pressOf('Enter', verb), settings)).toMatchObject({ kind: 'open_form', user: MIA, control: { verb, thread } });
  });

  it.each<readonly [string, DiscordInteraction, string]>([
    ['controls of somebody else', interactionOf({ data: { custom_id: 'quiz:1' } }), 'not_ours'],
    ['commands of somebody else', command({ data: { name: 'quiz' } }), 'not_ours'],
    [
      "another person's conversation aside",
      { ...pressOf('Yes', 'say', aside), member: { user: { id: JONAS, username: 'jonas' }, roles: [] } },
      'not_ours',
    ],
    ['an empty form', formOf('  '), 'empty'],
    ['a button whose label is gone', interactionOf({ data: { custom_id: toCustomId({ verb: 'say', thread, index: 1 }) } }), 'empty'],
    ['a bot', interactionOf({ member: { user: { id: JONAS, username: 'quiz', bot: true }, roles: [] } }), 'not_ours'],
  ])('ignores %s', (_, interaction, because) => {
    expect(fromInteraction(interaction, settings)).toEqual({ kind: 'ignored', because });
  });

  it('stays out of servers that are not listed', () => {
    expect(fromInteraction(pressOf('Yes'), { ...settings, guildIds: [idAt(3)] })).toEqual({ kind: 'ignored', because: 'other_server' });
  });
});

describe('the buttons of a question', () => {
  const EPHEMERAL = { flags: 64 };
  const typedIn = (verb: ControlVerb, asked?: string) => ({
    ...formOf('123456'),
    data: { ...formOf('123456').data, custom_id: toCustomId({ verb: 'typed', thread, index: 0, asked }) },
    message: pressOf('Enter the code', verb, thread, {}, asked).message,
  });

  it.each([
    ['the one who was asked, where others read along', pressOf('Yes', 'say', thread, {}, MIA), true],
    ['somebody else of the thread', pressOf('Yes', 'say', thread, {}, JONAS), false],
    ['anybody, when nobody is named', pressOf('Yes'), false],
    ['the only one who sees them', pressOf('Yes', 'say', thread, EPHEMERAL), true],
    ['the customer in a direct message', { ...pressOf('No'), guild_id: undefined, channel_id: DM }, true],
    ['the one who was asked, with a code', typedIn('code', MIA), true],
    ['somebody else, with a code', typedIn('code', JONAS), false],
    ['the one who was asked, with further words', typedIn('words', MIA), false],
  ])('are used up by %s: %#', (_, interaction, answersIt) => {
    expect(fromInteraction(interaction, settings)).toMatchObject({ kind: 'said', answersIt });
  });
});

describe('what a control carries', () => {
  const places: readonly DiscordPlace[] = [
    { kind: 'direct', channel: '9'.repeat(20) },
    { kind: 'thread', guild: '9'.repeat(20), parent: '8'.repeat(20), thread: '7'.repeat(20) },
    { kind: 'aside', guild: '9'.repeat(20), channel: '8'.repeat(20), user: '7'.repeat(20) },
  ];

  it.each(places.map((place) => [place.kind, place] as const))('fits into 100 characters and comes back: %s', (_, place) => {
    const asked = place.kind === 'thread' ? '6'.repeat(20) : undefined;
    const control = { verb: 'typed', thread: toThreadRef(place), index: 24, asked } as const;
    const customId = toCustomId(control);
    expect(customId.length).toBeLessThanOrEqual(100);
    expect(fromCustomId(customId)).toEqual(control);
    expect(toPlace(control.thread)).toEqual(place);
  });

  it.each(['', 'dh:say:1', 'dh:pay:1:@me:1:dm', 'dh:say:1:@me:x:dm', 'dh:say:1:1:1:aside-', 'quiz'])('is nothing in "%s"', (customId) => {
    expect(fromCustomId(customId)).toBeUndefined();
  });

  it('knows people of this channel only', () => {
    expect(userOf(authorKey(MIA))).toBe(MIA);
    expect(userOf(participantKey('mia.keller@example.com'))).toBeUndefined();
  });
});
