import type { Channel } from '../channels/channel.ts';
import { domainEvent, type DomainEvent } from '../domain/event.ts';
import type { ChannelName } from '../domain/ids.ts';
import type { SendResult } from '../domain/outbound.ts';
import { NO_POINTS, type Points } from '../domain/points.ts';
import type { Now, Random, Schedule } from '../domain/ports.ts';
import type { LeasedOutbound, Store } from '../store/store.ts';
import { createCrew, type Crew, type Job } from './crew.ts';
import { DELIVERY_RETRIES, retryDelayMs } from './retry-policy.ts';
import { within } from './within.ts';

export interface OutboxSettings {
  readonly store: Store;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly now: Now;
  readonly schedule: Schedule;
  readonly random: Random;
  readonly emit: (event: DomainEvent) => void;
  readonly report: (error: unknown) => void;
  /** Before a message is given up for good, so that a human hears of it. A crash may repeat it: what it does must be idempotent. */
  readonly onDead: (row: LeasedOutbound, because: string) => Promise<void>;
  /** Before a message counts as delivered; idempotent for the same reason. */
  readonly onSent?: (row: LeasedOutbound) => Promise<void>;
  readonly points?: Points;
  /** How long a channel may take to send. Its own time limits stay below it. */
  readonly sendTimeoutMs?: number;
  readonly lookUpTimeoutMs?: number;
  /** What the network may need on top: a request that was cut off can still arrive. */
  readonly marginMs?: number;
  /** Deliveries of one channel at the same time; a slow channel uses up its own and nobody else's. */
  readonly perChannel?: number;
  readonly pollMs?: number;
}

/** Delivers what was committed: each message once, in order within a thread, and never silently not at all. */
export function createOutbox(settings: OutboxSettings): Crew {
  const { store, channels, now, schedule, emit, report, points = NO_POINTS } = settings;
  const { sendTimeoutMs = 10_000, lookUpTimeoutMs = 3_000, marginMs = 2_000, perChannel = 8, pollMs = 250 } = settings;
  /** Until then an earlier try may still arrive, so nobody looks for it and nobody repeats it. */
  const fenceMs = lookUpTimeoutMs + sendTimeoutMs + marginMs;
  const inFlight = new Map<ChannelName, number>();

  async function take(): Promise<Job | undefined> {
    const busy = [...inFlight].filter(([, deliveries]) => deliveries >= perChannel).map(([name]) => name);
    const [row] = await store.leaseOutbound(1, fenceMs, busy);
    if (!row) return undefined;
    count(row.message.to.channel, 1);
    return async () => {
      try {
        await settle(row, await deliver(row));
      } finally {
        count(row.message.to.channel, -1);
      }
    };
  }

  function count(name: ChannelName, change: number): void {
    inFlight.set(name, (inFlight.get(name) ?? 0) + change);
  }

  async function deliver(row: LeasedOutbound): Promise<SendResult> {
    const channel = channels.get(row.message.to.channel);
    if (!channel) return { kind: 'undeliverable', because: `the channel ${row.message.to.channel} is not connected` };
    try {
      if (row.resend && (await lookUp(channel, row)) === 'sent') return { kind: 'sent', externalId: '' };
      await points.at('sending');
      const result = await within(sendTimeoutMs, schedule, channel.send(row.message));
      await points.at('sent');
      return result === 'too_late' ? { kind: 'unknown', because: 'the channel did not answer in time' } : result;
    } catch (error) {
      report(error);
      return { kind: 'unknown', because: error instanceof Error ? error.name : 'unknown' };
    }
  }

  async function lookUp(channel: Channel, { message }: LeasedOutbound): Promise<'sent' | 'absent' | 'cannot_tell'> {
    const found = await within(lookUpTimeoutMs, schedule, channel.find(message));
    if (found === 'too_late') throw new Error('the look-up took too long');
    return found;
  }

  async function settle(row: LeasedOutbound, result: SendResult): Promise<void> {
    const retryAt = retryAtFor(row, result);
    const events = eventsFor(row, result, retryAt);
    if (result.kind !== 'sent' && retryAt === undefined) {
      await settings.onDead(row, result.because).catch(report);
    }
    if (result.kind === 'sent') await settings.onSent?.(row).catch(report);
    await store.settleOutbound(row.message.id, result, retryAt, events);
    for (const event of events) emit(event);
  }

  function retryAtFor(row: LeasedOutbound, result: SendResult): Date | undefined {
    if (result.kind === 'sent' || result.kind === 'undeliverable') return undefined;
    const delayMs = retryDelayMs(DELIVERY_RETRIES, row.tries, settings.random);
    if (delayMs === undefined) return undefined;
    return new Date(now().getTime() + Math.max(delayMs, result.kind === 'retry_later' ? result.afterMs : 0));
  }

  function eventsFor(
    { message, conversation, tries }: LeasedOutbound,
    result: SendResult,
    retryAt: Date | undefined,
  ): readonly DomainEvent[] {
    const { id: outbound, to, speaker, body } = message;
    const at = now();
    // A sign is no answer: no figure counts it.
    if (body.kind === 'status') return [];
    if (result.kind === 'sent') {
      const ms = at.getTime() - message.createdAt.getTime();
      return [domainEvent('message.delivered', at, conversation, { outbound, channel: to.channel, speaker: speaker.kind, tries, ms })];
    }
    if (retryAt !== undefined) return [];
    return [domainEvent('message.dead', at, conversation, { outbound, channel: to.channel, because: result.because })];
  }

  // As many hands as a few slow channels can hold up, and one that is always free for the next.
  return createCrew({ take, schedule, report, size: perChannel * (channels.size + 1), pollMs });
}
