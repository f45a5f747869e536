import { parseArgs } from 'node:util';
import type { App } from '../app.ts';
import { loadConfig, type Config } from '../config.ts';
import { AppError } from '../domain/error.ts';
import type { Command, CommandIo } from './command.ts';
import { readableLog } from './readable-log.ts';

export const startCommand: Command = {
  name: 'start',
  summary: 'run the agent with its page on 127.0.0.1',
  help: `Usage: deskhand start [--since WHEN]

Runs the agent: the page, the mailbox when IMAP_… is set, and the work behind them. Ctrl-C finishes what was begun and ends.
Without credentials only the page is open. Mail that cannot leave for want of SMTP, codes included, is in the demo inbox there.

Options:
  --since WHEN  on the first connection to a mailbox, take mail from then on instead of from now:
                a date such as 2026-11-01, or an age such as 36h or 3d. Old mail goes to a human.

Examples:
  npm start
  PORT=8080 deskhand start
  deskhand start --since 2d
`,
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: { since: { type: 'string' } } });
    const config = await loadConfig(io.env);
    const since = values.since === undefined ? undefined : readSince(values.since, new Date());
    await serve(since === undefined ? config : takeMailSince(config, since), io);
    return 0;
  },
};

const HOUR_MS = 3_600_000;

/** A date, or an age before `now`. Throws `usage`. */
export function readSince(text: string, now: Date): Date {
  const [, count, unit] = /^(\d{1,4})([hd])$/.exec(text) ?? [];
  const since = count === undefined ? new Date(text) : new Date(now.getTime() - Number(count) * (unit === 'd' ? 24 : 1) * HOUR_MS);
  if (!Number.isNaN(since.getTime()) && since <= now && (count !== undefined || /^\d{4}-\d{2}-\d{2}/.test(text))) return since;
  throw new AppError('usage', `--since: found "${text}", expected a past date such as 2026-11-01 or an age such as 36h or 3d`, {
    retryable: false,
  });
}

function takeMailSince(config: Config, since: Date): Config {
  const { channels } = config.settings;
  return { ...config, settings: { ...config.settings, channels: { ...channels, email: { ...channels.email, since } } } };
}

/** Runs until the signal; what was begun is finished before it returns. */
async function serve(config: Config, io: CommandIo): Promise<void> {
  const [{ openApp }, { realWorld }, { createLogger }, { createConsole }] = await Promise.all([
    import('../app.ts'),
    import('../app/real-world.ts'),
    import('../insight/logger.ts'),
    import('../console/console.ts'),
  ]);
  const logger = createLogger({ level: config.settings.insight.logLevel, sink: sinkOf(io) });
  const world = realWorld(logger);
  const app = await openApp(config, { world });
  let isEnding = false;
  const getReady = (): Promise<void> =>
    app.ready().catch((error: unknown) => {
      // An end before the router has learned breaks it off: that is no failure.
      if (!isEnding && !io.signal.aborted) logger.failure('agent.not_ready', error);
    });
  const page = createConsole(app.deskhand, {
    port: config.port,
    dataFolder: config.dataFolder,
    now: world.now,
    onError: (error) => logger.failure('console.failed', error),
  });
  async function openPage(): Promise<void> {
    const { address } = await page.start();
    void getReady();
    await greet(config, app, address, io);
  }
  try {
    // A mail server that is slow to answer keeps nobody from the page, and messages are accepted before articles are read.
    await Promise.all([app.start(), openPage()]);
    await untilAborted(io.signal);
  } finally {
    isEnding = true;
    await page.stop();
    await app.stop();
  }
}

function sinkOf({ stderr }: CommandIo): { write(line: string): unknown } {
  const isTerminal = 'isTTY' in stderr && stderr.isTTY === true;
  return isTerminal ? { write: (line) => stderr.write(readableLog(line)) } : stderr;
}

async function greet(config: Config, { deskhand }: App, address: string, io: CommandIo): Promise<void> {
  const { guard } = await deskhand.health();
  const { agentName, name } = config.playbook.agent.company;
  const mail = config.imap ? `${config.supportAddress} (${config.imap.host})` : 'not connected; set IMAP_… and SMTP_… to answer a mailbox';
  const lines = [
    '',
    `  ${agentName} works for ${name}.`,
    '',
    `  Try it    ${address}`,
    `  Mailbox   ${mail}`,
    ...config.warnings.map((warning) => `  Note      ${warning}`),
    ...(guard === undefined ? [] : [`  Note      ${guard}`]),
    '',
    '  Next: open the page and write as one of the customers, or in another terminal:',
    '    npx deskhand chat --as mia.keller@example.com',
    '    npx deskhand desk list',
    '    npx deskhand doctor',
    '',
    '',
  ];
  io.stderr.write(lines.join('\n'));
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
