import { describe, expect, it } from '@jest/globals';
import { hasAnswer, matchTerm, readQuestion } from '../../../src/agent/knowledge/question.ts';

const words = (text: string): readonly string[] => readQuestion(text).terms.map(({ word }) => word);

describe('reading a question', () => {
  it.each([
    ['greetings and thanks', 'Hi there, thanks in advance! Do gift cards expire?', ['gift', 'cards', 'expire']],
    [
      'what only leads to the question',
      'I was wondering, can you tell me whether gift cards expire?',
      ['whether', 'gift', 'cards', 'expire'],
    ],
    ['order numbers and addresses', 'Refund for LF-10002, I am kim@home.example', ['refund']],
    ['nothing at all', 'Hello!', []],
  ])('leaves out %s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('counts what is said again', () => {
    expect(readQuestion('The tent! My tent is wet, how do I dry a tent?').terms.find(({ stem }) => stem === 'tent')?.times).toBe(3);
  });

  it('looks for what customers call differently under the articles’ word too', () => {
    expect(readQuestion('when do I get my money back').query).toContain('refund');
    expect(readQuestion('my parcel never arrived').query).toContain('lost');
  });

  it.each([
    ['how long do refunds take', 'duration'],
    ['when will it come', 'duration'],
    ['how much is shipping', 'amount'],
    ['how do I return this', 'steps'],
    ['can I return this', 'yes_no'],
    ['where is the label', 'place'],
    ['why was I charged', 'reason'],
    ['return policy', 'any'],
  ] as const)('knows what kind of answer "%s" wants: %s', (text, kind) => {
    expect(readQuestion(text).wants).toBe(kind);
  });

  it.each([
    ['duration', 'It takes 3–5 business days.', true],
    ['duration', 'It takes a while.', false],
    ['amount', 'Shipping is free.', true],
    ['amount', 'Shipping is fast.', false],
    ['steps', '1. Open the page.', true],
    ['any', 'Whatever.', true],
  ] as const)('sees whether a text has a %s: %s %s', (kind, text, has) => {
    expect(hasAnswer(kind, text)).toBe(has);
  });

  it.each([
    ['the word itself', ['refund'], 1],
    ['a slip of the keyboard', ['refudn'], 0.8],
    ['another word', ['tent'], 0],
  ])('matches %s', (_, stems, strength) => {
    expect(matchTerm({ word: 'refund', stem: 'refund', alternatives: new Map(), times: 1 }, new Set(stems))).toBe(strength);
  });
});
