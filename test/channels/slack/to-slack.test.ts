import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromInteraction } from '../../../src/channels/slack/from-interaction.ts';
import { personKey, SLACK } from '../../../src/channels/slack/slack-names.ts';
import { SECTION_LENGTH, slackParts, TEXT_LENGTH, toSlack } from '../../../src/channels/slack/to-slack.ts';
import { outboundId, participantKey } from '../../../src/domain/ids.ts';
import type { OutboundMessage } from '../../../src/domain/outbound.ts';
import { CHANNEL, clickPayload, MIA, OTHER_TEAM, ROOM, submissionPayload, TEAM } from '../../support/slack/slack-payloads.ts';

const NOW = new Date('2026-03-10T15:00:00Z');
const ROOT = '1770000100.000100';

const reply = (over: Partial<OutboundMessage> = {}): OutboundMessage => ({
  id: outboundId('turn-1/0'),
  to: { channel: SLACK, account: TEAM, space: CHANNEL, key: ROOT },
  audience: { kind: 'thread' },
  body: { kind: 'text', markdown: 'It comes **tomorrow**.' },
  subject: undefined,
  secret: false,
  speaker: { kind: 'agent' },
  createdAt: NOW,
  ...over,
});
const question = (body: Extract<OutboundMessage['body'], { kind: 'question' }>): OutboundMessage => reply({ body });
const mia = { kind: 'only', participant: personKey(TEAM, MIA) } as const;

describe('a reply on Slack', () => {
  it('goes into its thread, without previews, and carries our id', () => {
    expect(toSlack(reply())).toEqual([
      {
        method: 'chat.postMessage',
        args: {
          channel: CHANNEL,
          thread_ts: ROOT,
          text: 'It comes *tomorrow*.',
          blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'It comes *tomorrow*.', verbatim: true } }],
          unfurl_links: false,
          unfurl_media: false,
          metadata: { event_type: 'deskhand_reply', event_payload: { outbound: 'turn-1/0', part: 0, parts: 1 } },
        },
      },
    ]);
  });

  it('has no thread in a plain direct-message room', () => {
    const [post] = toSlack(reply({ to: { channel: SLACK, account: TEAM, space: ROOM, key: 'dm' } }));
    expect(post?.args).not.toHaveProperty('thread_ts');
  });

  it.each([
    ['in a channel', CHANNEL, mia, 'chat.postEphemeral'],
    ['in a room of two', ROOM, mia, 'chat.postMessage'],
  ] as const)('for one person alone is seen by nobody else: %s', (_, space, audience, method) => {
    const [post] = toSlack(reply({ audience, to: { ...reply().to, space } }));
    expect(post?.method).toBe(method);
    if (method === 'chat.postEphemeral') expect(post?.args).toMatchObject({ user: MIA, thread_ts: ROOT });
  });

  it('carries the name of the colleague who wrote it', () => {
    const [post] = toSlack(reply({ speaker: { kind: 'staff', name: 'Ana <!here>' } }));
    expect(post?.args.text).toBe('Ana &lt;!here&gt;: It comes *tomorrow*.');
    expect(post?.args.blocks[0]).toMatchObject({ type: 'context', elements: [{ text: '*Ana &lt;!here&gt;*' }] });
  });

  it.each([
    ['nothing to say', { kind: 'text', markdown: ' ' }],
    ['a status', { kind: 'status', state: 'working' }],
  ] as const)('is no request at all for %s', (_, body) => {
    expect(toSlack(reply({ body }))).toEqual([]);
  });

  it('of any length has sections, texts and blocks within the limits of Slack, complete', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { maxLength: 6_000 }), (words) => {
        const parts = slackParts(words.join(' '));
        const sections = parts.flatMap(({ blocks }) => blocks.map((block) => (block.type === 'section' ? block.text.text : '')));
        for (const section of sections) expect(section.length).toBeLessThanOrEqual(SECTION_LENGTH);
        for (const part of parts) expect(part.text.length).toBeLessThanOrEqual(TEXT_LENGTH);
        expect(sections.join(' ')).toBe(words.join(' '));
        expect(
          parts
            .map(({ text }) => text)
            .join(' ')
            .replaceAll('\n', ' '),
        ).toBe(words.join(' '));
      }),
      { numRuns: 20 },
    );
  });

  it('of 100,000 characters is complete', () => {
    const parts = slackParts('All of it. '.repeat(9_091));
    expect(
      parts
        .map(({ text }) => text)
        .join('\n')
        .match(/All\sof\sit\./g),
    ).toHaveLength(9_091);
  });
});

describe('a question on Slack', () => {
  const buttonsOf = (message: OutboundMessage) =>
    toSlack(message).flatMap(({ args }) => args.blocks.flatMap((block) => (block.type === 'actions' ? [block] : [])));

  it('has a button for each choice, and their block knows the thread', () => {
    expect(buttonsOf(question({ kind: 'question', markdown: 'Shall I?', choices: ['Yes', 'No'] }))).toEqual([
      {
        type: 'actions',
        block_id: `deskhand/${CHANNEL}/${ROOT}`,
        elements: [
          { type: 'button', action_id: 'deskhand.answer.0', text: { type: 'plain_text', text: 'Yes' }, value: 'yes' },
          { type: 'button', action_id: 'deskhand.answer.1', text: { type: 'plain_text', text: 'No' }, value: 'no' },
        ],
      },
    ]);
  });

  it('below a long text stands under its last part only', () => {
    const posts = toSlack(question({ kind: 'question', markdown: 'word '.repeat(5_000), choices: ['Yes'] }));
    expect(posts.map(({ args }) => args.blocks.some(({ type }) => type === 'actions'))).toEqual([false, false, true]);
  });

  it.each([
    ['yes', 'yes'],
    ['a rating', '4'],
  ])('is answered by a click with the words that could have been typed: %s', (_, value) => {
    const click = clickPayload({
      blockId: `deskhand/${CHANNEL}/${ROOT}`,
      actionId: 'deskhand.answer.0',
      value,
      messageTs: '1770000105.000001',
    });
    expect(fromInteraction(click, TEAM, NOW)).toMatchObject({
      kind: 'words',
      message: {
        text: value,
        thread: { space: CHANNEL, key: ROOT },
        author: { key: `slack/${TEAM}/${MIA}` },
        audience: 'shared',
        kind: 'new',
      },
    });
  });

  it('is answered once by each person, whichever button is clicked again', () => {
    const click = (value: string, user: string, actionTs: string) =>
      fromInteraction(
        clickPayload({
          blockId: `deskhand/${CHANNEL}/${ROOT}`,
          actionId: 'deskhand.answer.0',
          value,
          messageTs: '1770000105.000001',
          user,
          actionTs,
        }),
        TEAM,
        NOW,
      );
    const ids = [click('yes', MIA, '1.1'), click('no', MIA, '2.2'), click('no', 'U0OTHER', '3.3')].map(
      (each) => each.kind === 'words' && each.message.id,
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('for a code opens a modal, and what is typed there is said in the thread', () => {
    const [block] = buttonsOf(question({ kind: 'question', markdown: 'The code?', choices: [], input: 'code' }));
    const opened = fromInteraction(
      clickPayload({
        blockId: String(block?.block_id),
        actionId: String(block?.elements[0]?.action_id),
        value: 'code',
        messageTs: '1770000105.000001',
      }),
      TEAM,
      NOW,
    );
    if (opened.kind !== 'open_modal') throw new Error('no modal');
    const sent = fromInteraction(
      submissionPayload({ id: 'V1', privateMetadata: opened.view.private_metadata, code: ' 123456 ' }),
      TEAM,
      NOW,
    );
    expect(sent).toMatchObject({
      kind: 'words',
      message: { id: `slack/${TEAM}/${CHANNEL}/view/V1`, text: '123456', thread: { key: ROOT } },
    });
  });

  it('keeps a person of another company apart from one of ours with the same id', () => {
    const click = clickPayload({
      blockId: `deskhand/${CHANNEL}/${ROOT}`,
      actionId: 'deskhand.answer.0',
      value: 'yes',
      messageTs: '1.1',
      team: OTHER_TEAM,
    });
    expect(fromInteraction(click, TEAM, NOW)).toMatchObject({
      message: { author: { key: `slack/${OTHER_TEAM}/${MIA}`, trust: 'mutable' } },
    });
  });

  it.each([
    ['a button of another app', clickPayload({ blockId: 'theirs', actionId: 'deskhand.answer.0', value: 'yes', messageTs: '1.1' })],
    [
      'a button that asks nothing',
      clickPayload({ blockId: `deskhand/${CHANNEL}/${ROOT}`, actionId: 'link', value: 'yes', messageTs: '1.1' }),
    ],
    ['an empty modal', submissionPayload({ id: 'V1', privateMetadata: '{"channel":"C1","key":"1.1"}', code: ' ' })],
    ['a modal of somewhere else', submissionPayload({ id: 'V1', privateMetadata: 'x', code: '123456' })],
    ['something else', { type: 'shortcut' }],
  ])('is not answered by %s', (_, payload) => {
    expect(fromInteraction(payload, TEAM, NOW)).toEqual({ kind: 'ignored' });
  });

  it('goes to nobody of another channel', () => {
    const [post] = toSlack(reply({ audience: { kind: 'only', participant: participantKey('email/mia@example.com') } }));
    expect(post).toBeUndefined();
  });
});
