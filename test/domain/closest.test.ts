import { describe, expect, it } from '@jest/globals';
import { closest } from '../../src/domain/closest.ts';

describe('closest', () => {
  it.each([
    ['clasify', 'classify'],
    ['Desk', 'desk'],
    ['desck', 'desk'],
    ['windowday', 'windowDays'],
    ['xyz', undefined],
    ['', undefined],
  ])('takes %j for %j', (word, meant) => {
    expect(closest(word, ['desk', 'classify', 'windowDays'])).toBe(meant);
  });

  it('prefers the nearest of several', () => {
    expect(closest('parse', ['purse', 'parsed-mail', 'parsee'])).toBe('purse');
  });
});
