import { afterEach, describe, expect, it } from '@jest/globals';
import { channelName } from '../../src/domain/ids.ts';
import { messageOf, START, timerOf } from '../contracts/store-builders.ts';
import { createFakeChannel, openFlow, replyingSteps, replyTo, until, type FlowUnderTest } from './flow-builders.ts';

const email = channelName('email');
/** Longer than the look-up, the send and the margin together. */
const FENCE_MS = 60_000;

describe('timers', () => {
  let current: FlowUnderTest | undefined;
  afterEach(async () => {
    await current?.flow.stop();
    await current?.store.close();
  });

  it('wakes the conversation when a timer is due, and not before', async () => {
    const channel = createFakeChannel();
    current = await openFlow(new Map([[email, channel]]), {
      steps: {
        ...replyingSteps,
        messages: async (lease) => replyTo(lease, { setTimers: [timerOf('a', 'silence:a', new Date(START.getTime() + 60_000))] }),
      },
    });
    const { flow, clock } = current;
    await flow.inbox.receive([messageOf('a', 1)]);
    await flow.drain();
    clock.advance(59_999);
    await flow.drain();
    expect(channel.posts).toEqual(['1']);
    clock.advance(1);
    await flow.drain();
    expect(channel.posts).toEqual(['1', 'timer silence:a']);
  });

  it('sleeps until the next one, and plans anew when an earlier one is set', async () => {
    const channel = createFakeChannel();
    current = await openFlow(new Map([[email, channel]]), {
      now: () => new Date(),
      steps: {
        ...replyingSteps,
        messages: async (lease) => replyTo(lease, { setTimers: [timerOf('a', 'silence:a', new Date(Date.now() + 80))] }),
      },
    });
    const { flow, clock } = current;
    clock.advance(Date.now() - START.getTime());
    flow.start();
    await flow.inbox.receive([messageOf('a', 1)]);
    await until(() => channel.posts.includes('timer silence:a'));
    expect(channel.posts).toEqual(['1', 'timer silence:a']);
  });

  it.each([
    ['a delivery that is to be tried again', { kind: 'retry_later', afterMs: 3_000, because: '429' }, 3_000],
    ['a delivery whose fate is unknown', { kind: 'unknown', because: 'cut' }, FENCE_MS],
  ] as const)('lets nothing wait for the old time when the clock is set back by an hour: %s', async (_what, first, waitMs) => {
    let sent = 0;
    const channel = createFakeChannel(async (_message, post) => {
      sent += 1;
      if (sent === 1) return first;
      post();
      return { kind: 'sent', externalId: 'x' };
    });
    current = await openFlow(new Map([[email, channel]]), { steps: replyingSteps });
    const { flow, clock, problems } = current;
    await flow.inbox.receive([messageOf('a', 1)]);
    await flow.drain();
    clock.advance(-3_600_000);
    await flow.drain();
    expect([sent, problems]).toEqual([
      1,
      [expect.objectContaining({ code: 'clock_set_back', message: 'the clock was set back by 3600 s' })],
    ]);
    clock.advance(waitMs + 1);
    await flow.drain();
    expect(channel.posts).toEqual(['1']);
  });
});
