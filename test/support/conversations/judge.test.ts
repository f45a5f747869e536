import { describe, expect, it } from '@jest/globals';
import { parseOutput } from './agent-output.ts';
import type { TurnOutput } from './agent-output.ts';
import { parseFile } from './conversation-file.ts';
import type { ConversationCase, People } from './conversation-file.ts';
import { problemsOf } from './expectations.ts';
import { figuresOf } from './figures.ts';
import { parseFinalRows } from './final-rows.ts';
import { judge } from './judge.ts';
import type { Verdict } from './judge.ts';
import { planRuns } from './plan-runs.ts';
import { play } from './play.ts';

const people: People = {
  customers: {
    'mia@example.com': { id: 'C-1', name: 'Mia', orders: { 'LF-10001': 'a pack', 'LF-10002': 'mugs' } },
    'tom@example.com': { id: 'C-2', name: 'Tom', orders: { 'LF-10012': 'a tent' } },
  },
  staff: { approver: 'ana' },
};

function read(yaml: string): readonly ConversationCase[] {
  const problems: string[] = [];
  const cases = parseFile('test.yaml', yaml, problems);
  expect(problems).toEqual([]);
  return cases;
}
function only(yaml: string): ConversationCase {
  const [one] = read(yaml);
  if (one === undefined) throw new Error('no conversation');
  return one;
}
const conversation = (steps: string, end = 'outcome: resolved', from = 'mia@example.com') =>
  only(`- name: a test\n  kind: order_status\n  channel: email\n  from: ${from}\n  steps:\n${steps}\n  ${end}\n`);

/** An agent that answers from a list and remembers what it was asked. */
function scripted(answers: readonly object[]) {
  const heard: object[] = [];
  const ask = async (line: object): Promise<string> => JSON.stringify({ conversation: 'a-test', ...answers[heard.push(line) - 1] });
  return { heard, ask };
}
const output = (fields: object): TurnOutput => parseOutput(JSON.stringify({ conversation: 'c', ...fields }), 'c', []);
const saying = (text: string): TurnOutput => output({ replies: [{ to: 'mia@example.com', private: false, text }], decision: 'reply' });
const texts = (expected: Parameters<typeof problemsOf>[0], found: TurnOutput) =>
  problemsOf(expected, found, undefined).map(({ text }) => text);

describe('a conversation file', () => {
  it('names every problem with its file and conversation', () => {
    const problems: string[] = [];
    parseFile(
      'bad.yaml',
      '- name: no steps\n  kind: order_status\n  channel: fax\n  from: a@b.c\n  steps: []\n  outcome: resolved\n',
      problems,
    );
    expect(problems).toEqual([
      expect.stringContaining('bad.yaml, "no steps": channel'),
      expect.stringContaining('bad.yaml, "no steps": steps'),
    ]);
  });

  it('refuses an expectation that the judge does not know', () => {
    const problems: string[] = [];
    parseFile(
      'bad.yaml',
      '- { name: x, kind: other, channel: email, from: a@b.c, outcome: open, steps: [{ customer: hi, expect: { sayz: [hi] } }] }',
      problems,
    );
    expect(problems).not.toEqual([]);
  });
});

describe('the runs', () => {
  const named = (name: string, text: string, more = '') =>
    `- { name: ${name}, kind: order_status, channel: email, from: mia@example.com, outcome: resolved, steps: [{ customer: ${text} }]${more} }\n`;
  const names = (yaml: string) => planRuns(read(yaml), people).map((run) => run.map(({ name }) => name));

  it('keep apart what changes one person’s records', () => {
    const paid = ', final: [{ table: refunds, order: LF-10002 }]';
    expect(names(named('a', 'hi', paid) + named('b', 'hi', paid))).toEqual([['a'], ['b']]);
  });

  it('find the owner of an order that somebody else names', () => {
    const changing = ', final: [{ table: refunds, order: LF-10012 }]';
    const yaml = named('a', 'about 10012', changing) + named('b', 'hi', changing).replace('mia@', 'tom@');
    expect(names(yaml)).toEqual([['a'], ['b']]);
  });

  it('move the clock last, and once', () => {
    const waiting = (name: string, from: string) =>
      named(name, 'hi').replace('{ customer: hi }', '{ customer: hi }, { advance: 26h }').replace('mia@', from);
    expect(names(waiting('a', 'x@') + waiting('b', 'y@') + named('c', 'hi'))).toEqual([['c', 'a'], ['b']]);
  });
});

describe('a played conversation', () => {
  it('types in the code that was mailed, in every way that people write it', async () => {
    const { heard, ask } = scripted([{ mails: [{ to: 'mia@example.com', subject: 'Your code', text: 'Your code is 123456.' }] }]);
    await play(
      conversation('    - customer: hi\n    - customer: "{code}"\n    - customer: "{code spaced} or {code dashed}, not {wrong code}"'),
      people,
      ask,
    );
    expect(heard.map((line) => ('text' in line ? line.text : ''))).toEqual(['hi', '123456', '123 456 or 123-456, not 456789']);
  });

  it('lets the desk act on the ticket that the customer was told, by a person who may', async () => {
    const { heard, ask } = scripted([{ replies: [{ to: 'x', private: false, text: 'Your number is T-1001.' }] }]);
    await play(conversation('    - customer: hi\n    - desk: { action: approve, by: approver }'), people, ask);
    expect(heard[1]).toEqual({ conversation: 'a-test', desk: { action: 'approve', by: 'ana', ticket: 'T-1001' } });
  });

  it('leaves out what a customer would not write any more', async () => {
    const { heard, ask } = scripted([{ escalation: { reason: { kind: 'customer_asked' } } }]);
    await play(
      conversation('    - customer: hi\n    - { customer: "{code}", only: with_code }\n    - { customer: hello, only: when_bot_has_it }'),
      people,
      ask,
    );
    expect(heard).toHaveLength(1);
  });

  it('says where it broke', async () => {
    const broken = await play(conversation('    - customer: hi'), people, async () => 'no json');
    expect(judge(broken, [], people).problems[0]).toContain('cannot be played');
  });
});

describe('an expectation', () => {
  it.each([
    ['5–10 business days', 'within 5-10 business days'],
    ["can't find", 'I can’t find it'],
    ['in transit|on its way', 'It is on its\nway.'],
    ['$40.00', 'You get **$40.00** back'],
  ])('%s is met by: %s', (wording, said) => {
    expect(texts({ says: [wording] }, saying(said))).toEqual([]);
  });

  it('tells what was said instead', () => {
    expect(texts({ says: ['$40.00'] }, saying('$45.00'))).toEqual(['does not say “$40.00” but “$45.00”']);
  });

  it('reads mails and replies alike', () => {
    const mail = { to: 'mia@example.com', subject: 'Refund', text: 'We paid $40.00.' };
    expect(
      texts(
        { says: ['$40.00'], mail_to: 'mia@example.com', mails: [{ to: 'mia@example.com', says: '$40.00' }] },
        output({ mails: [mail] }),
      ),
    ).toEqual([]);
  });

  it('finds a code that stands in the thread', () => {
    expect(texts({ no_code_in_replies: true }, saying('Here it is: 482913'))).toEqual(['the code stands in the thread']);
  });

  it('tells a refused call from one that succeeded', () => {
    const refused = output({ actions: [{ tool: 'process_refund', status: 'refused', rule: 'final_sale' }] });
    expect([texts({ no_ok: ['process_refund'] }, refused), texts({ no_actions: ['process_refund'] }, refused)]).toEqual([
      [],
      ['calls process_refund'],
    ]);
  });

  it('knows a reason by its name, alone or in its record', () => {
    const expected = { escalation: { reason: 'legal_mention' } };
    expect(texts(expected, output({ escalation: { reason: 'legal_mention' } }))).toEqual([]);
    expect(texts(expected, output({ escalation: { reason: { kind: 'angry' } } }))).toEqual([
      'hands over with reason angry, not legal_mention',
    ]);
  });
});

describe('a verdict', () => {
  const paid = { table: 'refunds', fields: { orderId: 'LF-10002', amountCents: 4000 } };
  const steps = '    - customer: refund LF-10002';
  const expecting = 'outcome: resolved\n  final: [{ table: refunds, order: LF-10002, amountCents: 4000 }]';
  async function verdict(one: ConversationCase, answers: readonly object[], rows: readonly (typeof paid)[] = []): Promise<Verdict> {
    return judge(await play(one, people, scripted(answers).ask), rows, people);
  }

  it.each([
    [{ decision: 'reply' }, 'resolved'],
    [{ decision: 'ask', pending: 'slot' }, 'open'],
    [{ decision: 'ask', pending: 'helped' }, 'resolved'],
    [{ decision: 'ask', replies: [{ text: 'Is there anything else?' }] }, 'resolved'],
    [{ decision: 'escalate' }, 'escalated'],
    [{ decision: 'request_approval' }, 'approval'],
    [{ decision: 'reply', identity: 'claimed' }, 'open'],
  ])('sees from the outside that %j is %s', async (answer, outcome) => {
    expect((await verdict(conversation(steps), [answer])).outcome).toBe(outcome);
  });

  it('is clean when the shop changed as expected and nothing else', async () => {
    expect(await verdict(conversation(steps, expecting), [{ decision: 'reply' }], [paid])).toMatchObject({
      problems: [],
      falselyResolved: false,
    });
  });

  it.each([
    ['nothing was paid', expecting, []],
    ['it was paid twice', expecting, [paid, paid]],
    ['the amount differs', expecting, [{ ...paid, fields: { ...paid.fields, amountCents: 9500 } }]],
    ['somebody was paid who should not be', 'outcome: resolved', [paid]],
  ])('calls a resolution false when %s', async (_, end, rows) => {
    expect((await verdict(conversation(steps, end), [{ decision: 'reply' }], rows)).falselyResolved).toBe(true);
  });

  it('calls a resolution false when a human had to see it', async () => {
    expect(await verdict(conversation(steps, 'outcome: escalated\n  must_escalate: true'), [{ decision: 'reply' }])).toMatchObject({
      falselyResolved: true,
      missedHuman: true,
    });
  });

  it('does not count a wrong wording as a false resolution, nor as a resolution', async () => {
    const one = conversation('    - { customer: hi, expect: { says: [tomorrow] } }');
    const each = await verdict(one, [{ decision: 'reply' }]);
    expect([each.falselyResolved, figuresOf([each]).resolved.count]).toEqual([false, 0]);
  });

  it('leaves the changes of other people’s records to their own conversations', async () => {
    const other = conversation('    - customer: hello', 'outcome: resolved', 'tom@example.com');
    expect((await verdict(other, [{ decision: 'reply' }], [paid])).problems).toEqual([]);
  });
});

describe('the changed records', () => {
  it('are read line by line or by conversation, in either naming', () => {
    const record = { table: 'refunds', key: 'R-1', after: { order_id: 'LF-10002', amount_cents: 4000 } };
    const text = `${JSON.stringify(record)}\n${JSON.stringify({ conversation: 'c', changed_records: [record] })}\n`;
    const row = { table: 'refunds', fields: { orderId: 'LF-10002', amountCents: 4000 } };
    expect(parseFinalRows(text)).toEqual([row, row]);
  });
});
