import { describe, expect, it } from '@jest/globals';
import { languageOf } from '../../../src/agent/languages/index.ts';
import { findSignals } from '../../../src/agent/router/signals.ts';

const raised = (code: string, text: string): readonly string[] => findSignals(text, [], languageOf(code)).map(({ signal }) => signal);

describe('a colleague by name, a promised call and another amount', () => {
  it.each([
    ['de', 'asks_for_human', 'Herr Brandt bearbeitet meinen Fall, bitte verbinden Sie mich mit ihm'],
    ['de', 'asks_for_human', 'der Rückruf war für Montag vereinbart'],
    ['de', 'disputes_charge', 'laut Bestellung 30, abgebucht wurden 60'],
    ['nl', 'asks_for_human', 'Sanne had mijn zaak, laat haar me bellen'],
    ['nl', 'asks_for_human', 'wanneer belt er iemand terug?'],
    ['nl', 'disputes_charge', 'volgens de mail 30 euro, er is 60 euro afgeschreven'],
    ['es', 'asks_for_human', 'Lucía llevaba mi caso, quiero hablar con ella'],
    ['es', 'asks_for_human', 'quedaron en llamarme el lunes'],
    ['es', 'disputes_charge', 'la web dice 30 y me cobraron 60'],
    ['fr', 'asks_for_human', 'Nadia traitait mon dossier, pouvez-vous me la passer ?'],
    ['fr', 'asks_for_human', 'vous deviez me rappeler lundi'],
    ['fr', 'disputes_charge', 'le panier disait 30, on m’a prélevé 60'],
    ['pt', 'asks_for_human', 'a Marta estava a tratar do meu pedido, posso falar com ela?'],
    ['pt', 'asks_for_human', 'ficaram de me ligar na segunda'],
    ['pt', 'disputes_charge', 'era 30 e cobraram 60'],
    ['it', 'asks_for_human', 'Giulia seguiva il mio caso, vorrei sentirla'],
    ['it', 'asks_for_human', 'quando mi richiamate?'],
    ['it', 'disputes_charge', 'doveva essere 30, invece mi hanno addebitato 60'],
  ])('is heard in %s, %s: %s', (code, signal, text) => {
    expect(raised(code, text)).toContain(signal);
  });

  it.each([
    ['de', 'wann ruft der Fahrer an?'],
    ['de', 'am 3. Mai wurden 45 Euro abgebucht'],
    ['de', 'mein Bruder hatte die gleiche Frage'],
    ['nl', 'wanneer belt de bezorger me?'],
    ['nl', 'er is 45 euro afgeschreven op 3 mei'],
    ['es', '¿cuándo me llama el repartidor?'],
    ['es', 'me cobraron 45 dólares el 3 de mayo'],
    ['fr', 'quand le livreur va m’appeler ?'],
    ['fr', 'vous avez prélevé 45 euros le 3 mai'],
    ['pt', 'quando me liga o estafeta?'],
    ['it', 'quando mi chiama il corriere?'],
  ])('is not heard in %s: %s', (code, text) => {
    expect(raised(code, text).filter((signal) => signal === 'asks_for_human' || signal === 'disputes_charge')).toEqual([]);
  });

  it.each([
    ['de', 'das Baby hat die Batterie verschluckt'],
    ['nl', 'mijn zoontje heeft een batterij doorgeslikt'],
    ['es', 'el niño se tragó la pila'],
    ['fr', 'ça sent très fort le gaz ici'],
    ['pt', 'a menina engoliu a pilha'],
    ['it', 'il bimbo ha ingoiato la batteria'],
  ])('nor is danger missed in %s: %s', (code, text) => {
    expect(raised(code, text)).toContain('reports_danger');
  });
});
