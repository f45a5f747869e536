import { describe, expect, it } from '@jest/globals';
import { wrongEvent, wrongRequest } from './slack-schema.ts';

const section = (over: object = {}) => [{ type: 'section', text: { type: 'mrkdwn', text: 'a', verbatim: true }, ...over }];
const button = (over: object = {}) => [
  { type: 'actions', elements: [{ type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'Yes' }, value: 'yes', ...over }] },
];
const post = (blocks: unknown, over: Readonly<Record<string, string>> = {}) => ({
  channel: 'C1',
  text: 'a',
  blocks: JSON.stringify(blocks),
  unfurl_links: 'false',
  ...over,
});
const message = { type: 'message', channel: 'D1', user: 'U1', text: 'hi', ts: '1.1', event_ts: '1.1', channel_type: 'im' };

describe("Slack's own types", () => {
  it.each<[string, string, Readonly<Record<string, string>>, boolean]>([
    ['a good post', 'chat.postMessage', post(section()), true],
    ['a post with a button', 'chat.postMessage', post(button()), true],
    ['a block of an unknown type', 'chat.postMessage', post([{ type: 'shout' }]), false],
    ['markup on a button', 'chat.postMessage', post(button({ text: { type: 'mrkdwn', text: 'Yes' } })), false],
    ['an unknown button style', 'chat.postMessage', post(button({ style: 'loud' })), false],
    ['a post without a channel', 'chat.postMessage', { text: 'a', blocks: '[]' }, false],
    ['an ephemeral post without a person', 'chat.postEphemeral', post(section()), false],
    ['a reaction without a name', 'reactions.add', { channel: 'C1', timestamp: '1.1' }, false],
    ['a view that is no view', 'views.open', { trigger_id: 't', view: '{"type":"shout"}' }, false],
    ['arguments of a method that has none', 'auth.test', { channel: 'C1' }, false],
  ])('are held against every request: %s', (_, method, form, isFine) => {
    expect(wrongRequest(method, form).length === 0).toBe(isFine);
  });

  it.each<[string, Readonly<Record<string, unknown>>, boolean]>([
    ['a message', message, true],
    ['a message without its time', { ...message, event_ts: undefined }, false],
    ['a message with a number for its time', { ...message, ts: 1.1 }, false],
    ['a deletion that does not say of what', { ...message, subtype: 'message_deleted' }, false],
  ])('are held against every event of the stand-in: %s', (_, event, isFine) => {
    expect(wrongEvent(event).length === 0).toBe(isFine);
  });
});
