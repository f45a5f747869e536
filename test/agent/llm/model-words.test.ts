import { describe, expect, it } from '@jest/globals';
import { asStatements } from '../../../src/agent/llm/model-words.ts';

describe('words of a model as statements', () => {
  it.each([
    ['Yes, you can keep it.', 'You can keep it.'],
    ['Of course, you may keep the item.', 'You may keep the item.'],
    ['Thanks for asking. Refunds take five days.', 'Refunds take five days.'],
    ['Great news: it is free.', 'It is free.'],
    ['I see that your order arrives today.', 'Your order arrives today.'],
    ['I checked and it is yours.', 'It is yours.'],
    ['Please note that returns are free.', 'Returns are free.'],
    ['Did you know that it is free?', 'Did you know that it is free.'],
    ['- Sure, take two', '- take two'],
  ])('lose what would cover them: %s', (text, statements) => {
    expect(asStatements(text)).toBe(statements);
  });

  it('keep every sentence', () => {
    expect(asStatements('Refunds take 5–10 business days. A return is free.').split('\n')).toEqual([
      'Refunds take 5–10 business days.',
      'A return is free.',
    ]);
  });
});
