import { microUsd } from '../../domain/money.ts';
import type { Now, Schedule } from '../../domain/ports.ts';
import type { CircuitBreaker } from '../circuit-breaker.ts';
import {
  NO_TOKENS,
  type CallLimits,
  type LanguageModel,
  type ModelCall,
  type ModelFailure,
  type ModelOutcome,
  type TokenUse,
} from './language-model.ts';
import { waitBeforeRetry } from './model-retry.ts';
import type { ModelSettings } from './model-settings.ts';
import { costOf, estimateTokens } from './price.ts';

/** One exchange without price, limits or a second try: what an API has to give. */
export interface ModelApi {
  exchange(call: ModelCall): Promise<ApiOutcome>;
}
export type ApiOutcome =
  | { readonly kind: 'answered'; readonly answer: Extract<ModelOutcome, { kind: 'answered' }>['answer']; readonly tokens: TokenUse }
  | { readonly kind: 'unavailable'; readonly because: ModelFailure; readonly tokens: TokenUse; readonly retryAfterMs?: number };

export interface MeterPorts {
  readonly now: Now;
  readonly schedule: Schedule;
  readonly breaker: CircuitBreaker;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Failures that tell about the service and not about one request. */
const SERVICE_FAILURES: ReadonlySet<ModelFailure> = new Set<ModelFailure>([
  'rate_limited',
  'spend_limit',
  'overloaded',
  'timeout',
  'connection',
  'rejected',
  'malformed',
]);
/** A wrong key or a spent budget is not better in half a minute. */
const FOR_GOOD: ReadonlySet<ModelFailure> = new Set<ModelFailure>(['spend_limit', 'rejected']);

/** Puts a price on every exchange, stops at the caps, tries once more where that can help, and rests when the service is down. */
export function createMeteredModel(api: ModelApi, settings: ModelSettings, { now, schedule, breaker }: MeterPorts): LanguageModel {
  const { limits, prices } = settings;
  /** What this process spent, so that turns which run at the same time, or were never committed, count too. */
  let spent: { readonly at: number; readonly cost: number }[] = [];

  const spentHere = (): number => {
    const since = now().getTime() - DAY_MS;
    spent = spent.filter(({ at }) => at > since);
    return spent.reduce((sum, { cost }) => sum + cost, 0);
  };

  function mayCost(call: ModelCall, { conversationCost, dayCost }: CallLimits): boolean {
    const expected = costOf(expectedTokens(call), prices.dollarsPerMillionTokens[call.model]);
    const day = Math.max(dayCost, spentHere());
    return conversationCost + expected <= limits.conversationDollars * 1e6 && day + expected <= limits.dayDollars * 1e6;
  }

  async function attempt(call: ModelCall): Promise<ModelOutcome> {
    if (breaker.admits() === 'resting') return { kind: 'unavailable', because: 'resting', tokens: NO_TOKENS, cost: microUsd(0) };
    const outcome = await api.exchange(call);
    const cost = costOf(billed(outcome, call), prices.dollarsPerMillionTokens[call.model]);
    if (cost > 0) spent.push({ at: now().getTime(), cost });
    if (outcome.kind === 'answered' || !SERVICE_FAILURES.has(outcome.because)) breaker.succeeded();
    else if (call.signal.aborted && outcome.because !== 'timeout') breaker.undecided();
    else breaker.failed(FOR_GOOD.has(outcome.because));
    return { ...outcome, cost };
  }

  return {
    isThere: true,
    async exchange(call, callLimits) {
      if (!mayCost(call, callLimits)) return { kind: 'unavailable', because: 'over_budget', tokens: NO_TOKENS, cost: microUsd(0) };
      const first = await attempt(call);
      if (first.kind === 'answered') return first;
      const wait = waitBeforeRetry(first.because, first.retryAfterMs, 1);
      if (wait === undefined || !(await waited(wait, call.signal, schedule))) return first;
      const second = await attempt(call);
      return { ...second, tokens: sumOf(first.tokens, second.tokens), cost: microUsd(first.cost + second.cost) };
    },
  };
}

/** An answer that broke off is billed without anybody telling us: its prompt counts, so that the caps hold. */
function billed(outcome: ApiOutcome, call: ModelCall): TokenUse {
  const brokeOff = outcome.kind === 'unavailable' && (outcome.because === 'timeout' || outcome.because === 'malformed');
  return brokeOff && outcome.tokens.input === 0 ? { ...expectedTokens(call), output: 0 } : outcome.tokens;
}

/** Without a cache hit and with a full answer: what the call can cost at most. */
function expectedTokens({ stablePrefix, tools, messages, maxTokens }: ModelCall): TokenUse {
  const prompt = estimateTokens(stablePrefix) + estimateTokens(JSON.stringify(tools)) + estimateTokens(JSON.stringify(messages));
  return { ...NO_TOKENS, input: prompt, output: maxTokens };
}

/** True once the time has passed; false when the caller gave up before. */
function waited(ms: number, signal: AbortSignal, schedule: Schedule): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const giveUp = (): void => {
      cancel();
      resolve(false);
    };
    const cancel = schedule(ms, () => {
      signal.removeEventListener('abort', giveUp);
      resolve(true);
    });
    signal.addEventListener('abort', giveUp, { once: true });
  });
}

export const sumOf = (left: TokenUse, right: TokenUse): TokenUse => ({
  input: left.input + right.input,
  cacheWrite: left.cacheWrite + right.cacheWrite,
  cacheRead: left.cacheRead + right.cacheRead,
  output: left.output + right.output,
});
