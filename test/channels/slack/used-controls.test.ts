import { afterEach, describe, expect, it } from '@jest/globals';
import { participantKey } from '../../../src/domain/ids.ts';
import type { OutboundBody } from '../../../src/domain/outbound.ts';
import { connectSlack, eventually, replyIn, type ConnectedSlack } from '../../support/slack/connected-slack.ts';
import type { Posted } from '../../support/slack/fake-workspace.ts';
import { CHANNEL, clickPayload, MIA, submissionPayload, TEAM } from '../../support/slack/slack-payloads.ts';

const JONAS = 'U0JONAS01';
const THREAD = '1770000100.000100';
const consent: OutboundBody = {
  kind: 'question',
  markdown: 'Shall I *refund* $40.00?',
  choices: ['Yes', 'No'],
  askedOf: participantKey(`slack/${TEAM}/${MIA}`),
};
const code: OutboundBody = { ...consent, markdown: 'A code is on its way.', choices: [], input: 'code' };

let connected: ConnectedSlack;
afterEach(async () => {
  await connected.stop();
  expect(connected.slack.violations).toEqual([]);
});

/** Asks in a channel where others read along; resolves with the post. */
async function ask(body: OutboundBody): Promise<Posted> {
  connected = await connectSlack();
  await connected.channel.send(replyIn({ body }));
  const [post] = connected.slack.posts(CHANNEL);
  if (!post) throw new Error('nothing was posted');
  return post;
}

const press = (post: Posted, actionId: string, value: string, user: string, over: object = {}) =>
  connected.slack.emit(
    clickPayload({ blockId: `deskhand/${CHANNEL}/${THREAD}/${MIA}`, actionId, value, messageTs: post.ts, user, message: post, ...over }),
  );
const shown = (): string => JSON.stringify(connected.slack.posts(CHANNEL)[0]?.blocks);

describe('the buttons of an answered question', () => {
  it('go, and the answer stands in their place', async () => {
    const post = await ask(consent);
    expect(shown()).toContain('"actions"');
    await press(post, 'deskhand.answer.0', 'yes', MIA);
    await eventually(() => !shown().includes('"actions"'));
    expect(shown()).toContain('Shall I');
    expect(shown()).toContain('✓ yes');
  });

  it('stay when somebody else of the channel presses them', async () => {
    const post = await ask(consent);
    await press(post, 'deskhand.answer.0', 'yes', JONAS);
    await eventually(() => connected.stored.length === 1);
    expect(connected.slack.calls.some(({ method }) => method === 'chat.update')).toBe(false);
    expect(shown()).toContain('"actions"');
  });

  it('stay while a code is being typed, and go once it is sent', async () => {
    const post = await ask(code);
    await press(post, 'deskhand.code', 'code', MIA);
    await eventually(() => connected.slack.workspace.views.length === 1);
    expect(shown()).toContain('"actions"');
    const view = JSON.parse(connected.slack.workspace.views[0]?.view ?? '{}') as { private_metadata: string };
    await connected.slack.emit(submissionPayload({ id: 'V0001', privateMetadata: view.private_metadata, code: '123456' }));
    await eventually(() => !shown().includes('"actions"'));
    expect(shown()).not.toContain('123456');
  });

  it('go from a message that only one person sees', async () => {
    const post = await ask(consent);
    const responseUrl = `${connected.slack.origin}/actions/T0/1/abc`;
    await press(post, 'deskhand.answer.1', 'no', MIA, { message: undefined, responseUrl });
    await eventually(() => connected.slack.responses.length === 1);
    expect(connected.slack.responses[0]).toMatchObject({ path: '/actions/T0/1/abc', body: { replace_original: true, text: '✓ no' } });
  });

  it('never make us call an address that is not Slack’s', async () => {
    const post = await ask(consent);
    await press(post, 'deskhand.answer.1', 'no', MIA, { message: undefined, responseUrl: 'http://169.254.169.254/latest' });
    await eventually(() => connected.stored.length === 1);
    expect(connected.slack.responses).toEqual([]);
  });
});
