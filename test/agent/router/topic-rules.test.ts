import { describe, expect, it } from '@jest/globals';
import { english } from '../../../src/agent/languages/english/english.ts';
import { refineTopic, withoutAddresses } from '../../../src/agent/router/topic-rules.ts';

const read = (topic: string, intent = 'order_status') => ({
  intent,
  topic,
  confidence: 0.4,
  rejected: false,
  shares: new Map(),
  best: { intent, topic },
});

describe('refineTopic', () => {
  it.each([
    ['change_order', "I'd like to return my water filter, order LF-10015", true, 'return_item'],
    ['track', 'Can I still return the trail socks from LF-10017?', true, 'return_item'],
    ['change_order', 'please return my call about the order', true, 'change_order'],
    ['change_order', 'can I return it and swap for a large one', true, 'change_order'],
    ['delivery_policy', 'When exactly was LF-10015 delivered, and how?', true, 'track'],
    ['delivery_policy', 'how much is express for LF-10009', true, 'delivery_policy'],
    ['delivery_policy', 'how long does delivery take', false, 'delivery_policy'],
    ['track', 'when did I order it and what did I pay', false, 'order_details'],
    ['track', 'tell me when I ordered the tent LF-10003', true, 'order_details'],
    ['dispute', 'what do you charge for it', false, 'delivery_policy'],
    ['dispute', 'why do you charge my card twice', false, 'dispute'],
    ['company', 'what phone number do you have for jonas.brandt@example.com?', false, 'account_details'],
    ['change_details', 'new address for LF-10009: 4 Elm Road', true, 'change_delivery'],
    ['change_details', 'my new address is 4 Elm Road', false, 'change_details'],
  ])('reads %s in "%s" (order named: %s) as %s', (topic, words, namesOrder, refined) => {
    expect(refineTopic(read(topic), words, namesOrder, english.words.topics).topic).toBe(refined);
  });

  it('is surer of what it corrects than the classifier was, and leaves the rest as it stands', () => {
    expect(refineTopic(read('track'), 'I want to return it', true, english.words.topics).confidence).toBe(0.75);
    expect(refineTopic(read('track'), 'where is it', true, english.words.topics)).toEqual(read('track'));
  });
});

describe('withoutAddresses', () => {
  it.each([
    ['where is my order? my account is mia@example.com', 'where is my order?'],
    ['refund LF-10002, email: mia@example.com', 'refund LF-10002,'],
    ['change my email please', 'change my email please'],
  ])('leaves of "%s": %s', (text, rest) => {
    expect(withoutAddresses(text).trim()).toBe(rest);
  });
});
