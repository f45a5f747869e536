import { describe, expect, it } from '@jest/globals';
import { fitLogistic } from '../../bench/claims/logistic.ts';
import { readCases, weightsFrom } from '../../bench/claims/weights.ts';
import { EVIDENCE_WEIGHTS } from '../../src/agent/quality/evidence-weights.ts';

describe('the weights of the evidence for claims', () => {
  it('are those that the development claims give', () => {
    for (const [question, { start, weights, stopsAbove }] of weightsFrom(readCases())) {
      const shipped = EVIDENCE_WEIGHTS[question];
      expect(shipped.stopsAbove).toBe(stopsAbove);
      expect(shipped.start).toBeCloseTo(start, 1);
      expect(Object.keys(shipped.weights)).toEqual(Object.keys(weights));
      for (const [name, weight] of Object.entries(weights)) expect(shipped.weights[name]).toBeCloseTo(weight, 1);
    }
  });
});

describe('a fitted logistic curve', () => {
  const examples = [0, 1, 2, 3, 4, 5].map((value) => ({ features: [value], label: value > 2 ? (1 as const) : (0 as const), weight: 1 }));

  it('puts the even chance between the two kinds', () => {
    const [start = 0, weight = 0] = fitLogistic(examples, 0.1);
    expect(-start / weight).toBeCloseTo(2.5, 3);
  });

  it('gives a feature that tells nothing no weight', () => {
    const told = examples.map((example) => ({ ...example, features: [...example.features, 1] }));
    expect(fitLogistic(told, 0.1)[2]).toBeCloseTo(0, 3);
  });

  it('counts a mistake by its weight', () => {
    const doubtful = [...examples, { features: [5], label: 0 as const, weight: 0.01 }];
    const heavy = [...examples, { features: [5], label: 0 as const, weight: 100 }];
    const at5 = (weights: readonly number[]): number => (weights[0] ?? 0) + 5 * (weights[1] ?? 0);
    expect(at5(fitLogistic(doubtful, 0.1))).toBeGreaterThan(0);
    expect(at5(fitLogistic(heavy, 0.1))).toBeLessThan(0);
  });
});
