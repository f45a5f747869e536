import { join } from 'node:path';
import { configVersion } from '../../../src/domain/ids.ts';
import { createFlow } from '../../../src/flow/flow.ts';
import { holdInstanceLock } from '../../../src/store/sqlite/instance-lock.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { LOOPBACK, openLoopbackChannel } from './loopback-channel.ts';
import type { ChildSettings } from './protocol.ts';
import { createScriptedSteps } from './scripted-steps.ts';
import { pointsForParent, schedule, tellParent, TIMES } from './told-by-parent.ts';

/**
 * The durable core as the product composes it, on a real file and real sockets, around the smallest steps with a consequence.
 * SIGTERM ends it as it ends the product: nothing new, finish what was begun, close.
 */
export async function runChaosAgent(settings: ChildSettings): Promise<void> {
  const { folder, worldUrl, without } = settings;
  const lock = holdInstanceLock(folder);
  const now = () => new Date();
  const store = await openSqliteStore({
    file: join(folder, 'deskhand.db'),
    now,
    currentPlaybook: () => configVersion('chaos'),
    alone: true,
  });
  const points = pointsForParent(settings.armed);
  const channel = await openLoopbackChannel({ worldUrl, without, waiting: () => store.waiting() });
  const chat = settings.chat && (await import('./chat-channel.ts')).openChat(settings.chat, store, now);
  const flow = createFlow({
    store,
    steps: createScriptedSteps({ store, points, worldUrl, without }),
    channels: new Map([[LOOPBACK, channel], ...(chat ? [[chat.name, chat.channel] as const] : [])]),
    now,
    schedule,
    random: { bytes: (count) => new Uint8Array(count), below: () => 0 },
    emit: () => {},
    report: () => {},
    onDead: async () => {},
    points,
    pollMs: 50,
    ...TIMES,
  });
  await channel.start(async (messages) => {
    await flow.inbox.receive(messages);
  });
  await chat?.channel.start(async (messages) => {
    await flow.inbox.receive(messages);
  });
  flow.start();
  async function end(): Promise<void> {
    await chat?.channel.stop();
    await channel.stop();
    await flow.stop();
    await store.close();
    lock.release();
    process.disconnect();
  }
  process.once('SIGTERM', () => void end());
  tellParent({ kind: 'ready', port: channel.port, ...(chat ? { chatPort: chat.port() } : {}) });
}
