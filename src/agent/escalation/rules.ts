import type { Conversation, Memory } from '../../domain/conversation.ts';
import type { Understanding } from '../../domain/classification.ts';
import type { EscalationReason } from '../../domain/decision.ts';
import type { EscalationSettings } from '../../domain/playbook.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import { stemsOf } from '../../domain/text/words.ts';
import type { Language } from '../languages/language.ts';
import { readShortAnswer } from '../conversation/short-answer.ts';

/** What the rules look at: this message in the light of the conversation. `memory` counts this message already. */
export interface Look {
  readonly words: string;
  readonly understanding: Understanding;
  readonly requests: readonly CustomerRequest[];
  readonly memory: Memory;
  /** Customer messages so far, this one included; codes and bare yes or no not counted. */
  readonly messages: number;
  readonly limits: EscalationSettings['limits'];
  readonly language: Language;
}

type EscalationRule = (look: Look) => EscalationReason | undefined;

/** By the names of `config/escalation.yaml`, whose order decides. Rules that need a result stand with the plan that has it. */
export const escalationRules: Readonly<Record<string, EscalationRule>> = {
  danger: ({ understanding, words }) => (understanding.signals.has('reports_danger') ? { kind: 'danger', words: quote(words) } : undefined),
  customer_asked: ({ understanding, words }) =>
    understanding.signals.has('asks_for_human') ? { kind: 'customer_asked', words: quote(words) } : undefined,
  legal_mention: ({ understanding, words }) =>
    understanding.signals.has('mentions_legal') ? { kind: 'legal_mention', words: quote(words) } : undefined,
  angry: ({ memory, limits, words }) =>
    memory.angryInARow >= limits.angryInARow ? { kind: 'angry', inARow: memory.angryInARow, words: quote(words) } : undefined,
  same_question: ({ requests, memory, limits, language }) => {
    const repeated = requests.find((request) => (memory.asked[questionKey(request, memory, language)] ?? 0) >= limits.sameQuestion);
    return repeated ? { kind: 'same_question', times: limits.sameQuestion, intent: repeated.intent } : undefined;
  },
  too_many_messages: ({ messages, limits }) =>
    messages > limits.customerMessages ? { kind: 'too_many_messages', count: messages } : undefined,
};

/** The first rule that matches, in the configured order. */
export function firstEscalation(
  look: Look,
  settings: EscalationSettings,
): { readonly rule: string; readonly reason: EscalationReason } | undefined {
  for (const { name } of settings.rules) {
    const reason = escalationRules[name]?.(look);
    if (reason) return { rule: name, reason };
  }
  return undefined;
}

/** Topics that are about one record of the customer; all others are about what the words say. */
export const ABOUT_A_RECORD: ReadonlySet<string> = new Set([
  'track',
  'late',
  'cancel_order',
  'change_delivery',
  'order_details',
  'refund',
  'return_item',
  'refund_status',
  'damaged_item',
  'dispute',
]);
/** Share of common word stems from which two wordings count as one question. */
const SAME_WORDS = 0.5;

/** The same intent about the same record, or in much the same words, is the same question. */
export function questionKey(request: CustomerRequest, memory: Memory, { words }: Language): string {
  const topic = `${request.intent}/${request.topic}|`;
  if (ABOUT_A_RECORD.has(request.topic)) {
    const other = words.orders.otherOne.test(request.words) ? 'other' : undefined;
    const named = other ?? request.slots['order_id'] ?? request.entities.find(({ type }) => type === 'order_id')?.value;
    // Whoever never names the order goes on asking what they asked before we had found it.
    return topic + (named ?? (memory.asked[topic] === undefined ? memory.orderId : undefined) ?? '');
  }
  const stems = [...new Set(stemsOf(request.words))].sort();
  const known = Object.keys(memory.asked).find(
    (key) => key.startsWith(topic) && overlap(stems, key.slice(topic.length).split(' ')) >= SAME_WORDS,
  );
  return known ?? topic + stems.join(' ');
}

function overlap(a: readonly string[], b: readonly string[]): number {
  const common = a.filter((stem) => b.includes(stem)).length;
  return common / Math.max(1, new Set([...a, ...b]).size);
}

const CODE_ONLY = /^\D{0,30}\d{3}[\s-]?\d{3}\D{0,30}$/;

/** Messages that count towards the limit: what the customer wrote since a human last gave the conversation back. */
export function countMessages({ turns }: Conversation, barrier: Memory['barrier'], words: string, language: Language): number {
  const from = barrier === undefined ? 0 : turns.findIndex(({ id }) => id === barrier) + 1;
  const earlier = turns.slice(from).flatMap(({ inbound }) => inbound.map(({ text }) => text));
  return [...earlier, words].filter((text) => text.trim() !== '' && !CODE_ONLY.test(text.trim()) && !isBareAnswer(text, language)).length;
}

const isBareAnswer = (text: string, { words }: Language): boolean =>
  text.trim().split(/\s+/).length <= 3 && readShortAnswer(text, words) !== 'unclear';

const quote = (words: string): string => words.slice(0, 200);
