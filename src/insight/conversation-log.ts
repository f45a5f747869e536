import type { DomainEvent, EventName } from '../domain/event.ts';
import type { ConversationId } from '../domain/ids.ts';

export type EventOf<Name extends EventName> = Extract<DomainEvent, { readonly name: Name }>;

/** The events of one conversation, oldest first. */
export interface ConversationLog {
  readonly conversation: ConversationId;
  readonly events: readonly DomainEvent[];
}

/** Groups the events by conversation, in the order in which conversations began. Events without a usable time are left out. */
export function conversationLogs(events: Iterable<DomainEvent>): readonly ConversationLog[] {
  const byConversation = new Map<ConversationId, DomainEvent[]>();
  const usable = [...events].filter(({ at }) => Number.isFinite(at.getTime())).sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const event of usable) {
    if (event.conversation === undefined) continue;
    const log = byConversation.get(event.conversation);
    if (log) log.push(event);
    else byConversation.set(event.conversation, [event]);
  }
  return [...byConversation].map(([conversation, logged]) => ({ conversation, events: logged })).filter(isSupport);
}

/** All events of one name. */
export function named<Name extends EventName>({ events }: ConversationLog, name: Name): readonly EventOf<Name>[] {
  return events.filter((event): event is EventOf<Name> => event.name === name);
}

const NOBODY_ASKED = new Set(['automatic', 'own_message', 'not_addressed']);

/** Mailing lists, bounces and other people's chat leave events but are no conversation with a customer. */
function isSupport(log: ConversationLog): boolean {
  const turns = named(log, 'turn.decided');
  if (turns.length === 0) return named(log, 'message.received').length > 0 || named(log, 'ticket.opened').length > 0;
  return turns.some(({ fields }) => fields.decision !== 'stay_silent' || !NOBODY_ASKED.has(fields.reason));
}

/** Every key under which the events know the person: the participant, and the customer once proved. */
export function customersIn(log: ConversationLog): readonly string[] {
  const keys = log.events.flatMap((event) => ('customer' in event.fields ? [event.fields.customer] : []));
  return [...new Set(keys.filter((key) => typeof key === 'string' && key !== ''))];
}
