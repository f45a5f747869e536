import type { Channel } from '../channels/channel.ts';
import type { Config } from '../config.ts';
import type { ChannelName } from '../domain/ids.ts';
import type { Points } from '../domain/points.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import type { Steps } from '../flow/steps.ts';
import type { Store } from '../store/store.ts';
import { alarmAboutDead } from './alarms.ts';
import type { DeskThread } from './desk-thread.ts';
import type { World } from './world.ts';

export interface FlowParts {
  readonly store: Store;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly steps: Steps;
  /** Undefined without a desk in a chat. */
  readonly deskThread: DeskThread | undefined;
  readonly points: Points;
  /** After every commit. */
  readonly onChange: () => void;
}

/** The durable movement of messages with its configured limits; what becomes of a delivery is told at the desk. */
export function openFlow(config: Config, world: World, { deskThread, ...parts }: FlowParts): Flow {
  const { store } = parts;
  const { now, logger } = world;
  const { conversationsAtOnce, leaseSeconds, sendTimeoutSeconds, sendMarginSeconds } = config.settings.flow;
  return createFlow({
    ...world,
    ...parts,
    steps: deskThread ? deskThread.showing(parts.steps) : parts.steps,
    emit: (event) => logger.event(event),
    report: (error) => logger.failure('flow.failed', error),
    async onDead({ message }, because) {
      await alarmAboutDead({ config, store, now }, message, because);
      await deskThread?.markDelivery(message, { kind: 'undeliverable', because });
    },
    onSent: async ({ message }) => deskThread?.markDelivery(message, { kind: 'sent', externalId: '' }),
    concurrency: conversationsAtOnce,
    leaseMs: leaseSeconds * 1000,
    sendTimeoutMs: sendTimeoutSeconds * 1000,
    marginMs: sendMarginSeconds * 1000,
  });
}
