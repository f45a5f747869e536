import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { languageOf } from '../../src/agent/languages/index.ts';
import { openSupport, type Support } from '../support/agent/open-support.ts';

let support: Support;
beforeEach(async () => {
  support = await openSupport();
}, 30_000);
afterEach(() => support.close());

describe('what was said before', () => {
  it('goes to a human under its own reason when the same answer would be given a third time', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.proves("where's my stuff");
    await mia.says('the daypack');
    const step = await mia.says('it was supposed to be here yesterday');
    expect(step.ticket?.summary.reason).toMatchObject({ kind: 'same_question', times: 3 });
    expect(step.text).toMatch(/^I've told you all that I can see about this/);
  });

  it('keeps an unanswered question about a detail open behind a mere "great"', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.proves('cancel my order please');
    await mia.says('how long do refunds take?');
    const great = await mia.says('great');
    expect([great.after.state.kind, great.after.pending?.kind]).toEqual(['awaiting_customer', 'slot']);
    expect((await mia.says('never mind')).after.state.kind).toBe('resolved');
  });

  it('names the product of a question that hangs on it', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.says('do you have the boots in size 11');
    expect((await mia.says('and 12?')).text).toMatch(/Hiking Boots.*half sizes to 12/);
  });

  it('takes "my last order" for the newest one', async () => {
    const mia = support.customer('mia.keller@example.com');
    expect((await mia.proves('can you cancel my last order')).text).toMatch(/^LF-10001 .* already left our warehouse/);
  });
});

describe('the newest order', () => {
  it.each([
    ['en', 'cancel my latest order'],
    ['es', 'cancela mi último pedido'],
    ['fr', 'annulez ma dernière commande'],
    ['de', 'stornieren Sie meine letzte Bestellung'],
    ['pt', 'cancele o meu último pedido'],
    ['it', 'annulli il mio ultimo ordine'],
    ['nl', 'annuleer mijn laatste bestelling'],
  ])('%s: %j', (code, words) => expect(languageOf(code).words.orders.newest.test(words)).toBe(true));

  it.each(['the last item of my order', 'last order date for Christmas?', 'the last one'])('%j is another', (words) =>
    expect(languageOf('en').words.orders.newest.test(words)).toBe(false),
  );
});
