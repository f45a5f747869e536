import { describe, expect, it } from '@jest/globals';
import { codeIn } from '../../../src/agent/conversation/answer-code.ts';

describe('the code in a message', () => {
  it.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    ['123-456', '123456'],
    ['123.456', '123456'],
    ['1 2 3 4 5 6', '123456'],
    ['the code is 123456', '123456'],
    ['code: 123456.', '123456'],
    ['it says 012345!', '012345'],
    ['"123456"', '123456'],
    ['(123456)', '123456'],
    ['123456, and do you ship to Canada?', '123456'],
    ['Hi, 123456\n\nOn Tuesday you wrote', '123456'],
    ['１２３４５６', '123456'],
    ['LF-10001 and the code is 123456', '123456'],
    ['here you go:123456', '123456'],
    ['000000', '000000'],
    ['12345', undefined],
    ['1234567', undefined],
    ['LF-100012', undefined],
    ['my order LF-10001', undefined],
    ['10001', undefined],
    ['it cost $123456', undefined],
    ['it cost 123456.50', undefined],
    ['€123,456', undefined],
    ['call me on 555-123-4567', undefined],
    ['+1 603 555 0101', undefined],
    ['order 1234567890123', undefined],
    ['tracking PW123456789', undefined],
    ['abc123456', undefined],
    ['123456abc', undefined],
    ['', undefined],
    ['the code never came', undefined],
    ['2026-03-10', undefined],
  ])('%j is %p', (text, code) => {
    expect(codeIn(text)).toBe(code);
  });
});
