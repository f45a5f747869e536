import type { CustomerRequest } from '../domain/request.ts';
import type { Words } from './languages/language.ts';

/** A question about how things are done, not about the customer's own order or account: it needs no proof, only an answer. */
export function asksInGeneral({ words, entities, slots }: CustomerRequest, { questions }: Words): boolean {
  if (entities.some(({ type }) => type === 'order_id') || Object.keys(slots).length > 0) return false;
  if (questions.inGeneral.test(words) || questions.supposes.test(words)) return true;
  return questions.asks.test(words) && !questions.own.test(words);
}
