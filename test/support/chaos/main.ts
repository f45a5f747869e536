import { parseArgs } from 'node:util';
import { checkHistory, isClean } from './check-history.ts';
import { WINDOWS } from './protocol.ts';
import { runChaos, type ChaosResult } from './run-chaos.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    duplicates: { type: 'string', default: '0.1' },
  },
});
const count = Number(values.kills);
const kills = Array.from({ length: count }, (_, index) => WINDOWS[index % WINDOWS.length] ?? 'accepted');
const startedAt = performance.now();
const result = await runChaos({
  kills,
  duplicates: Number(values.duplicates),
  seed: Number(values.seed),
  onKill: (done) => {
    if (done % 10 === 0) process.stderr.write(`\r${done} of ${count} kills`);
  },
});
process.stderr.write('\r');
process.stdout.write(`${table(result).join('\n')}\n`);
process.exitCode = isClean(result.verdict) && slowest(result, undefined) < 5_000 && result.exitCode === 0 ? 0 : 1;

function slowest({ recoveries }: ChaosResult, window: string | undefined): number {
  return Math.max(0, ...recoveries.filter((recovery) => window === undefined || recovery.window === window).map(({ ms }) => ms));
}

/** One line a window, judged on the messages that were sent around its kills, and one for all. */
function table(all: ChaosResult): readonly string[] {
  const heads = ['window', 'kills', 'acked', 'lost', 'answered twice', 'refunds', 'lost', 'doubled', 'slowest first reply'];
  const lines = [heads, ...WINDOWS.map((window) => row(all, window)), row(all, undefined)];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
  return [
    ...lines.map((line) =>
      line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
    ),
    `${all.duplicatesSent} messages were delivered twice · ${seconds} s · the last process was stopped with SIGTERM and ended with ${all.exitCode}`,
  ];
}

function row(all: ChaosResult, window: string | undefined): readonly string[] {
  const sent = all.sent.filter((message) => window === undefined || message.window === window);
  const verdict = checkHistory(sent, all.world.posts, all.world.payments);
  const killed = all.recoveries.filter((recovery) => window === undefined || recovery.window === window).length;
  return [
    window ?? 'all',
    String(killed),
    String(verdict.acked),
    String(verdict.lost.length),
    String(verdict.answeredTwice.length),
    String(verdict.refunds),
    String(verdict.refundsLost.length),
    String(verdict.refundsWrong.length),
    `${(slowest(all, window) / 1_000).toFixed(2)} s`,
  ];
}
