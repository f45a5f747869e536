import type { Conversation } from '../domain/conversation.ts';
import type { DomainEvent } from '../domain/event.ts';
import { conversationId } from '../domain/ids.ts';
import { ledgerOf } from '../insight/ledger.ts';
import type { Store } from '../store/store.ts';

const DAY_MS = 86_400_000;
const PAGE = 1_000;
/** Silence proves nothing; what a customer said, the backend shows or a colleague closed does. */
const HELPED: ReadonlySet<string> = new Set(['confirmed', 'verified', 'human']);

/** Conversations of the last days that were resolved and not taken back: nobody returned, rated them low or undid them. */
export async function* helpedConversations(
  store: Pick<Store, 'events' | 'conversation'>,
  now: Date,
  days: number,
): AsyncGenerator<Conversation> {
  const since = now.getTime() - days * DAY_MS;
  const events: DomainEvent[] = [];
  for (let position = 0; ;) {
    const page = await store.events(position, PAGE);
    const last = page.at(-1);
    if (last === undefined) break;
    for (const { event } of page) if (event.at.getTime() >= since) events.push(event);
    position = last.position;
  }
  for (const { conversation, end, falseReasons } of ledgerOf(events)) {
    if (!HELPED.has(end) || falseReasons.length > 0) continue;
    const found = await store.conversation(conversationId(conversation));
    if (found) yield found;
  }
}
