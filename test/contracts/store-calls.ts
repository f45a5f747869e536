import { expect, it } from '@jest/globals';
import { toolName } from '../../src/domain/ids.ts';
import type { ToolOutcome } from '../../src/domain/tool-outcome.ts';
import { messageOf, mustLease, outboundOf, resultOf, START } from './store-builders.ts';
import type { StoreUnderTest } from './store-builders.ts';

const refund = { tool: toolName('process_refund'), input: { orderId: 'LF-10002', amountCents: 4_000 } };
const paid = { kind: 'ok', output: { refundId: 'R-1' }, summary: 'paid $40.00' } as const;

export function callRules(subject: () => StoreUnderTest): void {
  it('claims a call once, and knows a claim whose end was never told', async () => {
    const { store, clock } = subject();
    await store.accept([messageOf('a', 1)]);
    const lease = await mustLease(store, 1_000);
    expect(await store.claimCall(lease, 'k', refund)).toEqual({ kind: 'claimed' });
    clock.advance(1_000);
    const next = await mustLease(store);
    expect(await store.claimCall(next, 'k', refund)).toEqual({ kind: 'already', outcome: undefined });
    await store.commitTurn(next, resultOf(next, { closedCalls: [{ key: 'k', outcome: paid }] }));
    clock.advance(400 * 24 * 3_600_000);
    await store.accept([messageOf('a', 2)]);
    expect(await store.claimCall(await mustLease(store), 'k', refund)).toEqual({ kind: 'already', outcome: paid });
  });

  const room = (amount: number, limit: number, key = 'refunds:C-1001') => ({ key, amount, limit, since: START });

  it('takes the room that a call needs with its claim, and refuses a claim that does not fit', async () => {
    const { store } = subject();
    await store.accept([messageOf('a', 1)]);
    const lease = await mustLease(store);
    expect(await store.claimCall(lease, 'k1', refund, [room(60, 100), room(60, 100, 'refunds:shop')])).toEqual({ kind: 'claimed' });
    const tooMuch = [room(1, 100, 'refunds:shop'), room(41, 100)];
    expect(await store.claimCall(lease, 'k2', refund, tooMuch)).toEqual({ kind: 'over_limit', key: 'refunds:C-1001' });
    expect(await store.sumTallies('refunds:shop', START)).toEqual({ count: 1, amount: 60 });
    expect(await store.claimCall(lease, 'k2', refund, [room(40, 100)])).toEqual({ kind: 'claimed' });
  });

  it('takes the room of one call once, however often it is claimed', async () => {
    const { store } = subject();
    await store.accept([messageOf('a', 1)]);
    const lease = await mustLease(store);
    await store.claimCall(lease, 'k', refund, [room(60, 100)]);
    expect(await store.claimCall(lease, 'k', refund, [room(60, 100)])).toEqual({ kind: 'already', outcome: undefined });
    expect(await store.sumTallies('refunds:C-1001', START)).toEqual({ count: 1, amount: 60 });
  });

  it.each<[string, ToolOutcome<unknown>, number]>([
    ['keeps the room of a call that was carried out', paid, 60],
    ['gives back the room of a call that was refused', { kind: 'refused', because: 'no', rule: 'r' }, 0],
    ['gives back the room of a call that failed', { kind: 'failed', code: 'down', retryable: true }, 0],
  ])('%s', async (_what, outcome, left) => {
    const { store } = subject();
    await store.accept([messageOf('a', 1)]);
    const lease = await mustLease(store);
    await store.claimCall(lease, 'k', refund, [room(60, 100)]);
    await store.commitTurn(lease, resultOf(lease, { closedCalls: [{ key: 'k', outcome }] }));
    expect((await store.sumTallies('refunds:C-1001', START)).amount).toBe(left);
  });

  it('lets only as many of the calls through that are claimed at the same time as fit together', async () => {
    const { store } = subject();
    await store.accept(Array.from({ length: 12 }, (_, n) => messageOf(`t${n}`, n)));
    const leases = await Promise.all(Array.from({ length: 12 }, () => mustLease(store)));
    const claims = await Promise.all(leases.map((lease, n) => store.claimCall(lease, `k${n}`, refund, [room(30, 100)])));
    expect(claims.filter(({ kind }) => kind === 'claimed')).toHaveLength(3);
    expect((await store.sumTallies('refunds:C-1001', START)).amount).toBe(90);
  });

  it('commits nothing of a step that closes a call which was never claimed', async () => {
    const { store } = subject();
    await store.accept([messageOf('a', 1)]);
    const lease = await mustLease(store);
    const result = resultOf(lease, { outbound: [outboundOf('a', 't1/0')], closedCalls: [{ key: 'never', outcome: paid }] });
    await expect(store.commitTurn(lease, result)).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(await store.outbound({})).toEqual([]);
    expect(await store.commitTurn(lease, resultOf(lease))).toBe('committed');
  });
}
