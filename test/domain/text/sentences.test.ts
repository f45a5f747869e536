import { describe, expect, it } from '@jest/globals';
import { sentencesOf } from '../../../src/domain/text/sentences.ts';

describe('sentences', () => {
  it.each([
    ['two sentences', 'It ships today. It arrives on Monday.', ['It ships today.', 'It arrives on Monday.']],
    ['questions and exclamations', 'Really?! Yes! Good.', ['Really?!', 'Yes!', 'Good.']],
    ['amounts', 'It costs $5.95. Express is $14.95.', ['It costs $5.95.', 'Express is $14.95.']],
    ['abbreviations', 'Bring footwear, e.g. boots. Then go.', ['Bring footwear, e.g. boots.', 'Then go.']],
    ['times of day', 'We close at 6 p.m. Eastern. Call earlier.', ['We close at 6 p.m. Eastern.', 'Call earlier.']],
    ['addresses of pages', 'See www.shop.example/help. Thanks.', ['See www.shop.example/help.', 'Thanks.']],
    ['the day of a German month', 'Sie kam am 7. März an. Danke.', ['Sie kam am 7. März an.', 'Danke.']],
    ['a closing quote', 'It says “done.” Go on.', ['It says “done.”', 'Go on.']],
    ['numbered lines', '1. Open it.\n2. Close it.', ['1. Open it.', '2. Close it.']],
    ['a text without an end', 'no full stop', ['no full stop']],
    ['nothing', ' \n ', []],
  ])('keeps %s whole', (_, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});
