import { describe, expect, it } from '@jest/globals';
import { identifyDelayMs, isIdentifyBudgetSpent } from '../../../src/channels/discord/identify-budget.ts';
import { createRequestGuard } from '../../../src/channels/discord/request-guard.ts';
import { createTyping } from '../../../src/channels/discord/typing.ts';
import { discordSchema } from '../../support/discord/discord-schema.ts';

const AT = new Date('2026-03-10T15:00:00Z');
const after = (ms: number): Date => new Date(AT.getTime() + ms);

describe('the IDENTIFY budget', () => {
  const many = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => AT.getTime() - (count - at) * 6_000);

  it.each([
    ['the first', [], 0],
    ['one right after another', [AT.getTime()], 5_000],
    ['one five seconds later', [AT.getTime() - 5_000], 0],
    ['the fiftieth of an hour', many(49), 0],
    ['the fifty-first', many(50), 3_600_000 - 50 * 6_000],
  ])('lets %s wait', (_, past, delayMs) => {
    expect(identifyDelayMs(past, AT.getTime())).toBe(delayMs);
  });

  it('is whole again after an hour', () => {
    expect(isIdentifyBudgetSpent(many(50), AT.getTime())).toBe(true);
    expect(isIdentifyBudgetSpent(many(50), AT.getTime() + 3_600_000)).toBe(false);
  });
});

describe('refused requests', () => {
  it.each([
    [99, 0],
    [100, 600_000],
  ])('%d within ten minutes rest everything for %d ms', (count, pauseMs) => {
    const guard = createRequestGuard();
    for (let time = 0; time < count; time += 1) guard.note(403, AT);
    guard.note(200, AT);
    expect(guard.pauseMs(AT)).toBe(pauseMs);
    expect(guard.pauseMs(after(600_001))).toBe(0);
  });

  it('close a channel at the third, for an hour or until it is opened again', () => {
    const guard = createRequestGuard();
    guard.forbidden('1', AT);
    guard.forbidden('1', AT);
    expect(guard.isClosed('1', AT)).toBe(false);
    guard.forbidden('1', AT);
    expect([guard.isClosed('1', AT), guard.isClosed('2', AT), guard.isClosed('1', after(3_600_000))]).toEqual([true, false, false]);
    expect(guard.problem(AT)).toContain('channel 1');
    guard.reopen('1');
    expect(guard.problem(AT)).toBeUndefined();
  });
});

describe('the typing sign', () => {
  function withClock() {
    let nowMs = 0;
    let timers: { readonly at: number; readonly run: () => void }[] = [];
    const shown: number[] = [];
    const typing = createTyping(
      async () => void shown.push(nowMs),
      (ms, run) => {
        const timer = { at: nowMs + ms, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
    );
    const advance = (ms: number): void => {
      for (const end = nowMs + ms; nowMs < end; nowMs += 1_000) {
        const due = timers.filter(({ at }) => at <= nowMs);
        timers = timers.filter(({ at }) => at > nowMs);
        for (const { run } of due) run();
      }
    };
    return { typing, shown, advance };
  }

  it('is shown once for a message', () => {
    const { typing, shown, advance } = withClock();
    typing.seen('1');
    typing.seen('1');
    advance(120_000);
    expect(shown).toEqual([0]);
  });

  it('is renewed while somebody works, for a minute at most', () => {
    const { typing, shown, advance } = withClock();
    typing.working('1');
    advance(120_000);
    expect(shown).toEqual([0, 8_000, 16_000, 24_000, 32_000, 40_000, 48_000, 56_000]);
  });

  it('ends when the work is done', () => {
    const { typing, shown, advance } = withClock();
    typing.working('1');
    advance(10_000);
    typing.done('1');
    advance(60_000);
    expect(shown).toEqual([0, 8_000]);
  });
});

const whereDescribed = discordSchema() === undefined ? describe.skip : describe;
whereDescribed("Discord's own description of its API", () => {
  it.each([
    [
      'a good post',
      'POST',
      '/channels/1/messages',
      { content: 'a', allowed_mentions: { parse: [] }, nonce: 'x', enforce_nonce: true },
      undefined,
    ],
    ['a text that is too long', 'POST', '/channels/1/messages', { content: 'a'.repeat(4_001) }, '/content'],
    ['a nonce that is too long', 'POST', '/channels/1/messages', { content: 'a', nonce: 'x'.repeat(26) }, 'nonce'],
    ['a thread without a name', 'POST', '/channels/1/messages/2/threads', {}, 'name'],
    ['a route that does not exist', 'POST', '/channels/1/shouts', {}, 'no such route'],
  ])('is held against every request: %s', (_, method, path, body, wrong) => {
    const found = discordSchema()?.request(method, path, body);
    if (wrong === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(wrong);
  });
});
