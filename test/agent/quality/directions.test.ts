import { describe, expect, it } from '@jest/globals';
import { directionOf } from '../../../src/agent/quality/directions.ts';

describe('which way a clause goes', () => {
  it.each([
    ['Dogs are not allowed.', true],
    ['Dogs are neither washed nor fed.', true],
    ['It is not the case that nobody pays.', false],
    ['It takes no longer than a day.', false],
    ['Nobody but the owner may sign.', false],
    ["You don't pay for it.", false],
  ])('%s denies: %s', (text, negative) => {
    expect(directionOf(text).negative).toBe(negative);
  });

  it.each([
    ['The card is free of charge.', 1],
    ["It won't cost you anything extra.", 1],
    ['Meters are replaced at our expense.', 1],
    ['You pay nothing for the card.', 1],
    ['The card costs $9.', -1],
    ['Travel costs are not refunded.', -1],
    ['Express is charged.', -1],
    ['Feel free to call us.', 0],
    ['The money is paid back.', 0],
    ['The card arrives on Monday.', 0],
  ])('%s is free (1), paid (-1) or neither (0): %i', (text, free) => {
    expect(directionOf(text).free).toBe(free);
  });

  it.each([
    ['The price is not refunded.', 'back', -1],
    ['The price is lost.', 'back', -1],
    ['Breakfast is included.', 'cover', 1],
    ['Smoking is forbidden.', 'permit', -1],
    ['Community work is voluntary.', 'need', -1],
  ] as const)('%s takes a side in the matter %s: %i', (text, matter, side) => {
    expect(directionOf(text).matters.get(matter)).toBe(side);
  });

  it.each([
    ['Tell us before you leave.', 'order', 1],
    ['Tell us afterwards.', 'order', -1],
    ['It happens on the following business day, before noon.', 'order', 1],
    ['Bags over 8 kg are weighed.', 'bound', 1],
    ['Bags of at most 8 kg are weighed.', 'bound', -1],
  ] as const)('%s stands on a side of %s: %i', (text, pair, side) => {
    expect(directionOf(text).opposites.get(pair)).toBe(side);
  });
});
