import { loadConfig, type Config, type LoadOptions } from '../config.ts';
import { readAgentFile } from '../console/agent-file.ts';
import { connectDeskhand } from '../console/deskhand-client.ts';
import type { Deskhand } from '../domain/deskhand.ts';
import { AppError } from '../domain/error.ts';
import type { CommandIo } from './command.ts';

export interface ReachedDeskhand {
  readonly deskhand: Deskhand;
  /** True when an agent runs and delivers what is said to customers. */
  readonly isRunning: boolean;
  close(): Promise<void>;
}

/**
 * The running agent over its loopback API; when none runs, the product opened on the data folder by this command alone.
 * Rejects with `config_invalid`, or with `store_locked` when an agent holds the folder but does not answer.
 */
export async function reachDeskhand(io: CommandIo, options: LoadOptions = {}): Promise<ReachedDeskhand> {
  const config = await loadConfig(io.env, options);
  return (await askRunning(config)) ?? (await openAlone(config, io));
}

/** An `agent.json` that a killed agent left behind is nobody. */
async function askRunning({ dataFolder }: Config): Promise<ReachedDeskhand | undefined> {
  const agent = await readAgentFile(dataFolder);
  if (!agent) return undefined;
  try {
    return { deskhand: await connectDeskhand(agent), isRunning: true, close: async () => undefined };
  } catch (error) {
    if (error instanceof AppError && error.code === 'store_unavailable') return undefined;
    throw error;
  }
}

async function openAlone(config: Config, io: CommandIo): Promise<ReachedDeskhand> {
  const [{ openApp }, { realWorld }, { createLogger }] = await Promise.all([
    import('../app.ts'),
    import('../app/real-world.ts'),
    import('../insight/logger.ts'),
  ]);
  const world = realWorld(createLogger({ level: 'error', sink: io.stderr }));
  const app = await openApp(config, { world, byHand: true });
  await app.start();
  return { deskhand: keepingMailIn(app.deskhand, config), isRunning: false, close: () => app.stop() };
}

/** Only a running agent delivers mail: an answer that could not leave must not look as if it had. */
function keepingMailIn(deskhand: Deskhand, config: Config): Deskhand {
  if (!config.imap && !config.smtp) return deskhand;
  return {
    ...deskhand,
    async act() {
      throw new AppError('channel_unavailable', 'no agent is running, so nothing would reach the customer', {
        retryable: true,
        hint: 'Start it with "deskhand start" and try again.',
      });
    },
  };
}
