import { afterEach, describe, expect, it } from '@jest/globals';
import type { ToolOutcome } from '../../../src/domain/tool-outcome.ts';
import { MINUTE, openSupport, type Customer, type Step, type Support } from '../../support/agent/open-support.ts';
import { packWith } from '../../support/agent/pack-with.ts';

const DOWN: ToolOutcome<unknown> = { kind: 'unknown', because: 'timeout' };
let support: Support | undefined;
afterEach(() => support?.close());

/** A shop whose refunds nobody sees the end of until `answersFrom` tries were made; `pays` says whether they happen all the same. */
async function open(
  answersFrom: number,
  pays = true,
): Promise<{ readonly desk: Support; readonly mia: Customer; readonly tries: () => number }> {
  let tries = 0;
  const pack = await packWith('process_refund', async (run) => {
    tries += 1;
    if (tries >= answersFrom) return run();
    if (pays) await run();
    return DOWN;
  });
  support = await openSupport(undefined, { pack });
  return { desk: support, mia: support.customer('mia.keller@example.com'), tries: () => tries };
}
async function yes(mia: Customer): Promise<Step> {
  await mia.proves('refund LF-10002 please');
  return mia.says('yes');
}
const paid = async (desk: Support): Promise<number> =>
  (await desk.app.pack.changedRecords()).filter(({ table }) => table === 'refunds').length;
const events = async (desk: Support, name: string): Promise<number> =>
  (await desk.app.store.events(0, 10_000)).filter(({ event }) => event.name === name).length;

describe('a refund whose end nobody saw', () => {
  it('is told as begun, then as paid once a later look sees it, and is paid once', async () => {
    const { desk, mia } = await open(4);
    const begun = await yes(mia);
    expect(begun.text).toMatch(/I've started this.*I'm checking/);
    expect(begun.ticket).toBeUndefined();
    expect(await events(desk, 'refund.paid')).toBe(0);
    await desk.advance(MINUTE);
    const told = await mia.hears();
    expect(told.text).toMatch(/I've checked, and it went through.*\$40\.00 for LF-10002/);
    expect([await paid(desk), await events(desk, 'refund.paid'), told.after.memory.inDoubt]).toEqual([1, 1, []]);
  });

  it('is told to nobody else of a thread where others read along', async () => {
    const { desk, mia } = await open(4);
    await mia.proves('refund LF-10002 please', { shared: true });
    await mia.says('yes', { shared: true });
    await desk.advance(MINUTE);
    const { heard } = await mia.hears();
    expect(heard.map(({ text, only }) => [only !== undefined, /LF-10002|\$40/.test(text)])).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('is told as not carried out when the shop says no after all', async () => {
    const pack = await packWith('process_refund', async (run, tried) => (tried <= 3 ? DOWN : run()));
    support = await openSupport(undefined, { pack });
    const mia = support.customer('mia.keller@example.com');
    await yes(mia);
    const other = support.customer('mia.keller@example.com');
    await other.proves('refund LF-10002 please');
    await other.says('yes');
    await support.advance(MINUTE);
    expect((await mia.hears()).text).toMatch(/not carried out.*refunded in full/);
    expect(await paid(support)).toBe(1);
  });

  it('goes to a human after the last look, with the truth for the customer', async () => {
    const { desk, mia, tries } = await open(99);
    await yes(mia);
    await desk.advance(14 * MINUTE);
    expect((await mia.hears()).heard).toEqual([]);
    await desk.advance(MINUTE);
    const told = await mia.hears();
    expect(told.text).toMatch(/still can't see whether this went through: Refund \$40\.00.*a colleague/s);
    expect(told.after.state).toMatchObject({ kind: 'with_human', ticket: told.ticket?.number });
    expect(told.ticket).toMatchObject({ priority: 'high', summary: { reason: { kind: 'critical_tool_failed', code: 'unknown' } } });
    expect([await paid(desk), tries()]).toEqual([1, 12]);
    await desk.advance(60 * MINUTE);
    expect(tries()).toBe(12);
  });

  it.each([['refund LF-10002 please'], ['did it work?'], ["thanks, that's all"]])(
    'is begun no second time when the customer says %j meanwhile',
    async (words) => {
      const { desk, mia } = await open(4, false);
      await yes(mia);
      const step = await mia.says(words);
      expect(step.after.state.kind).not.toBe('resolved');
      expect(step.turn.actions.filter(({ tool }) => String(tool) === 'process_refund')).toEqual([]);
      await mia.says('yes');
      await desk.advance(MINUTE);
      await mia.hears();
      expect(await paid(desk)).toBe(1);
    },
  );

  it('keeps its room in the customer’s 24 hours until it is known', async () => {
    const { desk, mia } = await open(99);
    await yes(mia);
    expect(await desk.app.store.sumTallies('money_out/customer/C-1001', new Date(0))).toEqual({ count: 1, amount: 4_000 });
  });

  it('after an approval closes the ticket once it is seen', async () => {
    let tries = 0;
    const pack = await packWith('process_refund', async (run) => {
      tries += 1;
      return tries <= 3 ? DOWN : run();
    });
    support = await openSupport(undefined, { pack });
    const jonas = support.customer('jonas.brandt@example.com');
    await jonas.proves('refund LF-10003 please');
    const { ticket } = await jonas.says('yes');
    expect(await support.act(ticket, 'ana', { action: 'approve' })).toMatchObject({
      kind: 'done',
      text: expect.stringMatching(/begun.*looked up/),
    });
    expect(await paid(support)).toBe(0);
    await support.advance(MINUTE);
    const told = await jonas.hears();
    expect(told.text).toMatch(/approved\. \$240\.00 for LF-10003/);
    expect(told.ticket).toMatchObject({ state: { kind: 'resolved', by: 'ana', outcome: 'approved' } });
    expect([await paid(support), await events(support, 'refund.paid')]).toEqual([1, 1]);
  });
});
