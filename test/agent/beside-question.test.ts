import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSupport, type Customer, type Support } from '../support/agent/open-support.ts';

let support: Support;
beforeAll(async () => {
  support = await openSupport();
}, 30_000);
afterAll(() => support.close());

const ASKED_FOR_CODE = /When the code arrives in your mailbox/;

const ROWS: readonly [string, readonly [string, string, RegExp][]][] = [
  [
    'mia.keller@example.com',
    [
      ['the order with the mugs', 'detail_noted', /^I've noted that\./],
      ['its the big one with the lid', 'detail_noted', /^I've noted that\./],
      ['LF-10002', 'detail_noted', /^I've noted that\./],
      ['one sec', 'customer_takes_time', /^Take your time\./],
      ['wait my wife has the phone', 'customer_takes_time', /^Take your time\./],
      ['sorry my english is bad', 'question_still_open', /^When/],
      ['hello?', 'question_still_open', /^When/],
      ['yes', 'question_still_open', /^When/],
    ],
  ],
  [
    'jonas.berg@example.com',
    [
      ['why do you need that', 'code_explained', /^The code shows that the account is yours.*works for 10 minutes/s],
      ['how long does the code work', 'code_explained', /^Here it is once more: The code.*works for 10 minutes/s],
      ['brb checking my inbox', 'customer_takes_time', /^Take your time\./],
      ['how do i send it back', 'answered_from_articles', /label/],
      ['do you ship to canada?', 'answered_from_articles', /Canada/],
    ],
  ],
];

describe.each(ROWS)('while %s owes us a code', (email, rows) => {
  let customer: Customer;
  beforeAll(async () => {
    customer = support.customer(email);
    await customer.says('I want a refund');
  });

  it.each(rows)('%j leads neither away from it nor to a human', async (words, rule, text) => {
    const step = await customer.says(words);
    expect(step.turn.rules).toContain(rule);
    expect(step.text).toMatch(text);
    expect(step.text).toMatch(ASKED_FOR_CODE);
    expect(step.after.pending?.request?.topic).toBe('refund');
  });
});

describe('a customer who owes us a code', () => {
  it('is heard when they tell which order they mean', async () => {
    const tom = support.customer('tom.becker@example.com');
    await tom.says('I want a refund');
    await tom.says('its the tent');
    expect((await tom.says(await tom.code())).text).toMatch(/LF-10012/);
  });

  it('is reminded once of what they do not answer, and then read as saying something new', async () => {
    const nina = support.customer('nina.kowalski@example.com');
    await nina.says('I want a refund');
    expect((await nina.says('sorry my english is bad')).turn.rules).toContain('question_still_open');
    expect((await nina.says('the weather is awful here')).turn.rules).not.toContain('question_still_open');
  });
});

describe('while a yes is awaited', () => {
  let mia: Customer;
  let own: Support;
  beforeAll(async () => {
    own = await openSupport();
    mia = own.customer('mia.keller@example.com');
    await mia.proves('I want a refund');
  }, 30_000);
  afterAll(() => own.close());

  it.each([
    ['the order with the mugs', 'question_still_open'],
    ['I bought it last tuesday', 'question_still_open'],
    ['let me check with my wife', 'customer_takes_time'],
    ['hmm', 'customer_takes_time'],
    ['hello?', 'question_still_open'],
    ['how do i send it back', 'answered_from_articles'],
  ])('%j leaves the proposal open', async (words, rule) => {
    const step = await mia.says(words);
    expect(step.turn.rules).toContain(rule);
    expect(step.text).toMatch(/shall I go ahead with this: Refund \$40\.00 for LF-10002/);
  });

  it('"hmm, no thanks" declines it', async () => {
    expect((await mia.says('hmm, no thanks')).turn.rules).toContain('proposal_declined');
  });
});
