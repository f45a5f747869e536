import { describe, expect, it } from '@jest/globals';
import { createLanguageChooser } from '../../../src/agent/router/choose-language.ts';
import { loadConfig } from '../../../src/config.ts';
import { readPhrases, tested } from '../../languages/language-files.ts';

const config = await loadConfig({}, { folder: import.meta.dirname });
const english = [...Object.values(config.utterances).flatMap((topics) => Object.values(topics).flat()), ...config.outOfScope];
const chooser = createLanguageChooser(english, config.languageFiles);
const settled = (code: string) => ({ code, open: false });
const first = (text: string): string => chooser.choose(text, undefined).code;

describe('the language of a first message', () => {
  /** One wrong in twenty would ask a customer in the wrong language too often. */
  it.each(tested)('is found in at least 95 of 100 short phrases that were frozen before: %s', (code) => {
    const phrases = readPhrases(code, 'detection.yaml');
    const wrong = phrases.filter((text) => first(text) !== code);
    expect(phrases.length).toBeGreaterThanOrEqual(40);
    expect(wrong.length).toBeLessThanOrEqual(phrases.length * 0.05);
  });

  it.each([
    ['en', 'where is my order'],
    ['en', 'no'],
    ['en', 'asdfghjkl'],
    ['es', 'hola'],
    ['fr', 'bonjour'],
    ['pt', 'olá'],
    ['it', 'ciao'],
    ['en', 'LF-10002'],
    ['en', '123456'],
    ['en', ''],
    ['en', '😀👍'],
    ['en', 'the size chart at https://www.larkfield.example/es/tallas does not load'],
    ['es', '¿Dónde está mi Trail Daypack 22L? LF-10001'],
    ['es', 'hola, please help, donde esta mi pedido'],
    ['fr', 'bonjour, où est ma commande'],
    ['de', 'Wo ist mein Enamel Camp Mug Set?'],
    ['pt', 'olá, onde está a minha encomenda'],
    ['it', "ciao, dov'è il mio ordine"],
    ['nl', 'hallo, waar is mijn bestelling'],
  ])('is %s in %j', (code, text) => {
    expect(first(text)).toBe(code);
  });

  it.each([
    ['pl', 'Dzień dobry, gdzie jest moja paczka?'],
    ['cs', 'Dobrý den, kde je moje objednávka?'],
    ['sv', 'Hej, var är min beställning?'],
    ['da', 'Hvor er min pakke?'],
    ['fi', 'Missä on minun tilaukseni?'],
    ['tr', 'Siparişim nerede, hala gelmedi'],
    ['hu', 'Hol van a csomagom? Köszönöm'],
    ['ru', 'Где мой заказ?'],
    ['zh', '我的订单在哪里?'],
    ['ja', '注文した商品はどこですか'],
    ['ar', 'أين طلبي؟'],
  ])('may be one that we do not speak: %s in %j', (code, text) => {
    expect(first(text)).toBe(code);
  });
});

describe('the language of a conversation', () => {
  it.each([
    ['en', 'ok perfecto'],
    ['en', 'no gracias'],
    ['en', 'the tent is called "Casa de la Montaña"'],
    ['es', 'ok'],
    ['es', 'yes'],
    ['es', 'LF-10002'],
    ['es', '19 Elm Road, Portland, OR 97201'],
    ['es', 'Enamel Camp Mug Set'],
    ['de', 'refund, bitte'],
    ['nl', 'Ja, doe maar'],
  ])('stays %s after %j', (spoken, text) => {
    expect(chooser.choose(text, settled(spoken)).code).toBe(spoken);
  });

  it.each([
    ['en', 'es', '¿y dónde está mi otro pedido?'],
    ['es', 'en', 'sorry, I do not really speak Spanish, where is my parcel?'],
    ['en', 'de', 'ich möchte die Tassen zurückgeben'],
    ['de', 'fr', 'est-ce que vous pouvez annuler ma commande'],
  ])('changes from %s to %s with a clear sentence: %j', (spoken, code, text) => {
    expect(chooser.choose(text, settled(spoken)).code).toBe(code);
  });

  it.each([
    ['en', 'English please', true],
    ['en', 'in English, por favor', true],
    ['es', 'en español, por favor', true],
    ['de', 'auf Deutsch bitte', true],
    ['de', 'Können Sie bitte auf Deutsch antworten?', false],
    ['fr', 'parlez-vous français ?', true],
    ['es', 'do you speak Spanish?', false],
    ['pt', 'pode responder em português?', false],
    ['it', 'in italiano per favore', true],
    ['nl', 'kunt u in het Nederlands antwoorden?', false],
  ])('becomes %s when a customer asks for it: %j', (code, text, only) => {
    expect(chooser.choose(text, settled('en'))).toMatchObject({ code, ...(only && { onlyAsked: true }) });
  });

  it.each([
    'do you have the manual in Spanish?',
    'the English instructions are missing',
    '¿tienen el manual en inglés?',
    'is the tent made in Dutch factories',
  ])('does not change because a language is spoken of: %j', (text) => {
    const spoken = first(text);
    expect(chooser.choose(text, settled(spoken))).toMatchObject({ code: spoken, onlyAsked: false });
  });
});

describe('a greeting that several languages share', () => {
  it.each([
    ['nl', 'hallo'],
    ['de', 'hallo'],
    ['de', 'Hallo!'],
    ['es', 'ok'],
  ])('is answered in what the customer spoke last: %s, %j', (code, text) => {
    expect(chooser.choose(text, { code, open: true })).toMatchObject({ code, because: 'open' });
  });

  it.each([
    ['de', 'nl', 'mijn pakket?'],
    ['nl', 'de', 'meine Bestellung?'],
    ['de', 'es', 'mi pedido'],
    ['nl', 'en', 'where is my order'],
  ])('leaves the language to the next words: after %s to %s by %j', (answered, code, text) => {
    expect(chooser.choose(text, { code: answered, open: true })).toMatchObject({ code });
  });

  it.each([
    ['hallo', true],
    ['ok', true],
    ['Guten Tag', false],
    ['hoi', false],
    ['hola', false],
    ['hallo, wo ist mein Paket?', false],
  ])('leaves it open: %j %s', (text, open) => {
    expect(chooser.isOpen(text)).toBe(open);
  });
});
