import { describe, expect, it } from '@jest/globals';
import { languageOf } from '../../../src/agent/languages/index.ts';
import { findEntities } from '../../../src/agent/router/entities.ts';

const found = (code: string, text: string): readonly string[] =>
  findEntities(text, 'LF-\\d{5}', languageOf(code).words.values).map(({ type, value }) => `${type} ${value}`);

describe('amounts, dates and phone numbers of a language', () => {
  it.each([
    ['es', 'me cobraron 1.240,50 dólares el 14 de marzo de 2026', ['amount USD 1240.50', 'date 2026-03-14']],
    ['es', 'llegó el 3/4/2026', ['date 2026-04-03']],
    ['fr', "j'ai payé 12,50 euros le 1er mars 2026", ['amount EUR 12.50', 'date 2026-03-01']],
    ['de', 'am 3. April 2026 45 Euro bezahlt', ['date 2026-04-03', 'amount EUR 45.00']],
    ['pt', 'pedido LF-10002 de 5 de maio de 2026', ['order_id LF-10002', 'date 2026-05-05']],
    ['it', 'ho pagato 99 centesimi', ['amount USD 0.99']],
    ['nl', 'op 2 mei 2026 betaald', ['date 2026-05-02']],
    ['es', 'mi teléfono es 6012345678', ['phone 6012345678']],
    ['de', '31.13.2026', []],
  ])('in %s: %s', (code, text, entities) => {
    expect(found(code, text)).toEqual(entities);
  });

  it('keep the place of what was written with accents', () => {
    const [amount] = findEntities('añadí 40 dólares más', 'LF-\\d{5}', languageOf('es').words.values);
    expect(amount).toMatchObject({ text: '40 dólares', start: 6, end: 16 });
  });
});
