import { describe, expect, it } from '@jest/globals';
import { english } from '../../src/agent/languages/english/english.ts';
import { asksInGeneral } from '../../src/agent/asks-in-general.ts';
import { entity, requestFor } from '../support/agent/requests.ts';

describe('a question about how things are done', () => {
  it.each([
    'how long do refunds take?',
    'How do returns work?',
    'what is your return policy',
    'can I return final sale items?',
    'do you ship to Canada',
    'is express shipping free',
    'until when can an order be cancelled',
    'In general, when can an order be changed?',
    'just wondering, what happens with lost parcels',
    'what if a parcel is lost?',
    'how does one reset the password on your site? Just asking for a colleague',
    'hypothetically, could somebody cancel after shipping',
    'tell me how refunds are paid',
    'I wonder whether gift cards expire',
    'does the warranty cover tents',
    'where do refunds go',
  ])('%j needs no proof', (words) => {
    expect(asksInGeneral(requestFor(words), english.words)).toBe(true);
  });

  it.each([
    'where is my order',
    'how long does my refund take',
    'can I return this?',
    'when will it arrive?',
    'cancel the order',
    'I want a refund',
    'is mine shipped yet?',
    'can you send it to another address',
    'how do I return what I bought last week, I bought a tent',
    'what about the other one',
    'does our order ship today',
    'can those be refunded',
  ])('%j is about the customer’s own things', (words) => {
    expect(asksInGeneral(requestFor(words), english.words)).toBe(false);
  });

  it('is no such question once it names an order or carries a detail', () => {
    expect(
      asksInGeneral(requestFor('how long do refunds take for LF-10002', { entities: [entity('order_id', 'LF-10002')] }), english.words),
    ).toBe(false);
    expect(asksInGeneral(requestFor('how long do refunds take', { slots: { order_id: 'LF-10002' } }), english.words)).toBe(false);
  });
});
