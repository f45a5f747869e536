import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Config } from '../../src/config.ts';
import type { IntentRow } from '../../src/domain/playbook.ts';
import { openSupport, type Support } from '../support/agent/open-support.ts';

function withAutonomy(levels: Readonly<Record<string, IntentRow['autonomy']>>) {
  return (config: Config): Config => {
    const intents = Object.fromEntries(
      Object.entries(config.playbook.intents).map(([name, row]) => [name, { ...row, autonomy: levels[name] ?? row.autonomy }]),
    );
    return { ...config, playbook: { ...config.playbook, intents } };
  };
}

let support: Support;
beforeAll(async () => {
  support = await openSupport(withAutonomy({ product_question: 'draft', account_issue: 'off' }));
}, 30_000);
afterAll(() => support.close());

describe('an intent that is set to draft', () => {
  it('sends nothing: the answer stands on a ticket, ready to be sent', async () => {
    const step = await support.customer('mia.keller@example.com').says('do you have tents in stock?');
    expect(step.heard).toEqual([]);
    expect(step.ticket).toMatchObject({
      kind: 'handoff',
      summary: { reason: { kind: 'autonomy', level: 'draft' }, draft: expect.stringMatching(/Tent/) },
    });
    expect(step.after.state).toMatchObject({ kind: 'with_human', ticket: step.ticket?.number });
  });

  it('does not claim to have said anything', async () => {
    const step = await support.customer('mia.keller@example.com').says('do you have tents in stock?');
    expect(step.turn.said).toEqual([]);
    expect(step.ticket?.summary.promised).toEqual([]);
  });

  it('leaves the customer to the person who sends it', async () => {
    const mia = support.customer('mia.keller@example.com');
    const { ticket } = await mia.says('do you have tents in stock?');
    await support.act(ticket, 'ben', { action: 'reply', text: 'We do.' });
    expect((await mia.hears()).heard.map(({ staff }) => staff)).toEqual(['Ben Adeyemi']);
  });
});

describe('an intent that is switched off', () => {
  it('goes to a human at once, and nothing is looked up', async () => {
    const step = await support.customer('mia.keller@example.com').says('please reset my password');
    expect(step.ticket?.summary.reason).toMatchObject({ kind: 'autonomy', level: 'off' });
    expect(step.turn.actions).toEqual([]);
    expect(step.mails).toEqual([]);
  });

  it('leaves the others alone', async () => {
    expect((await support.customer('mia.keller@example.com').says('where is LF-10001?')).after.pending?.kind).toBe('code');
  });
});

describe('the global pause', () => {
  it('silences the agent at once, opens tickets, and ends when it is lifted', async () => {
    await support.app.deskhand.pause('ana');
    const paused = await support.customer('mia.keller@example.com').says('how long do refunds take?');
    expect(paused.heard).toEqual([]);
    expect(paused.ticket?.summary.reason.kind).toBe('paused');
    await support.app.deskhand.resume('ana');
    expect((await support.customer('mia.keller@example.com').says('how long do refunds take?')).heard).toHaveLength(1);
  });
});
