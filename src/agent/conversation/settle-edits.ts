import type { Turn } from '../../domain/conversation.ts';
import type { InboundMessage } from '../../domain/message.ts';

/** What a group of arrivals comes to once edits and deletions are applied to the messages that they are about. */
export interface SettledMessages {
  /** What is to be answered, in its newest form, in the order in which it was sent. */
  readonly messages: readonly InboundMessage[];
  /** Edits and deletions of messages that were answered already: kept with the conversation, answered no more. */
  readonly late: readonly InboundMessage[];
}

/**
 * An edit before the answer is answered in its new form, a message deleted before the answer not at all. Deliveries may
 * overtake each other: the times at which things were sent decide, and a message whose deletion or edit stands in an
 * earlier turn is taken as that left it.
 */
export function settleEdits(arrivals: readonly InboundMessage[], earlier: readonly Turn[] = []): SettledMessages {
  const messages: InboundMessage[] = [];
  const late: InboundMessage[] = [];
  const known = earlier.flatMap(({ inbound }) => inbound);
  for (const arrival of arrivals.toSorted((one, other) => one.sentAt.getTime() - other.sentAt.getTime())) {
    const place = arrival.replaces === undefined ? -1 : messages.findIndex(({ id }) => id === arrival.replaces);
    const original = messages[place];
    if (arrival.kind === 'new') messages.push(...asLeft(arrival, known));
    else if (!original) late.push(arrival);
    else if (arrival.kind === 'deleted') messages.splice(place, 1);
    else messages[place] = inTheFormOf(arrival, original);
  }
  return { messages, late };
}

/** What edits and deletions that came before it made of a message. */
function asLeft(message: InboundMessage, known: readonly InboundMessage[]): readonly InboundMessage[] {
  const changes = known.filter(({ replaces }) => replaces === message.id);
  if (changes.some(({ kind }) => kind === 'deleted')) return [];
  const latest = changes.findLast(({ kind }) => kind === 'edited');
  return [latest ? inTheFormOf(latest, message) : message];
}

const inTheFormOf = ({ text, fullText, attachments }: InboundMessage, original: InboundMessage): InboundMessage => ({
  ...original,
  text,
  fullText,
  attachments,
});
