import { describe, expect, it } from '@jest/globals';
import { FIRST_MESSAGES, isReadRight, readFirstMessages } from '../../../bench/eval/first-messages.ts';
import {
  isFalseAlarm,
  isHeard,
  isUnderstood,
  MOST_FALSE_ALARMS,
  MUST_ESCALATE_SETS,
  readHardMessages,
  readMustEscalate,
} from '../../../bench/eval/own-messages.ts';
import { intentOfTopic, understandShipped } from '../../../bench/eval/shipped-router.ts';
import { shopTraining } from './shop-router.ts';

const mustEscalate = Object.entries(MUST_ESCALATE_SETS).map(([name, set]) => ({
  name,
  untouched: set.untouched ?? false,
  texts: readMustEscalate(set),
}));
const learned = [...shopTraining.examples.map((row) => row.text), ...shopTraining.outOfScope].map(wordsIn);

/** Words both have, of all words of the two; so much makes a near-duplicate. */
const NEAR_DUPLICATE = 0.75;

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

function isLearned(text: string): boolean {
  const words = wordsIn(text);
  return learned.some((known) => {
    const shared = [...words].filter((word) => known.has(word)).length;
    return shared > 0 && shared / (words.size + known.size - shared) >= NEAR_DUPLICATE;
  });
}

describe('what must reach a person', () => {
  const groups = mustEscalate.flatMap(({ name, untouched, texts }) =>
    Object.entries(texts).flatMap(([group, lines]) => (group === 'none' ? [] : [{ name, untouched, group, lines }])),
  );

  it('stands in at least 200 messages, none of them a near-duplicate of an utterance that was learned', () => {
    const all = groups.flatMap(({ lines }) => lines);
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(all.filter(isLearned)).toEqual([]);
  });

  it.each(groups.filter(({ untouched }) => !untouched))('is never missed: $group of $name', ({ group, lines }) => {
    expect(lines.filter((text) => !isHeard(group, understandShipped(text)))).toEqual([]);
  });

  it('is heard in most messages of a set that nothing was tuned on', () => {
    const fresh = groups.filter(({ untouched }) => untouched).flatMap(({ group, lines }) => lines.map((text) => ({ group, text })));
    const heard = fresh.filter(({ group, text }) => isHeard(group, understandShipped(text)));
    expect(heard.length / fresh.length).toBeGreaterThanOrEqual(0.6);
  });

  it.each(mustEscalate.filter(({ untouched }) => !untouched))(
    'is seen where it is not in at most 5 of 100 lookalikes of $name',
    ({ texts: { none = [] } }) => {
      const alarms = none.filter((text) => isFalseAlarm(understandShipped(text)));
      expect(alarms.length).toBeLessThanOrEqual(Math.ceil(none.length * MOST_FALSE_ALARMS));
    },
  );

  it('is seen where it is not in at most 15 of 100 lookalikes that nothing was tuned on', () => {
    const lookalikes = mustEscalate.filter(({ untouched }) => untouched).flatMap(({ texts: { none = [] } }) => none);
    const alarms = lookalikes.filter((text) => isFalseAlarm(understandShipped(text)));
    expect(alarms.length / lookalikes.length).toBeLessThanOrEqual(0.15);
  });
});

describe('first messages', () => {
  it.each([
    ['first messages', 0.75],
    ['first messages, untouched', 0.6],
  ])('that ask for one thing are filed under the intent that was meant: %s', (name, least) => {
    const set = FIRST_MESSAGES[name];
    const single = set === undefined ? [] : readFirstMessages(set).filter(({ intents }) => intents.length === 1);
    expect(single.length).toBeGreaterThanOrEqual(100);
    expect(single.filter(isReadRight).length / single.length).toBeGreaterThanOrEqual(least);
  });
});

describe('messages as customers really write them', () => {
  const read = readHardMessages().map((message) => ({ message, understanding: understandShipped(message.text, message.history) }));
  const groups = [...new Set(read.map(({ message }) => message.group))];

  it.each([
    ['topics', (topic: string) => topic, 0.82],
    ['intents', intentOfTopic, 0.88],
  ])('are understood with all their %s', (_, nameOf, least) => {
    const right = read.filter(({ message, understanding }) => isUnderstood(message, understanding, nameOf));
    expect(right.length / read.length).toBeGreaterThanOrEqual(least);
  });

  it.each(groups)('are understood in at least 60 of 100 of each group: %s', (group) => {
    const inGroup = read.filter(({ message }) => message.group === group);
    const right = inGroup.filter(({ message, understanding }) => isUnderstood(message, understanding, (topic) => topic));
    expect(right.length / inGroup.length).toBeGreaterThanOrEqual(0.6);
  });
});
