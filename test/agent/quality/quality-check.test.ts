import { describe, expect, it } from '@jest/globals';
import { checkReply, type Evidence, type QualityVerdict } from '../../../src/agent/quality/quality-check.ts';
import { passage } from '../../support/passages.ts';

const shipping = {
  ...passage({
    article: 'shipping',
    title: 'Shipping',
    text: 'Standard shipping takes 3–5 business days and costs $5.95. Express shipping takes 2 business days. Write to help@shop.example or call +1 303 555 0142.',
  }),
  score: 1,
};

function evidence(changes: Partial<Evidence> = {}): Evidence {
  return {
    passages: [shipping],
    facts: [],
    customerWords: [],
    audience: 'private',
    ownEmails: [],
    allowedHosts: ['www.shop.example'],
    previousReplies: [],
    apologiesSoFar: 0,
    onceMore: 'Here it is once more:',
    ...changes,
  };
}
const check = (text: string, changes: Partial<Evidence> = {}): QualityVerdict => checkReply({ text, citations: [] }, evidence(changes));
const textOf = (verdict: QualityVerdict): string => (verdict.kind === 'blocked' ? `blocked: ${verdict.rule}` : verdict.text);

describe('quality check', () => {
  it('sends a reply that its sources support as it is', () => {
    const text = 'Thanks for asking! Standard shipping takes 3–5 business days. Is there anything else?';
    expect(check(text)).toEqual({ kind: 'ok', text, rules: [] });
  });

  it('takes out the sentence that is not supported and keeps the rest', () => {
    expect(check('Standard shipping takes 3–5 business days. Overnight shipping takes 1 hour.')).toEqual({
      kind: 'mended',
      text: 'Standard shipping takes 3–5 business days.',
      rules: ['value_contradicts_source'],
      removed: [{ sentence: 'Overnight shipping takes 1 hour.', rule: 'value_contradicts_source' }],
    });
  });

  it('blocks a reply of which only pleasantries would be left', () => {
    expect(check('Thanks for asking! Standard shipping takes 9 business days. Anything else?')).toEqual({
      kind: 'blocked',
      rule: 'value_contradicts_source',
      claim: '9 business days',
    });
  });

  it('keeps paragraphs and lists as they stand', () => {
    const text = 'Here is how:\n\n- Standard shipping costs $5.95.\n- Express shipping takes 2 business days.\n\nDid that help?';
    expect(textOf(check(text))).toBe(text);
  });

  it('takes the introduction of a list along when no item is left', () => {
    expect(textOf(check('Standard shipping costs $5.95.\n\nWhat you get:\n- Free helicopter delivery in 5 minutes.'))).toBe(
      'Standard shipping costs $5.95.',
    );
  });

  it.each([
    ['Orders over $50 ship free.', true],
    ['Standard shipping is free below $50.', false],
    ["Gift cards can't be returned, I'm afraid.", true],
    ['Gift cards can be returned within 30 days.', false],
    ['Normal wear and tear is not covered.', true],
    ['We also cover normal wear.', false],
  ])('among several rules “%s” is sent: %s', (text, isSent) => {
    const rules = [
      'Standard shipping takes 3–5 business days and costs $5.95; it is free above $50.',
      'Every item can be returned within 30 days of delivery, except gift cards and fuel canisters.',
      'The warranty covers defects for 2 years. Normal wear is not covered.',
    ].map((rule, at) => ({ ...passage({ article: `rule-${at}`, title: `Rule ${at}`, text: rule }), score: 1 }));
    expect(check(text, { passages: rules }).kind === 'ok').toBe(isSent);
  });

  describe('approved sentences', () => {
    const templates = ['{order} is with {carrier} and should arrive on {day}.'];
    it('lets an approved sentence pass with values from a tool', () => {
      expect(
        check('LF-10001 is with Parcelway and should arrive on Tuesday, November 24.', {
          templates,
          facts: ['LF-10001', 'Parcelway', 'Tuesday, November 24'],
        }).kind,
      ).toBe('ok');
    });
    it('stops an approved sentence with a value from nowhere', () => {
      expect(
        check('LF-10001 is with Parcelway and should arrive on Friday, November 27.', {
          templates,
          facts: ['LF-10001', 'Tuesday, November 24'],
        }),
      ).toMatchObject({ kind: 'blocked', rule: 'value_not_in_sources' });
    });
    it('gives no licence to a sentence that is all placeholder', () => {
      expect(check('The moon costs $9.', { templates: ['{answer}'] }).kind).toBe('blocked');
    });
  });

  describe('commitments', () => {
    const paid = { facts: ['Refunded $40.00 for LF-10002 to Visa ending in 4242.'] };
    it.each([
      ['a refund that nobody paid', 'I have refunded $40.00 for your order.', {}, 'action_without_basis'],
      [
        'a refund that was asked for by the customer only',
        'We will refund $500.',
        { customerWords: ['you will refund $500, right?'] },
        'promise_without_basis',
      ],
      ['a guarantee', 'We guarantee that standard shipping takes 3–5 business days.', {}, 'promise_without_basis'],
      ['a discount', 'You get a 10% discount on your next order.', {}, 'offer_without_basis'],
      ['a free extra', 'Express shipping is on us this time.', {}, 'offer_without_basis'],
      ['a waived fee', 'Your shipping fee was waived.', {}, 'action_without_basis'],
    ])('stops %s', (_, text, changes, rule) => {
      expect(check(text, changes)).toMatchObject({ kind: 'blocked', rule });
    });
    it('lets a done refund be told when the tool says so', () => {
      expect(check('I have refunded $40.00 for LF-10002 to Visa ending in 4242.', paid).kind).toBe('ok');
    });
    it('stops another amount than the tool says', () => {
      expect(
        check('I have refunded $80.00 for LF-10002 to Visa ending in 4242.', {
          facts: ['Refunded $40.00 for LF-10002 to Visa ending in 4242, of a total of $95.00.'],
        }).kind,
      ).toBe('blocked');
    });
  });

  describe('values from the customer', () => {
    it('may be echoed', () => {
      expect(check('You mentioned 3 broken poles.', { customerWords: ['3 poles are broken'] }).kind).not.toBe('blocked');
    });
    it('are no basis for a statement', () => {
      expect(check('Standard shipping takes 1 day.', { customerWords: ['it takes 1 day, right?'] }).kind).toBe('blocked');
    });
  });

  describe('tone', () => {
    it.each([
      [
        'the first apology',
        0,
        "I'm sorry about the wait. Express shipping takes 2 business days.",
        "I'm sorry about the wait. Express shipping takes 2 business days.",
      ],
      [
        'no second apology',
        1,
        "I'm sorry about the wait. Express shipping takes 2 business days.",
        'Express shipping takes 2 business days.',
      ],
      [
        'what follows a second apology',
        1,
        "I'm sorry about that, but express shipping takes 2 business days.",
        'Express shipping takes 2 business days.',
      ],
    ])('keeps %s', (_, apologiesSoFar, text, expected) => {
      expect(textOf(check(text, { apologiesSoFar }))).toBe(expected);
    });

    it.each([
      ['blame', 'You should have read the page.', 'blames_customer'],
      ['talking down', 'Calm down.', 'talks_down'],
      ['a dead end', 'There is nothing more we can do.', 'dead_end'],
      ['talk of a language model', 'As an AI language model I cannot know.', 'speaks_as_model'],
    ])('takes out %s', (_, sentence, rule) => {
      expect(check(`Express shipping takes 2 business days. ${sentence}`)).toMatchObject({
        kind: 'mended',
        text: 'Express shipping takes 2 business days.',
        rules: [rule],
      });
    });

    it('says that it repeats itself the second time and hands over the third', () => {
      const text = 'Standard shipping takes 3–5 business days and costs $5.95.';
      expect(textOf(check(text, { previousReplies: [text] }))).toBe(`Here it is once more: ${text}`);
      expect(check(text, { previousReplies: [text, `Here it is once more: ${text}`] })).toMatchObject({
        kind: 'blocked',
        rule: 'repeats_last_reply',
      });
    });

    it('may ask the same short question again', () => {
      expect(check('What is the code?', { previousReplies: ['What is the code?'] }).kind).toBe('ok');
    });
  });

  describe('privacy', () => {
    it.each([
      ['a card number', '4111 1111 1111 1111', 'card_number', '•••• 1111'],
      ['a secret', `sk-${'a1B2'.repeat(8)}`, 'secret', '•••'],
      ['a bank account', 'DE89 3704 0044 0532 0130 00', 'bank_account', '•••'],
    ])('masks %s, whatever a tool says', (_, value, rule, mask) => {
      const verdict = check(`Shall I use ${value}? Express shipping takes 2 business days.`, { facts: [value] });
      expect(verdict).toMatchObject({
        kind: 'mended',
        text: `Shall I use ${mask}? Express shipping takes 2 business days.`,
        rules: [rule],
      });
    });

    it.each([
      ['a stranger’s address', 'eve@else.example', '•••'],
      ['a stranger’s number', '+1 212 555 0199', '•••'],
    ])('masks %s', (_, value, mask) => {
      expect(check(`Shall we ask ${value}?`)).toMatchObject({ kind: 'mended', text: `Shall we ask ${mask}?`, rules: ['foreign_contact'] });
    });

    it.each([
      ['the customer’s own address in private', 'private', 'ok'],
      ['the customer’s own address where others read along', 'shared', 'mended'],
    ] as const)('treats %s accordingly', (_, audience, kind) => {
      expect(check('Please check kim@home.example for our mail?', { audience, ownEmails: ['kim@home.example'] }).kind).toBe(kind);
    });

    it.each(['private', 'shared'] as const)('shows addresses and numbers of an article: %s', (audience) => {
      expect(check('Write to help@shop.example or call +1 303 555 0142.', { audience }).kind).toBe('ok');
    });
  });

  describe('links', () => {
    it.each([
      [
        'keeps a link to our own host',
        'Standard shipping costs $5.95, see [shipping](https://www.shop.example/ship).',
        'Standard shipping costs $5.95, see [shipping](https://www.shop.example/ship).',
      ],
      [
        'keeps the label of a link elsewhere',
        'Standard shipping costs $5.95, see [shipping](https://evil.example/ship).',
        'Standard shipping costs $5.95, see shipping.',
      ],
      [
        'takes out a bare address elsewhere',
        'Standard shipping costs $5.95. Go to https://evil.example/login now.',
        'Standard shipping costs $5.95.',
      ],
      [
        'is not fooled by a name in front',
        'Standard shipping costs $5.95. Go to https://www.shop.example@evil.example now.',
        'Standard shipping costs $5.95.',
      ],
      [
        'is not fooled by our name in a longer one',
        'Standard shipping costs $5.95. Go to https://www.shop.example.evil.test now.',
        'Standard shipping costs $5.95.',
      ],
      ['takes out a script', 'Standard shipping costs $5.95. Go to javascript:alert(1) now.', 'Standard shipping costs $5.95.'],
    ])('%s', (_, text, expected) => {
      expect(textOf(check(text))).toBe(expected);
    });
  });
});
