import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSupport, type Support } from '../support/agent/open-support.ts';

let support: Support;
beforeEach(async () => {
  support = await openSupport();
}, 30_000);
afterEach(() => support.close());

describe('a conversation in another language', () => {
  it('is acknowledged in it while a human has it, and stays in it', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.says('quiero hablar con una persona, por favor');
    const step = await mia.says('mi pedido es LF-10001');
    expect(step.text).toMatch(/^Lo he añadido a T-\d+/);
    expect(step.after.customer.language).toBe('es');
  });
});
