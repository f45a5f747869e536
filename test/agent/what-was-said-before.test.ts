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

describe('an order', () => {
  it.each([
    ['my tent leaks, I want my money back'],
    ['refund for the sleeping bag please'],
    ['mein Zelt ist undicht, ich will mein Geld zurück'],
  ])('is asked for rather than guessed when %j names what is in none', async (words) => {
    const step = await support.customer('mia.keller@example.com').proves(words);
    expect([step.after.pending?.about, step.turn.actions.map(({ tool }) => tool)]).toEqual(['order_id', ['lookup_order']]);
    expect(step.text).toMatch(/LF-10001.*LF-10002/s);
  });

  it.each([['the box was crushed, I want a refund'], ['I changed my mind, refund please'], ['refund the mug set']])(
    'is the likeliest for %j',
    async (words) => {
      expect((await support.customer('mia.keller@example.com').proves(words)).text).toMatch(/\$40\.00.*LF-10002/s);
    },
  );
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

describe('a proposal', () => {
  it.each(['ok then leave it', 'yes I know, keep the money', 'ok I keep them', 'yes to my old card'])('%j pays nothing', async (words) => {
    const mia = support.customer('mia.keller@example.com');
    await mia.proves('refund please');
    expect((await mia.says(words)).turn.actions.filter(({ tool }) => tool === 'process_refund')).toEqual([]);
  });

  it('is corrected by what describes another order', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.proves('refund please');
    expect((await mia.says('no not that one, the daypack')).text).toMatch(/^I can't refund LF-10001/);
  });

  it('says that money is what we can give when a replacement is wanted', async () => {
    const mia = support.customer('mia.keller@example.com');
    const step = await mia.proves('one of my mugs arrived broken, please send me a new one');
    expect(step.text).toMatch(/^I can't send a replacement.*Refund \$40\.00 for LF-10002.*yes or no/s);
  });

  it('never makes a name of a yes', async () => {
    const mia = support.customer('mia.keller@example.com');
    await mia.proves('my name is wrong on my account');
    expect((await mia.says('yes')).after.pending).toMatchObject({ kind: 'slot', about: 'new_value' });
    expect((await mia.says('Mia Kellner')).text).toMatch(/Change the name on your account to Mia Kellner/);
  });
});
