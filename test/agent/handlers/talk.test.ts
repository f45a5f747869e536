import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOUR, openSupport, type Support } from '../../support/agent/open-support.ts';

let support: Support;
beforeAll(async () => {
  support = await openSupport();
}, 30_000);
afterAll(() => support.close());

describe('the first words of a conversation', () => {
  it('say that an AI answers, once', async () => {
    const mia = support.customer('mia.keller@example.com');
    expect((await mia.says('hello')).text).toMatch(/I'm an AI support agent/);
    expect((await mia.says('how long do refunds take?')).text).not.toMatch(/I'm an AI support agent/);
  });

  it.each([['👍'], ['thanks'], ['ok'], ['great']])('close nothing when they are %j', async (words) => {
    expect((await support.customer('mia.keller@example.com').says(words)).after.state.kind).not.toBe('resolved');
  });

  it.each([['yes'], ['no'], ['5'], ['?'], ['...'], ['123456']])('are asked back when they are %j', async (words) => {
    const step = await support.customer('mia.keller@example.com').says(words);
    expect(step.turn.actions).toEqual([]);
    expect(step.turn.decision.kind === 'reply' ? step.turn.decision.citations : []).toEqual([]);
    expect(step.after.state.kind).toBe('awaiting_customer');
  });

  it.each([['please cancel LF-10009, thanks'], ['where is my parcel LF-10001, thank you'], ['I want a refund for LF-10002. Thank you!']])(
    'are a request, however polite: %j',
    async (words) => {
      expect((await support.customer('mia.keller@example.com').says(words)).after.pending?.kind).toBe('code');
    },
  );
});

describe('small talk', () => {
  it.each([['are you a bot?'], ['am I talking to a real person?'], ['is this an AI?']])('tells the truth when asked %j', async (words) => {
    const step = await support.customer('mia.keller@example.com').says(words);
    expect(step.text).toMatch(/AI support agent/);
  });

  it('is no cheerful answer to anger that names no matter', async () => {
    const step = await support.customer('mia.keller@example.com').says('Oh for crying out loud!!');
    expect(step.text).toMatch(/sorry this has been so frustrating/);
    expect(step.after.state.kind).toBe('awaiting_customer');
  });

  it('is no reason for a human, however often somebody says hello', async () => {
    const mia = support.customer('mia.keller@example.com');
    for (const words of ['hi', 'hello', 'hey', 'good morning']) await mia.says(words);
    expect((await mia.conversation()).state.kind).toBe('awaiting_customer');
  });
});

describe('a question about how things are done', () => {
  it('is answered with its source, and no code is asked', async () => {
    const step = await support.customer('mia.keller@example.com').says('how long do refunds take?');
    expect(step.text).toMatch(/5–10 business days[\s\S]*Source: \[/);
    expect(step.mails).toEqual([]);
    expect(step.after.pending?.kind).toBe('helped');
  });

  it('is answered beside a request that needs proof', async () => {
    const step = await support.customer('mia.keller@example.com').says('Where is LF-10001? And how long do refunds take?');
    expect(step.after.pending?.kind).toBe('code');
    expect(step.text).toMatch(/5–10 business days/);
  });

  it('in between does not lose the request that waits for a code', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.says('where is LF-10001?');
    expect((await mia.says('how long do refunds take?')).after.pending?.kind).toBe('code');
    expect((await mia.says(await mia.code())).text).toMatch(/LF-10001/);
  });
});

describe('products', () => {
  it('are listed from the catalogue with price and stock, and no code is asked', async () => {
    const step = await support.customer('mia.keller@example.com').says('do you have tents in stock?');
    expect(step.text).toMatch(/\*\*.*Tent\*\*, \$\d+\.\d\d, (?:in|out of) stock/);
    expect(step.after.identities.get(step.turn.inbound[0]?.author.key ?? ('' as never))?.kind ?? 'anonymous').toBe('anonymous');
  });
});

describe('the end of a conversation', () => {
  it('is a confirmed one when the customer says that all is well, with a survey', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.says('how long do refunds take?');
    const step = await mia.says('perfect, thank you');
    expect(step.after).toMatchObject({ state: { kind: 'resolved', by: 'agent', how: 'confirmed' }, pending: { kind: 'rating' } });
    expect((await mia.says('5')).after.state.kind).toBe('resolved');
    expect((await mia.says('thanks')).heard).toEqual([]);
  });

  it.each([
    ['console', 24],
    ['slack', 24],
    ['email', 72],
  ])('comes on %s after %p hours of silence, and not before', async (channel, hours) => {
    const mia = support.customer('mia.keller@example.com', channel);
    await mia.says('how long do refunds take?');
    await support.advance(hours * HOUR - 1_000);
    expect((await mia.conversation()).state.kind).toBe('awaiting_customer');
    await support.advance(1_000);
    const closed = await mia.hears();
    expect(closed.text).toMatch(/haven't heard back/);
    expect(closed.after.state).toMatchObject({ kind: 'resolved', how: 'assumed' });
  });

  it('after silence counts as verified where a fact of the shop backs it', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.proves('where is LF-10002?');
    await support.advance(25 * HOUR);
    expect((await mia.hears()).after.state).toMatchObject({ kind: 'resolved', how: 'verified' });
  });

  it('after silence claims nothing when nothing was answered', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.says('where is LF-10002?');
    await support.advance(25 * HOUR);
    const closed = await mia.hears();
    expect(closed.text).toMatch(/Nothing has been changed/);
    expect(closed.after.pending).toBeUndefined();
  });

  it('is undone by another question, and the conversation goes on', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.says('how long do refunds take?');
    await mia.says('thanks');
    const step = await mia.says('do gift cards expire?');
    expect(step.after.state.kind).toBe('awaiting_customer');
    expect(
      (await support.app.store.events(0, 10_000)).some(
        ({ event }) => event.name === 'conversation.reopened' && event.conversation === step.after.id,
      ),
    ).toBe(true);
  });

  it('waits while an answer did not help, then gives the question to a human', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.says('how long do refunds take?');
    const first = await mia.says('no');
    expect(first.text).toMatch(/what is still missing/);
    expect((await mia.says('not really')).after.state.kind).toBe('with_human');
  });
});

describe('while a ticket waits for somebody', () => {
  it('the first further message is acknowledged with its number, the next ones are not', async () => {
    const mia = support.customer('mia.keller@example.com');
    const { ticket } = await mia.says('a person please');
    expect((await mia.says('it is about LF-10002')).text).toContain(ticket?.number);
    expect((await mia.says('are you there?')).heard).toEqual([]);
  });

  it('thanks are not answered', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.says('a person please');
    expect((await mia.says('thanks')).heard).toEqual([]);
  });
});
