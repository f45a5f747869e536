import { describe, expect, it } from '@jest/globals';
import { createCircuitBreaker } from '../../../src/agent/circuit-breaker.ts';
import { NO_TOKENS, type CallLimits, type ModelFailure } from '../../../src/agent/llm/language-model.ts';
import { createMeteredModel, type ApiOutcome } from '../../../src/agent/llm/metered.ts';
import { waitBeforeRetry } from '../../../src/agent/llm/model-retry.ts';
import { costOf, estimateTokens } from '../../../src/agent/llm/price.ts';
import { microUsd } from '../../../src/domain/money.ts';
import { modelCall, shippedModelSettings, type Exchanged } from '../../support/claude/model-calls.ts';

const SETTINGS = await shippedModelSettings();
const AT = new Date('2026-11-16T15:00:00Z');
const FREE: CallLimits = { conversationCost: microUsd(0), dayCost: microUsd(0) };

const answered = (input = 1_000): ApiOutcome => ({
  kind: 'answered',
  answer: { kind: 'text', text: 'Refunds take 5–10 business days.' },
  tokens: { ...NO_TOKENS, input, output: 100 },
});
const failed = (because: ModelFailure, retryAfterMs?: number): ApiOutcome => ({
  kind: 'unavailable',
  because,
  tokens: NO_TOKENS,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

/** A meter over an API that gives these outcomes one after the other. */
function meter(...outcomes: readonly ApiOutcome[]) {
  let asked = 0;
  let at = AT;
  const waits: number[] = [];
  const breaker = createCircuitBreaker(() => at, { failures: 3, restMs: 30_000, longestRestMs: 600_000 });
  const api = { exchange: async () => outcomes[Math.min(asked++, outcomes.length - 1)] ?? answered() };
  const schedule = (ms: number, run: () => void): (() => void) => {
    waits.push(ms);
    queueMicrotask(run);
    return () => undefined;
  };
  const model = createMeteredModel(api, SETTINGS, { now: () => at, schedule, breaker });
  return {
    model,
    waits,
    asked: () => asked,
    pass: (ms: number) => void (at = new Date(at.getTime() + ms)),
    ask: (limits: CallLimits = FREE, change: Parameters<typeof modelCall>[0] = {}): Promise<Exchanged> =>
      model.exchange(modelCall(change), limits),
  };
}

const because = (outcome: Exchanged): string => (outcome.kind === 'unavailable' ? outcome.because : outcome.kind);

describe('the price of a call', () => {
  it.each([
    ['claude-haiku-5-5', { ...NO_TOKENS, input: 1_000_000 }, 500_000],
    ['claude-haiku-5-5', { ...NO_TOKENS, input: 100_000 }, 10_000],
    ['claude-haiku-5-5', { ...NO_TOKENS, input: 50_000, cacheRead: 50_001 }, 27_501],
    ['claude-sonnet-5-5', { ...NO_TOKENS, input: 1_000_000 }, 2_000_000],
    ['claude-sonnet-5-5', { ...NO_TOKENS, cacheWrite: 1_000_000 }, 2_500_000],
    ['claude-sonnet-5-5', { ...NO_TOKENS, cacheRead: 1_000_000 }, 100_000],
    ['claude-sonnet-5-5', { ...NO_TOKENS, output: 1_000_000 }, 10_000_000],
    ['claude-opus-5-5', { ...NO_TOKENS, input: 1, output: 1 }, 24],
    ['a local model without a row', { ...NO_TOKENS, input: 1_000_000 }, 0],
  ])('of %s for %j is %i millionths of a dollar', (model, tokens, cost) => {
    expect(costOf(tokens, SETTINGS.prices.dollarsPerMillionTokens[model])).toBe(cost);
  });

  it('is estimated with a token for every 3.5 characters', () => {
    expect([estimateTokens(''), estimateTokens('abc'), estimateTokens('a'.repeat(35)), estimateTokens('a'.repeat(36))]).toEqual([
      0, 1, 10, 11,
    ]);
  });
});

describe('the second try', () => {
  it.each<[ModelFailure, number | undefined, number | undefined]>([
    ['rate_limited', 2_000, 2_000],
    ['rate_limited', 4_000, 4_000],
    ['rate_limited', 4_001, undefined],
    ['rate_limited', undefined, undefined],
    ['spend_limit', undefined, undefined],
    ['spend_limit', 1_000, undefined],
    ['overloaded', undefined, 400],
    ['overloaded', 60_000, undefined],
    ['connection', undefined, 400],
    ['malformed', undefined, 400],
    ['timeout', undefined, undefined],
    ['rejected', undefined, undefined],
    ['refused', undefined, undefined],
    ['truncated', undefined, undefined],
    ['invalid_output', undefined, undefined],
  ])('after %s with a retry-after of %s ms comes in %s ms', (failure, retryAfterMs, wait) => {
    expect(waitBeforeRetry(failure, retryAfterMs, 1)).toBe(wait);
  });

  it('is the last one', async () => {
    const { ask, asked, waits } = meter(failed('overloaded'));
    expect(because(await ask())).toBe('overloaded');
    expect([asked(), waits]).toEqual([2, [400]]);
  });

  it('gives its answer, and both tries are paid', async () => {
    const first: ApiOutcome = { kind: 'unavailable', because: 'overloaded', tokens: { ...NO_TOKENS, input: 1_000 } };
    const outcome = await meter(first, answered(1_000)).ask();
    expect([outcome.kind, outcome.tokens.input, outcome.cost]).toEqual(['answered', 2_000, 5_000]);
  });

  it('does not come once the turn has run out of time', async () => {
    const patience = new AbortController();
    const { ask, asked } = meter(failed('overloaded'));
    patience.abort();
    await ask(FREE, { signal: patience.signal });
    expect(asked()).toBe(1);
  });
});

describe('the budget', () => {
  const almost = (dollars: number): CallLimits['dayCost'] => microUsd(dollars * 1e6 - 500);

  it.each<[string, CallLimits, string]>([
    ['far below both caps', FREE, 'answered'],
    ['where this call could pass the cap of the conversation', { ...FREE, conversationCost: almost(0.5) }, 'over_budget'],
    ['where this call could pass the cap of the day', { ...FREE, dayCost: almost(25) }, 'over_budget'],
  ])('lets a call through or not, %s', async (_, limits, outcome) => {
    expect(because(await meter(answered()).ask(limits))).toBe(outcome);
  });

  it('counts what this process spent and nobody stored yet, and forgets it after a day', async () => {
    const { ask, pass } = meter(answered(13_000_000));
    expect((await ask()).kind).toBe('answered');
    expect(because(await ask())).toBe('over_budget');
    pass(24 * 60 * 60 * 1000 + 1);
    expect((await ask()).kind).toBe('answered');
  });

  it('counts the prompt of an answer that broke off without telling what it cost', async () => {
    const outcome = await meter(failed('timeout')).ask(FREE, { stablePrefix: 'x'.repeat(35_000) });
    expect(outcome.cost).toBeGreaterThan(20_000);
  });
});

describe('the meter', () => {
  it('rests after three failures of the service and asks nobody meanwhile', async () => {
    const { ask, asked } = meter(failed('timeout'));
    const outcomes = [await ask(), await ask(), await ask(), await ask()].map(because);
    expect([outcomes, asked()]).toEqual([['timeout', 'timeout', 'timeout', 'resting'], 3]);
  });

  it('probes once after the rest, and goes on when the service is back', async () => {
    const { ask, pass } = meter(failed('timeout'), failed('timeout'), failed('timeout'), answered());
    for (let tries = 0; tries < 3; tries += 1) await ask();
    pass(30_000);
    expect((await ask()).kind).toBe('answered');
    expect((await ask()).kind).toBe('answered');
  });

  it.each<ModelFailure>(['rejected', 'spend_limit'])('rests at once and for long after "%s"', async (failure) => {
    const { ask, pass } = meter(failed(failure));
    await ask();
    pass(599_999);
    expect(because(await ask())).toBe('resting');
  });

  it.each<ModelFailure>(['refused', 'truncated', 'invalid_output', 'paused'])(
    'does not rest for "%s": the service works',
    async (failure) => {
      const { ask } = meter(failed(failure));
      for (let tries = 0; tries < 5; tries += 1) expect(because(await ask())).toBe(failure);
    },
  );
});
