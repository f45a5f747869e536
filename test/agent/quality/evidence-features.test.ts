import { describe, expect, it } from '@jest/globals';
import { readStatement } from '../../../src/agent/quality/clauses.ts';
import { findEvidence } from '../../../src/agent/quality/evidence.ts';
import { FEATURES, featuresOf } from '../../../src/agent/quality/evidence-features.ts';
import { readSources } from '../../../src/agent/quality/sources.ts';
import { passage } from '../../support/passages.ts';

/** What a feature says of a claim beside the nearest clause of a passage. */
function featureOf(name: string, claim: string, text: string): number {
  const sources = readSources([{ ...passage({ article: 'a', title: 'Rules', text }), score: 1 }], [], []);
  const statement = readStatement(claim);
  const [clause] = statement.clauses;
  if (clause === undefined) throw new Error('the claim has no clause');
  const [evidence] = findEvidence(clause, statement, sources.statements, sources.weight);
  if (evidence === undefined) throw new Error('the passage says nothing about the claim');
  return featuresOf(clause, statement, evidence, sources.weight)[FEATURES.findIndex((feature) => feature.name === name)] ?? Number.NaN;
}

describe('what is read from a claim beside its evidence', () => {
  it.each([
    ['foreign', 'The voucher glows in the dark.', 'Vouchers are paid out in cash.', 'The voucher is paid out in cash.'],
    ['foreignMost', 'Penguins dance beside vouchers.', 'Vouchers are paid out in cash.', 'Vouchers are paid out in cash.'],
    ['endsForeign', 'The course ends with champagne.', 'The course ends at noon with lunch.', 'The course ends with lunch.'],
    ['valuesHold', 'It costs $9 a day.', 'A bike costs $9 a day.', 'It costs a lot.'],
    [
      'elsewhere',
      'Posters are ready in the shop.',
      'Prints are ready quickly. The shop opens daily. Posters take longer.',
      'Prints are ready.',
    ],
    ['dropped', 'Meals are served on flights.', 'Vegan meals are served on long flights.', 'Vegan meals are served on long flights.'],
    [
      'replaced',
      'Cats are welcome in rooms on the ground floor.',
      'Dogs are welcome in rooms on the ground floor.',
      'Dogs may come into rooms.',
    ],
    ['otherKind', 'The gold card is yearly.', 'The silver card is yearly.', 'The silver card is yearly.'],
    ['turned', 'Photos are not allowed.', 'Photos are allowed.', 'Photos are fine.'],
    ['deniedInQuote', 'Your code stops working at night.', 'Your code keeps working at night.', 'Your code keeps working at night.'],
    ['payment', 'You pay for the new meter.', 'The new meter is free of charge.', 'The new meter costs you nothing.'],
    ['matter', 'The deposit is refunded.', 'The deposit is forfeited.', 'The deposit is lost.'],
    ['modality', 'Cakes can be ordered early.', 'Cakes have to be ordered early.', 'Cakes must be ordered early.'],
    ['opposite', 'Pay before delivery.', 'Pay after delivery.', 'Pay following the delivery.'],
    ['antonym', 'You may keep the old box.', 'You discard the old box.', 'You throw the old box away.'],
    [
      'otherValue',
      'The hire of a car costs $9 and a deposit.',
      'The hire of a car costs $7 and a deposit.',
      'The hire of a car costs $7 and a deposit.',
    ],
    ['boundElsewhere', 'The plan pays 80% of crowns.', 'The plan pays 80% of fillings and 50% of crowns.', 'The plan pays 50% of crowns.'],
    ['otherRate', 'The fee is due every week.', 'The fee is due every month.', 'The fee is due monthly.'],
    ['otherUnit', 'Data costs $6 per day.', 'Data costs $6 per gigabyte.', 'Data costs $6 for each gigabyte.'],
    ['universal', 'All drinks are included.', 'Soft drinks are included.', 'Soft drinks are included.'],
    ['onlyDropped', 'Assembly is offered for beds.', 'Assembly is offered for beds only.', 'Only for beds is assembly offered.'],
    [
      'exceptionDenied',
      'Items on gift cards can be returned within 30 days.',
      'Items can be returned within 30 days, except gift cards.',
      'Items can be returned within 30 days.',
    ],
    ['atOnce', 'Files are erased at once.', 'Files are erased after a month.', 'Files are erased after a month.'],
    ['never', 'Points never expire.', 'Points expire.', 'Points expire.'],
  ])('%s is found in “%s” and not in what the passage says', (name, wrong, text, right) => {
    expect(featureOf(name, wrong, text)).toBeGreaterThan(0);
    expect(featureOf(name, right, text)).toBe(0);
  });

  it('names each feature once', () => {
    const names = FEATURES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
