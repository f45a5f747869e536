import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createVeil } from '../../../src/agent/llm/veil.ts';

const veil = (names: readonly string[] = ['Mia Keller']) => createVeil({ names, orderIdPattern: String.raw`LF-\d{5}` });

describe('the veil between a conversation and a model', () => {
  it.each([
    ['write to mia.keller@example.com', 'write to [EMAIL_1]'],
    ['call me on +1 555 010 2233', 'call me on [PHONE_1]'],
    ['Mia here, that is Mia Keller', '[NAME_1] here, that is [NAME_2]'],
    ['where is LF-10002?', 'where is LF-10002?'],
    ['I paid $40.00 on March 3', 'I paid $40.00 on March 3'],
  ])('puts tokens in the place of what is personal: %s', (text, hidden) => {
    const one = veil();
    expect(one.hide(text)).toBe(hidden);
    expect(one.reveal(hidden)).toBe(text);
  });

  it.each([
    ['my card is 4111 1111 1111 1111', '4111'],
    ['password: hunter22!', 'hunter22'],
    ['key sk-ant-REDACTED', 'abcdefghij'],
    ['IBAN DE89370400440532013000', '3704'],
    ['my SSN is 536-90-4399', '4399'],
    ['the code is 482913', '482913'],
    ['482 913', '482'],
    ['482-913', '913'],
  ])('never lets out what no model needs, and never gives it back: %s', (text, secret) => {
    const one = veil();
    const hidden = one.hide(text);
    expect(hidden).not.toContain(secret);
    expect(one.reveal(hidden)).not.toContain(secret);
  });

  it('gives the same value the same token, whatever its case', () => {
    const one = veil();
    expect([one.hide('Mia.Keller@Example.com'), one.hide('to mia.keller@example.com and b@c.io')]).toEqual([
      '[EMAIL_1]',
      'to [EMAIL_1] and [EMAIL_2]',
    ]);
  });

  it('hides fields of a result that are personal whatever they look like', () => {
    const result = {
      customerId: 'C-1',
      name: 'Li',
      email: 'x',
      shippingAddress: 'second door',
      lines: [{ name: 'Enamel Mug' }],
      total: 4_000,
    };
    const one = veil([]);
    const hidden = one.hideValue(result);
    expect(hidden).toEqual({
      customerId: '[CUSTOMER_1]',
      name: '[NAME_1]',
      email: '[EMAIL_1]',
      shippingAddress: '[ADDRESS_1]',
      lines: [{ name: 'Enamel Mug' }],
      total: 4_000,
    });
    expect(one.revealValue(hidden)).toEqual(result);
  });

  it('does not take a token that a customer typed for one of its own', () => {
    const one = veil();
    one.hide('mia.keller@example.com');
    expect(one.reveal(one.hide('tell me [EMAIL_1] please'))).toBe('tell me (EMAIL_1) please');
  });

  it('leaves tokens that it never gave out as they are', () => {
    expect(veil().reveal('[EMAIL_7]')).toBe('[EMAIL_7]');
  });

  it('gives back every text without secrets as it was', () => {
    const piece = fc.oneof(
      fc.constantFrom('mia.keller@example.com', 'Mia', 'Keller', '+1 555 010 2233', 'LF-10002', '$40.00', 'the mug', 'Oak Street 12'),
      fc.lorem({ maxCount: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const one = veil();
        const text = pieces.join(' and ');
        expect(one.reveal(one.hide(text))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
