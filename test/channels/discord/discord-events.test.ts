import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FakeDiscord } from '../../support/discord/fake-discord.ts';
import { openChannel, startDiscord, SUPPORT, type Running } from './discord-world.ts';

const MIA = { id: '400000000000001001', username: 'mia' };

let discord: FakeDiscord;
let running: Running;
beforeEach(async () => {
  discord = await startDiscord();
  running = await openChannel(discord);
});
afterEach(async () => {
  await running.channel.stop();
  await discord.stop();
});

/** Rows in rows, as deep as no form is. */
function nested(depth: number): object {
  let field: object = { custom_id: 'words', value: 'x' };
  for (let level = 0; level < depth; level += 1) field = { components: [field] };
  return field;
}

const form = (components: unknown): object => ({
  id: '99',
  application_id: '1',
  token: 'token',
  type: 5,
  user: MIA,
  data: { custom_id: 'dh:typed:1:@me:1:dm', components },
});

describe('an event of Discord that is not as described', () => {
  it.each<readonly [string, readonly unknown[]]>([
    ['MESSAGE_CREATE', [null, {}, [], 'x', { id: 'abc' }, { id: '1', channel_id: '1', author: null, content: null }]],
    ['MESSAGE_UPDATE', [null, {}]],
    ['MESSAGE_DELETE', [null, { id: 'x' }]],
    ['GUILD_CREATE', [null, { id: 5 }, { id: '1', channels: null }]],
    ['CHANNEL_UPDATE', [null, 7]],
    ['CHANNEL_DELETE', [null]],
    ['THREAD_UPDATE', [7]],
    ['INTERACTION_CREATE', [null, { id: '1', application_id: '1', token: 't', type: 3 }, form(null), form([nested(900)])]],
    ['__proto__', [{}]],
    ['SOMETHING_NEW', [{ a: 1 }, null]],
  ])('costs neither the connection nor the next message: %s', async (name, payloads) => {
    for (const payload of payloads) discord.gateway.dispatch(name, payload);
    discord.say(MIA, SUPPORT, 'still there?');
    const [message] = await running.waitFor(1);
    expect(message?.text).toBe('still there?');
    expect([running.channel.health().ok, discord.gateway.identifies]).toEqual([true, 1]);
  });

  it('is taken in part when it is far too long', async () => {
    const mentions = Array.from({ length: 10_000 }, (_, at) => ({ id: String(500_000_000_000_000_000n + BigInt(at)), username: 'u' }));
    discord.say(MIA, SUPPORT, `hello ${'x'.repeat(100_000)}`, { mentions });
    const [message] = await running.waitFor(1);
    expect([message?.text.length, message?.text.startsWith('hello x')]).toEqual([10_000, true]);
  });
});
