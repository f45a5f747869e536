import { describe, expect, it } from '@jest/globals';
import { english } from '../../../src/agent/languages/english/english.ts';
import { addressAnswer, addressIn } from '../../../src/agent/handlers/address-in.ts';

describe('a postal address in a sentence', () => {
  it.each([
    ['send it to 12 Elm Road, Dover, NH 03820', '12 Elm Road, Dover, NH 03820'],
    ['please ship LF-10009 to 400 Main St Denver CO 80202', '400 Main St Denver CO 80202'],
    ['12 Oak Street, Portland, OR 97201 instead', '12 Oak Street, Portland, OR 97201'],
    ['my new address is 7 Birch Lane, Apt 4, Bath, ME 04530, thanks', '7 Birch Lane, Apt 4, Bath, ME 04530'],
    ['19B Harbour View Drive, Salem, MA 01970 please', '19B Harbour View Drive, Salem, MA 01970'],
    ['to P.O. Box 118, Taos, NM 87571', 'P.O. Box 118, Taos, NM 87571'],
    ['PO Box 9, Nome, AK 99762', 'PO Box 9, Nome, AK 99762'],
    ['1600 Pennsylvania Ave NW, Washington, DC 20500', '1600 Pennsylvania Ave NW, Washington, DC 20500'],
    ['change it to 5 W 31st St, New York, NY 10001 before it ships', '5 W 31st St, New York, NY 10001'],
    ['22 Rue Way, Québec, QC G1R 4P5', '22 Rue Way, Québec, QC G1R 4P5'],
    ['can you change the address?', undefined],
    ['send it somewhere else', undefined],
    ['order 10009 goes to the wrong place', undefined],
    ['I ordered 2 tents on the way home', undefined],
    ['it has been 5 days', undefined],
    ['', undefined],
  ])('%j: %p', (text, address) => {
    expect(addressIn(text, english.words)).toBe(address);
  });

  it('is found in bounded time in a very long message', () => {
    const started = performance.now();
    addressIn(`${'12 Elm '.repeat(20_000)}Road`, english.words);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('the answer to “which address?”', () => {
  it.each([
    ['12 Elm Road, Dover, NH 03820', '12 Elm Road, Dover, NH 03820'],
    ['12 Elm Road\nDover, NH 03820', '12 Elm Road, Dover, NH 03820'],
    ['Broadway 120, 4th floor, Boise, ID 83702', 'Broadway 120, 4th floor, Boise, ID 83702'],
    ['my new address is: Unit 7, The Maltings, Troy, NY 12180', 'Unit 7, The Maltings, Troy, NY 12180'],
    ['no', undefined],
    ['the same as before', undefined],
    ['what do you need exactly?', undefined],
    ['03820', undefined],
    ['x'.repeat(300), undefined],
  ])('%j: %p', (text, address) => {
    expect(addressAnswer(text, english.words)).toBe(address);
  });
});
