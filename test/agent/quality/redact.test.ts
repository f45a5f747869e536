import { describe, expect, it } from '@jest/globals';
import { redact } from '../../../src/agent/quality/redact.ts';

const found = (text: string): readonly string[] =>
  redact(text).spans.map(({ start, end, type }) => `${type} ${Array.from(text).slice(start, end).join('')}`);

describe('redact', () => {
  it.each([
    ['a card', 'pay with 4111 1111 1111 1111 please', ['CREDIT_CARD 4111 1111 1111 1111']],
    ['an Amex card', 'amex 378282246310005.', ['CREDIT_CARD 378282246310005']],
    ['an IBAN with spaces', 'to DE89 3704 0044 0532 0130 00 today', ['IBAN_CODE DE89 3704 0044 0532 0130 00']],
    ['a lower-case IBAN', 'gb82west12345698765432', ['IBAN_CODE gb82west12345698765432']],
    ['an email address', 'mail kim.o+x@mail.example.com, thanks', ['EMAIL_ADDRESS kim.o+x@mail.example.com']],
    ['an international number', 'call +44 7700 900 123 now', ['PHONE_NUMBER +44 7700 900 123']],
    ['a number in brackets', 'it is (303) 555-0142', ['PHONE_NUMBER (303) 555-0142']],
    ['ten digits after a word for phone', 'my phone is 3035550142', ['PHONE_NUMBER 3035550142']],
    ['an IPv4 address', 'from 203.0.113.7', ['IP_ADDRESS 203.0.113.7']],
    ['an IPv6 address', 'from 2001:db8::7 again', ['IP_ADDRESS 2001:db8::7']],
    ['a social security number', 'ssn 219-09-9999', ['US_SSN 219-09-9999']],
    ['a password', 'my password is Tr4il!mix ok', ['SECRET Tr4il!mix']],
    ['a password after a colon', 'password: sunshine', ['SECRET sunshine']],
    ['a token by its prefix', `use ghp_${'a1'.repeat(18)}`, [`SECRET ghp_${'a1'.repeat(18)}`]],
    ['a one-time code', 'my verification code is 482913', ['SECRET 482913']],
    ['a name that was given as one', 'My name is Ada Lovelace and I wait', ['PERSON Ada Lovelace']],
    ['a street address', 'ship to 12 Pine Street, Apt 4 please', ['STREET_ADDRESS 12 Pine Street, Apt 4']],
  ])('finds %s', (_, text, spans) => {
    expect(found(text)).toEqual(spans);
  });

  it.each([
    'Order LF-10002 and ticket T-1042 are late.',
    'My order number is 4111111111111111.',
    'tracking PW123456789, order #10002',
    'A 16-digit number 4111 1111 1111 1112 with a wrong check digit',
    'I live in 80301 and paid $1,240.50 on 2026-11-22 at 10:15:30.',
    'Update to version 4.2.1.0 or v10.0.0.1 failed.',
    'The tent weighs 1.9 kg and costs 240.00, 3 x 5.95.',
    'my password is not working and my password is wrong',
    'Password: reset please',
    'My name is spelled wrong on the label.',
    'Ref 0123456789, invoice 2026-000123, SKU 88-1234-5678',
    'Call me tomorrow about order 1234567',
    'I bought 2 Ridgeline tents and 14 Trail Socks.',
    '3... 2... 1... liftoff!',
  ])('leaves clean text alone: %s', (text) => {
    expect(redact(text)).toEqual({ text, spans: [] });
  });

  it('counts the offsets of what it takes out in Unicode code points', () => {
    const { text, spans } = redact('😀 kim@mail.example');
    expect(spans).toEqual([{ start: 2, end: 18, type: 'EMAIL_ADDRESS' }]);
    expect(text).toBe('😀 [EMAIL_ADDRESS]');
  });

  it('reads a very long line without waiting', () => {
    const began = performance.now();
    redact(`${'1234 '.repeat(20_000)}${'a'.repeat(50_000)}@`);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
