import type { InboundMessage } from '../../domain/message.ts';

/** What a group of arrivals comes to once edits and deletions are applied to the messages that they are about. */
export interface SettledMessages {
  /** What is to be answered, in its newest form. */
  readonly messages: readonly InboundMessage[];
  /** Edits and deletions of messages that were answered already: kept with the conversation, answered no more. */
  readonly late: readonly InboundMessage[];
}

/** An edit before the answer is answered in its new form, a message deleted before the answer not at all. */
export function settleEdits(arrivals: readonly InboundMessage[]): SettledMessages {
  const messages: InboundMessage[] = [];
  const late: InboundMessage[] = [];
  for (const arrival of arrivals) {
    const place = arrival.replaces === undefined ? -1 : messages.findIndex(({ id }) => id === arrival.replaces);
    const original = messages[place];
    if (arrival.kind === 'new') messages.push(arrival);
    else if (!original) late.push(arrival);
    else if (arrival.kind === 'deleted') messages.splice(place, 1);
    else messages[place] = { ...original, text: arrival.text, fullText: arrival.fullText, attachments: arrival.attachments };
  }
  return { messages, late };
}
