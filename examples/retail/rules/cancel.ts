import { definePolicy, defineRule, type PolicyCall } from 'deskhand/pack';
import { plain, says, wordsOf } from '../../world/words.ts';
import type { CancelInput } from '../inputs.ts';
import { orderFacts, type OrderFacts } from '../order-facts.ts';
import type { Shop } from '../shop.ts';
import { itemsNotModified, pendingToCancel } from './order-status.ts';

type Facts = OrderFacts<CancelInput>;

/** How customers give each of the two reasons. */
const REASONS: Readonly<Record<CancelInput['reason'], RegExp>> = {
  'no longer needed':
    /no longer (?:need|want|require)|(?:\bnot|n't|\bnever) (?:(?:really|actually|be|going to|gonna|think (?:i|we)(?:'ll)?) )*(?:need|want|require)|\bno need\b|\bneed(?:ed)?\b.{0,40} no (?:more|longer)|\bunneeded\b|\bunnecessary\b|chang(?:ed?|ing) my mind|decided (?:against|not)|no use for|not interested|not necessary/,
  'ordered by mistake':
    /mistake|accident|(?:by|in|an) error|order(?:ed)? (?:the )?wrong|wrong(?:ly)? (?:order|item|product|size|colou?r|one)|(?:mean|supposed|intend) to (?:order|buy|place)|unintend|unintention|duplicate|\btwice\b|\boops\b/,
};

export const reasonFromCustomer = defineRule<Facts>({
  name: 'cancel_reason_from_customer',
  policy:
    "Cancel pending order: the customer has to confirm the reason, either 'no longer needed' or 'ordered by mistake'; no other is acceptable.",
  customer: 'I need to know whether it is no longer needed or was ordered by mistake; other reasons are not accepted',
  human: 'The customer did not give this reason.',
  breach: ({ input, story }) => (says(story, REASONS[input.reason]) ? undefined : `"${input.reason}" was never said`),
});

const CANCELS = /\b(?:cancel\w*|remov\w+|drop\w*|tak(?:e|ing) (?:off|out)|get(?:ting)? rid of)\b/;
/** `cancel the order`, `cancel both orders`, `cancelling order #W123`, `the entire order`. */
const WHOLE_ORDER =
  /\b(?:whole|entire|full|complete|everything|both|all)\b|cancel\w*\s+(?:(?:of|for|these|those|that|this|the|my|our|pending|recent|an?|two|three|of them|please)\s+)*(?:orders?\b|#?w\d{5,}|it\b|them\b)/;

export const wholeOrder = defineRule<Facts>({
  name: 'cancel_whole_order',
  policy:
    'Modify pending order: address, payment method and item options of a pending order can be changed, nothing else; single items cannot be cancelled.',
  customer: 'single items of a pending order cannot be cancelled, only the whole order',
  human: 'The customer asked to cancel some items of the order, not all of it.',
  breach({ order, story }) {
    const words = wordsOf(story);
    if (WHOLE_ORDER.test(words) || agrees(story)) return undefined;
    const sentences = words.split(/[.!?\n]+/).filter((sentence) => CANCELS.test(sentence));
    const asked = new Set(order.items.map(({ name }) => name).filter((name) => sentences.some((sentence) => names(sentence, name))));
    const kept = order.items.find(({ name }) => !asked.has(name));
    return asked.size > 0 && kept ? `asked for: ${[...asked].join(', ')}; the order also holds ${kept.name}` : undefined;
  },
});

/** A yes as the last word answers what the agent has explained meanwhile. */
const agrees = ({ said }: Facts['story']): boolean =>
  /^\W*(?:yes|yeah|yep|sure|ok|okay|fine|alright|please (?:do|go|proceed)|go ahead|that)\b/.test(plain(said.at(-1) ?? ''));

/** `Portable Charger` is named by `charger` too. */
function names(sentence: string, product: string): boolean {
  const noun = product.toLowerCase().split(' ').at(-1) ?? '';
  return sentence.includes(noun.replace(/s$/, ''));
}

export const cancelPolicy = (shop: Shop) =>
  definePolicy({
    facts: (call: PolicyCall<CancelInput>) => orderFacts(shop)(call),
    rules: [itemsNotModified, pendingToCancel, reasonFromCustomer, wholeOrder],
  });
