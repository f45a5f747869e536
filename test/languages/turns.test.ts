import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSupport, type Support } from '../support/agent/open-support.ts';

let support: Support;
beforeAll(async () => {
  support = await openSupport();
}, 30_000);
afterAll(() => support.close());

describe('a conversation in another language', () => {
  it('is acknowledged in it while a human has it, and stays in it', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.says('quiero hablar con una persona, por favor');
    const step = await mia.says('mi pedido es LF-10001');
    expect(step.text).toMatch(/^Lo he añadido a T-\d+/);
    expect(step.after.customer.language).toBe('es');
  });
});

describe('an order', () => {
  it.each([
    ['priya.raman@example.com', '¿cómo va el pedido que llegó el sábado pasado?', 'LF-10005'],
    ['elena.rossi@example.com', 'waar is de bestelling van gisteren?', 'LF-10009'],
    ['priya.raman@example.com', "dov'è il mio ordine con la maglia termica?", 'LF-10004'],
    ['noah.williams@example.com', 'wo ist mein Campingstuhl?', 'LF-10020'],
    ['noah.williams@example.com', 'où est ma chaise de camping ?', 'LF-10020'],
    ['noah.williams@example.com', 'onde está a minha cadeira?', 'LF-10020'],
  ])('is found by what is in it or when it was: %s, %s', async (email, words, orderId) => {
    const step = await support.customer(email).proves(words);
    expect(step.after.memory.orderId).toBe(orderId);
  });
});

describe('a question about a product', () => {
  it.each([
    ['haben Sie die Stirnlampe auf Lager?', /Headlamp 400\*{0,2}, .*auf Lager/],
    ['¿cuánto cuesta la hamaca?', /Hammock\*{0,2}, /],
    ['quel est le prix de la glacière ?', /Cooler Box\*{0,2}, /],
    ['wie schwer ist die Hängematte?', /auf Englisch: „.*Weight 1 lb 3 oz/],
    ['zijn de wandelschoenen waterdicht?', /in het Engels: “Waterproof/],
  ])('is answered from the catalogue: %s', async (words, answer) => {
    expect((await support.customer('mia.keller@example.com').says(words)).text).toMatch(answer);
  });
});
