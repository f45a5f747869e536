import { afterEach, describe, expect, it } from '@jest/globals';
import type { Config } from '../../../src/config.ts';
import type { Predicate } from '../../../src/domain/playbook.ts';
import { openSupport, type Support } from '../../support/agent/open-support.ts';
import { packWith } from '../../support/agent/pack-with.ts';

const YOUNG: Predicate = {
  name: 'small_returns_only',
  tools: ['process_refund'],
  when: { amountCents: { above: 3_000 }, 'record.status': 'delivered', 'customer.status': 'active' },
  unless: { 'input.reason': { in: ['damaged'] } },
  customer: 'refunds above $30.00 are made by a colleague',
  human: 'More than $30.00 back for a delivered order.',
};
const withRows =
  (...predicates: readonly Predicate[]) =>
  (config: Config): Config => ({
    ...config,
    playbook: { ...config.playbook, policies: { ...config.playbook.policies, predicates: [...predicates] } },
  });
let support: Support | undefined;
afterEach(async () => {
  await support?.close();
  support = undefined;
});

describe('a predicate of config/policies.yaml', () => {
  it('stops a change with its own sentence, and explain shows the rule with what it saw', async () => {
    support = await openSupport(withRows(YOUNG));
    const mia = support.customer('mia.keller@example.com');
    await mia.proves('refund LF-10002 please');
    const step = await mia.says('yes');
    expect(step.text).toMatch(/refunds above \$30\.00 are made by a colleague/);
    expect(await support.app.pack.changedRecords()).toEqual([]);
    const turns = await support.app.deskhand.explain(step.after.id);
    expect(turns.at(-1)).toMatchObject({
      intents: [{ autonomy: 'auto' }],
      rules: expect.arrayContaining(['small_returns_only']),
      actions: [
        {
          status: 'refused',
          rule: 'small_returns_only',
          summary:
            'More than $30.00 back for a delivered order. amountCents is 4000, record.status is "delivered", customer.status is "active"',
        },
      ],
    });
  });

  it('lets through what its `unless` excepts', async () => {
    support = await openSupport(withRows(YOUNG));
    const mia = support.customer('mia.keller@example.com');
    await mia.proves('refund LF-10002 please, the mugs arrived broken');
    expect((await mia.says('yes')).text).toMatch(/\$40\.00 for LF-10002 is on its way/);
  });

  it('that cannot be read allows nothing', async () => {
    const pack = await packWith('none', (run) => run());
    const { fieldsOf: _hidden, ...blind } = pack;
    support = await openSupport(withRows(YOUNG), { pack: blind });
    const mia = support.customer('mia.keller@example.com');
    await mia.proves('refund LF-10002 please');
    const step = await mia.says('yes');
    expect(step.ticket?.summary.reason).toMatchObject({ kind: 'critical_tool_failed', code: 'policy_unreadable' });
    expect(await pack.changedRecords()).toEqual([]);
    await pack.close();
  });

  it('about a field that no record has allows nothing', async () => {
    support = await openSupport(withRows({ ...YOUNG, when: { 'record.stauts': 'delivered' } }));
    const mia = support.customer('mia.keller@example.com');
    await mia.proves('refund LF-10002 please');
    const step = await mia.says('yes');
    expect(step.ticket?.summary.reason).toMatchObject({ kind: 'critical_tool_failed', code: 'policy_unreadable' });
    expect(await support.app.pack.changedRecords()).toEqual([]);
  });

  it('about an argument that the tool does not take is told at the start', async () => {
    await expect(openSupport(withRows({ ...YOUNG, unless: { 'input.raeson': 'damaged' } }))).rejects.toMatchObject({
      code: 'config_invalid',
      message: 'config/policies.yaml: predicates: small_returns_only looks at input.raeson, which process_refund does not take',
    });
  });

  it('about a tool that does not exist is told at the start', async () => {
    await expect(openSupport(withRows({ ...YOUNG, tools: ['pay_refund'] }))).rejects.toMatchObject({
      code: 'config_invalid',
      message: 'config/policies.yaml: predicates: small_returns_only is about "pay_refund"',
    });
  });
});
