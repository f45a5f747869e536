import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, type ChildHandle } from './child-process.ts';
import type { Window } from './protocol.ts';
import { askForApproval, type RefundLine } from './refund-customer.ts';
import { comeTo, isQuiet, soon, within } from './run-chaos.ts';
import { makeShop, readLedger } from './shop-ledger.ts';
import { openWorld } from './world.ts';

/** A refund that a human has to approve, and the moment of its approval in which the plug is pulled. */
export interface ApprovalKill {
  readonly window: Window;
  readonly orderId: string;
  readonly email: string;
}

export interface ApprovedRefund extends ApprovalKill {
  /** Cents that the shop's own ledger paid for it. */
  readonly paid: readonly number[];
  /** How often the customer was told that it was approved. */
  readonly told: number;
}

const CLICKS = 5;

/** Kills the product while it carries out an approved refund, starts it again, and lets people click on. */
export async function runApprovalChaos(kills: readonly ApprovalKill[]): Promise<readonly ApprovedRefund[]> {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-approved-'));
  await makeShop(folder);
  const paidBefore = readLedger(folder).length;
  const world = await openWorld();
  const start = (): ChildHandle => startChild({ folder, worldUrl: world.url, product: true });
  const over = new AbortController();
  let child = start();
  const line: RefundLine = { child: () => child, posts: world.posts, folder, repeats: () => false, giveUp: over.signal };
  const told = ({ orderId }: ApprovalKill): number =>
    world.posts.filter(({ text }) => text.includes('approved') && text.includes(`for ${orderId} is`)).length;
  try {
    await child.ready;
    for (const kill of kills) {
      const ticket = await askForApproval(`talk-${kill.orderId}`, kill, line);
      const isThere = comeTo(kill.window, child, world, () => 0);
      child.approve(ticket, 'ana', `${ticket}-first`);
      await within(isThere, kill.window);
      await child.kill();
      child = start();
      await child.ready;
      await soon(`the refund of ${kill.orderId}`, async () => told(kill) > 0);
      for (let click = 0; click < CLICKS; click += 1) child.approve(ticket, ['ana', 'dee'][click % 2] ?? 'ana', `${ticket}-${click}`);
      child.approve(ticket, 'ana', `${ticket}-first`);
      await soon('an empty store', async () => isQuiet(await child.waiting()));
    }
    await child.end();
    const ledger = readLedger(folder).slice(paidBefore);
    return kills.map((kill) => ({
      ...kill,
      paid: ledger.filter(({ orderId }) => orderId === kill.orderId).map(({ cents }) => cents),
      told: told(kill),
    }));
  } finally {
    over.abort();
    await child.kill();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
