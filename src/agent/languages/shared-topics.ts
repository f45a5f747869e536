import { plain } from './pattern.ts';
import type { TopicRule } from './topic-rule.ts';

/** What holds in each of the languages that are no English, whose words stand here together. First match wins. */
const SAID_ALIKE: readonly TopicRule[] = [
  {
    // In most languages a mail address is an "address" too, and reads like the one where somebody lives.
    name: 'mail address',
    insteadOf: ['change_details'],
    words: plain(/(?<![@.\w])(?:e-?mails?|mail|correo|courriel|mailadresse|mailadres|posta elettronica|correio eletronico)(?![@.\w])|@/u),
    except: plain(/\b(?:tele?fon\w{0,4}|movil|celular|handy\w{0,8}|mobiel\w{0,2}|cellulare|nome?|nombre|nachname\w?|naam)\b/u),
    intent: 'account_issue',
    topic: 'change_email',
  },
  {
    name: 'a named order is no ticket',
    insteadOf: ['ticket_status'],
    withOrder: true,
    words: /./su,
    except: plain(
      /\b(?:tickets?|t-\d|referenc\w{1,3}|referenz\w{0,6}|riferimento|vorgang\w{0,4}|caso|cas|dossier|zaak|chamado|segnalazione)\b/u,
    ),
    intent: 'order_status',
    topic: 'track',
  },
  {
    name: 'money back for a named order',
    insteadOf: ['refund_policy'],
    withOrder: true,
    words: /./su,
    except: plain(/\b(?:cuanto|cuando|combien|quand|delais?|wie lange|wann|quanto|quando|hoe lang|hoelang|wanneer)\b/u),
    intent: 'refund_request',
    topic: 'refund',
  },
];

/** How a language says it, and what looks like it and is something else. */
type Wording = Pick<TopicRule, 'words' | 'except'>;

/** What a language that is no English adds to the rules: its words; which topics they settle is the same in all. */
export interface TopicWords {
  readonly addressOfAnOrder: Wording;
  /** "Where is my stove?": whoever owns the thing asks for the parcel. */
  readonly whereIsMine: Wording;
  readonly orderGoesElsewhere?: Wording;
  readonly whatIsOnFile: Wording;
  readonly whatIOrderedAndPaid: Wording;
  readonly wantsToSendItBack: Wording;
  readonly whatItCostsInGeneral: Wording;
  readonly deliveryOfANamedOrder: Wording;
}

/** What each of those wordings settles. First match wins. */
const SETTLES: readonly (Omit<TopicRule, keyof Wording> & { readonly said: keyof TopicWords })[] = [
  {
    said: 'addressOfAnOrder',
    name: 'address of an order',
    insteadOf: ['change_details'],
    withOrder: true,
    intent: 'order_status',
    topic: 'change_delivery',
  },
  {
    said: 'orderGoesElsewhere',
    name: 'order goes elsewhere',
    insteadOf: ['cancel_order', 'change_order', 'track', 'late', 'delivery_policy'],
    withOrder: true,
    intent: 'order_status',
    topic: 'change_delivery',
  },
  {
    said: 'whereIsMine',
    name: 'where is mine',
    insteadOf: ['product_info', 'availability', 'recommendation', 'order_details', 'change_order', 'out_of_scope', 'small_talk'],
    intent: 'order_status',
    topic: 'track',
  },
  {
    said: 'whatIsOnFile',
    name: 'what is on file',
    intent: 'account_issue',
    topic: 'account_details',
  },
  {
    said: 'whatIOrderedAndPaid',
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
    intent: 'order_status',
    topic: 'order_details',
  },
  {
    said: 'wantsToSendItBack',
    name: 'wants to send it back',
    insteadOf: ['track', 'late', 'change_order', 'order_details', 'delivery_policy', 'change_delivery'],
    intent: 'refund_request',
    topic: 'return_item',
  },
  {
    said: 'whatItCostsInGeneral',
    name: 'what it costs in general',
    insteadOf: ['dispute'],
    intent: 'order_status',
    topic: 'delivery_policy',
  },
  {
    said: 'deliveryOfANamedOrder',
    name: 'delivery of a named order',
    insteadOf: ['delivery_policy'],
    withOrder: true,
    intent: 'order_status',
    topic: 'track',
  },
];

/** The rules of one such language, in the order in which they are tried. */
export const topicsSaidAs = (words: TopicWords): readonly TopicRule[] => [
  ...SAID_ALIKE,
  ...SETTLES.flatMap(({ said, ...rule }) => {
    const wording = words[said];
    return wording ? [{ ...rule, ...wording }] : [];
  }),
];
