import { describe, expect, it } from '@jest/globals';
import { ESCALATING, isUnderstood, readHardMessages, readMustEscalate } from '../../../bench/eval/own-messages.ts';
import { intentOfTopic, understandShipped } from '../../../bench/eval/shipped-router.ts';
import { shopTraining } from './shop-router.ts';

const mustEscalate = readMustEscalate();
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
  it('stands in at least 200 messages, none of them a near-duplicate of an utterance that was learned', () => {
    const all = ESCALATING.flatMap((signal) => mustEscalate[signal] ?? []);
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(all.filter(isLearned)).toEqual([]);
  });

  it.each(ESCALATING)('is never missed: %s', (signal) => {
    expect((mustEscalate[signal] ?? []).filter((text) => !understandShipped(text).signals.has(signal))).toEqual([]);
  });

  it('is seen where it is not in at most 5 of 100 lookalikes', () => {
    const alarms = (mustEscalate.none ?? []).filter((text) => ESCALATING.some((signal) => understandShipped(text).signals.has(signal)));
    expect(alarms.length).toBeLessThanOrEqual(5);
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
