import type { CustomerRequest } from '../domain/request.ts';

const IN_GENERAL =
  /\b(?:in general|generally|just (?:asking|wondering|curious|checking)|hypothetically|asking for a friend|as a rule|what if)\b/i;
const ASKS =
  /(?:^|[.!,;:\n]\s*|\b(?:and|know|tell me|me|wonder(?:ing)?|ask)\s+)(?:hows?|what'?s?|when'?s?|where'?s?|which|who|whether|if|is|are|does|do|can|could|may|until|till|from (?:what|when|which)|will)\b/i;
/** "If the price drops, do you …": a case, not an order. */
const SUPPOSES =
  /\b(?:if|when|once|in case) (?:i|we|you|a|an|the|my|it|something|someone|somebody|one|there)\b.{0,90}\b(?:do|can|will|would|does|could) (?:you|i|we|it|they|one)\b/i;
/** Words that point at something of the customer's own. */
const OWN =
  /\b(?:my|mine|our|ours|it|this|that one|these|those|them|the other|i(?:'ve| have)? (?:just |already )?(?:bought|ordered|received|got|returned|sent|paid|purchased|placed)|(?:we|i) were|was sent)\b/i;

/** A question about how things are done, not about the customer's own order or account: it needs no proof, only an answer. */
export function asksInGeneral({ words, entities, slots }: CustomerRequest): boolean {
  if (entities.some(({ type }) => type === 'order_id') || Object.keys(slots).length > 0) return false;
  if (IN_GENERAL.test(words) || SUPPOSES.test(words)) return true;
  return ASKS.test(words) && !OWN.test(words);
}
