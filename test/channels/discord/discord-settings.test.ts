import { describe, expect, it } from '@jest/globals';
import { readDiscordSettings } from '../../../src/channels/discord/discord-settings.ts';
import { byAge, isLater, snowflakeAt, snowflakeBefore, snowflakeTime } from '../../../src/channels/discord/snowflake.ts';

const company = { name: 'Larkfield Outfitters', agentName: 'Robin' };

describe('the Discord settings', () => {
  it.each([
    ['https://discord.com/api', 'https://discord.com/api'],
    ['https://discord.com/api/v10', 'https://discord.com/api'],
    ['https://discord.com/api/v10/', 'https://discord.com/api'],
    ['https://discord.com/api/', 'https://discord.com/api'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/api'],
  ])('take %s as %s', (apiUrl, normal) => {
    expect(readDiscordSettings({ token: 't', apiUrl, company }).apiUrl).toBe(normal);
  });

  it('take a token with or without its prefix', () => {
    expect(readDiscordSettings({ token: ' Bot abc ', company }).token).toBe('abc');
  });

  it.each([
    ['token', { token: ' ' }],
    ['supportChannels.0', { supportChannels: ['#support'] }],
    ['apiUrl', { apiUrl: 'discord.com' }],
  ])('name the one that is wrong: %s', (name, wrong) => {
    expect(() => readDiscordSettings({ token: 't', company, ...wrong })).toThrow(name);
  });
});

describe('Discord ids', () => {
  it('say when they were made', () => {
    expect(snowflakeTime('175928847299117063').toISOString()).toBe('2016-04-30T11:18:25.796Z');
    const at = new Date('2026-03-10T15:00:00.123Z');
    expect(snowflakeTime(snowflakeAt(at))).toEqual(at);
    expect(snowflakeAt(new Date(0))).toBe('0');
  });

  it('are ordered as numbers, not as text', () => {
    expect(isLater('1000000000000000000', '999999999999999999')).toBe(true);
    expect([{ id: '1000' }, { id: '999' }, { id: '1001' }].toSorted(byAge).map(({ id }) => id)).toEqual(['999', '1000', '1001']);
    expect(snowflakeBefore('1000')).toBe('999');
  });
});
