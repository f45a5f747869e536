import { describe, expect, it } from '@jest/globals';
import type { CancelInput } from '../../../examples/retail/inputs.ts';
import { reasonFromCustomer } from '../../../examples/retail/rules/cancel.ts';
import { smallShop } from '../../support/packs/small-shop.ts';

const NO_LONGER = 'no longer needed';
const MISTAKE = 'ordered by mistake';

/** The reasons that a line gives, as the rule reads them. */
async function reasonsIn(line: string): Promise<readonly CancelInput['reason'][]> {
  const tool = smallShop().tools.find(({ name }) => String(name) === 'cancel_pending_order');
  const given: CancelInput['reason'][] = [];
  for (const reason of [NO_LONGER, MISTAKE] as const) {
    const prepared = tool?.prepare({ order_id: '#W5', reason });
    if (prepared?.kind !== 'ready') throw new Error('the tool takes both reasons');
    const breach = await prepared.call.judge({ customer: undefined, story: { said: [line], calls: [] }, at: new Date(0) });
    if (breach?.rule.name !== reasonFromCustomer.name) given.push(reason);
  }
  return given;
}

describe('the reason for a cancellation', () => {
  it.each([
    'The reason is that I no longer need them.',
    "It's no longer needed.",
    'I don’t need it anymore',
    "I just don't want it any more",
    "I don't think I need these",
    "I won't be needing it",
    "We won't need those",
    "They're not needed anymore",
    "It isn't needed",
    'I do not really need it',
    'No longer required.',
    "I've changed my mind",
    "I'm not interested in it anymore",
    'There is no need for it now',
    "Let's go with 'no longer needed.'",
    'I decided against it',
  ])('is no longer needed: %s', async (line) => {
    expect(await reasonsIn(line)).toEqual([NO_LONGER]);
  });

  it.each([
    'I ordered it by mistake.',
    'It was an accident.',
    'I accidentally placed it',
    'I mistakenly ordered two',
    'That was ordered in error',
    "I didn't mean to order it",
    "I wasn't supposed to buy that",
    'I ordered the wrong one',
    'It is the wrong size',
    'It was unintentional',
    'I ordered it twice',
    'It is a duplicate',
  ])('is a mistake: %s', async (line) => {
    expect(await reasonsIn(line)).toEqual([MISTAKE]);
  });

  it.each([
    'Yes, please cancel it.',
    'It takes too long.',
    'I found it cheaper elsewhere.',
    'Cancel the charger I just bought for it.',
    'We are back in the office soon.',
  ])('is neither of the two: %s', async (line) => {
    expect(await reasonsIn(line)).toEqual([]);
  });
});
