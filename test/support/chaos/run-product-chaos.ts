import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChance } from './chance.ts';
import { checkRefunds, type RefundTalk, type RefundVerdict } from './check-refunds.ts';
import { startChild, type ChildHandle } from './child-process.ts';
import type { Protection, Window } from './protocol.ts';
import { askForRefund, type RefundLine } from './refund-customer.ts';
import { comeTo, firstPost, isQuiet, soon, within, type Recovery } from './run-chaos.ts';
import { makeShop, readLedger, type RefundableOrder } from './shop-ledger.ts';
import { openWorld } from './world.ts';

export interface ProductChaosPlan {
  /** One kill each, in this order. */
  readonly kills: readonly Window[];
  /** Share of acknowledged messages that are delivered once more, 0–1. */
  readonly duplicates: number;
  readonly without?: Protection;
  readonly seed: number;
  readonly onKill?: (done: number) => void;
}

export interface ProductChaosResult {
  readonly verdict: RefundVerdict;
  readonly recoveries: readonly Recovery[];
  readonly duplicatesSent: number;
  readonly exitCode: number | null;
}

/** Customers who talk at the same time. */
const AT_ONCE = 4;
/** After the last kill everything is said and done within this time. */
const LAST_WORDS_MS = 60_000;

/** Kills the whole product again and again while customers ask for refunds, and then compares what they saw with the shop's ledger. */
export async function runProductChaos(plan: ProductChaosPlan): Promise<ProductChaosResult> {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-chaos-'));
  const orders = await makeShop(folder);
  const paidBefore = readLedger(folder);
  const world = await openWorld();
  const start = (): ChildHandle =>
    startChild({ folder, worldUrl: world.url, product: true, ...(plan.without ? { without: plan.without } : {}) });
  const recoveries: Recovery[] = [];
  const chance = createChance(plan.seed);
  const over = new AbortController();
  let duplicatesSent = 0;
  let child = start();
  const line: RefundLine = {
    child: () => child,
    posts: world.posts,
    folder,
    repeats: () => {
      const isRepeated = chance() < plan.duplicates;
      if (isRepeated) duplicatesSent += 1;
      return isRepeated;
    },
    giveUp: over.signal,
  };
  const customers = createCustomers(orders, line);
  try {
    await child.ready;
    customers.open();
    // The very first start learns its intents; what is measured and killed is what comes after.
    await soon('the first answer', async () => world.posts.length > 0);
    for (const [index, window] of plan.kills.entries()) {
      const isThere = comeTo(window, child, world, chance);
      await within(isThere, window);
      await child.kill();
      const before = world.posts.length;
      child = start();
      await child.ready;
      recoveries.push({ window, ms: await firstPost(child, world, before) });
      plan.onKill?.(index + 1);
    }
    const talks = await customers.finish(over);
    await soon('an empty store', async () => isQuiet(await child.waiting()));
    const exitCode = await child.end();
    const verdict = checkRefunds(talks, world.posts, { before: paidBefore, after: readLedger(folder) });
    return { verdict, recoveries, duplicatesSent, exitCode };
  } finally {
    over.abort();
    await child.kill();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface RefundCustomers {
  open(): void;
  /** No new customers; resolves with every talk once the last one is over. */
  finish(over: AbortController): Promise<readonly RefundTalk[]>;
}

/** As many as fit talk at once; when one is satisfied, the next one comes. */
function createCustomers(orders: readonly RefundableOrder[], line: RefundLine): RefundCustomers {
  const talks: RefundTalk[] = [];
  let next = 0;
  const closing = new AbortController();
  let counters: readonly Promise<void>[] = [];

  async function serve(): Promise<void> {
    const order = closing.signal.aborted ? undefined : orders[next];
    if (order === undefined) return;
    next += 1;
    talks.push(await askForRefund(next, order, line));
    await serve();
  }

  return {
    open() {
      counters = Array.from({ length: AT_ONCE }, () => serve());
      // Looked at when everything is over.
      for (const counter of counters) counter.catch(() => undefined);
    },
    async finish(over) {
      closing.abort();
      const tooLate = setTimeout(() => over.abort(), LAST_WORDS_MS);
      await Promise.all(counters).finally(() => clearTimeout(tooLate));
      return talks;
    },
  };
}
