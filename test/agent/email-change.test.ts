import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HOUR, openSupport, type Customer, type Step, type Support } from '../support/agent/open-support.ts';

const DAY = 24 * HOUR;
const OLD = 'mia.keller@example.com';
const NEW = 'mia.new@example.org';
let support: Support;
beforeEach(async () => {
  support = await openSupport();
}, 30_000);
afterEach(() => support.close());

async function asked(): Promise<{ readonly mia: Customer; readonly step: Step }> {
  const mia = support.customer(OLD);
  await mia.proves(`change my email to ${NEW}`);
  return { mia, step: await mia.says('yes') };
}
const emailOf = async (): Promise<string | undefined> => ((await support.app.pack.customerByEmail(NEW)) ? NEW : OLD);
const reversed = async (): Promise<number> =>
  (await support.app.store.events(0, 10_000)).filter(({ event }) => event.name === 'action.reversed').length;

describe('a changed mail address', () => {
  it('is told to the old address at once and takes effect after seven days, with word to both', async () => {
    const { mia, step } = await asked();
    expect(step.text).toMatch(/takes effect in 7 days/);
    expect(step.mails.map(({ to, text }) => [to, /7 days/.test(text)])).toEqual([[OLD, true]]);
    await support.advance(7 * DAY - 1_000);
    await mia.hears();
    expect(await emailOf()).toBe(OLD);
    await support.advance(1_000);
    expect(await emailOf()).toBe(NEW);
    expect((await mia.hears()).mails.map(({ to }) => to).toSorted()).toEqual([OLD, NEW].toSorted());
    expect(await reversed()).toBe(0);
  });

  it('is stopped from the old address in any conversation, and a human looks at the account', async () => {
    await asked();
    const owner = support.customer(OLD, 'email');
    const stopped = await owner.proves("this wasn't me, stop it");
    expect(stopped.text).toMatch(/It's stopped: the email stays m\*\*\*@example\.com/);
    expect(stopped.ticket).toMatchObject({ summary: { reason: { kind: 'needs_specialist', because: expect.stringMatching(/takeover/) } } });
    await support.advance(8 * DAY);
    expect([await emailOf(), await reversed()]).toEqual([OLD, 1]);
  });

  it('is not stopped without a proof', async () => {
    await asked();
    const stranger = support.customer('tom.becker@example.com', 'email');
    await stranger.proves("this wasn't me, stop the change of my email");
    await support.customer(OLD, 'email').says("this wasn't me, stop it");
    await support.advance(8 * DAY);
    expect(await emailOf()).toBe(NEW);
  });

  it('takes no effect while a human has the conversation', async () => {
    const { mia } = await asked();
    const { ticket } = await mia.says('I want to talk to a person please');
    await support.advance(8 * DAY);
    expect(await emailOf()).toBe(OLD);
    await support.act(ticket, 'ana', { action: 'return', instruction: 'all is well' });
    await support.advance(7 * DAY);
    expect(await emailOf()).toBe(NEW);
  });

  it('gives way to a later change, which waits anew', async () => {
    const { mia } = await asked();
    await support.advance(3 * DAY);
    await mia.proves('change my email to mia.third@example.org');
    await mia.says('yes');
    await support.advance(7 * DAY - HOUR);
    expect([await emailOf(), await support.app.pack.customerByEmail('mia.third@example.org')]).toEqual([OLD, undefined]);
    await support.advance(HOUR);
    expect(await support.app.pack.customerByEmail('mia.third@example.org')).toBeDefined();
  });

  it('to an address of another account never takes effect', async () => {
    const mia = support.customer(OLD);
    await mia.proves('change my email to tom.becker@example.com');
    expect((await mia.says('yes')).text).toMatch(/takes effect in 7 days/);
    await support.advance(8 * DAY);
    expect((await support.app.pack.customerByEmail('tom.becker@example.com'))?.name).toMatch(/Tom/);
    expect(await reversed()).toBe(1);
  });
});
