import { intentName } from '../domain/ids.ts';
import type { Understanding } from '../domain/classification.ts';
import type { TurnId } from '../domain/ids.ts';
import type { CustomerRequest } from '../domain/request.ts';

/** What the customer wants, one entry a request, in the order of the text. A disputed charge has a plan of its own. */
export function requestsOf(understanding: Understanding, turn: TurnId): readonly CustomerRequest[] {
  return understanding.classifications.map(({ intent, topic, confidence, entities, words }) => {
    const disputed = understanding.signals.has('disputes_charge') && !['refund_status', 'refund_policy', 'ticket_status'].includes(topic);
    return {
      intent: disputed ? intentName('refund_request') : intent,
      topic: disputed ? 'dispute' : topic,
      confidence,
      entities,
      words,
      slots: {},
      turn,
    };
  });
}
