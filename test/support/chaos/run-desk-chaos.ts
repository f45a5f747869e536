import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { assertNever } from '../../../src/domain/assert-never.ts';
import type { DeskAct, DeskSide, Person } from '../desk/desk-side.ts';
import { openDiscordSide } from '../desk/discord-side.ts';
import { openSlackSide } from '../desk/slack-side.ts';
import { createChance } from './chance.ts';
import { checkDesk, type DeskDeed, type DeskVerdict } from './check-desk.ts';
import { startChild, type ChildHandle } from './child-process.ts';
import type { DeskKill } from './desk-windows.ts';
import { askForApproval, askForHuman, type RefundLine } from './refund-customer.ts';
import { comeTo, isQuiet, LATE_BY_MS, soon, within } from './run-chaos.ts';
import { makeShop, readLedger, type RefundableOrder } from './shop-ledger.ts';
import { openWorld, type World } from './world.ts';

export interface DeskChaosPlan {
  readonly platform: 'slack' | 'discord';
  /** One kill each, in this order. */
  readonly kills: readonly DeskKill[];
  readonly seed: number;
  readonly onKill?: (done: number) => void;
}

export interface DeskChaosResult {
  readonly verdict: DeskVerdict;
  /** From the start of the new process to the effect, for each deed in milliseconds. */
  readonly recoveries: readonly number[];
  readonly exitCode: number | null;
}

/** What is not there after this time never comes. */
const PATIENCE_MS = 20_000;

/** Kills the product while people work at the desk, and then compares what they did with what everybody sees. */
export async function runDeskChaos({ platform, kills, seed, onKill }: DeskChaosPlan): Promise<DeskChaosResult> {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-desk-chaos-'));
  const orders = await makeShop(folder);
  const paidBefore = readLedger(folder).length;
  const [world, side] = await Promise.all([openWorld(), platform === 'slack' ? openSlackSide() : openDiscordSide('forum')]);
  const start = (): ChildHandle =>
    startChild({ folder, worldUrl: world.url, product: true, desk: { platform, apiUrl: apiUrlOf(side.env) } });
  const over = new AbortController();
  const chance = createChance(seed);
  let child = start();
  const line: RefundLine = { child: () => child, posts: world.posts, folder, repeats: () => false, giveUp: over.signal };
  const shift = { side, world, line, chance, restart: () => (child = start()) };
  const deeds: DeskDeed[] = [];
  const recoveries: number[] = [];
  try {
    await child.ready;
    for (const [index, kill] of kills.entries()) {
      const order = orders[index];
      if (order === undefined) throw new Error(`the shop has only ${orders.length} orders to refund`);
      const { deed, ms } = await workThroughKill(kill, order, index, shift);
      deeds.push(deed);
      recoveries.push(ms);
      onKill?.(index + 1);
    }
    await soon('an empty store', async () => isQuiet(await child.waiting()));
    const exitCode = await child.end();
    if (side.violations().length > 0) throw new Error(`the platform would not have taken: ${side.violations().join('; ')}`);
    const ledger = readLedger(folder).slice(paidBefore);
    const verdict = checkDesk(deeds, {
      cards: side.cards(),
      thread: (ticket) => side.thread(ticket),
      posts: world.posts,
      paid: (orderId) => ledger.filter((row) => row.orderId === orderId).map(({ cents }) => cents),
    });
    return { verdict, recoveries, exitCode };
  } finally {
    over.abort();
    await child.kill();
    await Promise.all([side.close(), world.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

const apiUrlOf = (env: DeskSide['env']): string => env['SLACK_API_URL'] ?? env['DISCORD_API_URL'] ?? '';

interface Shift {
  readonly side: DeskSide;
  readonly world: World;
  readonly line: RefundLine;
  readonly chance: () => number;
  /** The next process. */
  restart(): ChildHandle;
}

/** One ticket: somebody acts on it, the plug is pulled, and they go on until it was taken. */
async function workThroughKill(
  kill: DeskKill,
  order: RefundableOrder,
  index: number,
  shift: Shift,
): Promise<{ readonly deed: DeskDeed; readonly ms: number }> {
  const { side, line } = shift;
  const { action, window } = kill;
  const conversation = `talk-${index}`;
  const ticket = action === 'approve' ? await askForApproval(conversation, order, line) : await askForHuman(conversation, order, line);
  await soon(`the card of ${ticket}`, async () => side.thread(ticket).length > 0);
  await soon('an empty store', async () => isQuiet(await line.child().waiting()));
  const words = action === 'approve' ? order.orderId : `About ${ticket}: your parcel is on its way.`;
  const { act, who } = actOf(action, words);
  const prepared = await side.prepare(ticket, act, who);
  let ackedBefore = false;
  if (window === 'away') {
    await line.child().kill();
    await prepared.deliver();
  } else {
    const isThere = window === 'card_in_flight' ? side.holdNextWrite(LATE_BY_MS) : comeTo(window, line.child(), shift.world, shift.chance);
    const delivering = prepared.deliver();
    await within(isThere, `${action}/${window}`);
    await line.child().kill();
    side.break(false);
    ackedBefore = await delivering;
  }
  const child = shift.restart();
  await child.ready;
  // What was said while nobody ran is in the history; everything else is done again until it is taken.
  for (let taken = ackedBefore || window === 'away'; !taken; taken = await prepared.deliver()) await wait(50);
  const deed: DeskDeed = {
    action,
    window,
    ticket,
    conversation,
    words: action === 'approve' ? 'approved' : words,
    order: action === 'approve' ? order : undefined,
    ackedBefore,
  };
  await settled(deed, shift);
  const ms = performance.now() - child.startedAt;
  // A colleague who saw nothing of all this does the same.
  if (action === 'claim') await side.press(ticket, 'Claim', 'chris');
  if (action === 'approve') await side.press(ticket, 'Approve', 'ana');
  return { deed, ms };
}

function actOf(action: DeskDeed['action'], words: string): { readonly act: DeskAct; readonly who: Person } {
  switch (action) {
    case 'claim':
      return { act: { kind: 'press', label: 'Claim' }, who: 'ben' };
    case 'approve':
      return { act: { kind: 'press', label: 'Approve' }, who: 'ana' };
    case 'reply':
      return { act: { kind: 'fill', label: 'Reply', words }, who: 'ben' };
    case 'say':
      return { act: { kind: 'say', words: `reply: ${words}` }, who: 'ben' };
    default:
      return assertNever(action);
  }
}

/** Waits until everything that is to come of it is there, or never will be; what is missing is the checker's to find. */
async function settled(deed: DeskDeed, { side, world, line }: Shift): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  const sights = (): Parameters<typeof checkDesk>[1] => ({
    cards: side.cards(),
    thread: (ticket) => side.thread(ticket),
    posts: world.posts,
    paid: () => [deed.order?.cents ?? 0],
  });
  const isDone = async (): Promise<boolean> => {
    const { lost, repliesNever, marksWrong } = checkDesk([deed], sights());
    return lost.length + repliesNever.length + marksWrong.length === 0 && isQuiet(await line.child().waiting());
  };
  while (!(await isDone()) && performance.now() < end) await wait(20);
}
