import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { messageId } from '../../../src/domain/ids.ts';
import { openSupport, type Support } from '../../support/agent/open-support.ts';

let support: Support;
beforeAll(async () => {
  support = await openSupport();
}, 30_000);
afterAll(() => support.close());

const paid = async (): Promise<readonly number[]> =>
  (await support.app.store.events(0, 100_000)).flatMap(({ event }) => (event.name === 'refund.paid' ? [event.fields.amountCents] : []));

describe('refunds of one customer within 24 hours', () => {
  it('that fit alone but not together wait for a human, though both are said yes to at the same moment', async () => {
    const [first, second] = [support.customer('ana.souza@example.com'), support.customer('ana.souza@example.com', 'slack')];
    await first.proves('refund LF-10014 please');
    await second.proves('refund LF-10015 please');
    const steps = await Promise.all([first.says('yes'), second.says('yes')]);
    const waiting = steps.filter(({ ticket }) => ticket?.approval?.state.kind === 'pending');
    expect([waiting.length, (await paid()).length]).toEqual([1, 1]);
    expect(waiting[0]?.ticket?.approval?.request.because).toBe('$120.00 for this customer within 24 hours, above $100.00');
    expect(waiting[0]?.turn.held).toEqual([
      { tool: 'process_refund', rule: 'rolling_limit', evidence: expect.stringContaining('$120.00') },
    ]);
    expect(await support.act(waiting[0]?.ticket, 'ana', { action: 'approve' })).toMatchObject({ kind: 'done' });
    expect(new Set(await paid())).toEqual(new Set([4_500, 7_500]));
  });

  it('are paid once, however many yeses come at the same moment', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.proves('refund LF-10002 please');
    const before = (await paid()).length;
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => mia.says('yes', { change: { id: messageId(`console/driven/${mia.thread.key}/yes-${n}`) } })),
    );
    expect((await paid()).length).toBe(before + 1);
  });
});

describe('one and the same proposal', () => {
  it('is made twice; the third time a human takes it', async () => {
    const noah = support.customer('noah.williams@example.com');
    const first = await noah.proves('refund LF-10020 please');
    await noah.says('no');
    const second = await noah.says('refund LF-10020 please');
    await noah.says('no');
    const third = await noah.says('refund LF-10020 please');
    expect([first, second].map(({ after }) => after.pending?.kind)).toEqual(['consent', 'consent']);
    expect(third.turn.rules).toContain('write_budget');
    expect(third.ticket?.summary.reason).toMatchObject({ kind: 'needs_specialist', because: expect.stringContaining('3 times') });
  });
});
