import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { runAct, type ActRun } from '../support/packs/run-act.ts';

const PACK = 'examples/retail';
const address = { address1: '12 Elm Road', address2: '', city: 'Dover', country: 'USA', state: 'NH', zip: '03820' };
const lamp = { item_id: '101', options: { color: 'white' }, price: 40 };
const order = (id: string) => ({
  order_id: id,
  user_id: 'mia_1',
  address,
  items: [{ name: 'Lamp', product_id: 'p', ...lamp }],
  fulfillments: [],
  status: 'pending',
  payment_history: [{ transaction_type: 'payment', amount: 40, payment_method_id: 'paypal_1' }],
});
const SHOP = {
  products: { p: { name: 'Lamp', product_id: 'p', variants: { '101': { ...lamp, available: true } } } },
  users: {
    mia_1: {
      user_id: 'mia_1',
      name: { first_name: 'Mia', last_name: 'Keller' },
      address,
      email: 'mia@example.com',
      payment_methods: { paypal_1: { source: 'paypal', id: 'paypal_1' } },
      orders: ['#W1', '#W2'],
    },
  },
  orders: { '#W1': order('#W1'), '#W2': order('#W2') },
};

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'act-'));
  writeFileSync(join(data, 'db.json'), JSON.stringify(SHOP));
});
const act = (lines: readonly unknown[], ...args: string[]): Promise<ActRun> => runAct(['--pack', PACK, '--data', data, ...args], lines);

const says = (conversation: string, user: string) => ({ conversation, user });
const calls = (id: unknown, conversation: string, tool: string, input: unknown) => ({ id, conversation, tool, arguments: input });
const find = (conversation: string) => calls('f', conversation, 'find_user_id_by_email', { email: 'mia@example.com' });
const read = (conversation: string, order_id: string) => calls('r', conversation, 'get_order_details', { order_id });
const cancel = (conversation: string, order_id: string) =>
  calls('c', conversation, 'cancel_pending_order', { order_id, reason: 'no longer needed' });
const wholeTalk = (conversation: string, id: string, last = 'Cancel it, I no longer need it.') => [
  says(conversation, 'mia@example.com'),
  find(conversation),
  read(conversation, id),
  says(conversation, last),
  cancel(conversation, id),
];
const statuses = ({ lines }: ActRun) =>
  lines.map((line) => (typeof line === 'object' && line !== null && 'status' in line ? line.status : line));

describe('act', () => {
  it('answers each call with one line, in order, and what is said with none', async () => {
    const run = await act(wholeTalk('a', '#W1'));
    expect(run.code).toBe(0);
    expect(run.lines).toMatchObject([
      { id: 'f', status: 'ok', output: 'mia_1' },
      { id: 'r', status: 'ok', output: { order_id: '#W1', status: 'pending' } },
      { id: 'c', status: 'ok', output: { status: 'cancelled' } },
    ]);
  });

  it('names the rule that refused, and why', async () => {
    const run = await act([read('a', '#W1'), calls(7, 'a', 'drop_tables', {}), calls(null, 'a', 'calculate', { expression: 1 })]);
    expect(run).toMatchObject({
      code: 0,
      lines: [
        {
          id: 'r',
          status: 'refused',
          rule: 'identity_required',
          error: expect.stringMatching(/anonymous\. Policy: General: the customer is/),
        },
        { id: 7, status: 'refused', rule: 'known_tool' },
        { id: null, status: 'refused', rule: 'valid_arguments' },
      ],
    });
  });

  it.each([
    ['no JSON', '{"conversation":'],
    ['neither a call nor words', { conversation: 'a' }],
    ['a call of nobody', { tool: 'calculate', arguments: {} }],
    ['a list', []],
  ])('goes on after a line that is %s, and ends with 1', async (_what, bad) => {
    const run = await act([bad, calls(2, 'a', 'calculate', { expression: '1+1' })]);
    expect(run).toMatchObject({
      code: 1,
      lines: [
        { id: null, line: 1, error: expect.any(String) },
        { id: 2, status: 'ok', output: '2.0' },
      ],
    });
  });

  it('calls the tool’s own no a failure, with gates and without', async () => {
    expect((await act([calls(1, 'a', 'get_product_details', { product_id: 'none' })])).lines).toMatchObject([
      { status: 'failed', error: expect.stringContaining('no such product') },
    ]);
    expect((await act([cancel('a', '#W9')], '--gates', 'none')).lines).toMatchObject([
      { status: 'failed', error: 'there is no such order' },
    ]);
  });

  it('asks nobody for anything without gates', async () => {
    expect(statuses(await act([cancel('a', '#W1')], '--gates', 'none'))).toEqual(['ok']);
  });

  it.each([
    ['Yes, cancel it, I no longer need it.', 'ok'],
    ['Why? I no longer need it.', 'refused'],
  ])('takes %j for consent in text: %s', async (line, status) => {
    expect(statuses(await act(wholeTalk('a', '#W1', line), '--confirm', 'text')).at(-1)).toBe(status);
  });

  it('starts each conversation from the data as given with --isolate, and lets them share it without', async () => {
    const lines = [...wholeTalk('a', '#W1'), ...wholeTalk('b', '#W1')];
    expect(statuses(await act(lines, '--isolate'))).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
    expect(statuses(await act(lines))).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'refused']);
  });

  it.each([['--isolate'], ['']])('writes what each conversation changed: %s', async (isolate) => {
    const file = join(data, `final${isolate}.jsonl`);
    await act([...wholeTalk('a', '#W1'), says('c', 'hello'), ...wholeTalk('b', '#W2')], '--final', file, ...(isolate ? [isolate] : []));
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { conversation: 'a', changed_records: [{ table: 'orders', key: '#W1', after: { status: 'cancelled' } }] },
      { conversation: 'c', changed_records: [] },
      { conversation: 'b', changed_records: [{ table: 'orders', key: '#W2', after: { cancel_reason: 'no longer needed' } }] },
    ]);
  });

  it.each([
    ['no pack', [], '--pack is missing'],
    ['no data', ['--pack', PACK], '--data is missing'],
    ['a folder without a pack', ['--pack', 'docs', '--data', '.'], 'there is no tool pack in docs'],
    ['another kind of gates', ['--pack', PACK, '--data', '.', '--gates', 'some'], '--gates is "some"'],
    ['another kind of consent', ['--pack', PACK, '--data', '.', '--confirm', 'maybe'], '--confirm is "maybe"'],
    ['a data folder without data', ['--pack', PACK, '--data', 'docs'], 'db.json cannot be read'],
  ])('is not run with %s', async (_what, args, message) => {
    await expect(runAct(args, [])).rejects.toMatchObject({ message: expect.stringContaining(message) });
  });

  it('says what is wrong with data of another form', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'act-bad-'));
    writeFileSync(join(folder, 'db.json'), JSON.stringify({ ...SHOP, users: { mia_1: { user_id: 5 } } }));
    await expect(runAct(['--pack', PACK, '--data', folder], [])).rejects.toMatchObject({ message: expect.stringContaining('users.mia_1') });
  });
});
