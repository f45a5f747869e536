import type { EventName } from '../domain/event.ts';
import type { ConversationLog, EventOf } from './conversation-log.ts';

type Sentences = { readonly [Name in EventName]?: (fields: EventOf<Name>['fields']) => string };

/** Events that decide how a conversation counts, each in words that an auditor can look up again. */
const sentences: Sentences = {
  'conversation.resolved': ({ by, how }) => `resolved by ${by}: ${how}`,
  'conversation.reopened': ({ because }) => `reopened: ${because}`,
  'ticket.opened': ({ kind, ticket, reason }) => `${kind} ${ticket}: ${reason}`,
  'ticket.resolved': ({ ticket, by, outcome }) => `${ticket} resolved by ${by}: ${outcome}`,
  'ticket.returned': ({ ticket, by }) => `${ticket} returned to the agent by ${by}`,
  'ticket.reopened': ({ ticket }) => `${ticket} reopened`,
  'approval.decided': ({ ticket, decision, by }) => `${ticket} ${decision} by ${by}`,
  'refund.paid': ({ refund }) => `refund ${refund} paid`,
  'action.reversed': ({ tool, because }) => `${tool} reversed: ${because}`,
  'survey.answered': ({ rating }) => `rated ${rating}`,
};

/** The deciding events in order, with their time. */
export function evidenceOf({ events }: ConversationLog): readonly string[] {
  return events.flatMap((event) => {
    const sentence = sentenceOf(event);
    return sentence === undefined ? [] : [`${event.at.toISOString()} ${sentence}`];
  });
}

function sentenceOf<Name extends EventName>({
  name,
  fields,
}: {
  readonly name: Name;
  readonly fields: EventOf<Name>['fields'];
}): string | undefined {
  return sentences[name]?.(fields);
}
