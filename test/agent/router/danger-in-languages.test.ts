import { describe, expect, it } from '@jest/globals';
import { languageOf } from '../../../src/agent/languages/index.ts';
import { findSignals } from '../../../src/agent/router/signals.ts';

const hears = (code: string, text: string) => findSignals(text, [], languageOf(code)).some(({ signal }) => signal === 'reports_danger');

describe('a danger in other languages', () => {
  it.each([
    ['es', 'la cocina explotó y me quemé la mano'],
    ['es', 'la batería se incendió mientras cargaba'],
    ['es', 'huele a gas en toda la tienda'],
    ['es', 'mi hija se tragó la pila de botón'],
    ['es', 'ya no quiero vivir'],
    ['es', 'sé dónde trabajas'],
    ['fr', 'le réchaud a explosé et je me suis brûlé la main'],
    ['fr', 'la lampe a pris feu'],
    ['fr', "j'ai envie de mourir"],
    ['de', 'der Kocher ist explodiert und ich habe mir die Hand verbrannt'],
    ['de', 'die Lampe hat Feuer gefangen'],
    ['pt', 'o fogareiro explodiu e queimei a mão'],
    ['pt', 'a bateria pegou fogo'],
    ['pt', 'meu filho engoliu a pilha da lanterna'],
    ['pt', 'não quero mais viver'],
    ['pt', 'a botija está com fuga de gás'],
    ['it', 'il fornello è esploso e mi sono bruciata la mano'],
    ['it', 'la batteria ha preso fuoco'],
    ['it', 'mio figlio ha ingoiato la pila'],
    ['it', 'siamo finiti in ospedale per colpa del filtro'],
    ['it', 'voglio farla finita'],
    ['nl', 'de brander ontplofte en ik heb mijn hand verbrand'],
    ['nl', 'de accu vloog in brand'],
    ['nl', 'mijn dochter heeft de batterij ingeslikt'],
    ['nl', 'de gasfles lekt gas'],
    ['nl', 'ik wil niet meer leven'],
    ['pt', 'a cadeira quebrou e o meu pai caiu e se machucou'],
    ['pt', 'estou a ser ameaçado pelo vosso estafeta'],
    ['it', "c'è un forte odore di gas"],
    ['it', 'sono finito al pronto soccorso per colpa del filtro'],
    ['it', 'il mio bambino si è strozzato con un pezzo'],
    ['nl', 'het ruikt hier sterk naar gas'],
    ['nl', 'jullie koerier heeft me bedreigd'],
  ])('is heard (%s): %s', (code, text) => {
    expect(hears(code, text)).toBe(true);
  });

  it.each([
    ['es', '¿puede explotar la cocina si hace calor?'],
    ['es', 'la tienda se rompió, quiero mi dinero'],
    ['es', 'mándenlo al hospital, trabajo allí'],
    ['fr', 'est-ce que le réchaud peut prendre feu ?'],
    ['de', 'kann der Akku Feuer fangen?'],
    ['pt', 'pode pegar fogo?'],
    ['pt', 'segurem o pacote até eu voltar de férias'],
    ['pt', 'a barraca rasgou, quero o dinheiro de volta'],
    ['it', 'si è bruciata la lampadina, posso cambiarla?'],
    ['it', 'può prendere fuoco?'],
    ['nl', 'kan de accu in brand vliegen?'],
    ['it', "consegnate all'ospedale di Boise"],
    ['it', "c'è odore di gas quando si accende?"],
    ['pt', 'entreguem no hospital de Boise'],
    ['nl', 'lever aan het ziekenhuis in Boise'],
    ['nl', 'de tent is gescheurd, ik wil mijn geld terug'],
  ])('is not heard (%s): %s', (code, text) => {
    expect(hears(code, text)).toBe(false);
  });
});
