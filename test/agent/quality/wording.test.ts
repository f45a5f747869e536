import { describe, expect, it } from '@jest/globals';
import { readStatement, type Clause } from '../../../src/agent/quality/clauses.ts';
import { likeness } from '../../../src/agent/quality/likeness.ts';
import { compareWording } from '../../../src/agent/quality/wording.ts';

const clause = (text: string): Clause => {
  const [first] = readStatement(text).clauses;
  if (first === undefined) throw new Error('no clause');
  return first;
};

describe('how a claim is worded beside its source', () => {
  it('is the share of its words that follow one another in the source', () => {
    expect(compareWording(clause('Dogs may run.'), clause('Dogs may run.')).likeness).toBe(1);
    expect(compareWording(clause('Dogs may swim here.'), clause('Dogs may run.')).likeness).toBe(0.5);
  });

  it('names the words that stand in the place of others', () => {
    expect(compareWording(clause('Cats may run.'), clause('Dogs may run.')).replaced).toEqual([{ said: ['cat'], instead: ['dog'] }]);
  });

  it('reads two wordings of a value as one word', () => {
    expect(compareWording(clause('It takes two weeks.'), clause('It takes 14 days.')).likeness).toBe(1);
  });

  it.each([
    ['renew', 'renewal', true],
    ['compens', 'compensat', true],
    ['deliv', 'deliveri', true],
    ['cat', 'car', false],
    ['standard', 'stand', false],
  ])('%s and %s are one word: %s', (one, other, alike) => {
    expect(likeness(one, other) >= 0.5).toBe(alike);
  });
});
