import { describe, expect, it } from '@jest/globals';
import { checkDiscord } from '../../../src/channels/discord/check-discord.ts';
import { participantKey } from '../../../src/domain/ids.ts';
import { BOT, BOT_ROLE, GUILD, type FakeDiscord } from '../../support/discord/fake-discord.ts';
import { DANA, FORUM, startDiscord, SUPPORT } from './discord-world.ts';

describe('the check before the first connection', () => {
  it('names a missing intent, a wrong token and a channel that is not there', async () => {
    const discord = await startDiscord();
    const settings = {
      token: discord.token,
      apiUrl: discord.apiUrl,
      supportChannels: [SUPPORT],
      forumChannels: [FORUM],
      solvedTag: 'Solved',
    };
    expect(await checkDiscord(settings)).toEqual([]);
    discord.hasMessageContent = false;
    expect(await checkDiscord({ ...settings, forumChannels: ['299999999999999999'] })).toEqual([
      expect.stringContaining('Message Content Intent'),
      expect.stringContaining('no channel 299999999999999999'),
    ]);
    expect(await checkDiscord({ ...settings, token: 'wrong' })).toEqual([expect.stringContaining('DISCORD_TOKEN')]);
    await discord.stop();
    expect(await checkDiscord(settings)).toEqual([expect.stringContaining('does not answer')]);
  });

  it.each([
    ['nothing where all is well', FORUM, `discord/${DANA.id}`, []],
    ['a channel that is not there', '299999999999999999', `discord/${DANA.id}`, [/no channel 299999999999999999/]],
    ['nobody who could press', FORUM, 'dana@example.com', [/nobody in staff.yaml/]],
    ['somebody who is not in the server', FORUM, 'discord/400000000000000777', [/400000000000000777 \(dana/]],
  ])('finds at the desk %s', async (_what, channel, account, problems) => {
    const discord = await startDiscord();
    discord.members.set(DANA.id, DANA);
    const settings = { token: discord.token, apiUrl: discord.apiUrl, supportChannels: [], forumChannels: [], solvedTag: 'Solved' };
    const staff = [{ name: 'dana', accounts: [participantKey(account)] }];
    expect(await checkDiscord(settings, { channel, staff })).toEqual(problems.map((problem) => expect.stringMatching(problem)));
    expect(discord.violations.filter((wrong) => !wrong.includes('/applications/@me'))).toEqual([]);
    await discord.stop();
  });
});

/** Discord's bits by the names in the server's settings. */
const BIT = {
  'View Channel': 10n,
  'Send Messages': 11n,
  'Create Posts': 11n,
  'Embed Links': 14n,
  'Read Message History': 16n,
  'Manage Threads': 34n,
  'Create Public Threads': 35n,
  'Send Messages in Threads': 38n,
} as const;

describe('the check of what the bot may do', () => {
  const settingsOf = (discord: FakeDiscord, over: object = {}) => ({
    token: discord.token,
    apiUrl: discord.apiUrl,
    supportChannels: [],
    forumChannels: [],
    solvedTag: 'Solved',
    ...over,
  });
  const desk = (channel: string) => ({ channel, staff: [{ name: 'dana', accounts: [participantKey(`discord/${DANA.id}`)] }] });

  it.each([
    ['a support channel', 'support', 'Create Public Threads'],
    ['a support channel', 'support', 'Send Messages in Threads'],
    ['a support channel', 'support', 'Read Message History'],
    ['a forum with the tag Solved', 'forum', 'Manage Threads'],
    ['the desk’s forum', 'desk', 'Create Posts'],
    ['the desk’s forum', 'desk', 'Embed Links'],
    ['the desk’s forum', 'desk', 'Manage Threads'],
    ['a desk in a text channel', 'text desk', 'Create Public Threads'],
  ] as const)('names what is missing in %s (%s): %s', async (_where, use, permission) => {
    const discord = await startDiscord();
    discord.members.set(DANA.id, DANA);
    discord.addChannel({ id: FORUM, type: 15, name: 'forum', availableTags: [{ id: '1', name: 'Solved' }] });
    discord.botPermissions &= ~(1n << BIT[permission]);
    const where = { support: { supportChannels: [SUPPORT] }, forum: { forumChannels: [FORUM] }, desk: {}, 'text desk': {} }[use];
    const at = { support: undefined, forum: undefined, desk: desk(FORUM), 'text desk': desk(SUPPORT) }[use];
    expect(await checkDiscord(settingsOf(discord, where), at)).toEqual([
      expect.stringMatching(new RegExp(`allow its role ${permission} there \\(Edit Channel`)),
    ]);
    await discord.stop();
  });

  it('asks for no permission that only a tag needs in a forum without it', async () => {
    const discord = await startDiscord();
    discord.addChannel({ id: FORUM, type: 15, name: 'forum', availableTags: [] });
    discord.botPermissions &= ~(1n << BIT['Manage Threads']);
    expect(await checkDiscord(settingsOf(discord, { forumChannels: [FORUM] }))).toEqual([]);
    await discord.stop();
  });

  it.each([
    ['takes it from everybody', [{ id: GUILD, allow: 0n, deny: 1n << 11n }], true],
    [
      'takes it from everybody and gives it to the bot’s role',
      [
        { id: GUILD, allow: 0n, deny: 1n << 11n },
        { id: BOT_ROLE, allow: 1n << 11n, deny: 0n },
      ],
      false,
    ],
    [
      'takes it from the role and gives it to the bot',
      [
        { id: BOT_ROLE, allow: 0n, deny: 1n << 11n },
        { id: BOT.id, allow: 1n << 11n, deny: 0n },
      ],
      false,
    ],
    ['takes it from a role that the bot does not have', [{ id: '5', allow: 0n, deny: 1n << 11n }], false],
  ] as const)('judges a channel as Discord does when it %s', async (_what, overwrites, isMissing) => {
    const discord = await startDiscord();
    discord.addChannel({ id: SUPPORT, type: 0, name: 'support', overwrites });
    const found = await checkDiscord(settingsOf(discord, { supportChannels: [SUPPORT] }));
    expect(found).toEqual(isMissing ? [expect.stringContaining('Send Messages there')] : []);
    await discord.stop();
  });

  it('says only View Channel where the bot sees nothing, and nothing at all for an administrator', async () => {
    const discord = await startDiscord();
    discord.botPermissions = 0n;
    const check = () => checkDiscord(settingsOf(discord, { supportChannels: [SUPPORT] }));
    expect(await check()).toEqual([expect.stringContaining('allow its role View Channel there')]);
    discord.botPermissions = 1n << 3n;
    expect(await check()).toEqual([]);
    await discord.stop();
  });
});
