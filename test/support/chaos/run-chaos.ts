import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChance } from './chance.ts';
import { startChild, type ChildHandle } from './child-process.ts';
import { loopbackLine, openChatLine, type ChatLine } from './chat-line.ts';
import { checkHistory, type SentMessage, type Verdict } from './check-history.ts';
import type { Delivery, Protection, Window } from './protocol.ts';
import { openWorld, type Post, type World } from './world.ts';

export interface ChaosPlan {
  /** One kill each, in this order. */
  readonly kills: readonly Window[];
  /** Share of acknowledged messages that are delivered once more, 0–1. */
  readonly duplicates: number;
  readonly without?: Protection;
  readonly seed: number;
  readonly onKill?: (done: number) => void;
  /** Customers write on this platform; without it over plain requests. */
  readonly platform?: 'slack' | 'discord';
}

/** How long after a kill in this window the first reply came, in milliseconds from the start of the new process. */
export interface Recovery {
  readonly window: Window;
  readonly ms: number;
}

export interface ChaosResult {
  readonly verdict: Verdict;
  readonly sent: readonly SentMessage[];
  readonly world: Pick<World, 'posts' | 'payments'>;
  readonly recoveries: readonly Recovery[];
  readonly duplicatesSent: number;
  /** The last child was asked to end: its exit code. */
  readonly exitCode: number | null;
}

/** A reply that is under way lands this long after its sender was killed. */
export const LATE_BY_MS = 250;
/** A burst is worked on within this time. */
const LATEST_MOMENT_MS = 60;
const BURST = 4;
const LIMIT_MS = 15_000;

/** Kills a real process again and again under load, and then compares what customers sent with what they saw. */
export async function runChaos(plan: ChaosPlan): Promise<ChaosResult> {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-chaos-'));
  const world = await openWorld();
  const line = plan.platform ? await openChatLine(plan.platform) : loopbackLine(world);
  const start = () => startChild({ folder, worldUrl: world.url, ...line.settings, ...(plan.without ? { without: plan.without } : {}) });
  const customers = createCustomers(plan, line);
  const recoveries: Recovery[] = [];
  let child = start();
  try {
    await child.ready;
    for (const [index, window] of plan.kills.entries()) {
      await killIn(window, child, line, customers);
      child = start();
      recoveries.push({ window, ms: await recover(child, line, customers, window) });
      plan.onKill?.(index + 1);
    }
    await answered(line, customers);
    await soon('an empty store', async () => isQuiet(await child.waiting()));
    const exitCode = await child.end();
    const sent = customers.sent();
    if (line.violations.length > 0) throw new Error(`the platform would not have taken: ${line.violations.join('; ')}`);
    const payments = world.payments.map((payment) => ({ ...payment, message: line.nameOf(payment.message) }));
    const { posts } = line;
    const verdict = checkHistory(sent, posts, payments);
    return { verdict, sent, world: { posts, payments }, recoveries, duplicatesSent: customers.duplicatesSent(), exitCode };
  } finally {
    await child.kill();
    await line.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A platform takes a message before the agent has it, so that an empty store alone does not mean that nobody waits. What
 * is still unanswered after the limit is lost.
 */
async function answered(line: ChatLine, customers: Customers): Promise<void> {
  const end = performance.now() + LIMIT_MS;
  while (checkHistory(customers.sent(), line.posts, []).lost.length > 0 && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Loads the child, waits until it stands in the window, and pulls the plug. */
async function killIn(window: Window, child: ChildHandle, world: ChatLine, customers: Customers): Promise<void> {
  const isThere = comeTo(window, child, world, customers.chance);
  const delivering = customers.burst(child, window);
  await within(isThere, window);
  await child.kill();
  await delivering;
}

/** Resolves when the child stands in this window. */
export function comeTo(window: Window, child: ChildHandle, world: Pick<World, 'holdNextPost'>, chance: () => number): Promise<void> {
  if (window === 'in_flight') return world.holdNextPost(LATE_BY_MS);
  if (window === 'any_moment') return new Promise((resolve) => setTimeout(resolve, chance() * LATEST_MOMENT_MS));
  child.arm(window);
  return child.reached();
}

/** Milliseconds from the start of the new process to the first reply that a customer sees. */
async function recover(child: ChildHandle, world: ChatLine, customers: Customers, window: Window): Promise<number> {
  const before = world.posts.length;
  await child.ready;
  await customers.redeliver(child);
  await customers.write(child, window, 'hello');
  const ms = await firstPost(child, world, before);
  await soon('an empty inbox', async () => (await child.waiting()).arrivals === 0);
  return ms;
}

/** Milliseconds from the start of the process to the first of the posts after `before` that is its own. */
export async function firstPost(child: ChildHandle, world: Pick<World, 'posts'>, before: number): Promise<number> {
  const own = (): Post | undefined => world.posts.slice(before).find(({ late }) => !late);
  await soon('the first reply', async () => own() !== undefined);
  return (own()?.at ?? Number.POSITIVE_INFINITY) - child.startedAt;
}

export function isQuiet(counts: { readonly arrivals: number; readonly outbound: number }): boolean {
  return counts.arrivals === 0 && counts.outbound === 0;
}

interface Customers {
  readonly chance: () => number;
  burst(child: ChildHandle, window: Window): Promise<void>;
  write(child: ChildHandle, window: Window, text: string, refundCents?: number): Promise<void>;
  redeliver(child: ChildHandle): Promise<void>;
  sent(): readonly SentMessage[];
  duplicatesSent(): number;
}

/** Customers who write until they are acknowledged, and whose line delivers some messages twice. */
function createCustomers(plan: ChaosPlan, line: ChatLine): Customers {
  const messages: { delivery: Delivery; window: Window; refundCents: number | undefined; acked: boolean }[] = [];
  const chance = createChance(plan.seed);
  let duplicatesSent = 0;

  async function deliver(child: ChildHandle, message: (typeof messages)[number]): Promise<void> {
    if (!(await line.deliver(child, message.delivery))) return;
    message.acked = true;
    if (chance() >= plan.duplicates) return;
    duplicatesSent += 1;
    await line.deliver(child, message.delivery);
  }

  async function write(child: ChildHandle, window: Window, text: string, refundCents?: number): Promise<void> {
    const id = `m${messages.length + 1}`;
    const message = { delivery: { id, conversation: `c${messages.length % 7}`, text }, window, refundCents, acked: false };
    messages.push(message);
    await deliver(child, message);
  }

  return {
    chance,
    write,
    async burst(child, window) {
      const cents = 1_000 + messages.length;
      const writing = [write(child, window, `refund ${cents}`, cents)];
      for (let n = 1; n < BURST; n += 1) writing.push(write(child, window, 'where is my order?'));
      await Promise.all(writing);
    },
    async redeliver(child) {
      for (const message of messages) if (!message.acked) await deliver(child, message);
    },
    sent: () => messages.map(({ delivery, window, refundCents, acked }) => ({ id: delivery.id, window, refundCents, acked })),
    duplicatesSent: () => duplicatesSent,
  };
}

export async function soon(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LIMIT_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited too long for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export async function within(event: Promise<void>, what: string): Promise<void> {
  let timeout: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timeout = setTimeout(() => reject(new Error(`the child never came to ${what}`)), LIMIT_MS);
  });
  await Promise.race([event, tooLate]).finally(() => clearTimeout(timeout));
}
