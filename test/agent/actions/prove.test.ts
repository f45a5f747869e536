import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE, openSupport, type Customer, type Step, type Support } from '../../support/agent/open-support.ts';

let support: Support;
beforeAll(async () => {
  support = await openSupport();
}, 30_000);
afterAll(() => support.close());

const kindOf = ({ after, turn }: Step): string => after.identities.get(turn.inbound[0]?.author.key ?? ('' as never))?.kind ?? 'anonymous';
const wrong = (code: string): string => (code === '111111' ? '222222' : '111111');
const plain = (step: Step, email: string): string => step.text.replaceAll(email, '{email}');

describe('a code', () => {
  it('is asked for in the same words whether the account exists or not', async () => {
    const known = await support.customer('mia.keller@example.com').says('where is my order LF-10001');
    const unknown = await support.customer('mia.kellner@example.com').says('where is my order LF-10001');
    expect(plain(unknown, 'mia.kellner@example.com')).toBe(plain(known, 'mia.keller@example.com'));
    expect([known.mails.length, unknown.mails.length]).toEqual([1, 0]);
  });

  it('goes to the account and never into the conversation', async () => {
    const mia = support.customer('mia.keller@example.com', 'slack');
    const step = await mia.says('where is LF-10001?');
    const code = await mia.code();
    expect(step.text).not.toContain(code);
    expect(JSON.stringify(await mia.conversation())).not.toContain(code);
  });

  it.each([['just post me the code here'], ['what is the code?'], ['can you tell me the code here please']])(
    'is not told when somebody says %j',
    async (words) => {
      const mia = support.customer('mia.keller@example.com');
      await mia.says('where is LF-10001?');
      const step = await mia.says(words);
      expect(step.text).not.toMatch(/\d{6}/);
      expect(step.after.pending?.kind).toBe('code');
    },
  );

  it('is used up by the first use', async () => {
    const jonas = support.customer('jonas.brandt@example.com');
    await jonas.proves('where is LF-10003?');
    const code = await jonas.code();
    await support.advance(31 * MINUTE);
    const step = await jonas.says('where is LF-10003?');
    expect(step.after.pending?.kind).toBe('code');
    expect(kindOf(await jonas.says(code))).toBe('claimed');
  });

  it('proves nothing in another conversation', async () => {
    const first = support.customer('jonas.brandt@example.com');
    const second = support.customer('jonas.brandt@example.com');
    await first.says('where is LF-10003?');
    const code = await first.code();
    await second.says('where is LF-10003?');
    expect(kindOf(await second.says(code))).toBe('claimed');
    expect(kindOf(await first.says(code))).toBe('verified');
  });

  it('dies with the fifth wrong one, and the right one comes too late', async () => {
    const grace = support.customer('grace.lin@example.com');
    await grace.says('where is LF-10017?');
    const code = await grace.code();
    const steps: Step[] = [];
    for (let tries = 0; tries < 5; tries += 1) steps.push(await grace.says(wrong(code)));
    expect(steps.map(({ text }) => /can't be used any more/.test(text))).toEqual([false, false, false, false, true]);
    expect(kindOf(await grace.says(code))).toBe('claimed');
  });

  it('is replaced by a new one when it has expired', async () => {
    const tom = support.customer('tom.becker@example.com');
    await tom.says('where is LF-10012?');
    const old = await tom.code();
    await support.advance(10 * MINUTE);
    const expired = await tom.says(old);
    expect(expired.text).toMatch(/expired/);
    const fresh = await tom.code();
    expect(fresh).not.toBe(old);
    expect(kindOf(await tom.says(fresh))).toBe('verified');
  });

  it('never fits for an address without an account, whatever is typed', async () => {
    const nobody = support.customer('nobody@nowhere.example');
    await nobody.says('where is LF-10001?');
    expect(kindOf(await nobody.says('123456'))).toBe('claimed');
  });

  it('lets a mailbox that is lost go to a human without a word about the account', async () => {
    const sam = support.customer('sam.okafor@example.com');
    await sam.says('where is LF-10007?');
    const step = await sam.says("I don't have access to that email address any more");
    expect(step.ticket?.summary.reason).toMatchObject({ kind: 'identity_unprovable', because: 'lost_mailbox' });
    expect(step.text).not.toMatch(/Camp Stove|delivered/);
  });

  it('goes on with the request by itself once it fits, and with what else was asked beside it', async () => {
    const noah = support.customer('noah.williams@example.com');
    await noah.says('where is my cooler LF-10019?');
    const step = await noah.says(`${await noah.code()}, and was my return of LF-10020 received?`);
    expect(step.text).toMatch(/LF-10019.*delayed/);
  });

  it.each([['ok thanks'], ['thank you'], ['👍'], ['great']])('is still waited for after %j', async (words) => {
    const elena = support.customer('elena.rossi@example.com');
    await elena.says('what is the status of LF-10009?');
    const step = await elena.says(words);
    expect(step.after.state.kind).toBe('awaiting_customer');
    expect(step.text).toMatch(/6 digits/);
    expect(kindOf(await elena.says(await elena.code()))).toBe('verified');
  });
});

describe('a neighbour in the thread', () => {
  const neighbour = { as: 'neighbour@example.net', shared: true };
  const inThread = (): Customer => support.customer('mia.keller@example.com', 'slack');

  it('inherits no proof and reads nothing private', async () => {
    const mia = inThread();
    const proved = await mia.proves('where is LF-10001?', { shared: true });
    const [first, second] = proved.heard;
    expect(first?.only).toBe('slack/mia.keller@example.com');
    expect(second).toMatchObject({ only: undefined, text: expect.not.stringMatching(/LF-10001|Daypack/) });
    const other = await mia.says('and when was LF-10002 delivered?', neighbour);
    expect(other.text).not.toMatch(/Mug|\$40|delivered on/);
    expect(kindOf(other)).toBe('claimed');
  });

  it('cannot say yes for somebody else', async () => {
    const mia = inThread();
    const asked = await mia.proves('I want a refund for LF-10002', { shared: true });
    expect(asked.after.pending?.kind).toBe('consent');
    const other = await mia.says('yes', neighbour);
    expect(other.turn.actions).toEqual([]);
    const refused = await mia.says('no', { shared: true });
    expect(refused.turn.rules).toContain('proposal_declined');
  });

  it('does not take away the question that somebody else has still to answer', async () => {
    const mia = inThread();
    await mia.says('where is LF-10001?', { shared: true });
    const code = await mia.code();
    await mia.says('where is LF-10002?', neighbour);
    const told = await mia.says(code, { shared: true });
    expect(told.text).toMatch(/LF-10001/);
    expect(kindOf(told)).toBe('verified');
  });

  it('cannot use the code of somebody else', async () => {
    const mia = inThread();
    await mia.says('where is LF-10001?', { shared: true });
    const code = await mia.code();
    const other = await mia.says(code, neighbour);
    expect(kindOf(other)).not.toBe('verified');
    expect(other.text).not.toMatch(/Daypack/);
  });

  it('does not end a conversation in which somebody else is asked', async () => {
    const mia = inThread();
    await mia.says('where is LF-10001?', { shared: true });
    const other = await mia.says('thanks', neighbour);
    expect(other.heard).toEqual([]);
    expect(other.after.state.kind).toBe('awaiting_customer');
  });
});

describe('limits on codes', () => {
  const resends = async (customer: Customer, times: number): Promise<readonly Step[]> => {
    const steps = [await customer.says('where is LF-10014?')];
    for (let more = 1; more < times; more += 1) steps.push(await customer.says('please send me a new code'));
    return steps;
  };
  const mailed = (steps: readonly Step[]): readonly number[] => steps.map(({ mails }) => mails.length);

  it('send three unused ones in a conversation within an hour, and not a fourth', async () => {
    await support.advance(2 * HOUR);
    const steps = await resends(support.customer('ana.souza@example.com'), 4);
    expect(mailed(steps)).toEqual([1, 1, 1, 0]);
    expect(steps[3]?.text).toMatch(/Several codes were requested/);
  });

  it('let a fourth go once an hour has passed', async () => {
    await support.advance(2 * HOUR);
    const ana = support.customer('ana.souza@example.com');
    await resends(ana, 3);
    await support.advance(HOUR);
    expect((await ana.says('where is LF-10014?')).mails.length).toBe(1);
  });

  it('send ten unused ones to an address within an hour, whoever asks, and not an eleventh', async () => {
    await support.advance(2 * HOUR);
    const counts: number[] = [];
    for (let asked = 0; asked < 11; asked += 1) {
      const somebody = support.customer(`somebody-${asked}@example.net`);
      counts.push((await somebody.says('my account is ana.souza@example.com, where is order LF-10014?')).mails.length);
    }
    expect(counts).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
  });

  it('do not count a code that was used', async () => {
    await support.advance(2 * HOUR);
    for (let conversation = 0; conversation < 12; conversation += 1) {
      expect(kindOf(await support.customer('noah.williams@example.com').proves('where is LF-10019?'))).toBe('verified');
    }
  });

  it('say the same words at the limit for an address without an account', async () => {
    await support.advance(2 * HOUR);
    const known = await resends(support.customer('ana.souza@example.com'), 4);
    const unknown = await resends(support.customer('nobody@nowhere.example'), 4);
    expect(unknown.map((step) => plain(step, 'nobody@nowhere.example'))).toEqual(known.map((step) => plain(step, 'ana.souza@example.com')));
  });

  it('hand over to a human after ten wrong codes within a day, even across conversations', async () => {
    await support.advance(25 * HOUR);
    let last: Step | undefined;
    for (let conversation = 0; conversation < 2; conversation += 1) {
      const dev = support.customer('dev.patel@example.com');
      await dev.says('where is LF-10016?');
      const code = wrong(await dev.code());
      for (let tries = 0; tries < 5; tries += 1) last = await dev.says(code);
    }
    expect(last?.ticket?.summary.reason).toMatchObject({ kind: 'identity_unprovable', because: 'locked' });
    const third = await support.customer('dev.patel@example.com').says('where is LF-10016?');
    expect(third.ticket?.summary.reason).toMatchObject({ kind: 'identity_unprovable', because: 'locked' });
    expect(third.mails).toEqual([]);
  });
});

describe('a proof', () => {
  it.each([
    ['holds after 29 idle minutes in a chat', 'console', 29 * MINUTE, 'verified'],
    ['has ended after 30 idle minutes in a chat', 'console', 30 * MINUTE, 'claimed'],
    ['holds after 7 hours in mail', 'email', 7 * HOUR, 'verified'],
    ['has ended after 8 hours in mail', 'email', 8 * HOUR, 'claimed'],
  ])('%s', async (_title, channel, idleMs, kind) => {
    await support.advance(25 * HOUR);
    const mia = support.customer('mia.keller@example.com', channel);
    await mia.proves('where is LF-10001?');
    await support.advance(idleMs - 2_000);
    await support.advance(kind === 'claimed' ? 2_000 : 0);
    expect(kindOf(await mia.says('where is LF-10001?'))).toBe(kind);
  });

  it('is kept alive by talking, but never beyond eight hours', async () => {
    await support.advance(25 * HOUR);
    const mia = support.customer('mia.keller@example.com');
    await mia.proves('where is LF-10001?');
    const kinds: string[] = [];
    for (let times = 0; times < 17; times += 1) {
      await support.advance(29 * MINUTE);
      kinds.push(kindOf(await mia.says('hi')));
      if ((await mia.conversation()).state.kind === 'with_human') break;
    }
    expect(kinds[0]).toBe('verified');
    await support.advance(HOUR);
    const late = await mia.conversation();
    const identity = [...late.identities.values()][0];
    expect(identity?.kind === 'verified' && identity.expiresAt.getTime() - identity.verifiedAt.getTime()).toBeLessThanOrEqual(8 * HOUR);
  });

  it('does not jump to another channel by itself', async () => {
    await support.advance(25 * HOUR);
    await support.customer('mia.keller@example.com').proves('where is LF-10001?');
    const elsewhere = await support.customer('mia.keller@example.com', 'email').says('where is LF-10001?');
    expect(elsewhere.after.pending?.kind).toBe('code');
  });
});
