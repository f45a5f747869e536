import { describe, expect, it } from '@jest/globals';
import { isReservedAddress } from '../../src/domain/reserved-domain.ts';

describe('an address of a reserved domain', () => {
  it.each([
    ['support@larkfield.example', true],
    ['support@EXAMPLE.com', true],
    ['support@mail.example.org', true],
    ['support@shop.test', true],
    ['support@localhost', true],
    ['support@notexample.com', false],
    ['support@example.com.co', false],
    ['support@larkfield.com', false],
    ['support@contest', false],
  ])('%s: %s', (address, reserved) => {
    expect(isReservedAddress(address)).toBe(reserved);
  });
});
