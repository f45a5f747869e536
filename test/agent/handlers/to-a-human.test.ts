import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { statedAmount } from '../../../src/agent/handlers/dispute.ts';
import { openSupport, type Support } from '../../support/agent/open-support.ts';
import { entity, requestFor } from '../../support/agent/requests.ts';

let support: Support;
beforeAll(async () => {
  support = await openSupport();
}, 30_000);
afterAll(() => support.close());

describe('a disputed charge', () => {
  it.each([
    ['of $500.01 goes to billing at once, with high priority', 'I do not recognise a charge of $500.01 on my card', 'billing_dispute'],
    ['of $620.00 goes to billing at once', 'you charged me $620.00 and I dispute this charge', 'billing_dispute'],
  ])('%s', async (_title, words, reason) => {
    const step = await support.customer('tom.becker@example.com').says(words);
    expect(step.ticket).toMatchObject({ queue: 'billing', priority: 'high', summary: { reason: { kind: reason } } });
    expect(step.text).toMatch(/billing team/);
  });

  it('of exactly $500.00 is looked up first, so it asks for proof', async () => {
    const step = await support.customer('tom.becker@example.com').says('I do not recognise a charge of $500.00 on my card');
    expect(step.after.pending?.kind).toBe('code');
  });

  it('that belongs to an order is laid out with its facts before billing takes it', async () => {
    const step = await support.customer('ana.souza@example.com').proves('I was charged twice for LF-10015');
    expect(step.text).toMatch(/LF-10015 .* was charged at \$45\.00 .*refunded so far: \$0\.00/);
    expect(step.ticket).toMatchObject({ queue: 'billing', summary: { reason: { kind: 'needs_specialist' } } });
  });

  it.each([
    ['$500.01', 50_001],
    ['500 dollars', 50_000],
    ['1,240.50', 124_050],
    ['USD 7', 700],
  ])('reads %s as %p cents', (value, cents) => {
    expect(statedAmount(requestFor('x', { entities: [entity('amount', value)] }))).toBe(cents);
  });
});

describe('a person', () => {
  it.each([
    ['I want to talk to a human'],
    ['agent please'],
    ['can I speak to someone real?'],
    ['get me your supervisor'],
    ['let me talk to a representative now'],
  ])('is given at once to whoever says %j', async (words) => {
    const step = await support.customer('grace.lin@example.com').says(words);
    expect(step.ticket).toMatchObject({ kind: 'handoff', priority: 'urgent', summary: { reason: { kind: 'customer_asked' } } });
    expect(step.after.state).toMatchObject({ kind: 'with_human', ticket: step.ticket?.number });
    expect(step.text).toContain(step.ticket?.number);
  });

  it('gets the whole record: who, proof, wish, what was checked and tried, and what was promised', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.proves('where is LF-10001?');
    const { ticket, text } = await mia.says('I would rather talk to a person');
    expect(ticket?.summary).toMatchObject({
      customer: expect.stringContaining('mia.keller@example.com'),
      proof: expect.stringMatching(/^verified by one-time code to mia\.keller@example\.com .*C-1001/),
      wants: expect.stringMatching(/where is LF-10001\?.*rather talk to a person/),
      checked: [expect.objectContaining({ tool: 'lookup_order', status: 'ok' }), expect.objectContaining({ tool: 'track_shipment' })],
      tried: [expect.stringContaining('LF-10001')],
      transcript: ticket?.summary.transcript,
    });
    expect(ticket?.summary.transcript).toHaveLength(3);
    expect(text).toContain(ticket?.summary.promised[0]);
    expect(ticket?.customerId).toBe('C-1001');
  });

  it('reads of somebody unproved that they are not verified', async () => {
    const { ticket } = await support.customer('mia.keller@example.com').says('a person please');
    expect(ticket).toMatchObject({ summary: { proof: 'NOT VERIFIED' } });
    expect(ticket?.customerId).toBeUndefined();
  });

  it('takes over when a lawyer or an authority is mentioned, and the agent adds nothing', async () => {
    const step = await support.customer('grace.lin@example.com').says('You will hear from my lawyer about this');
    expect(step.ticket).toMatchObject({ priority: 'urgent', summary: { reason: { kind: 'legal_mention' } } });
  });

  it('takes over a complaint, with one apology in a conversation', async () => {
    const step = await support.customer('grace.lin@example.com').says('I am really disappointed with your service, nobody cares');
    expect(step.ticket?.summary.reason.kind).toMatch(/complaint|angry/);
    expect(step.text.match(/sorry/gi) ?? []).toHaveLength(1);
  });

  it('takes over the same question asked three times', async () => {
    const noah = support.customer('noah.williams@example.com');
    await noah.proves('where is my cooler?');
    await noah.says('where is my cooler?');
    const step = await noah.says('where is my cooler?');
    expect(step.ticket).toMatchObject({ priority: 'high', summary: { reason: { kind: 'same_question' } } });
  });

  it('takes over after ten messages', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.proves('where is LF-10001?');
    const questions = [
      'how long do refunds take?',
      'do you ship to Canada?',
      'what is in LF-10002?',
      'do gift cards expire?',
      'do you have tents in stock?',
      'what does express shipping cost?',
      'how do I clean a tent?',
      'when was LF-10002 delivered?',
      'how long is the warranty?',
      'which address is on my account?',
      'is the newsletter on?',
      'do you sell lamps?',
    ];
    let step = await mia.says('hi');
    for (const question of questions) {
      if (step.after.state.kind === 'with_human') break;
      step = await mia.says(question);
    }
    expect(step.after.state.kind).toBe('with_human');
  });
});

describe('a ticket', () => {
  it('is known to whoever opened it, in its true state, and to nobody else', async () => {
    const grace = support.customer('grace.lin@example.com');
    const { ticket } = await grace.says('a person please');
    const number = ticket?.number ?? '';
    const owner = await support.customer('grace.lin@example.com').says(`what about my ticket ${number}?`);
    expect(owner.text).toMatch(new RegExp(`${number} was opened on .* waits for a colleague`));
    const stranger = await support.customer('tom.becker@example.com').says(`what about my ticket ${number}?`);
    const nothing = await support.customer('tom.becker@example.com').says('what about my ticket T-9999?');
    expect(stranger.text).toBe(nothing.text);
    await support.act(ticket, 'ben', { action: 'claim' });
    expect((await support.customer('grace.lin@example.com').says(`what about my ticket ${number}?`)).text).toMatch(
      /a colleague is working on it/,
    );
    await support.act(ticket, 'ben', { action: 'resolve', outcome: 'solved' });
    expect((await support.customer('grace.lin@example.com').says(`what about my ticket ${number}?`)).text).toMatch(/is closed/);
  });
});

describe('what nobody here knows', () => {
  it('is said honestly, and goes to a human', async () => {
    const step = await support.customer('grace.lin@example.com').says('Which hiking trails near Zermatt allow dogs in winter?');
    expect(step.text).toMatch(/don't know/);
    expect(step.after.state.kind).toBe('with_human');
  });
});
