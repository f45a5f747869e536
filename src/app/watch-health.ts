import type { Channel } from '../channels/channel.ts';
import type { Config } from '../config.ts';
import { channelName, outboundId, participantKey, type ChannelName } from '../domain/ids.ts';
import { domainEvent } from '../domain/event.ts';
import type { Now, Schedule } from '../domain/ports.ts';
import type { Store } from '../store/store.ts';
import type { Changes } from './changes.ts';

const LOOK_EVERY_MS = 10_000;
/** Shorter faults heal by themselves; a longer one is somebody's business. */
const ALARM_AFTER_MS = 60_000;

interface HealthWatch {
  readonly config: Config;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly store: Pick<Store, 'appendEvents' | 'enqueueOutbound'>;
  readonly now: Now;
  readonly schedule: Schedule;
  readonly changes: Changes;
  wake(): void;
}

/** Rings once for a channel that has been ill for a minute (on the desk, in the log and by mail), and says when it is well again. */
export function watchHealth(watch: HealthWatch): { start(): void; stop(): void } {
  const illSince = new Map<ChannelName, Date>();
  const rung = new Set<ChannelName>();
  let cancel: () => void = () => undefined;

  async function look(): Promise<void> {
    for (const [name, channel] of watch.channels) {
      const { ok, problem = 'it does not answer' } = channel.health();
      if (ok) await recovered(name);
      else await ill(name, problem);
    }
  }

  async function ill(name: ChannelName, problem: string): Promise<void> {
    const at = watch.now();
    const since = illSince.get(name) ?? at;
    illSince.set(name, since);
    if (rung.has(name) || at.getTime() - since.getTime() < ALARM_AFTER_MS) return;
    rung.add(name);
    await watch.store.appendEvents([domainEvent('channel.unhealthy', at, undefined, { channel: name, because: problem })]);
    await mailAlarm(watch, name, problem, at);
    watch.changes.announce();
  }

  async function recovered(name: ChannelName): Promise<void> {
    illSince.delete(name);
    if (!rung.delete(name)) return;
    await watch.store.appendEvents([domainEvent('channel.recovered', watch.now(), undefined, { channel: name })]);
    watch.changes.announce();
  }

  function plan(): void {
    cancel = watch.schedule(LOOK_EVERY_MS, () => void look().finally(plan));
  }

  return { start: plan, stop: () => cancel() };
}

async function mailAlarm({ config, store, wake }: HealthWatch, name: ChannelName, problem: string, at: Date): Promise<void> {
  if (config.deskAddress === undefined) return;
  const space = config.deskAddress.toLowerCase();
  await store.enqueueOutbound([
    {
      id: outboundId(`alarm/${name}/${at.toISOString()}`),
      to: { channel: channelName('email'), account: config.supportAddress ?? space, space, key: `alarm-${name}-${at.getTime()}` },
      audience: { kind: 'only', participant: participantKey(space) },
      body: { kind: 'text', markdown: `The channel "${name}" has not worked for more than a minute: ${problem}` },
      subject: `Deskhand: ${name} is down`,
      secret: false,
      speaker: { kind: 'system' },
      createdAt: at,
    },
  ]);
  wake();
}
