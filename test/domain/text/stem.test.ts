import { describe, expect, it } from '@jest/globals';
import { stem } from '../../../src/domain/text/stem.ts';

describe('stem', () => {
  // The examples of the paper, each after all steps.
  it.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['ties', 'ti'],
    ['cats', 'cat'],
    ['feed', 'feed'],
    ['agreed', 'agre'],
    ['plastered', 'plaster'],
    ['motoring', 'motor'],
    ['sing', 'sing'],
    ['conflated', 'conflat'],
    ['troubling', 'troubl'],
    ['sized', 'size'],
    ['hopping', 'hop'],
    ['falling', 'fall'],
    ['hissing', 'hiss'],
    ['failing', 'fail'],
    ['filing', 'file'],
    ['happy', 'happi'],
    ['sky', 'sky'],
    ['relational', 'relat'],
    ['conditional', 'condit'],
    ['digitizer', 'digit'],
    ['operator', 'oper'],
    ['feudalism', 'feudal'],
    ['hopefulness', 'hope'],
    ['formality', 'formal'],
    ['sensibility', 'sensibl'],
    ['triplicate', 'triplic'],
    ['electrical', 'electr'],
    ['goodness', 'good'],
    ['revival', 'reviv'],
    ['allowance', 'allow'],
    ['adjustment', 'adjust'],
    ['adoption', 'adopt'],
    ['effective', 'effect'],
    ['probate', 'probat'],
    ['rate', 'rate'],
    ['cease', 'ceas'],
    ['controlling', 'control'],
    ['roll', 'roll'],
  ])('reduces %s to %s', (word, root) => {
    expect(stem(word)).toBe(root);
  });

  it.each([
    ['refund', ['refunds', 'refunded', 'refunding']],
    ['return', ['returns', 'returned', 'returning']],
    ['deliveri', ['delivery', 'deliveries']],
  ])('gives every form of %s one stem', (root, forms) => {
    expect(forms.map(stem)).toEqual(forms.map(() => root));
  });

  it.each(['is', 'café', '2024', 'lf10002'])('leaves %s alone', (word) => {
    expect(stem(word)).toBe(word);
  });
});
