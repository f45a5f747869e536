import { converseLine } from '../../../src/cli/converse/converse-input.ts';
import { openConverseSession } from '../../../src/cli/converse/converse-session.ts';
import { costOf } from '../../../src/agent/llm/price.ts';
import type { ModelSettings } from '../../../src/agent/llm/model-settings.ts';
import { loadConfig } from '../../../src/config.ts';
import { parseFinalRows } from '../conversations/final-rows.ts';
import { judge } from '../conversations/judge.ts';
import { planRuns } from '../conversations/plan-runs.ts';
import { play, type Played } from '../conversations/play.ts';
import { goodBrain } from './brains.ts';
import { CLAUDE_KEY, startStrictClaude, type Billed } from './strict-claude.ts';
import { productRouter, SUITE } from './suite-with-model.ts';

/** Every third conversation of the suite, so that each kind and channel is among them. */
const STEP = 3;
const PLAYED_AT = new Date('2026-11-16T15:00:00Z');

interface Bill {
  readonly billed: readonly Billed[];
  readonly isResolved: boolean;
}

/** Dollars per resolution of a fixed set of conversations: as billed, with a cache that is cold in each conversation, and without one. */
export async function costLines(): Promise<readonly string[]> {
  const cases = SUITE.cases.filter((_, at) => at % STEP === 0);
  const router = await productRouter();
  const claude = await startStrictClaude(goodBrain(router));
  const config = await loadConfig({ ANTHROPIC_API_KEY: CLAUDE_KEY, ANTHROPIC_BASE_URL: claude.url }, { folder: import.meta.dirname });
  const bills: Bill[] = [];
  for (const run of planRuns(cases, SUITE.people)) {
    const session = await openConverseSession(config, PLAYED_AT, { stderr: process.stderr }, { withModel: true });
    const played: { readonly one: Played; readonly billed: readonly Billed[] }[] = [];
    for (const one of run) {
      const before = claude.usages.length;
      const end = await play(one, SUITE.people, async (line) => JSON.stringify(await session.play(converseLine.parse(line))));
      played.push({ one: end, billed: claude.usages.slice(before) });
    }
    const rows = parseFinalRows((await session.changedRecords()).map((record) => `${JSON.stringify(record)}\n`).join(''));
    await session.close();
    bills.push(...played.map(({ one, billed }) => ({ billed, isResolved: judge(one, rows, SUITE.people).outcome === 'resolved' })));
  }
  await Promise.all([router.close(), claude.close()]);
  return table(bills, config.models);
}

function table(bills: readonly Bill[], settings: ModelSettings): readonly string[] {
  const resolved = bills.filter(({ isResolved }) => isResolved).length;
  const calls = bills.reduce((sum, { billed }) => sum + billed.length, 0);
  const asked = bills.filter(({ billed }) => billed.length > 0).length;
  const row = (name: string, dollars: number): string =>
    `${name.padEnd(44)} $${(dollars / resolved).toFixed(4)} per resolution, $${(dollars / bills.length).toFixed(4)} per conversation`;
  const sum = (price: (bill: Bill) => number): number => bills.reduce((total, bill) => total + price(bill), 0) / 1e6;
  return [
    `an estimate: a token for every 3.5 characters, list prices of ${settings.prices.asOf}, ${settings.router} and ${settings.answers}`,
    `${bills.length} conversations, ${resolved} resolved, ${asked} with a model, ${calls} calls`,
    row(
      'with caching',
      sum(({ billed }) => billed.reduce((total, one) => total + asBilled(one, settings), 0)),
    ),
    row(
      'with caching, cold in every conversation',
      sum(({ billed }) => coldCost(billed, settings)),
    ),
    row(
      'without caching',
      sum(({ billed }) => billed.reduce((total, one) => total + uncached(one, settings), 0)),
    ),
  ];
}

const priced = ({ model }: Billed, settings: ModelSettings) => settings.prices.dollarsPerMillionTokens[model];

function asBilled(one: Billed, settings: ModelSettings): number {
  const { input_tokens, cache_creation_input_tokens, cache_read_input_tokens, output_tokens } = one.usage;
  return costOf(
    { input: input_tokens, cacheWrite: cache_creation_input_tokens, cacheRead: cache_read_input_tokens, output: output_tokens },
    priced(one, settings),
  );
}

function uncached(one: Billed, settings: ModelSettings): number {
  const { input_tokens, output_tokens } = one.usage;
  return costOf({ input: input_tokens + one.prefix.tokens, cacheWrite: 0, cacheRead: 0, output: output_tokens }, priced(one, settings));
}

/** Nobody else wrote in the last five minutes: each prefix is written once in the conversation and read after that. */
function coldCost(billed: readonly Billed[], settings: ModelSettings): number {
  const known = new Set<string>();
  return billed.reduce((total, one) => {
    const isKnown = known.has(one.prefix.key);
    known.add(one.prefix.key);
    const { input_tokens: input, output_tokens: output } = one.usage;
    const { tokens } = one.prefix;
    return total + costOf({ input, cacheWrite: isKnown ? 0 : tokens, cacheRead: isKnown ? tokens : 0, output }, priced(one, settings));
  }, 0);
}
