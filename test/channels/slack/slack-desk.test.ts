import { afterEach, describe, expect, it } from '@jest/globals';
import { createCardPlaces } from '../../../src/channels/desk-thread/card-places.ts';
import type { SlackApi } from '../../../src/channels/slack/slack-api.ts';
import { createSlackDesk } from '../../../src/channels/slack/slack-desk.ts';
import { SLACK } from '../../../src/channels/slack/slack-names.ts';
import type { DeskForm, DeskPort, DeskPress, DeskWords } from '../../../src/domain/desk-port.ts';
import { deskThread, type DeskCard } from '../../../src/domain/desk-view.ts';
import { channelName, outboundId, ticketNumber } from '../../../src/domain/ids.ts';
import type { OutboundBody, OutboundMessage } from '../../../src/domain/outbound.ts';
import { connectSlack, eventually, replyIn, type ConnectedSlack } from '../../support/slack/connected-slack.ts';
import {
  BOT_USER,
  clickPayload,
  envelope,
  formPayload,
  freshTs,
  mentionEvent,
  messageEvent,
  MIA,
  OTHER_TEAM,
  TEAM,
} from '../../support/slack/slack-payloads.ts';

const DESK = 'C0DESK001';
const TICKET = ticketNumber('T-1001');
const FORM: DeskForm = {
  title: 'Reply',
  label: 'Words',
  hint: 'They read it.',
  send: 'Send',
  field: { kind: 'text', initial: 'Hi <!channel>' },
};
const CARD: DeskCard = {
  ticket: TICKET,
  priority: 'high',
  title: 'Mug & more <!channel> <@U1> broke',
  channel: 'email',
  due: undefined,
  sections: [{ heading: 'The customer wants', lines: [['“<!here> *bold* <https://evil.example|money>\nnew line”']] }],
  footer: ['unclaimed · opened ', { at: new Date(1_780_000_000_000), as: 'ago' }],
  buttons: [{ name: 'claim', label: 'Claim', look: 'primary' }],
};

/** A desk that writes down what it hears; forms open for everybody but strangers. */
function deskOf() {
  const presses: DeskPress[] = [];
  const words: DeskWords[] = [];
  const port: DeskPort = {
    formFor: async ({ button }) => (button === 'reply' ? FORM : undefined),
    press: async (press) => void presses.push(press),
    heard: async (said) => void words.push(said),
  };
  return { port, presses, words };
}

let connected: ConnectedSlack;
afterEach(async () => {
  await connected.stop();
  expect(connected.slack.violations).toEqual([]);
});

const post = (body: OutboundBody, id: string, over: Partial<OutboundMessage> = {}): OutboundMessage =>
  replyIn({
    id: outboundId(id),
    to: deskThread({ on: channelName('slack'), channel: DESK }, TICKET),
    body,
    speaker: { kind: 'system' },
    ...over,
  });
const card = (id: string, over: Partial<DeskCard> = {}): OutboundMessage => post({ kind: 'desk_card', card: { ...CARD, ...over } }, id);

async function openDesk(mode: 'socket' | 'http' = 'socket') {
  const desk = deskOf();
  connected = await connectSlack({ mode, desk: { channel: DESK, port: desk.port } });
  expect(await connected.channel.send(card('card/1'))).toMatchObject({ kind: 'sent' });
  const [standing] = connected.slack.posts(DESK);
  if (!standing) throw new Error('no card was posted');
  return { ...desk, standing };
}

const clickOn = (ts: string, button: string, over: object = {}) =>
  clickPayload({ blockId: `desk/${TICKET}`, actionId: `deskhand.desk.${button}`, value: button, messageTs: ts, channel: DESK, ...over });

describe('a card in the desk’s channel', () => {
  it('keeps customers’ words from calling anybody or becoming a link', async () => {
    const { standing } = await openDesk();
    // The header is plain text, in which Slack looks for nothing.
    const written = JSON.stringify(standing.blocks).replace(/"plain_text","text":"[^"]*"/g, '');
    expect(written).not.toMatch(/<!(?!date)|<@|<https/);
    expect(written).toContain('<!date^1780000000^{ago}|');
  });

  it('is changed where it stands, and its notes follow it', async () => {
    const { standing } = await openDesk();
    await connected.channel.send(card('card/2', { footer: ['with Ana'], buttons: [] }));
    await connected.channel.send(post({ kind: 'desk_note', note: { lead: ['What was said'], quote: 'a'.repeat(20_000) } }, 'note/1'));
    const [first, ...notes] = connected.slack.posts(DESK);
    expect(first?.ts).toBe(standing.ts);
    expect(JSON.stringify(first?.blocks)).toContain('with Ana');
    expect(notes.length).toBeGreaterThan(1);
    expect(notes.every(({ thread_ts: thread }) => thread === standing.ts)).toBe(true);
    expect(
      notes
        .map(({ text }) => text)
        .join('')
        .replaceAll(/[^a]/g, '').length,
    ).toBeGreaterThanOrEqual(20_000);
  });

  it('is not posted for a note that has none', async () => {
    connected = await connectSlack({ desk: { channel: DESK, port: deskOf().port } });
    expect(await connected.channel.send(post({ kind: 'desk_note', note: { lead: ['lost'] } }, 'note/1'))).toMatchObject({
      kind: 'undeliverable',
    });
    expect(connected.slack.posts(DESK)).toEqual([]);
  });
});

describe('words below a card while nobody listens', () => {
  it('are read afterwards, although the card is older than the latest talk at the desk and nobody had written below it', async () => {
    const { words, standing } = await openDesk();
    const { slack, reports } = connected;
    const after = (seconds: number): string => (Number(standing.ts) + seconds).toFixed(6);
    const said = { channel: DESK, user: MIA };
    await slack.emit(messageEvent({ ...said, text: 'lunch?', ts: after(3_600) }));
    await eventually(() => reports.some(({ kind }) => kind === 'filled_gap'));
    slack.refuseSockets('internal_error');
    slack.cut();
    await eventually(() => slack.sockets() === 0);
    slack.workspace.write({ ...said, text: 'reply: on its way', ts: after(3_700), thread_ts: standing.ts, parent_user_id: BOT_USER });
    slack.refuseSockets(undefined);
    await eventually(() => words.length === 1);
    expect(words[0]).toMatchObject({ ticket: TICKET, text: 'reply: on its way' });
  });
});

describe.each(['socket', 'http'] as const)('what people do at the desk over %s', (mode) => {
  const deliver = async (payload: ReturnType<typeof clickPayload>): Promise<boolean> =>
    mode === 'socket' ? connected.slack.emit(payload) : (await connected.post(payload, { form: true })).status === 200;

  it('has one id however often it is delivered, and names the person with their workspace', async () => {
    const { presses, standing } = await openDesk(mode);
    for (let times = 0; times < 5; times += 1) expect(await deliver(clickOn(standing.ts, 'claim'))).toBe(true);
    expect(new Set(presses.map(({ id }) => id)).size).toBe(1);
    expect(presses[0]).toMatchObject({
      ticket: TICKET,
      button: 'claim',
      person: { key: `slack/${TEAM}/${MIA}`, isOutside: false },
      seen: undefined,
    });
  });

  it('asks in a form first where it has to, and hands on what was typed', async () => {
    const { presses, standing } = await openDesk(mode);
    await deliver(clickOn(standing.ts, 'reply'));
    await eventually(() => connected.slack.workspace.views.length === 1);
    expect(presses).toEqual([]);
    const sent = formPayload({ id: 'V1', view: connected.slack.workspace.views[0]?.view ?? '', words: 'Hello', user: MIA, team: TEAM });
    for (let times = 0; times < 5; times += 1) await deliver(sent);
    expect(presses.map(({ words, button }) => [words, button])).toEqual(Array.from({ length: 5 }, () => ['Hello', 'reply']));
    expect(new Set(presses.map(({ id }) => id)).size).toBe(1);
  });

  it('tells people of another company apart by their workspace', async () => {
    const { presses, standing } = await openDesk(mode);
    await deliver(clickOn(standing.ts, 'claim', { team: OTHER_TEAM }));
    expect(presses[0]?.person).toEqual({ key: `slack/${OTHER_TEAM}/${MIA}`, isOutside: true });
  });
});

describe('what is written in the desk’s channel', () => {
  it('is the desk’s below a card, and never a customer’s', async () => {
    const { words, standing } = await openDesk();
    const below = (text: string, over: object = {}) =>
      connected.slack.emit(messageEvent({ text, channel: DESK, thread_ts: standing.ts, parent_user_id: BOT_USER, ...over }));
    await below('reply: hello');
    await below('other words', { user: 'U0ANA0001' });
    await connected.slack.emit(messageEvent({ text: 'good morning', channel: DESK }));
    await connected.slack.emit(mentionEvent({ text: 'where is LF-10001?', channel: DESK }));
    expect(words.map(({ text, ticket, person }) => [text, ticket, person.key])).toEqual([
      ['reply: hello', TICKET, `slack/${TEAM}/${MIA}`],
      ['other words', TICKET, `slack/${TEAM}/U0ANA0001`],
    ]);
    expect(connected.stored).toEqual([]);
  });

  it('comes again while its card is not known yet', async () => {
    const { words } = await openDesk();
    const event = messageEvent({ text: 'reply: hello', channel: DESK, thread_ts: freshTs(), parent_user_id: BOT_USER });
    expect(await connected.slack.emit(event, { withinMs: 300 })).toBe(false);
    expect(words).toEqual([]);
  });

  it('is read from history after a gap', async () => {
    const { words, standing } = await openDesk();
    await connected.slack.emit(
      messageEvent({ text: 'reply: one', channel: DESK, thread_ts: standing.ts, ts: standing.ts.replace(/\d$/, '5') }),
    );
    await eventually(() => words.length === 1);
    connected.slack.workspace.write({
      channel: DESK,
      ts: standing.ts.replace(/\d$/, '7'),
      thread_ts: standing.ts,
      user: MIA,
      text: 'reply: two',
    });
    connected.slack.cut();
    await eventually(() => words.some(({ text }) => text === 'reply: two'));
    expect(new Set(words.map(({ id }) => id)).size).toBe(2);
  });
});

describe('an edit or a deletion in the desk’s channel', () => {
  const root = '1780000000.000001';
  const before = { type: 'message', user: MIA, text: 'talk', ts: '1780000000.000009', team: TEAM, thread_ts: root };

  it.each([
    [
      'an edit',
      { subtype: 'message_changed', message: { ...before, text: 'reply: hello', edited: { user: MIA, ts: '1780000001.000000' } } },
    ],
    ['a deletion', { subtype: 'message_deleted', deleted_ts: before.ts }],
  ])('changes nothing: %s', async (_what, change) => {
    const { port, words } = deskOf();
    const memory = new Map<string, string>();
    const places = createCardPlaces(SLACK, {
      load: async (name) => memory.get(name),
      save: async (name, value) => void memory.set(name, value),
    });
    await places.note({ space: DESK, key: TICKET }, root);
    const api: SlackApi = { call: async () => ({ kind: 'ok', body: {}, scopes: [] }) };
    const desk = createSlackDesk({ account: TEAM, botUserId: BOT_USER, api, places, desk: { channel: DESK, port } });
    expect(await desk.event(envelope({ ...before, channel: DESK }))).toMatchObject({ thread: root });
    const event = { type: 'message', channel: DESK, channel_type: 'channel', ts: '1780000002.000000', previous_message: before, ...change };
    expect(await desk.event(envelope(event))).toBe('nothing');
    expect(words.map(({ text }) => text)).toEqual(['talk']);
  });
});
