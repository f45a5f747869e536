import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { outboundId } from '../../src/domain/ids.ts';
import type { Lease } from '../../src/store/store.ts';
import { messageOf, namesOf, outboundOf, resultOf, turnOf, type StoreUnderTest } from './store-builders.ts';

const THREADS = ['a', 'b', 'c'];
const LEASE_MS = 1_000;

type Step =
  | { readonly kind: 'accept'; readonly thread: number; readonly n: number }
  | { readonly kind: 'lease' | 'commit' | 'fail' | 'sleep' | 'deliver' | 'crash_while_sending'; readonly worker: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('accept'), thread: fc.nat(2), n: fc.nat(9) }) },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constantFrom('lease', 'lease', 'commit', 'fail', 'sleep', 'deliver', 'crash_while_sending'),
      worker: fc.nat(2),
    }),
  },
);

/** Runs one schedule of three workers against one store and tells what became of the messages. */
async function play({ store, clock }: StoreUnderTest, steps: readonly Step[]) {
  const held = new Map<number, Lease>();
  const accepted: string[] = [];
  const answered: string[] = [];
  const posted: string[] = [];

  async function commit(worker: number): Promise<void> {
    const lease = held.get(worker);
    if (!lease) return;
    held.delete(worker);
    const names = namesOf(lease).map((text) => `${lease.conversation.thread.key}${text}`);
    // The id is that of a turn, so that two workers with the same messages would write the same reply twice.
    const outbound = [outboundOf(lease.conversation.thread.key, `${names.join('+')}@${lease.epoch}`)];
    const turn = turnOf(lease, `turn-${lease.conversation.turns.length}`);
    if ((await store.commitTurn(lease, resultOf(lease, { turn, outbound }))) === 'committed') answered.push(...names);
  }

  async function deliver(settle: boolean): Promise<void> {
    for (const { message, resend } of await store.leaseOutbound(10, LEASE_MS)) {
      const isThere = resend && posted.includes(message.id);
      if (!isThere) posted.push(message.id);
      if (settle) await store.settleOutbound(outboundId(message.id), { kind: 'sent', externalId: '' }, undefined, []);
    }
  }

  async function take(worker: number): Promise<void> {
    if (held.has(worker)) return;
    const lease = await store.leaseConversation(LEASE_MS);
    if (lease) held.set(worker, lease);
  }

  async function run(step: Step): Promise<void> {
    switch (step.kind) {
      case 'accept': {
        const thread = THREADS[step.thread] ?? 'a';
        const [verdict] = await store.accept([messageOf(thread, `${thread}${step.n}`, { text: String(step.n) })]);
        if (verdict === 'new') accepted.push(`${thread}${step.n}`);
        return;
      }
      case 'lease':
        return take(step.worker);
      case 'commit':
        return commit(step.worker);
      case 'fail': {
        const lease = held.get(step.worker);
        held.delete(step.worker);
        if (lease) await store.failTurn(lease, 'engine', new Date(clock.now().getTime() + 10));
        return;
      }
      case 'sleep':
        return clock.advance(LEASE_MS);
      case 'deliver':
      case 'crash_while_sending':
        return deliver(step.kind === 'deliver');
    }
  }

  for (const step of steps) await run(step);
  for (let round = 0; round < 60; round += 1) {
    clock.advance(LEASE_MS);
    held.clear();
    await take(0);
    await commit(0);
    await deliver(true);
  }
  return { accepted, answered, posted, rows: await store.outbound({}), waiting: await store.waiting() };
}

export function propertyRules(open: () => Promise<StoreUnderTest>): void {
  it('loses and doubles nothing in any interleaving of accept, lease, commit, failure and crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 60 }), async (steps) => {
        const subject = await open();
        try {
          const { accepted, answered, posted, rows, waiting } = await play(subject, steps);
          expect([...answered].sort()).toEqual([...accepted].sort());
          expect(new Set(posted).size).toBe(posted.length);
          expect(rows.filter((row) => row.state !== 'sent')).toEqual([]);
          expect(rows.map((row) => row.message.id).sort()).toEqual([...posted].sort());
          expect(waiting).toEqual({ arrivals: 0, outbound: 0, deadLetters: 0 });
          for (const thread of THREADS) {
            const inThread = (name: string) => name.startsWith(thread);
            expect(answered.filter(inThread)).toEqual(accepted.filter(inThread));
          }
        } finally {
          await subject.end();
        }
      }),
      { numRuns: 60, seed: 20_260_302 },
    );
  }, 60_000);
}
