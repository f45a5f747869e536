import { describe, expect, it } from '@jest/globals';
import { isExplicitYes } from '../../../src/agent/actions/explicit-yes.ts';

describe('an explicit yes in a line of any length', () => {
  it.each([
    'yes',
    'Yes, please proceed with canceling both orders.',
    'Thank you for checking! And yes, please go ahead and cancel the two.',
    'That sounds perfect! Please go ahead.',
    'For the second order, yes, please go ahead and update the address.',
    'The reason is "no longer needed." Please go ahead and cancel it.',
    'Yes, go ahead. Could you also tell me the total?',
    'No problem with that. Yes.',
    'I confirm.',
    'OK, sure.',
  ])('is %j', (line) => {
    expect(isExplicitYes(line)).toBe(true);
  });

  it.each([
    '',
    'Ordered by mistake.',
    'Could you please confirm that this will be honored?',
    'Shall I say yes?',
    'No, wait. Yes was wrong.',
    'Please do not proceed.',
    "Don't. I changed my mind.",
    'I would like to use the card ending in 8484.',
    'My eyes hurt.',
    'approved?',
  ])('is not %j', (line) => {
    expect(isExplicitYes(line)).toBe(false);
  });
});
