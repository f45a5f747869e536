import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { configVersion, type ConversationId } from '../../src/domain/ids.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { openStore } from '../../src/store/index.ts';
import type { Store } from '../../src/store/store.ts';

/** One customer on one channel, as that customer sees it. */
export interface CustomerLine {
  /** What the desk knows this person by, where that is not the address. */
  readonly knownAs?: string;
  /** Writes, and resolves with the answer in the conversation. */
  say(text: string): Promise<string>;
  /** The one-time code that was mailed last. */
  code(): Promise<string>;
  /** Resolves with what comes without being asked for. */
  hears(words: RegExp): Promise<string>;
  /** Resolves with a mail to this customer's address. */
  mailed(words: RegExp): Promise<string>;
}

/** The product on one channel, with a desk behind it. */
export interface SupportLine {
  /** Holds the store and the demo shop. */
  readonly dataFolder: string;
  customer(email: string, name: string): CustomerLine;
  approve(ticket: string, by: string): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 45_000;

/** Looks again and again until there is something. */
export async function until<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`waited too long for ${what}`);
    await wait(25);
  }
}

const paid = z.array(z.object({ cents: z.number() }));

/** What the demo shop's own ledger paid for an order, in cents. */
export function refundsFor(orderId: string, dataFolder: string): readonly number[] {
  const db = new Database(join(dataFolder, 'shop.db'), { readonly: true });
  try {
    return paid.parse(db.prepare('SELECT amount_cents AS cents FROM refunds WHERE order_id = ?').all(orderId)).map(({ cents }) => cents);
  } finally {
    db.close();
  }
}

/** The open tickets of one customer, by address or the channel's name for them, read beside the running product. */
export function ticketsOf(knownAs: string, dataFolder: string): Promise<readonly Ticket[]> {
  return beside(dataFolder, async (store) =>
    (await store.tickets({ open: true })).filter(({ summary }) => summary.customer.includes(knownAs)),
  );
}

/** What customer and agent said, in order. */
export function transcriptOf(id: ConversationId | undefined, dataFolder: string): Promise<string> {
  return beside(dataFolder, async (store) => {
    const conversation = id === undefined ? undefined : await store.conversation(id);
    return (conversation?.turns ?? [])
      .flatMap(({ inbound, said }) => [...inbound.map(({ text }) => text), ...said.map(({ text }) => text)])
      .join('\n');
  });
}

async function beside<T>(dataFolder: string, read: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({
    file: join(dataFolder, 'deskhand.db'),
    now: () => new Date(),
    currentPlaybook: () => configVersion('reader'),
  });
  try {
    return await read(store);
  } finally {
    await store.close();
  }
}
