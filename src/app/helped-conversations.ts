import { setImmediate } from 'node:timers/promises';
import type { Conversation } from '../domain/conversation.ts';
import type { ConversationId } from '../domain/ids.ts';
import { LATER_MS } from '../insight/came-back.ts';
import { customersIn } from '../insight/conversation-log.ts';
import { ledgerOf } from '../insight/ledger.ts';
import type { EventRow, Store } from '../store/store.ts';

const DAY_MS = 86_400_000;
/** Events read between two looks at the event loop: 1 to 2 ms of work. */
const PAGE = 200;
/** Silence proves nothing; what a customer said, the backend shows or a colleague closed does. */
const HELPED: ReadonlySet<string> = new Set(['confirmed', 'verified', 'human']);

type Events = Pick<Store, 'eventsFrom' | 'eventsOf'>;

/**
 * Conversations of the last days that were resolved and not taken back: nobody returned, rated them low or undid them.
 * Each is judged by its own events and those of whoever wrote in it, so that a long history is never held or judged at once.
 */
export async function* helpedConversations(
  store: Events & Pick<Store, 'conversation'>,
  now: Date,
  days: number,
): AsyncGenerator<Conversation> {
  const outlines = await outlinesSince(store, new Date(now.getTime() - days * DAY_MS));
  const byCustomer = new Map<string, Outline[]>();
  for (const outline of outlines.values()) {
    for (const customer of outline.customers) {
      const known = byCustomer.get(customer);
      if (known) known.push(outline);
      else byCustomer.set(customer, [outline]);
    }
  }
  for (const outline of outlines.values()) {
    if (outline.resolvedAt === undefined) continue;
    const others = [...outline.customers].flatMap((customer) => byCustomer.get(customer) ?? []);
    if (!(await hasHelped(store, outline, others))) continue;
    const found = await store.conversation(outline.conversation);
    if (found) yield found;
  }
}

/** What tells which conversations have to be looked at, times in milliseconds. */
interface Outline {
  readonly conversation: ConversationId;
  readonly customers: Set<string>;
  readonly from: number;
  until: number;
  /** The first time. */
  resolvedAt?: number;
}

async function outlinesSince(store: Events, since: Date): Promise<ReadonlyMap<ConversationId, Outline>> {
  const outlines = new Map<ConversationId, Outline>();
  for (let at = since, position = 0; ;) {
    const page = await store.eventsFrom(at, position, PAGE);
    const last = page.at(-1);
    if (!last) return outlines;
    for (const row of page) addTo(outlines, row);
    [at, position] = [last.event.at, last.position];
    await setImmediate();
  }
}

function addTo(outlines: Map<ConversationId, Outline>, { event }: EventRow): void {
  const { conversation } = event;
  if (conversation === undefined) return;
  const at = event.at.getTime();
  const known: Outline = outlines.get(conversation) ?? { conversation, customers: new Set(), from: at, until: at };
  outlines.set(conversation, known);
  known.until = at;
  for (const customer of customersIn({ conversation, events: [event] })) known.customers.add(customer);
  if (event.name === 'conversation.resolved' || event.name === 'ticket.resolved') known.resolvedAt ??= at;
}

/** Judged beside the conversations in which the same person may have come back. */
async function hasHelped(store: Events, { conversation, resolvedAt = 0, until }: Outline, others: readonly Outline[]): Promise<boolean> {
  const after = others.filter((other) => other.until >= resolvedAt && other.from <= until + LATER_MS);
  const events = [];
  for (const id of new Set([conversation, ...after.map((other) => other.conversation)])) {
    for (const { event } of await store.eventsOf(id)) events.push(event);
    await setImmediate();
  }
  const row = ledgerOf(events).find((one) => one.conversation === conversation);
  return row !== undefined && HELPED.has(row.end) && row.falseReasons.length === 0;
}
