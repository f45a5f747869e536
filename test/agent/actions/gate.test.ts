import { beforeAll, describe, expect, it } from '@jest/globals';
import { gateRules, isProved, passGate, type GateCall } from '../../../src/agent/actions/gate.ts';
import { usd } from '../../../src/domain/money.ts';
import { toolName } from '../../../src/domain/ids.ts';
import type { Tool } from '../../../src/tools/tool.ts';
import { AT, BY_A_HUMAN, gateCall, IDENTITIES, proposalWith, RIGHT_HASH, toolThat, verifiedUntil } from '../../support/agent/gate-calls.ts';
import { openShop } from '../../tools/demo-shop/open-shop.ts';

const BREACH = {
  rule: { name: 'outside_window', policy: 'Refunds: 30 days', customer: 'it was delivered too long ago', human: 'Too late.' },
  evidence: 'delivered 31 days ago',
};

const verdictOf = (change: Partial<GateCall>): string => {
  const verdict = passGate(gateCall(change));
  return 'rule' in verdict ? `${verdict.kind}:${verdict.rule}` : verdict.kind;
};

describe('the gate before every call', () => {
  it('lets a call through that breaks no rule', () => {
    expect(verdictOf({})).toBe('allow');
  });

  const oneRule: readonly (readonly [string, Partial<GateCall>, string])[] = [
    [
      'refuses a tool that does not exist',
      { tool: undefined, toolName: 'drop_tables', allowedTools: ['drop_tables'] },
      'refuse:known_tool',
    ],
    ['refuses a tool that does not belong to what was asked', { allowedTools: ['lookup_order'] }, 'refuse:tool_of_intent'],
    [
      'refuses arguments that the tool cannot read',
      { prepared: { kind: 'invalid_input', issues: 'amountCents: negative' } },
      'refuse:valid_arguments',
    ],
    ['asks a stranger for proof before anything private', { identity: IDENTITIES.anonymous }, 'needs_proof:identity_required'],
    ['takes a stated address for no proof', { identity: IDENTITIES.claimed }, 'needs_proof:identity_required'],
    ['takes a proof that has ended for none', { identity: IDENTITIES.expired }, 'needs_proof:identity_required'],
    ['changes nothing while the intent is set to draft', { autonomy: 'draft' }, 'refuse:autonomy'],
    ['changes nothing while the intent is switched off', { autonomy: 'off' }, 'refuse:autonomy'],
    ['refuses to change a record that was not read in this conversation', { seen: ['orders/LF-10001'] }, 'refuse:record_read'],
    [
      'refuses a record of somebody else as one that does not exist',
      { records: [{ name: 'orders/LF-10001', isTheirs: false }] },
      'refuse:not_found',
    ],
    ['refuses what the policy of the tool forbids', { breach: BREACH }, 'refuse:outside_window'],
    [
      'refuses a change while an earlier one of its kind is still being looked up',
      { inDoubt: [toolName('process_refund')] },
      'refuse:write_in_doubt',
    ],
    [
      'refuses the third proposal of one and the same change',
      { proposed: { 'hash-without-words': 2 }, consent: undefined },
      'refuse:write_budget',
    ],
    ['lets the second proposal of a change pass', { proposed: { 'hash-without-words': 1 }, consent: undefined }, 'needs_yes:explicit_yes'],
    ['runs what the customer said yes to, however often it was proposed', { proposed: { 'hash-without-words': 2 } }, 'allow'],
    ['asks for an explicit yes before a change', { consent: undefined }, 'needs_yes:explicit_yes'],
    ['takes a yes to other arguments for none', { consent: proposalWith('another-hash') }, 'needs_yes:explicit_yes'],
  ];
  it.each(oneRule)('%s', (_title, change, verdict) => {
    expect(verdictOf(change)).toBe(verdict);
  });

  it('asks for a human when the tool says that its arguments need one', () => {
    const tool = toolThat({}, { approval: BY_A_HUMAN });
    expect(passGate(gateCall({ tool, prepared: tool.prepare({}) }))).toMatchObject({
      kind: 'needs_approval',
      rule: 'human_approval',
      role: 'refund_approver',
      limit: usd(10_000),
    });
  });

  it.each([
    ['is opened by an approval of the very call', RIGHT_HASH, ['ana'], 12_000, 'allow'],
    ['stays closed to an approval of another amount', 'another-hash', ['ana'], 12_000, 'needs_approval:human_approval'],
    ['stays closed to an approval by nobody', RIGHT_HASH, [], 12_000, 'needs_approval:human_approval'],
    ['is opened by one approval up to the second limit', RIGHT_HASH, ['ana'], 75_000, 'allow'],
    ['stays closed to one approval above the second limit', RIGHT_HASH, ['ana'], 75_001, 'needs_approval:human_approval'],
    ['stays closed to one person who approves twice', RIGHT_HASH, ['ana', 'ana'], 75_001, 'needs_approval:human_approval'],
    ['is opened by two people above the second limit', RIGHT_HASH, ['ana', 'dee'], 75_001, 'allow'],
  ])('%s', (_of, hash, by, cents, verdict) => {
    const tool = toolThat({}, { approval: BY_A_HUMAN, amount: usd(cents) });
    expect(verdictOf({ tool, prepared: tool.prepare({}), approval: { hash, by } })).toBe(verdict);
  });

  it('is not opened by an approval without the yes of the customer', () => {
    const tool = toolThat({}, { approval: BY_A_HUMAN });
    expect(verdictOf({ tool, prepared: tool.prepare({}), approval: { hash: RIGHT_HASH, by: ['ana'] }, consent: undefined })).toBe(
      'needs_yes:explicit_yes',
    );
  });

  it('lets a read pass without yes, record or autonomy', () => {
    const tool = toolThat({ effect: 'read' });
    expect(verdictOf({ tool, prepared: tool.prepare({}), seen: [], consent: undefined, autonomy: 'draft' })).toBe('allow');
  });

  it('runs no change to the records of a customer while only drafts are wanted, even one that needs no yes', () => {
    const tool = toolThat({ consent: 'none' });
    expect(verdictOf({ tool, prepared: tool.prepare({}), autonomy: 'draft' })).toBe('refuse:autonomy');
  });

  it('lets a change that needs no consent pass without a yes', () => {
    const tool = toolThat({ consent: 'none', private: false });
    expect(verdictOf({ tool, prepared: tool.prepare({}), consent: undefined, identity: IDENTITIES.anonymous })).toBe('allow');
  });

  it('lets the first rule that objects decide, whatever else is wrong', () => {
    const broken: readonly Partial<GateCall>[] = [
      { tool: undefined, toolName: 'process_refund' },
      { allowedTools: [] },
      { prepared: { kind: 'invalid_input', issues: 'x' } },
      { identity: IDENTITIES.anonymous },
      { autonomy: 'off' },
      { records: [{ name: 'orders/LF-10001', isTheirs: false }] },
      { seen: [] },
      { breach: { ...BREACH, rule: { ...BREACH.rule, name: 'policy' } } },
      { inDoubt: [toolName('process_refund')] },
      { proposed: { 'hash-without-words': 2 }, consent: undefined },
      { consent: undefined },
      { prepared: toolThat({}, { approval: BY_A_HUMAN }).prepare({}) },
    ];
    const verdicts = broken.map((_, first) => {
      const all = broken.slice(first).toReversed();
      const prepared = broken.slice(first).find((change) => 'prepared' in change)?.prepared;
      return verdictOf({ ...Object.assign({}, ...all), ...(prepared ? { prepared } : {}) }).split(':')[1];
    });
    expect(verdicts).toEqual(gateRules.map(({ name }) => name));
  });
});

describe('a proof of identity', () => {
  it.each([
    ['counts one second before its end', 1_000, true],
    ['no longer counts at its end', 0, false],
    ['no longer counts after its end', -1_000, false],
  ])('%s', (_when, leftMs, counts) => {
    expect(isProved(verifiedUntil(new Date(AT.getTime() + leftMs)), AT)).toBe(counts);
  });
});

describe('every tool of the demo shop at the gate', () => {
  const inputs: Readonly<Record<string, unknown>> = {
    lookup_order: { orderId: 'LF-10002' },
    track_shipment: { orderId: 'LF-10001' },
    check_refund_eligibility: { orderId: 'LF-10002' },
    process_refund: { orderId: 'LF-10002', amountCents: 10_001 },
    lookup_account: {},
    reset_password: {},
    apply_email_change: { email: 'mia@new.example' },
    withdraw_email_change: { email: 'mia@new.example' },
    update_account: { field: 'phone', value: '+1 555 010 2030' },
    cancel_order: { orderId: 'LF-10009' },
    update_delivery_address: { orderId: 'LF-10009', address: '12 Elm Road, Dover, NH 03820' },
    search_products: { query: 'tent' },
  };
  const identities = Object.entries(IDENTITIES);
  const consents = [
    ['no yes', undefined],
    ['a yes to something else', proposalWith('another-hash')],
    ['the right yes', proposalWith(RIGHT_HASH)],
  ] as const;
  const approvals = [undefined, 'another-hash', RIGHT_HASH] as const;
  let tools: readonly Tool[];
  beforeAll(async () => {
    tools = (await openShop()).pack.tools;
  });

  const allowed = (tool: Tool, change: Partial<GateCall>): boolean => {
    const prepared = tool.prepare(inputs[tool.name]);
    return (
      verdictOf({
        tool,
        toolName: tool.name,
        prepared,
        allowedTools: [tool.name],
        seen: ['orders/LF-10002', 'orders/LF-10009', 'orders/LF-10001'],
        ...change,
      }) === 'allow'
    );
  };
  const every = (
    check: (tool: Tool, identity: string, consent: string, approvedHash: string | undefined, passes: boolean) => void,
  ): number => {
    let seen = 0;
    for (const tool of tools)
      for (const [identity, who] of identities)
        for (const [consent, proposal] of consents)
          for (const approvedHash of approvals) {
            const approval = approvedHash === undefined ? undefined : { hash: approvedHash, by: ['ana'] };
            check(tool, identity, consent, approvedHash, allowed(tool, { identity: who, consent: proposal, approval }));
            seen += 1;
          }
    return seen;
  };

  it('knows an input for each of them', () => {
    expect(tools.filter((tool) => tool.prepare(inputs[tool.name]).kind !== 'ready').map(({ name }) => name)).toEqual([]);
  });

  it('never shows or changes anything private without a proof that still holds', () => {
    const leaks: string[] = [];
    const seen = every((tool, identity, consent, _approved, passes) => {
      if (tool.private && identity !== 'verified' && passes) leaks.push(`${tool.name} ${identity} ${consent}`);
    });
    expect({ leaks, seen }).toEqual({ leaks: [], seen: tools.length * 36 });
  });

  it('never changes anything without a yes to exactly that', () => {
    const unasked: string[] = [];
    every((tool, identity, consent, _approved, passes) => {
      if (tool.effect === 'write' && tool.consent === 'yes' && consent !== 'the right yes' && passes)
        unasked.push(`${tool.name} ${identity} ${consent}`);
    });
    expect(unasked).toEqual([]);
  });

  it('never pays more than $100.00 without an approval of exactly that', () => {
    const paid: string[] = [];
    every((tool, identity, consent, approvedHash, passes) => {
      if (String(tool.name) === 'process_refund' && passes) paid.push(`${identity}, ${consent}, ${approvedHash ?? 'not approved'}`);
    });
    expect(paid).toEqual([`verified, the right yes, ${RIGHT_HASH}`]);
  });

  it('asks for consent before every change but the reset link and the way back', () => {
    expect(tools.filter(({ effect, consent }) => effect === 'write' && consent === 'none').map(({ name }) => String(name))).toEqual([
      'reset_password',
      'withdraw_email_change',
    ]);
  });

  it('keeps everything private but the catalogue', () => {
    expect(tools.filter((tool) => !tool.private).map(({ name }) => String(name))).toEqual(['search_products']);
  });

  it.each([
    ['pays $100.00 at once', 10_000, 'allow'],
    ['holds $100.01 for a human', 10_001, 'needs_approval:human_approval'],
  ])('%s', (_amount, amountCents, verdict) => {
    const tool = tools.find(({ name }) => String(name) === 'process_refund');
    expect(verdictOf({ tool, prepared: tool?.prepare({ orderId: 'LF-10002', amountCents }) })).toBe(verdict);
  });
});
