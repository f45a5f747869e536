import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSupport, type Customer, type Support } from '../support/agent/open-support.ts';

let support: Support;
beforeEach(async () => {
  support = await openSupport();
}, 30_000);
afterEach(() => support.close());

const LEFT_TO_DO = 'My mugs from LF-10002 came broken. Also, when does LF-10001 arrive?';
async function asked(): Promise<Customer> {
  const mia = support.customer('mia.keller@example.com');
  const step = await mia.proves(LEFT_TO_DO);
  expect(step.text).toMatch(/Refund \$40\.00 for LF-10002.*Shall I go ahead/s);
  return mia;
}

describe('a second request of one message', () => {
  it('is answered once the first is settled', async () => {
    const mia = await asked();
    expect((await mia.says('yes')).text).toMatch(/\$40\.00 for LF-10002 is on its way back.*LF-10001.*tracking number/s);
  });

  it.each([['how long do refunds take?'], ['my mugs are broken, please refund them'], ['thanks']])(
    'is not lost when the customer says %j meanwhile',
    async (words) => {
      const mia = await asked();
      await mia.says(words);
      expect((await mia.says('yes')).text).toMatch(/\$40\.00 for LF-10002 is on its way back.*LF-10001.*tracking number/s);
    },
  );

  it('is answered when the first is declined', async () => {
    const mia = await asked();
    expect((await mia.says('no')).text).toMatch(/left everything as it is.*LF-10001.*tracking number/s);
  });

  it('goes on while a human decides about the first', async () => {
    const tom = support.customer('tom.becker@example.com');
    await tom.proves(
      'The poles of my tent from LF-10012 are bent, I want my money back. Also please change my phone number to +1 503 555 0199.',
    );
    const step = await tom.says('yes');
    expect(step.text).toMatch(/passed it on for approval under T-\d+: Refund \$620\.00.*Change the phone.*503.*Shall I go ahead/s);
    expect([step.turn.decision.kind, step.after.pending?.kind, step.ticket?.kind]).toEqual(['request_approval', 'consent', 'approval']);
    expect((await tom.says('yes')).text).toMatch(/your account is updated/);
    expect(await support.act(step.ticket, 'ana', { action: 'approve' })).toMatchObject({
      kind: 'done',
      text: expect.stringMatching(/1 of 2|somebody else|Done/),
    });
  });
});
