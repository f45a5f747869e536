import { beforeAll, describe, expect, it } from '@jest/globals';
import { catalogueIn, languageOf } from '../../../src/agent/languages/index.ts';
import { productsSaid } from '../../../src/agent/languages/catalogue-words.ts';
import { indexProductNames } from '../../../src/agent/router/product-names.ts';
import { entitiesInShop } from '../../../src/agent/router/in-the-shop.ts';
import { loadConfig, type Config } from '../../../src/config.ts';
import { campProducts } from '../../../src/tools/demo-shop/seed/camp-products.ts';
import { trailProducts } from '../../../src/tools/demo-shop/seed/trail-products.ts';

let config: Config;
beforeAll(async () => {
  config = await loadConfig({}, { folder: import.meta.dirname });
});

const wordsOf = (code: string) => catalogueIn(languageOf(code), config.playbook);
const said = (code: string, text: string): readonly string[] => productsSaid(text, wordsOf(code));
const features = (code: string, text: string) =>
  wordsOf(code)
    .find(text)
    .flatMap((word) => word.features);
const CODES = ['de', 'nl', 'es', 'fr', 'pt', 'it'];

describe('what customers call a product in their language', () => {
  it.each([
    ['de', 'Wo bleibt das Zelt?', ['tent']],
    ['de', 'meine Zelte und die Rucksäcke', ['tent', 'trail daypack', 'summit pack']],
    ['de', 'DIE STIRNLAMPE blinkt', ['headlamp']],
    ['de', 'Reißverschluss am Schlafsack', ['sleeping bag', 'down bag']],
    ['de', 'der Schlafsackreissverschluss klemmt', ['sleeping bag', 'down bag']],
    ['de', 'die Zeltstangen', []],
    ['de', 'Stiefelsohle lose', ['hiking boots']],
    ['de', 'Rucksackträger gerissen', ['trail daypack', 'summit pack']],
    ['nl', 'mijn tenten en rugzakken', ['tent', 'trail daypack', 'summit pack']],
    ['nl', 'de wandelschoenen zijn te klein', ['hiking boots']],
    ['nl', 'de slaapzakrits is stuk', ['sleeping bag', 'down bag']],
    ['nl', 'laarzen en bekers', ['mug', 'hiking boots']],
    ['es', 'las tazas llegaron rotas', ['mug']],
    ['es', 'mi tienda de campaña', ['tent']],
    ['es', 'dos sacos de dormir', ['sleeping bag', 'down bag']],
    ['es', 'los bastones y la linterna frontal', ['trekking poles', 'headlamp']],
    ['fr', 'la lampe frontale et les bâtons', ['headlamp', 'trekking poles']],
    ['fr', 'mes sacs à dos', ['trail daypack', 'summit pack']],
    ['fr', 'les tasses', ['mug']],
    ['pt', 'as barracas e os bastões', ['tent', 'trekking poles']],
    ['pt', 'o saco-cama', ['sleeping bag', 'down bag']],
    ['it', 'le tende e gli zaini', ['tent', 'trail daypack', 'summit pack']],
    ['it', 'le giacche impermeabili, la giacca', ['storm shell jacket']],
    ['it', 'il sacco a pelo', ['sleeping bag', 'down bag']],
  ])('is known in %s: %s', (code, text, products) => {
    expect([...said(code, text)].toSorted()).toEqual([...products].toSorted());
  });

  it.each([
    ['de', 'ich koche heute, wir kochen und plane meinen Urlaub'],
    ['de', 'auf dem Zeltplatz und beim Zeltlager'],
    ['de', 'Rucksacktouristen, Stuhlgang, Tischler, Lampenfieber'],
    ['de', 'Hutschnur, Behutsamkeit, Mützenich, Bergtour, Wanderung'],
    ['de', 'Taschengeld und Rückgaberecht, Umtausch, Rechnung'],
    ['nl', 'vakantie, hoofdzaak, tafelzout, bandbreedte, stoelendans'],
    ['nl', 'pannenkoek, jasmijn, zakelijk, bergtop'],
    ['es', '¿dónde está la tienda en Madrid? pagué con tarjeta de crédito'],
    ['es', 'la cocina de mi casa, el mes pasado'],
    ['fr', 'je tenterai encore, la tentative, le magasin'],
    ['pt', 'o cartão de crédito, os termos, a loja'],
    ['it', 'ho pagato con la carta di credito, il negozio'],
  ])('is not heard in other words of %s: %s', (code, text) => {
    expect(said(code, text)).toEqual([]);
  });

  it.each([
    ['de', 'wie schwer ist das, und ist es wasserdicht?', ['weight', 'waterproof']],
    ['nl', 'hoe zwaar', ['weight']],
    ['es', '¿cuánto pesa?', ['weight']],
    ['fr', 'sont-elles imperméables ?', ['waterproof']],
    ['pt', 'dá para lavar?', ['washable']],
    ['it', 'quanto pesano?', ['weight']],
  ])('and what they ask about it, in %s: %s', (code, text, asked) => {
    expect(features(code, text)).toEqual(asked);
  });

  it.each(CODES)('has a word for every product of the shop: %s', (code) => {
    const rows = Object.keys(config.playbook.productWords[code]?.products ?? {});
    const nameless = [...campProducts, ...trailProducts].filter(
      ({ name }) => !rows.some((english) => english.split(/[ -]/).every((word) => name.toLowerCase().includes(word.replace(/s$/, '')))),
    );
    expect(nameless.map(({ name }) => name)).toEqual([]);
  });

  it.each([
    ['de', 'das Ridgeline-Zelt für 2 Personen ist da', ['Ridgeline 2-Person Tent']],
    ['de', 'die Hängematte', ['Hammock']],
    ['de', 'der Rucksack', []],
    ['fr', 'la tente Basecamp 6 places', ['Basecamp 6-Person Tent']],
    ['es', 'el filtro de agua', ['Water Filter']],
    ['nl', 'mijn hangmat', ['Hammock']],
  ])('makes a product of the catalogue where only one is meant, in %s: %s', (code, text, products) => {
    const names = indexProductNames([...campProducts, ...trailProducts].map(({ name }) => name));
    const found = entitiesInShop([], text, { today: { year: 2026, month: 3, day: 18 }, products: names, catalogue: wordsOf(code) });
    expect(found.map(({ value }) => value)).toEqual(products);
  });

  it('is looked for in linear time in a word that never ends', () => {
    const timeOf = (length: number): number => {
      const started = process.cpuUsage().user;
      for (const piece of ['zelt', 'schlafsack', 'zelt ', 'saco de ']) for (const code of CODES) wordsOf(code).find(piece.repeat(length));
      return process.cpuUsage().user - started;
    };
    timeOf(500);
    const quickest = (length: number): number => Math.min(...[1, 2, 3].map(() => timeOf(length)));
    expect(quickest(4_000) / Math.max(1, quickest(2_000))).toBeLessThan(4);
  });
});
