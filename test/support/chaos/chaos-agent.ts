import { join } from 'node:path';
import { configVersion } from '../../../src/domain/ids.ts';
import type { Points } from '../../../src/domain/points.ts';
import { createFlow } from '../../../src/flow/flow.ts';
import type { Steps } from '../../../src/flow/steps.ts';
import { holdInstanceLock } from '../../../src/store/sqlite/instance-lock.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { openChat, schedule } from './chat-channel.ts';
import { LOOPBACK, openLoopbackChannel } from './loopback-channel.ts';
import { armOrder, type ChildReport, type ChildSettings } from './protocol.ts';
import type { StepPorts } from './scripted-steps.ts';

/** What the fence adds up to, in milliseconds: short, so that a kill costs little time. */
export const TIMES = { lookUpTimeoutMs: 500, sendTimeoutMs: 700, marginMs: 300 } as const;

/**
 * The durable core as the product composes it, on a real file and real sockets, around whatever steps are handed in.
 * SIGTERM ends it as it ends the product: nothing new, finish what was begun, close.
 */
export async function runChaosAgent(settings: ChildSettings, createSteps: (ports: StepPorts) => Steps): Promise<void> {
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
  const chat = settings.chat && openChat(settings.chat, store, now);
  const flow = createFlow({
    store,
    steps: createSteps({ store, points, worldUrl, without }),
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

/** Stops once at the point that the parent asked for, says so, and waits there for the end. */
export function pointsForParent(fromStart: string | undefined): Points {
  let armed = fromStart;
  process.on('message', (order) => {
    armed = armOrder.safeParse(order).data?.arm ?? armed;
  });
  return {
    at: (point) => {
      if (point !== armed) return Promise.resolve();
      armed = undefined;
      tellParent({ kind: 'at', point });
      return new Promise(() => {});
    },
  };
}

export function tellParent(report: ChildReport): void {
  process.send?.(report);
}
