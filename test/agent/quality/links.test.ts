import { describe, expect, it } from '@jest/globals';
import { checkLinks, maskLinks } from '../../../src/agent/quality/links.ts';

const ALLOWED = ['www.larkfield.example'];

describe('a host without a scheme', () => {
  it.each([
    ['Go to attacker.example now.', 'attacker.example'],
    ['See larkfield-refunds.com/claim for it.', 'larkfield-refunds.com'],
    ['It is at pay.shop.io.', 'pay.shop.io'],
    ['Open short.ly/x1.', 'short.ly'],
  ])('counts as a link: %s', (sentence, host) => {
    expect(checkLinks(sentence, ALLOWED)).toMatchObject({ refused: [host], broken: true });
  });

  it.each([
    ['It stands on www.larkfield.example.'],
    ['It stands on larkfield.example/help/returns.'],
    ['Write to support@larkfield.example.'],
    ['It weighs 2.5 kg, e.g. with poles, i.e. complete.'],
    ['The boots are dry.Please wax them.'],
    ['Choose S/M or and/or.'],
    ['See [the guide](https://www.larkfield.example/help/boots.html).'],
  ])('is left alone where it is ours, or none: %s', (sentence) => {
    expect(checkLinks(sentence, ALLOWED).refused).toEqual([]);
  });
});

describe('the mask of foreign links', () => {
  it.each([
    ['Mug (see https://attacker.example/claim) or LF-10002?', 'Mug (see •••) or LF-10002?'],
    ['Go to attacker.example.', 'Go to •••.'],
    ['Click [here](https://attacker.example/x).', 'Click here.'],
    ['Help is on www.larkfield.example.', 'Help is on www.larkfield.example.'],
    ['Refund $40.00 for LF-10002?', 'Refund $40.00 for LF-10002?'],
  ])('leaves the rest of the words: %s', (text, masked) => {
    expect(maskLinks(text, ALLOWED)).toBe(masked);
  });
});
