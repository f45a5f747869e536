import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Channel } from '../src/channels/channel.ts';
import { createSlackChannel } from '../src/channels/slack/slack-channel.ts';
import { configVersion } from '../src/domain/ids.ts';
import { realWorld } from '../src/app/real-world.ts';
import { createFlow } from '../src/flow/flow.ts';
import { createLogger } from '../src/insight/logger.ts';
import { openSqliteStore } from '../src/store/sqlite/sqlite-store.ts';
import { quietStep } from '../src/store/store.ts';
import { SIGNING_SECRET, slowAgentSettings, type SlowAgentSettings } from './slow-agent-settings.ts';

/** Store, worker and Slack channel as the product composes them, around an agent that thinks for a long time. */
async function run({ mode, apiUrl, folder, thinksMs }: SlowAgentSettings): Promise<void> {
  const { now, schedule, random } = realWorld(createLogger({ level: 'error', sink: process.stderr }));
  const store = await openSqliteStore({
    file: join(folder, 'deskhand.db'),
    now,
    currentPlaybook: () => configVersion('bench'),
    alone: true,
  });
  const access = { botToken: 'xoxb-fake-token', apiUrl, agentView: false };
  const slack = createSlackChannel(
    mode === 'http' ? { ...access, mode, signingSecret: SIGNING_SECRET, port: 0 } : { ...access, mode, appToken: 'xapp-fake-token' },
    {
      threads: store,
      memory: { load: (name) => store.setting(name), save: (name, value) => store.saveSetting(name, value) },
      now,
      timers: { after: schedule },
      report: () => undefined,
    },
  );
  const think = async (lease: Parameters<Parameters<typeof createFlow>[0]['steps']['messages']>[0]) => {
    await wait(thinksMs);
    return quietStep(lease.conversation);
  };
  const flow = createFlow({
    store,
    steps: { messages: think, command: think, timer: think, giveUp: think },
    channels: new Map<never, Channel>(),
    now,
    schedule,
    random,
    emit: () => undefined,
    report: () => undefined,
    onDead: async () => undefined,
  });
  await slack.start((messages) => flow.inbox.receive(messages).then(() => undefined));
  flow.start();
  process.send?.({ port: slack.port ?? 0 });
  process.on('message', (_stop) => process.exit(0));
}

await run(slowAgentSettings.parse(JSON.parse(process.argv[2] ?? '')));
