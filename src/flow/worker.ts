import type { Channel } from '../channels/channel.ts';
import { assertNever } from '../domain/assert-never.ts';
import { AppError } from '../domain/error.ts';
import { domainEvent, type DomainEvent } from '../domain/event.ts';
import type { ChannelName } from '../domain/ids.ts';
import type { OutboundMessage } from '../domain/outbound.ts';
import { NO_POINTS, type Points } from '../domain/points.ts';
import type { Now, Random, Schedule } from '../domain/ports.ts';
import { quietStep, type Lease, type StepResult, type Store } from '../store/store.ts';
import { createCrew, type Crew, type Job } from './crew.ts';
import { resolutionMark } from './resolution-mark.ts';
import { nextGroup, type Group } from './next-group.ts';
import { GIVE_UP_TRIES, retryDelayMs, triesOf, TURN_RETRIES } from './retry-policy.ts';
import type { Steps } from './steps.ts';

export interface WorkerSettings {
  readonly store: Store;
  readonly steps: Steps;
  readonly now: Now;
  readonly schedule: Schedule;
  readonly random: Random;
  /** Told of every event once it is committed. */
  readonly emit: (event: DomainEvent) => void;
  /** Told of what nobody planned; the customer's way on is taken care of already. */
  readonly report: (error: unknown) => void;
  /** After each commit: there may be something to deliver, and another timer to wait for. */
  readonly onCommitted: () => void;
  readonly points?: Points;
  readonly channels?: ReadonlyMap<ChannelName, Pick<Channel, 'capabilities'>>;
  /** Conversations that are worked on at the same time. */
  readonly concurrency?: number;
  /** A worker that died is replaced after this long; a living one extends its lease at a third of it. */
  readonly leaseMs?: number;
  /** How soon a retry that has become due is noticed. */
  readonly pollMs?: number;
}

/** Takes conversations one by one, hands their arrivals to the steps and commits what comes back. */
export function createWorker(settings: WorkerSettings): Crew {
  const { store, steps, now, schedule, emit, report, points = NO_POINTS } = settings;
  const { concurrency = 4, leaseMs = 4_000, pollMs = 250 } = settings;

  async function take(): Promise<Job | undefined> {
    const lease = await store.leaseConversation(leaseMs);
    const group = lease && nextGroup(lease.pending);
    return group && (() => work({ ...lease, pending: group.arrivals }, group));
  }

  async function work(lease: Lease, group: Group): Promise<void> {
    const stopRenewing = keepRenewing(lease);
    try {
      await points.at('leased');
      await commit(lease, group, await resultOf(lease, group));
    } catch (error) {
      await fail(lease, error);
    } finally {
      stopRenewing();
    }
  }

  function resultOf(lease: Lease, group: Group): Promise<StepResult> {
    switch (group.kind) {
      case 'messages':
        return steps.messages(lease, group.messages);
      case 'command':
        return steps.command(lease, group.command);
      case 'timer':
        return steps.timer(lease, group.timer);
      case 'exhausted':
        return isBeyondWords(lease) ? Promise.resolve(quietStep(lease.conversation)) : steps.giveUp(lease, problemOf(lease));
      default:
        return assertNever(group);
    }
  }

  async function commit(lease: Lease, group: Group, result: StepResult): Promise<void> {
    const handled = lease.pending.map(({ position }) => position);
    const buried = group.kind === 'exhausted' ? { buried: problemOf(lease) } : {};
    const outbound = [...result.outbound.map((message) => inLanguageOf(result, message)), ...marksOf(lease, result)];
    if ((await store.commitTurn(lease, { ...result, outbound, handled, ...buried })) === 'lease_lost') return;
    await points.at('committed');
    for (const event of result.events) emit(event);
    settings.onCommitted();
  }

  function marksOf({ conversation }: Lease, result: StepResult): readonly OutboundMessage[] {
    if (settings.channels?.get(conversation.thread.channel)?.capabilities.marksResolved !== true) return [];
    const mark = resolutionMark(conversation, result.conversation, now());
    return mark ? [mark] : [];
  }

  /** Nothing of the step is on disk. The whole step is tried again later; the claims in it keep its effects single. */
  async function fail(lease: Lease, error: unknown): Promise<void> {
    report(error);
    const attempt = attemptsOf(lease) + 1;
    const because = nameOf(error);
    const delayMs = retryDelayMs(TURN_RETRIES, attempt, settings.random) ?? 0;
    await store.failTurn(lease, because, new Date(now().getTime() + delayMs));
    const event = domainEvent('turn.failed', now(), lease.conversation.id, { because, attempt });
    await store.appendEvents([event]);
    emit(event);
  }

  function keepRenewing(lease: Lease): () => void {
    let stopped = false;
    let cancel = (): void => {};
    const renew = async (): Promise<void> => {
      try {
        if ((await store.renewLease(lease, leaseMs)) && !stopped) plan();
      } catch (error) {
        // Costs the turn at worst: its commit will find the lease lost.
        report(error);
      }
    };
    const plan = (): void => {
      cancel = schedule(leaseMs / 3, () => void renew());
    };
    plan();
    return () => {
      stopped = true;
      cancel();
    };
  }

  return createCrew({ take, schedule, report, size: concurrency, pollMs });
}

function attemptsOf(lease: Lease): number {
  return Math.max(...lease.pending.map(({ attempts }) => attempts));
}

/** Even the hand-over failed: the conversation is freed, the dead letter stays and is reported. */
function isBeyondWords(lease: Lease): boolean {
  return attemptsOf(lease) >= triesOf(TURN_RETRIES) + GIVE_UP_TRIES;
}

function problemOf(lease: Lease): string {
  return lease.pending.find(({ problem }) => problem !== undefined)?.problem ?? 'failed too often';
}

/** A code or a class name, never a text: texts of errors may hold what a customer wrote. */
function nameOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}

/** Channels that sign what they send do it in the customer's language. */
function inLanguageOf({ conversation: { customer } }: StepResult, message: OutboundMessage): OutboundMessage {
  return customer.language === 'en' ? message : { ...message, language: customer.language };
}
