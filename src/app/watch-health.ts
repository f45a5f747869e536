import type { Channel } from '../channels/channel.ts';
import type { Config } from '../config.ts';
import type { ChannelName } from '../domain/ids.ts';
import { domainEvent } from '../domain/event.ts';
import type { Now, Schedule } from '../domain/ports.ts';
import type { Store } from '../store/store.ts';
import { mailAlarm } from './alarms.ts';
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
    await mailAlarm(
      watch,
      `${name}/${at.toISOString()}`,
      `Deskhand: ${name} is down`,
      `The channel "${name}" has not worked for more than a minute: ${problem}`,
    );
    watch.wake();
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
