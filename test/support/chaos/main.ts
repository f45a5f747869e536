import { parseArgs } from 'node:util';
import { checkHistory, isClean } from './check-history.ts';
import { isCleanRefunds } from './check-refunds.ts';
import { isCleanDesk } from './check-desk.ts';
import { DESK_KILLS } from './desk-windows.ts';
import { WINDOWS, type Window } from './protocol.ts';
import { runChaos, type ChaosResult, type Recovery } from './run-chaos.ts';
import { runDeskChaos } from './run-desk-chaos.ts';
import { runProductChaos, type ProductChaosResult } from './run-product-chaos.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    duplicates: { type: 'string', default: '0.1' },
    /** The whole product and real conversations instead of the durable core around scripted steps. */
    agent: { type: 'boolean', default: false },
    /** The whole product while people work at the desk; on Slack unless `--platform` says otherwise. */
    desk: { type: 'boolean', default: false },
    /** slack or discord: customers write there, through the product's own channel. */
    platform: { type: 'string' },
  },
});
/** Discord takes one IDENTIFY in five seconds, also from a process that was started again. */
const SLOWEST_MS = values.platform === 'discord' ? 10_000 : 5_000;
const count = Number(values.kills);
const plan = {
  kills: Array.from({ length: count }, (_, index): Window => WINDOWS[index % WINDOWS.length] ?? 'accepted'),
  duplicates: Number(values.duplicates),
  seed: Number(values.seed),
  onKill: (done: number) => {
    if (done % 10 === 0) process.stderr.write(`\r${done} of ${count} kills`);
  },
};
const startedAt = performance.now();
const run = values.desk ? killAtDesk : values.agent ? killProduct : killCore;
process.exitCode = (await run()) ? 0 : 1;

async function killCore(): Promise<boolean> {
  const platform = (['slack', 'discord'] as const).find((name) => name === values.platform);
  const result = await runChaos({ ...plan, ...(platform ? { platform } : {}) });
  print(coreTable(result), result);
  return isClean(result.verdict) && isSound(result);
}

async function killProduct(): Promise<boolean> {
  const result = await runProductChaos(plan);
  const { verdict, recoveries } = result;
  const heads = ['kills', 'acked', 'lost', 'answered twice', 'told wrong', 'refunds', 'lost', 'wrong', 'slowest first reply'];
  const found = [verdict.lost, verdict.answeredTwice, verdict.toldWrong].map((ids) => String(ids.length));
  const refunds = [verdict.refunds, verdict.refundsLost.length, verdict.refundsWrong.length].map(String);
  print([heads, [String(recoveries.length), String(verdict.acked), ...found, ...refunds, slowest(recoveries)]], result);
  return isCleanRefunds(verdict) && isSound(result);
}

async function killAtDesk(): Promise<boolean> {
  const platform = values.platform === 'discord' ? 'discord' : 'slack';
  const kills = Array.from({ length: count }, (_, index) => DESK_KILLS[index % DESK_KILLS.length]).filter((one) => one !== undefined);
  const { verdict, recoveries, exitCode } = await runDeskChaos({
    platform,
    kills,
    seed: plan.seed,
    onKill: plan.onKill,
  });
  const { deeds, ackedBefore, refunds, replies, ...found } = verdict;
  const counts = Object.entries({ deeds, ackedBefore, ...found, refunds, replies });
  print(
    [
      ['desk', ...counts.map(([name]) => name), 'slowest'],
      [
        platform,
        ...counts.map(([, value]) => String(Array.isArray(value) ? value.length : value)),
        slowest(recoveries.map((ms) => ({ ms }))),
      ],
    ],
    { duplicatesSent: 0, exitCode },
  );
  for (const [name, value] of counts) if (Array.isArray(value) && value.length > 0) process.stdout.write(`${name}: ${value.join(', ')}\n`);
  return isCleanDesk(verdict) && exitCode === 0;
}

function isSound({ recoveries, exitCode }: ChaosResult | ProductChaosResult): boolean {
  return recoveries.every(({ ms }) => ms < SLOWEST_MS) && exitCode === 0;
}

function slowest(recoveries: readonly Pick<Recovery, 'ms'>[]): string {
  return `${(Math.max(0, ...recoveries.map(({ ms }) => ms)) / 1_000).toFixed(2)} s`;
}

/** One line a window, judged on the messages that were sent around its kills, and one for all. */
function coreTable(all: ChaosResult): readonly (readonly string[])[] {
  const heads = ['window', 'kills', 'acked', 'lost', 'answered twice', 'refunds', 'lost', 'doubled', 'slowest first reply'];
  return [heads, ...WINDOWS.map((window) => row(all, window)), row(all, undefined)];
}

function row(all: ChaosResult, window: Window | undefined): readonly string[] {
  const isHere = (one: { readonly window: Window }): boolean => window === undefined || one.window === window;
  const verdict = checkHistory(all.sent.filter(isHere), all.world.posts, all.world.payments);
  const recoveries = all.recoveries.filter(isHere);
  const counts = [verdict.lost.length, verdict.answeredTwice.length, verdict.refunds, verdict.refundsLost.length];
  return [
    window ?? 'all',
    String(recoveries.length),
    String(verdict.acked),
    ...counts.map(String),
    String(verdict.refundsWrong.length),
    slowest(recoveries),
  ];
}

function print(
  lines: readonly (readonly string[])[],
  { duplicatesSent, exitCode }: Pick<ChaosResult, 'duplicatesSent' | 'exitCode'>,
): void {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const text = lines.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  );
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
  const rest = `${duplicatesSent} messages were delivered twice · ${seconds} s · the last process was stopped with SIGTERM and ended with ${exitCode}`;
  process.stdout.write(`${process.stderr.isTTY ? '\r' : ''}${[...text, rest].join('\n')}\n`);
}
