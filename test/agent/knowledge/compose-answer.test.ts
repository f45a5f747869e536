import { describe, expect, it } from '@jest/globals';
import type { Passage } from '../../../src/domain/classification.ts';
import { composeAnswer } from '../../../src/agent/knowledge/compose-answer.ts';
import { passage } from '../../support/passages.ts';

const found = (facts: Partial<Passage> & Pick<Passage, 'article' | 'text'>): Passage => ({ ...passage(facts), score: 0.8, ...facts });
const returns = found({
  article: 'returns',
  title: 'Return policy',
  url: 'https://shop.example/returns',
  text: 'Our warehouse is in Reno. You can return an item within 30 days from delivery. Except for gift cards, this holds for everything. Our founders like hiking.',
});

describe('composing an answer', () => {
  it('takes the sentence that answers, whole, with the exception that follows it', () => {
    expect(composeAnswer('how many days do I have to return an item?', [returns])).toEqual({
      text: 'You can return an item within 30 days from delivery. Except for gift cards, this holds for everything.',
      citations: ['[Return policy](https://shop.example/returns)'],
    });
  });

  it('answers nothing when no passage is about the question', () => {
    expect(composeAnswer('do you rent kayaks for groups?', [returns])).toBeUndefined();
  });

  it('answers nothing without passages', () => {
    expect(composeAnswer('how long do refunds take?', [])).toBeUndefined();
  });

  it('never quotes an internal article', () => {
    expect(composeAnswer('how many days do I have to return an item?', [{ ...returns, audience: 'internal' }])).toBeUndefined();
  });

  it('takes the whole opening of a section whose heading asks the same', () => {
    const section = found({
      article: 'points',
      heading: 'Points > Do points expire?',
      text: 'Yes, 12 months after your last order. Any order starts the 12 months again.',
    });
    expect(composeAnswer('do points expire', [section])?.text).toBe(section.text);
  });

  it('gives all steps of a list with the line that introduces it', () => {
    const steps = found({
      article: 'how',
      title: 'Return an item',
      text: 'To return an item:\n\n1. Open **Orders**.\n2. Choose the item.\n3. Print the [label](https://shop.example/label).',
    });
    expect(composeAnswer('how do I return an item?', [steps])?.text).toBe(
      'To return an item:\n1. Open Orders.\n2. Choose the item.\n3. Print the label.',
    );
  });

  it('does not begin in the middle of a list', () => {
    const rest = found({
      article: 'how',
      title: 'Return an item',
      chunk: 1,
      text: '4. Return the item to a drop-off point.\n5. Keep the receipt of the item.',
    });
    expect(composeAnswer('how do I return an item?', [rest])).toBeUndefined();
  });

  it('brings the sentence before along when the answer leans on it', () => {
    const text = 'A locked account is opened by a specialist. It takes 2 hours.';
    expect(composeAnswer('how long does a locked account take', [found({ article: 'a', title: 'Account', text })])?.text).toBe(text);
  });

  it('names an article without an address by its title', () => {
    const { url: _, ...bare } = returns;
    expect(composeAnswer('how many days do I have to return an item?', [bare])?.citations).toEqual(['Return policy']);
  });

  it('says the same sentence of two articles once', () => {
    const copy = { ...returns, article: 'copy', title: 'Returns again' };
    expect(composeAnswer('how many days do I have to return an item?', [returns, copy])?.citations).toHaveLength(1);
  });

  it.each([
    ['do you ship to Canada?', 'Yes. Canada takes 8 days. Fuel stays here.'],
    ['how long does shipping to Canada take?', 'Canada takes 8 days. Fuel stays here.'],
  ])('opens with "Yes." only where that answers: %s', (ask, text) => {
    const canada = found({
      article: 'canada',
      text: 'Yes. Canada takes 8 days. Fuel stays here.',
      confidence: 0.9,
      question: ask,
    });
    expect(composeAnswer(ask, [canada])?.text).toBe(text);
  });

  it('answers two questions from two passages', () => {
    const cost = found({ article: 'cost', text: 'Shipping costs $5.', confidence: 0.9, question: 'What does shipping cost' });
    const expiry = found({ article: 'cards', text: 'Gift cards never expire.', confidence: 0.9, question: 'do gift cards expire' });
    expect(composeAnswer('What does shipping cost, and do gift cards expire?', [cost, expiry])).toEqual({
      text: 'Shipping costs $5.\n\nGift cards never expire.',
      citations: ['cost', 'cards'],
    });
  });
});
