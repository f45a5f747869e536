import { describe, expect, it } from '@jest/globals';
import { countAll, fitFeatures, indexFeatures, measure, measureAll, VIEW_NAMES } from '../../../src/agent/router/features.ts';
import { conceptsOf } from '../../../src/agent/router/concepts.ts';
import { scoresOf, trainNetwork } from '../../../src/agent/router/network.ts';
import { wordsOf } from '../../../src/agent/router/words.ts';

const COLOURS = ['red apple', 'red brick', 'red rose', 'red wine', 'blue sky', 'blue sea', 'blue ink', 'blue whale'];
const LABELS = Int32Array.from([0, 0, 0, 0, 1, 1, 1, 1]);

function learn(seed: number, heldOut: readonly number[] = []) {
  const corpus = countAll('words', COLOURS.map(wordsOf));
  const space = fitFeatures('words', corpus, 1);
  const task = { rows: measureAll(corpus, space), labels: LABELS, classes: 2, features: space.hashes.length };
  const learned = trainNetwork(task, heldOut, { hidden: 16, passes: 40, seed });
  return { ...learned, scores: (text: string) => scoresOf(learned.network, measure(wordsOf(text), space, indexFeatures(space))) };
}

describe('the network', () => {
  it.each([
    ['red door', 0],
    ['a blue door', 1],
  ])('judges by what it learned: %s', (text, label) => {
    const scores = [...learn(1).scores(text)];
    expect(scores.indexOf(Math.max(...scores))).toBe(label);
  });

  it('is the same for the same seed and another for another', () => {
    expect(learn(1).network).toEqual(learn(1).network);
    expect(learn(2).network).not.toEqual(learn(1).network);
  });

  it('judges what is held out before it learns it', () => {
    const { heldOutScores, scores } = learn(1, [0]);
    expect(heldOutScores).toHaveLength(1);
    expect([...(heldOutScores[0] ?? [])]).not.toEqual([...scores('red apple')]);
  });
});

describe('the features of a text', () => {
  it.each(VIEW_NAMES)('have the same length whatever the text is long, where all is known: %s', (view) => {
    const texts = ['where is it', 'where is the parcel that I ordered last week from you'].map(wordsOf);
    const space = fitFeatures(view, countAll(view, texts), 1);
    const lengths = texts.map((words) => Math.hypot(...measure(words, space, indexFeatures(space)).values));
    expect(lengths[0]).toBeGreaterThan(0.7);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1.000001);
  });

  it('count less the more of a text was never seen', () => {
    const space = fitFeatures('words', countAll('words', [wordsOf('where is my parcel')]), 1);
    const lengthOf = (text: string) => Math.hypot(...measure(wordsOf(text), space, indexFeatures(space)).values);
    expect(lengthOf('where is my zorblax quux')).toBeLessThan(lengthOf('where is my parcel'));
  });

  it('of an empty text are none', () => {
    const space = fitFeatures('phrases', countAll('phrases', [wordsOf('where is it')]), 1);
    expect(measure([], space, indexFeatures(space)).ids).toEqual([]);
  });
});

describe('concepts', () => {
  it.each([
    ['track the package', 'find my parcel'],
    ['reimburse me', 'I want a refund'],
    ['sign up', 'register'],
    ['it was bought', 'my purchase'],
  ])('are shared by "%s" and "%s"', (left, right) => {
    const known = new Set(conceptsOf(wordsOf(left)));
    expect(conceptsOf(wordsOf(right)).some((concept) => known.has(concept))).toBe(true);
  });

  it('are not found in words that have none', () => {
    expect(conceptsOf(['zorblax', 'quux'])).toEqual([]);
  });
});
