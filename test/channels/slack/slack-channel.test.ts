import { afterEach, describe, expect, it } from '@jest/globals';
import { connectSlack, eventually, replyIn, type ConnectedSlack, type ConnectOptions } from '../../support/slack/connected-slack.ts';
import { startFakeSlack } from '../../support/slack/fake-slack.ts';
import {
  BOT_USER,
  CHANNEL,
  clickPayload,
  fileObject,
  freshTs,
  mentionEvent,
  messageEvent,
  MIA,
  OTHER_TEAM,
  ROOM,
  submissionPayload,
  TEAM,
} from '../../support/slack/slack-payloads.ts';

const closers: (() => Promise<void>)[] = [];
const connect = async (options: ConnectOptions = {}): Promise<ConnectedSlack> => {
  const connected = await connectSlack(options);
  closers.push(async () => {
    await connected.stop();
    expect(connected.slack.violations).toEqual([]);
  });
  return connected;
};

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

describe('the Slack channel over a socket', () => {
  it('acknowledges a message once it is stored', async () => {
    const { slack, stored, channel } = await connect();
    expect(await slack.emit(messageEvent({ text: 'Where is LF-10001?' }))).toBe(true);
    expect(stored).toMatchObject([{ text: 'Where is LF-10001?', audience: 'private', thread: { account: TEAM, space: ROOM } }]);
    expect(channel.health()).toMatchObject({ ok: true, lastHeardAt: expect.any(Date) });
  });

  it('does not acknowledge what could not be stored, and takes it when it comes again', async () => {
    const { slack, stored, breakStore } = await connect();
    const event = messageEvent({ text: 'hi' });
    breakStore(true);
    expect(await slack.emit(event, { withinMs: 300 })).toBe(false);
    breakStore(false);
    expect(await slack.emit(event, { retry: 1 })).toBe(true);
    expect(stored).toHaveLength(1);
  });

  it('stores an event that comes five times, at once and as a mention too, under one id', async () => {
    const { slack, stored } = await connect();
    const ts = freshTs();
    const [mention, message] = [mentionEvent({ text: 'hi', ts }), messageEvent({ text: `<@${BOT_USER}> hi`, ts, channel: CHANNEL })];
    const taken = await Promise.all([mention, message, mention, message, mention].map((event, retry) => slack.emit(event, { retry })));
    expect(taken).toEqual([true, true, true, true, true]);
    expect(stored).toHaveLength(1);
  });

  it('listens in a thread from the mention on and nowhere else', async () => {
    const { slack, stored } = await connect();
    const root = mentionEvent({ text: 'help' });
    const rootTs = String(root.event['ts']);
    await slack.emit(messageEvent({ text: 'not for us', channel: CHANNEL }));
    await slack.emit(root);
    await slack.emit(messageEvent({ text: 'and more', channel: CHANNEL, thread_ts: rootTs }));
    await slack.emit(messageEvent({ text: 'elsewhere', channel: CHANNEL, thread_ts: '1770000000.000000' }));
    expect(stored.map(({ text, thread }) => [text, thread.key])).toEqual([
      ['help', rootTs],
      ['and more', rootTs],
    ]);
  });

  it('gives a colleague in the thread the role that silences the agent', async () => {
    const { slack, stored } = await connect({ settings: { staff: [`${TEAM}/U0ANA0001`] } });
    const root = mentionEvent({ text: 'help' });
    await slack.emit(root);
    await slack.emit(messageEvent({ text: 'I take it', channel: CHANNEL, user: 'U0ANA0001', thread_ts: String(root.event['ts']) }));
    expect(stored.map(({ author }) => author.role)).toEqual(['customer', 'staff']);
  });

  it('answers people of another company without trusting what their company says', async () => {
    const { slack, stored } = await connect();
    slack.workspace.people.set('U0FAR0001', { is_stranger: true, profile: { display_name: 'Far Away' } });
    const event = mentionEvent({ text: 'hi', user: 'U0FAR0001', team: OTHER_TEAM, user_team: OTHER_TEAM, source_team: OTHER_TEAM });
    await slack.emit({ ...event, is_ext_shared_channel: true });
    expect(stored[0]?.author).toEqual({
      key: `slack/${OTHER_TEAM}/U0FAR0001`,
      displayName: 'Far Away',
      trust: 'mutable',
      role: 'customer',
    });
  });

  it.each([
    ['a reaction where Slack has no status', false, (at: ConnectedSlack) => at.slack.workspace.reactions.size > 0],
    ['a status in the agent view', true, (at: ConnectedSlack) => [...at.slack.workspace.statuses.values()].some((text) => text !== '')],
  ])('shows within a second that it works, and takes it away with the answer: %s', async (_, agentView, isShown) => {
    const at = await connect({ settings: { agentView } });
    await at.slack.emit(messageEvent({ text: 'hi' }));
    await eventually(() => isShown(at), 1_000);
    const to = at.stored[0]?.thread;
    expect(to && (await at.channel.send(replyIn({ to })))).toMatchObject({ kind: 'sent' });
    await eventually(() => !isShown(at));
  });

  it('takes its signs away when it stops', async () => {
    const at = await connect();
    await at.slack.emit(messageEvent({ text: 'hi' }));
    await eventually(() => at.slack.workspace.reactions.size === 1);
    await at.channel.stop();
    expect(at.slack.workspace.reactions.size).toBe(0);
  });

  it('takes a click as an answer in the thread, once however often it is delivered', async () => {
    const { slack, stored } = await connect();
    const click = clickPayload({
      blockId: `deskhand/${CHANNEL}/1770000100.000100`,
      actionId: 'deskhand.answer.0',
      value: 'yes',
      messageTs: '1770000105.000001',
    });
    for (let times = 0; times < 5; times += 1) expect(await slack.emit(click)).toBe(true);
    expect(stored).toMatchObject([
      { text: 'yes', thread: { space: CHANNEL, key: '1770000100.000100' }, author: { key: `slack/${TEAM}/${MIA}` } },
    ]);
  });

  it('opens a modal for a code, and only the agent reads what is typed', async () => {
    const { slack, stored } = await connect();
    await slack.emit(
      clickPayload({
        blockId: `deskhand/${CHANNEL}/1770000100.000100`,
        actionId: 'deskhand.code',
        value: 'code',
        messageTs: '1770000105.000001',
      }),
    );
    const view = JSON.parse(slack.workspace.views[0]?.view ?? '{}') as { private_metadata: string };
    await slack.emit(submissionPayload({ id: 'V0001', privateMetadata: view.private_metadata, code: '123456' }));
    expect(stored).toMatchObject([{ text: '123456', thread: { key: '1770000100.000100' } }]);
    expect(slack.posts()).toEqual([]);
  });

  it('keeps files of customers, fetched with our token from Slack alone', async () => {
    const kept: string[] = [];
    const { slack, stored } = await connect({
      keepFile: async ({ name, mediaType, content }) => {
        kept.push(Buffer.from(content).toString('utf8'));
        return { name, mediaType, bytes: content.byteLength, state: 'stored', path: `hash/${name}` };
      },
    });
    const good = slack.serveFile('/files/good', { bytes: Buffer.from('mug') });
    const moved = slack.serveFile('/files/moved', { status: 302, location: `${slack.origin}/files/secret`, bytes: Buffer.from('') });
    const login = slack.serveFile('/files/login', { type: 'text/html; charset=utf-8', bytes: Buffer.from('<html>sign in</html>') });
    await slack.emit(
      messageEvent({
        text: 'look',
        subtype: 'file_share',
        client_msg_id: undefined,
        team: undefined,
        files: [
          fileObject('F1', good),
          fileObject('F2', moved),
          fileObject('F3', login),
          fileObject('F4', 'http://169.254.169.254/x'),
          fileObject('F5', good, 20_000_000),
        ],
      }),
    );
    expect(stored[0]?.attachments.map(({ state }) => state)).toEqual(['stored', 'refused', 'refused', 'refused', 'too_large']);
    expect(kept).toEqual(['mug']);
    expect(slack.fileRequests.map(({ path }) => path).toSorted()).toEqual(['/files/good', '/files/login', '/files/moved']);
  });
});

describe('a request that Slack would not send', () => {
  it.each<readonly [string, object, number]>([
    ['larger than a megabyte', messageEvent({ text: 'x'.repeat(2_000_000) }), 413],
    ['a list', [], 200],
    ['without an event', { type: 'event_callback', team_id: 'T0HOME01', event: null }, 200],
    [
      'without a time stamp',
      { type: 'event_callback', team_id: 'T0HOME01', event: { type: 'message', channel: 'D1', user: 'U1', text: 'x' } },
      200,
    ],
    ['with 5,000 blocks', messageEvent({ text: 'hello', blocks: Array.from({ length: 5_000 }, () => ({ type: 'divider' })) }), 200],
  ])('is answered and keeps nobody waiting: %s', async (_what, payload, status) => {
    const { slack, post, stored } = await connect({ mode: 'http' });
    expect((await post(payload)).status).toBe(status);
    slack.violations.splice(0);
    expect((await post(messageEvent({ text: 'and now?' }))).status).toBe(200);
    expect(stored.at(-1)?.text).toBe('and now?');
  });
});

describe('the Slack channel after a gap', () => {
  it('connects again at once when Slack wants a fresh socket', async () => {
    const { slack, stored, channel, reports } = await connect();
    slack.refresh();
    await eventually(() => reports.filter(({ kind }) => kind === 'connected').length === 2);
    expect(channel.health().ok).toBe(true);
    await slack.emit(messageEvent({ text: 'hi' }));
    expect(stored).toHaveLength(1);
  });

  it('reads from history what was written while the socket was down, once and in order', async () => {
    const { slack, stored, reports } = await connect({ settings: { supportChannels: [CHANNEL] } });
    const [first, inThread, second] = [Date.now() / 1_000, Date.now() / 1_000 + 1, Date.now() / 1_000 + 2].map((at) => at.toFixed(6));
    await slack.emit(messageEvent({ text: 'before', channel: CHANNEL, ts: String(first) }));
    slack.workspace.write({ channel: CHANNEL, ts: String(first), user: MIA, text: 'before' });
    await eventually(() => reports.some(({ kind }) => kind === 'filled_gap'));
    slack.refuseSockets('internal_error');
    slack.cut();
    await eventually(() => slack.sockets() === 0);
    slack.workspace.write({ channel: CHANNEL, ts: String(inThread), thread_ts: String(first), user: MIA, text: 'in the thread' });
    slack.workspace.write({ channel: CHANNEL, ts: String(second), user: MIA, text: 'a new question' });
    slack.refuseSockets(undefined);
    await eventually(() => stored.length === 3);
    expect(stored.map(({ text }) => text).toSorted()).toEqual(['a new question', 'before', 'in the thread']);
    expect(stored.find(({ text }) => text === 'in the thread')?.thread.key).toBe(first);
  });

  it('reads what was written while the process was down', async () => {
    const slack = await startFakeSlack();
    closers.push(() => slack.close());
    const before = await connect({ slack });
    const ts = (Date.now() / 1_000).toFixed(6);
    await slack.emit(messageEvent({ text: 'one', ts }));
    await before.channel.stop();
    slack.workspace.write({ channel: ROOM, ts: (Date.now() / 1_000 + 1).toFixed(6), user: MIA, text: 'two' });
    const after = await connect({ slack, memory: before.memory, stored: before.stored });
    await eventually(() => after.stored.length === 2);
    expect(after.stored.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('notices within a minute that a socket is dead, and says so as long as there is no other', async () => {
    const { slack, channel, reports, advance } = await connect();
    // The SDK learns that the peer answers pings before it can miss an answer.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    slack.refuseSockets('internal_error');
    slack.freeze();
    await eventually(() => reports.some(({ kind }) => kind === 'disconnected'), 18_000);
    advance(11_000);
    await eventually(() => !channel.health().ok);
    expect(channel.health().problem).toContain('Slack');
    slack.refuseSockets(undefined);
    await eventually(() => channel.health().ok, 18_000);
  }, 60_000);
});

describe('the Slack channel over HTTP', () => {
  it('answers the question whether the address is ours', async () => {
    const { post } = await connect({ mode: 'http' });
    const response = await post({ type: 'url_verification', challenge: 'abc', token: 'unused' });
    expect([response.status, await response.text()]).toEqual([200, 'abc']);
  });

  it('acknowledges a message once it is stored, and its repetitions too', async () => {
    const { post, stored } = await connect({ mode: 'http' });
    const event = messageEvent({ text: 'hi' });
    const statuses = await Promise.all([0, 1, 2, 3].map(async (retry) => (await post(event, { retry })).status));
    expect(statuses).toEqual([200, 200, 200, 200]);
    expect(stored).toHaveLength(1);
  });

  it('takes a retry whose first delivery it never saw', async () => {
    const { post, stored } = await connect({ mode: 'http' });
    await post(messageEvent({ text: 'hi' }), { retry: 2 });
    expect(stored).toHaveLength(1);
  });

  it('asks for another delivery of what could not be stored', async () => {
    const { post, breakStore, stored } = await connect({ mode: 'http' });
    const event = messageEvent({ text: 'hi' });
    breakStore(true);
    expect((await post(event)).status).toBe(503);
    breakStore(false);
    expect((await post(event, { retry: 1 })).status).toBe(200);
    expect(stored).toHaveLength(1);
  });

  it.each([
    ['another secret', { secret: 'another secret, long enough' }],
    ['an old time', { secondsAhead: -310 }],
    ['a time ahead', { secondsAhead: 310 }],
  ])('refuses a request that is signed with %s', async (_, over) => {
    const { post, stored, reports } = await connect({ mode: 'http' });
    expect((await post(messageEvent({ text: 'hi' }), over)).status).toBe(401);
    expect(stored).toEqual([]);
    expect(reports).toContainEqual({ kind: 'refused_request', because: 'signature' });
  });

  it('takes clicks on the same address', async () => {
    const { post, stored } = await connect({ mode: 'http' });
    const click = clickPayload({
      blockId: `deskhand/${CHANNEL}/1770000100.000100`,
      actionId: 'deskhand.answer.1',
      value: 'no',
      messageTs: '1770000105.000001',
    });
    expect((await post(click, { form: true })).status).toBe(200);
    expect(stored).toMatchObject([{ text: 'no' }]);
  });

  it('acknowledges what is not for us, so that Slack does not repeat it', async () => {
    const { post, stored } = await connect({ mode: 'http' });
    expect((await post({ type: 'event_callback', team_id: TEAM, event: { type: 'reaction_added', user: MIA } })).status).toBe(200);
    expect(stored).toEqual([]);
  });
});
