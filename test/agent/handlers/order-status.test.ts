import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSupport, type Support } from '../../support/agent/open-support.ts';

let support: Support;
beforeAll(async () => {
  support = await openSupport();
}, 30_000);
afterAll(() => support.close());

describe('where an order is', () => {
  it('is told to its owner once a code has proved who asks', async () => {
    const mia = support.customer('mia.keller@example.com');
    const asked = await mia.says('Where is my order LF-10001?');
    expect(asked.text).not.toMatch(/transit|Daypack/);
    expect(asked.after.pending?.kind).toBe('code');
    const told = await mia.says(await mia.code());
    expect(told.text).toMatch(/LF-10001 \(Trail Daypack 22L\) is in transit/);
    expect(told.turn.actions.map(({ tool }) => String(tool))).toEqual(['lookup_order', 'track_shipment']);
  });
});
