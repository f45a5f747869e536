import { intentName } from '../domain/ids.ts';
import type { Classification, Understanding } from '../domain/classification.ts';
import type { TurnId } from '../domain/ids.ts';
import type { Words } from './languages/language.ts';
import type { CustomerRequest } from '../domain/request.ts';

/** What the customer wants, one entry a request, in the order of the text. A disputed charge has a plan of its own. */
export function requestsOf(understanding: Understanding, turn: TurnId, { orders }: Words): readonly CustomerRequest[] {
  return understanding.classifications
    .reduce(joinSame, [])
    .flatMap((classification) => onePerOrder(classification, orders))
    .map(({ intent, topic, confidence, entities, words }) => {
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

/** Topics of which each order has its own. */
const PER_ORDER = new Set(['track', 'late', 'cancel_order', 'order_details', 'refund', 'return_item', 'refund_status', 'damaged_item']);
const MOST_ORDERS = 4;

/** "When did I order it and what did I pay?" asks one thing in two halves. */
function joinSame(joined: readonly Classification[], next: Classification): readonly Classification[] {
  const last = joined.at(-1);
  if (last?.topic !== next.topic || namesAnotherOrder(last, next)) return [...joined, next];
  const entities = [...last.entities, ...next.entities.filter(({ start }) => last.entities.every((known) => known.start !== start))];
  return [
    ...joined.slice(0, -1),
    { ...last, words: `${last.words} ${next.words}`, entities, confidence: Math.max(last.confidence, next.confidence) },
  ];
}

function namesAnotherOrder(left: Classification, right: Classification): boolean {
  const orders = ({ entities }: Classification): readonly string[] =>
    entities.filter(({ type }) => type === 'order_id').map(({ value }) => value);
  const known = orders(left);
  return known.length > 0 && orders(right).some((id) => !known.includes(id));
}

/** "Refund LF-10007 and LF-10008" is two requests; "LF-10008, not LF-10007" is one. */
function onePerOrder(classification: Classification, said: Words['orders']): readonly Classification[] {
  const orders = classification.entities.filter(({ type }) => type === 'order_id');
  const ids = [...new Set(orders.map(({ value }) => value))].slice(0, MOST_ORDERS);
  if (ids.length < 2 || !PER_ORDER.has(classification.topic) || said.notThat.test(classification.words)) return [classification];
  return ids.map((id) => ({
    ...classification,
    entities: classification.entities.filter(({ type, value }) => type !== 'order_id' || value === id),
  }));
}
