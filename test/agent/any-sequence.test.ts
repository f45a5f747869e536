import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DeskAction } from '../../src/domain/arrival.ts';
import { assertNever } from '../../src/domain/assert-never.ts';
import { HOUR, MINUTE, openSupport, type Customer, type Step, type Support } from '../support/agent/open-support.ts';

const RUNS = 25;
let support: Support;
let ownersOf: ReadonlyMap<string, string>;
let totals: ReadonlyMap<string, number>;
beforeAll(async () => {
  support = await openSupport();
  const samples = await support.app.deskhand.sampleCustomers();
  ownersOf = new Map(samples.flatMap(({ email, orders }) => orders.map(({ orderId }) => [orderId, email] as const)));
  totals = new Map(
    samples.flatMap(({ orders }) =>
      orders.map(({ orderId, line }) => [orderId, Math.round(Number(/\$(\d+\.\d\d)/.exec(line)?.[1] ?? '0') * 100)] as const),
    ),
  );
}, 30_000);
afterAll(() => support.close());

const CUSTOMERS = [
  'mia.keller@example.com',
  'jonas.brandt@example.com',
  'sam.okafor@example.com',
  'ana.souza@example.com',
  'elena.rossi@example.com',
  'noah.williams@example.com',
];
const ORDERS = ['LF-10001', 'LF-10002', 'LF-10003', 'LF-10007', 'LF-10008', 'LF-10009', 'LF-10014', 'LF-10015', 'LF-10020'];
const WORDS = [
  'yes',
  'no',
  'ok thanks',
  'thanks',
  '5',
  '👍',
  'yes but to my other card',
  'the second one',
  'what about my refund?',
  'how long do refunds take?',
  'a person please',
  'this is ridiculous!!',
  'cancel everything',
  'show me all my orders',
  '',
  '123456',
  '12 Elm Road, Dover, NH 03820',
  'and the other one?',
];

type Move =
  | { readonly kind: 'says'; readonly text: string }
  | { readonly kind: 'code' }
  | { readonly kind: 'neighbour'; readonly text: string }
  | { readonly kind: 'desk'; readonly by: string; readonly action: DeskAction }
  | { readonly kind: 'wait'; readonly ms: number };

const words = fc.oneof(
  fc.constantFrom(...WORDS),
  fc
    .tuple(
      fc.constantFrom('refund', 'where is', 'cancel', 'I want my money back for', 'change the address of', 'I was charged twice for'),
      fc.constantFrom(...ORDERS),
    )
    .map((parts) => parts.join(' ')),
);
const deskAction = fc.constantFrom<DeskAction>(
  { action: 'claim' },
  { action: 'reply', text: 'We are on it.' },
  { action: 'approve' },
  { action: 'deny', because: 'not this time' },
  { action: 'resolve', outcome: 'solved' },
  { action: 'return', instruction: 'go on' },
);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: words.map((text) => ({ kind: 'says', text }) as const) },
  { weight: 4, arbitrary: fc.constant({ kind: 'code' } as const) },
  { weight: 2, arbitrary: words.map((text) => ({ kind: 'neighbour', text }) as const) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('ana', 'ben', 'chris', 'mallory'), deskAction)
      .map(([by, action]) => ({ kind: 'desk', by, action }) as const),
  },
  { weight: 2, arbitrary: fc.constantFrom(MINUTE, 31 * MINUTE, 2 * HOUR, 25 * HOUR).map((ms) => ({ kind: 'wait', ms }) as const) },
);

async function make(next: Move, customer: Customer): Promise<Step> {
  switch (next.kind) {
    case 'says':
      return customer.says(next.text, { shared: true });
    case 'neighbour':
      return customer.says(next.text, { as: 'tom.becker@example.com', shared: true });
    case 'code':
      return customer.says(await customer.code().catch(() => '000000'), { shared: true });
    case 'wait':
      await support.advance(next.ms);
      return customer.hears();
    case 'desk': {
      const ticket = (await customer.conversation()).memory.tickets.at(-1);
      if (ticket !== undefined) await support.act(ticket, next.by, next.action);
      return customer.hears();
    }
    default:
      return assertNever(next);
  }
}

/** How an order number looks, in our own sentences: nobody's order. */
const EXAMPLE = 'LF-12345';

/** Everything that must be true after every step, whatever came before. */
async function check(step: Step, email: string, typed: ReadonlySet<string>): Promise<readonly string[]> {
  const { state, memory } = step.after;
  const wrong: string[] = [];
  if (state.kind === 'with_human' && !(await support.app.store.ticket(state.ticket))) wrong.push('with a human, but there is no ticket');
  if (state.kind === 'with_human' && step.after.pending) wrong.push('with a human, but the agent waits for an answer');
  for (const { text, only } of step.heard) {
    // Numbers that somebody typed may be repeated to them, and our own examples may be given.
    const shown = (text.match(/LF-\d{5}/g) ?? []).filter((order) => !typed.has(order) && order !== EXAMPLE);
    for (const order of shown) if (ownersOf.get(order) !== email) wrong.push(`${order} of ${ownersOf.get(order)} was shown to ${email}`);
    if (only === undefined && /Visa ending|Mastercard ending|Tracking number/i.test(text) && !step.turn.rules.includes('staff_reply'))
      wrong.push(`private words in the thread: ${text}`);
  }
  if (memory.proposal && memory.proposal.requestedBy.includes('tom.becker') && ownersOf.get(memory.orderId ?? '') === email)
    wrong.push('a neighbour has a proposal for an order of somebody else');
  return wrong;
}

async function overpaid(): Promise<readonly string[]> {
  const paid = new Map<string, number>();
  for (const { event } of await support.app.store.events(0, 100_000)) {
    if (event.name === 'refund.paid') paid.set(event.fields.order, (paid.get(event.fields.order) ?? 0) + event.fields.amountCents);
  }
  return [...paid].filter(([order, cents]) => cents > (totals.get(order) ?? 0)).map(([order, cents]) => `${order}: ${cents} cents`);
}

describe('any sequence of messages, desk commands and waiting', () => {
  it('knows the orders of the shop and what they cost', () => {
    expect(ORDERS.filter((order) => !ownersOf.has(order) || (totals.get(order) ?? 0) <= 0)).toEqual([]);
  });

  it('never loses a customer between agent and human, never shows what is not theirs, and never pays more than was paid', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...CUSTOMERS),
        words,
        fc.array(move, { minLength: 3, maxLength: 14 }),
        async (email, opening, moves) => {
          const customer = support.customer(email, 'slack');
          const typed = new Set<string>(opening.match(/LF-\d{5}/g) ?? []);
          expect(await check(await customer.says(opening, { shared: true }), email, typed)).toEqual([]);
          for (const next of moves) {
            if ('text' in next) for (const order of next.text.match(/LF-\d{5}/g) ?? []) typed.add(order);
            expect(await check(await make(next, customer), email, typed)).toEqual([]);
          }
          expect(await overpaid()).toEqual([]);
        },
      ),
      { numRuns: RUNS, seed: 20_260_310, endOnFailure: true },
    );
  }, 60_000);
});
