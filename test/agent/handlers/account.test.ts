import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { english } from '../../../src/agent/languages/english/english.ts';
import { accountValue } from '../../../src/agent/handlers/account.ts';
import { openSupport, type Step, type Support } from '../../support/agent/open-support.ts';

let support: Support;
beforeAll(async () => {
  support = await openSupport();
}, 30_000);
afterAll(() => support.close());

const toolsOf = ({ turn }: Step): readonly string[] => turn.actions.map(({ tool, status }) => `${tool} ${status}`);

describe('the account', () => {
  it('is shown to its owner after a code only', async () => {
    const mia = support.customer('mia.keller@example.com', 'slack');
    const asked = await mia.says('what details do you have on my account?');
    expect(asked.text).not.toMatch(/phone|customer since/);
    expect((await mia.says(await mia.code())).text).toMatch(/name: Mia Keller[\s\S]*customer since/);
  });

  it('that is locked goes to a human whatever was asked', async () => {
    const step = await support.customer('dev.patel@example.com').proves('please reset my password');
    expect(toolsOf(step)).toEqual(['lookup_account ok']);
    expect(step.ticket).toMatchObject({ queue: 'accounts', summary: { reason: { kind: 'identity_unprovable', because: 'locked' } } });
  });

  it('is closed for good by a human only', async () => {
    const step = await support.customer('grace.lin@example.com').says('please delete my account');
    expect(step.ticket?.summary.reason).toMatchObject({ kind: 'needs_specialist' });
    expect(toolsOf(step)).toEqual([]);
  });
});

describe('a password', () => {
  it('is reset by a link in the proved mailbox, and nothing secret is said', async () => {
    const step = await support.customer('grace.lin@example.com').proves('I forgot my password, can you reset it');
    expect(toolsOf(step)).toEqual(['lookup_account ok', 'reset_password ok']);
    expect(step.text).toMatch(/reset link/);
    expect(step.text).not.toMatch(/https?:|token/);
  });
});

describe('a change of the account', () => {
  it('to another mail address tells the old one and waits for its confirmation', async () => {
    const elena = support.customer('elena.rossi@example.com', 'discord');
    const asked = await elena.proves('change my email address to elena.new@example.com');
    expect(asked.text).toMatch(/Change the email address of your account to elena\.new@example\.com\. Shall I go ahead/);
    const done = await elena.says('yes');
    expect(done.text).toMatch(/waits for its confirmation/);
    expect(done.mails).toEqual([
      expect.objectContaining({ to: 'elena.rossi@example.com', subject: expect.stringMatching(/about to change/) }),
    ]);
  });

  it('never sends the code to the new address', async () => {
    const step = await support
      .customer('someone@example.net', 'slack')
      .says('change the email of my account from elena.rossi@example.com to thief@example.org');
    expect(step.mails.map(({ to }) => to)).not.toContain('thief@example.org');
  });

  it.each([
    ['my phone number', 'I want to change my phone number', '603-555-0101', /Change the phone number on your account to/],
    ['my name', 'I got married and need to change my name', 'Grace Lin-Porter', /Change the name on your account to Grace Lin-Porter/],
    [
      'my address',
      'please update the address on my account',
      '12 Elm Road, Dover, NH 03820',
      /Change the address on your account to 12 Elm Road, Dover, NH 03820/,
    ],
  ])('of %s is asked for, shown and done after the yes', async (_what, words, value, rendered) => {
    const grace = support.customer('grace.lin@example.com');
    await grace.proves(words);
    expect((await grace.says(value)).text).toMatch(rendered);
    expect(toolsOf(await grace.says('yes'))).toEqual(['update_account ok']);
  });

  it.each([
    ['unsubscribe me from your newsletter', /Switch the newsletter off/],
    ['sign me up for the newsletter', /Switch the newsletter on/],
  ])('of the newsletter: %s', async (words, rendered) => {
    expect((await support.customer('sam.okafor@example.com').proves(words)).text).toMatch(rendered);
  });

  it('is given up with a no, and nothing is changed', async () => {
    const sam = support.customer('sam.okafor@example.com');
    await sam.proves('unsubscribe me from your newsletter');
    const step = await sam.says('no');
    expect(toolsOf(step)).toEqual([]);
    expect(step.text).toMatch(/left everything as it is/);
  });
});

describe('the new value of a field', () => {
  it.each([
    ['phone', '603-555-0101', '603-555-0101'],
    ['phone', '+1 603 555 0101', '+1 603 555 0101'],
    ['phone', 'call me maybe', undefined],
    ['phone', '12', undefined],
    ['name', 'Grace Lin-Porter', 'Grace Lin-Porter'],
    ['name', 'my new name is Grace Porter.', 'Grace Porter'],
    ['name', 'why do you ask?', undefined],
    ['name', 'x', undefined],
    ['name', 'grace@example.com', undefined],
    ['address', '12 Elm Road, Dover, NH 03820', '12 Elm Road, Dover, NH 03820'],
    ['address', 'somewhere', undefined],
    ['email', 'a@b.example', undefined],
  ])('%s out of %j is %p', (field, text, value) => {
    expect(accountValue(field, text, [], english.words)).toBe(value);
  });
});
