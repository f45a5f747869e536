import { describe, expect, it } from '@jest/globals';
import { loadLanguageWords } from '../../../src/domain/text/language-words.ts';

describe('words of a language', () => {
  it.each([
    ['en', 'refund refunds refunded refunding'],
    ['es', 'cancelar cancelado cancelación cancelacion CANCELACIONES'],
    ['es', 'reembolso reembolsos reembolsar reembolsado'],
    ['fr', 'rembourser remboursement remboursé remboursée remboursee rembourse'],
    ['fr', "annuler l'annulation d’annulation annulé"],
    ['de', 'Rückgabe Rueckgabe Ruckgabe Rückgaben'],
    ['de', 'Bestellung Bestellungen bestellen'],
    ['pt', 'devolução devoluções devolucao devolucoes'],
    ['pt', 'cancelar cancelamento cancelado cancelei'],
    ['it', "rimborso rimborsi rimborsare rimborsato l'rimborso"],
    ['nl', 'bestelling bestellingen bestellen'],
  ])('have one stem in %s: %s', async (language, forms) => {
    const words = await loadLanguageWords(language);
    expect(new Set(words.stemsOf(forms)).size).toBe(1);
  });

  it.each([
    ['en', 'where is my parcel', ['parcel']],
    ['es', '¿Dónde está mi paquete?', ['paquet']],
    ['fr', "Où est le colis que j'ai commandé ?", ['colis', 'command']],
    ['de', 'Wo ist denn mein Paket?', ['paket']],
    ['pt', 'Onde está a minha encomenda?', ['encomend']],
    ['it', "Dov'è il mio pacco?", ['pacc']],
    ['nl', 'Waar is mijn pakket?', ['pakket']],
  ])('leave out what says nothing in %s: %s', async (language, text, stems) => {
    expect((await loadLanguageWords(language)).stemsOf(text)).toEqual(stems);
  });

  it('are taken whole, without accents, in a language that has no stems here', async () => {
    expect((await loadLanguageWords('pl')).stemsOf('Zwróć paczkę')).toEqual(['zwroc', 'paczke']);
  });
});
