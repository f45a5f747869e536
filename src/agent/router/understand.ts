import type { Classification, Entity, HistoryLine, Signal, Understanding } from '../../domain/classification.ts';
import { intentName } from '../../domain/ids.ts';
import { findEntities } from './entities.ts';
import type { Language, SignalWords } from '../languages/language.ts';
import { fold } from '../languages/pattern.ts';
import { isClosingWord } from '../conversation/closing-words.ts';
import { answersQuestion, followUpKind, recentCustomerLines } from './follow-up.ts';
import type { IntentModel, Prediction } from './intent-model.ts';
import { findSignals } from './signals.ts';
import { splitRequests } from './split-requests.ts';
import { refineTopic, withoutAddresses } from './topic-rules.ts';

/** Own words below this, in a message that leans on the last one, give way to what was asked before. */
const SURE_OF_ITSELF = 0.75;
/** What a follow-up may lose against the request it takes up. */
const INHERITED_SHARE = 0.95;
const LONGEST_TEXT = 8000;
/** In a longer message words from all over add up to what no sentence of it says: its sentences count, and not the whole. */
const STORY_WORDS = 40;
/** The more sentences there are, the likelier one of them looks like more than it is. */
const SHARE_IN_STORY = 0.7;
/** Sentences that are looked at one by one for a signal. */
const MOST_SENTENCES = 30;
/** The model knows more wordings than any table of patterns: with this share of its belief a topic raises the signal by itself. */
const TOPIC_SIGNALS: readonly { readonly topic: keyof SignalWords['except']; readonly signal: Signal; readonly share: number }[] = [
  { topic: 'human_request', signal: 'asks_for_human', share: 0.5 },
  { topic: 'legal', signal: 'mentions_legal', share: 0.5 },
  { topic: 'danger', signal: 'reports_danger', share: 0.5 },
  { topic: 'dispute', signal: 'disputes_charge', share: 0.5 },
  { topic: 'complaint', signal: 'angry', share: 0.9 },
];

/** All that a message is read with: a language with its trained model, and the shop's form of an order id. */
export interface Reading {
  readonly model: IntentModel;
  readonly orderIdPattern: string;
  /** Whose words the message is read by. */
  readonly language: Language;
}

/** Reads one message in the light of the last 3 turns. Pure: the same text, history and model give the same result. */
export function understand(text: string, history: readonly HistoryLine[], reading: Reading): Understanding {
  const { language } = reading;
  const entities = findEntities(text, reading.orderIdPattern, language.words.values);
  const signals = new Set<Signal>(findSignals(text, history, language).map((row) => row.signal));
  const own = classifyParts(text, entities, reading);
  const isStory = text.split(/\s+/u).length > STORY_WORDS;
  const sentences = wholeAndSentences(text, isStory, language).map((words) => ({ words, shares: reading.model.predict(words).shares }));
  // "Yes, please" or "the second" takes up what was said before; its few words prove no wish of their own.
  const topicSignals = followUpKind(text, language.words) === 'bare' ? [] : TOPIC_SIGNALS;
  // "Ah, my husband took it. Thanks": whoever ends with thanks is in danger only where a pattern says so.
  const endsWell = isClosingWord(text, language.words);
  for (const { topic, signal, share } of topicSignals) {
    if (endsWell && topic === 'danger') continue;
    const except = language.signals.except[topic];
    if (topic === 'complaint' && except === undefined) continue;
    const least = isStory ? SHARE_IN_STORY : share;
    if (sentences.some(({ words, shares }) => (shares.get(topic) ?? 0) >= least && !(except?.test(words) ?? false))) signals.add(signal);
  }
  const first = own[0];
  const inherited = own.length === 1 && first !== undefined ? inheritRequest(text, first, history, reading) : undefined;
  return { classifications: inherited === undefined ? own : [inherited], signals, entities, language: language.code };
}

function wholeAndSentences(text: string, isStory: boolean, { words: { letters } }: Language): readonly string[] {
  const head = text.slice(0, LONGEST_TEXT);
  const sentences = head
    .replace(letters.opening, '')
    .replace(letters.closing, '')
    .split(/(?<=[.!?])\s+|\n{2,}/u)
    .filter((words) => /\p{L}/u.test(words));
  if (sentences.length < 2) return [head];
  return [...(isStory ? [] : [head]), ...sentences.slice(0, MOST_SENTENCES)];
}

function classifyParts(text: string, entities: readonly Entity[], reading: Reading): Classification[] {
  const head = text.slice(0, LONGEST_TEXT);
  const { words: said } = reading.language;
  const parts = splitRequests(
    head,
    (words) => reading.model.predict(plain(words)),
    said,
    (earlier, later) => nameDifferentRecords(earlier, later, reading),
  );
  const points = codePointsBefore(head);
  let lastOrder: Entity | undefined;
  return parts.map(({ start, end, prediction }) => {
    const words = parts.length === 1 ? text : head.slice(start, end).trim();
    const inside =
      parts.length === 1 ? [...entities] : entities.filter((entity) => entity.start >= points(start) && entity.start < points(end));
    const order = inside.find((entity) => entity.type === 'order_id');
    const borrowed = order === undefined && lastOrder !== undefined && said.requests.refersBack.test(words) ? [lastOrder] : [];
    lastOrder = order ?? lastOrder;
    return toClassification(refineTopic(prediction, words, lastOrder !== undefined, said.topics), words, [...borrowed, ...inside]);
  });
}

function nameDifferentRecords(earlier: string, later: string, reading: Reading): boolean {
  const orders = (words: string) => findEntities(words, reading.orderIdPattern).filter((entity) => entity.type === 'order_id');
  const known = new Set(orders(earlier).map((entity) => entity.value));
  const named = orders(later);
  return known.size > 0 && named.length > 0 && named.every((entity) => !known.has(entity.value));
}

/** A text that is nothing but addresses is read as it stands. */
function plain(words: string): string {
  const rest = withoutAddresses(words);
  return /\p{L}{2}/u.test(rest) ? rest : words;
}

/** One word that nobody can speak, such as "yxcvb": whatever the model believes of its letters is chance. */
const ROW_OF_KEYS = /^\W*[^\W\d_aeiou]{5,40}\W*$/u;

function toClassification(prediction: Prediction, words: string, entities: readonly Entity[]): Classification {
  const confidence = ROW_OF_KEYS.test(fold(words)) ? 0 : prediction.confidence;
  return { intent: intentName(prediction.intent), topic: prediction.topic, confidence, entities, words };
}

/** "You guys are useless" after "Did that help?" says nothing about what was asked. */
const isNoAnswer = ({ topic, confidence }: Classification): boolean =>
  topic === 'human_request' || (topic === 'complaint' && confidence >= SURE_OF_ITSELF);

/** "And the other one?" asks what was asked before, about something else: intent and topic come from the last request. */
function inheritRequest(text: string, own: Classification, history: readonly HistoryLine[], reading: Reading): Classification | undefined {
  const { words: said } = reading.language;
  const kind = answersQuestion(text, history, said) && !isNoAnswer(own) ? 'bare' : followUpKind(text, said);
  if (kind === 'own' || (kind === 'hanging' && own.confidence >= SURE_OF_ITSELF && own.topic !== 'small_talk')) return undefined;
  for (const line of recentCustomerLines(history)) {
    if (followUpKind(line, said) === 'bare') continue;
    const before = classifyParts(line, [], reading).at(-1);
    if (before === undefined || before.topic === 'small_talk' || before.topic === 'out_of_scope') continue;
    const inheritable = kind === 'bare' || before.confidence * INHERITED_SHARE > own.confidence;
    return inheritable
      ? { ...own, intent: before.intent, topic: before.topic, confidence: before.confidence * INHERITED_SHARE }
      : undefined;
  }
  return undefined;
}

function codePointsBefore(text: string): (offset: number) => number {
  return (offset) => Array.from(text.slice(0, offset)).length;
}
