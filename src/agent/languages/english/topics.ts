import type { TopicRule } from '../topic-rule.ts';

/** What a plain wording settles more surely than counted n-grams do. The first rule that fits decides. */
export const ENGLISH_TOPICS: readonly TopicRule[] = [
  {
    name: 'a change that somebody else asked for',
    insteadOf: ['newsletter', 'change_email', 'change_details', 'change_order', 'account_details'],
    words: /\b(?:this|that|it) (?:was(?: not|n['’]?t)|is(?: not|n['’]?t)) me\b/iu,
    intent: 'account_issue',
    topic: 'keep_email',
  },
  {
    name: 'address of an order',
    insteadOf: ['change_details'],
    withOrder: true,
    words: /\b(?:address|street|zip)\b/iu,
    intent: 'order_status',
    topic: 'change_delivery',
  },
  {
    name: 'what is on file',
    words:
      /\bwhat (?:phone|mobile|e-?mail|address|name|number|details?|data|information)\b.{0,40}\b(?:do you have|have you got|on file|is (?:saved|stored|on)|are (?:saved|stored))\b/iu,
    except: /\b(?:order|parcel|package)\b/iu,
    intent: 'account_issue',
    topic: 'account_details',
  },
  {
    name: 'what I ordered and paid',
    insteadOf: [
      'track',
      'late',
      'delivery_policy',
      'dispute',
      'refund',
      'refund_policy',
      'refund_status',
      'change_order',
      'out_of_scope',
      'product_info',
    ],
    words:
      /\b(?:(?:what|how much) (?:(?:did|have) )?i (?:pay|paid|spen[dt]|order(?:ed)?|bought|buy)|when i (?:bought|ordered|placed)|when (?:did|was) (?:i|it|that) (?:buy|order(?:ed)?|place|purchase|bought)|when did i (?:buy|order|place|purchase))\b/iu,
    intent: 'order_status',
    topic: 'order_details',
  },
  {
    name: 'wants to send it back',
    insteadOf: ['track', 'late', 'change_order', 'order_details', 'delivery_policy', 'change_delivery'],
    words:
      /\b(?:return(?:ing)? (?:it|them|this|that|the|my|one|some|an?|these|those)|send(?:ing)? (?:it|them|this|that|the \w+|my \w+) back)\b/iu,
    except: /\b(?:exchange|swap|instead of|return (?:my|the) (?:call|mail|email|message))\b/iu,
    intent: 'refund_request',
    topic: 'return_item',
  },
  {
    name: 'what it costs in general',
    insteadOf: ['dispute'],
    words: /\b(?:what|how much) do(?:es)? (?:you|they|it) (?:usually |normally )?(?:charge|cost|ask)\b/iu,
    except: /\b(?:my card|me|twice|again)\b/iu,
    intent: 'order_status',
    topic: 'delivery_policy',
  },
  {
    name: 'delivery of a named order',
    insteadOf: ['delivery_policy'],
    withOrder: true,
    words: /./su,
    except: /\b(?:how much|costs?|price|fee|canada|abroad|express|options?)\b/iu,
    intent: 'order_status',
    topic: 'track',
  },
];
