import { describe, expect, it } from '@jest/globals';
import { DATE_MEANINGS } from '../../../src/agent/languages/date-words.ts';
import { languageOf, languages } from '../../../src/agent/languages/index.ts';
import { findEntities } from '../../../src/agent/router/entities.ts';
import { dayOf } from '../../../src/agent/router/relative-day.ts';
import { ORDER_IDS } from './shop-router.ts';

/** A Wednesday. */
const WEDNESDAY = { year: 2026, month: 3, day: 18 };
const meant = (code: string, text: string) =>
  findEntities(text, ORDER_IDS, languageOf(code).words.values)
    .filter(({ type }) => type === 'date')
    .map(({ value }) => dayOf(value, WEDNESDAY) ?? value);

/** One row a meaning: what it is on that Wednesday, and how each language says it. */
const SAID: readonly (readonly [day: string, words: Readonly<Record<string, string>>])[] = [
  [
    '2026-03-18',
    {
      de: 'ich hab es heute früh bestellt',
      nl: 'vanochtend besteld',
      es: 'lo pedí esta mañana',
      fr: "commandé aujourd'hui",
      pt: 'comprei hoje de manhã',
      it: "l'ho ordinato stamattina",
    },
  ],
  [
    '2026-03-17',
    {
      de: 'gestern Abend bestellt',
      nl: 'gisteravond besteld',
      es: 'lo pedí anoche',
      fr: 'commandé hier soir',
      pt: 'pedi ontem à noite',
      it: 'ordinato ieri sera',
    },
  ],
  [
    '2026-03-16',
    {
      de: 'vorgestern gekauft',
      nl: 'eergisteren gekocht',
      es: 'lo compré anteayer',
      fr: 'acheté avant-hier',
      pt: 'comprei anteontem',
      it: "comprato l'altro ieri",
    },
  ],
  [
    '2026-03-19',
    { de: 'kommt es morgen?', nl: 'komt het morgen?', es: '¿llega mañana?', fr: 'demain ?', pt: 'chega amanhã?', it: 'arriva domani?' },
  ],
  [
    '2026-03-20',
    { de: 'bis übermorgen', nl: 'overmorgen', es: 'pasado mañana', fr: 'après-demain', pt: 'depois de amanhã', it: 'dopodomani' },
  ],
  [
    '2026-03-15',
    {
      de: 'vor 3 Tagen',
      nl: 'drie dagen geleden',
      es: 'hace tres días',
      fr: 'il y a trois jours',
      pt: 'há três dias',
      it: 'tre giorni fa',
    },
  ],
  [
    '2026-03-04',
    {
      de: 'vor zwei Wochen',
      nl: '2 weken terug',
      es: 'hace dos semanas',
      fr: 'il y a quinze jours',
      pt: 'faz duas semanas',
      it: 'due settimane fa',
    },
  ],
  [
    '2026-02-18',
    { de: 'vor etwa einem Monat', nl: 'een maand geleden', es: 'hace un mes', fr: 'il y a un mois', pt: 'há um mês', it: 'un mese fa' },
  ],
  [
    '2025-03-18',
    { de: 'vor einem Jahr', nl: 'een jaar geleden', es: 'hace un año', fr: 'il y a un an', pt: 'há um ano', it: 'un anno fa' },
  ],
  [
    '2026-03-23',
    {
      de: 'in fünf Tagen',
      nl: 'over vijf dagen',
      es: 'dentro de 5 días',
      fr: 'dans cinq jours',
      pt: 'daqui a cinco dias',
      it: 'tra cinque giorni',
    },
  ],
  [
    '2026-03-17',
    {
      de: 'letzten Dienstag',
      nl: 'afgelopen dinsdag',
      es: 'el martes pasado',
      fr: 'mardi dernier',
      pt: 'na terça passada',
      it: 'martedì scorso',
    },
  ],
  ['2026-03-16', { de: 'seit Montag', nl: 'op maandag', es: 'desde el lunes', fr: 'depuis lundi', pt: 'na segunda', it: 'da lunedì' }],
  [
    '2026-03-20',
    {
      de: 'ich brauche es bis Freitag',
      nl: 'ik heb het nodig voor vrijdag',
      es: 'lo necesito para el viernes',
      fr: "il me le faut d'ici vendredi",
      pt: 'preciso até sexta',
      it: 'mi serve entro venerdì',
    },
  ],
  [
    '2026-03-25',
    {
      de: 'nächsten Mittwoch',
      nl: 'volgende woensdag',
      es: 'el próximo miércoles',
      fr: 'mercredi prochain',
      pt: 'quarta que vem',
      it: 'mercoledì prossimo',
    },
  ],
  [
    '2026-03-21',
    { de: 'diesen Samstag', nl: 'deze zaterdag', es: 'este sábado', fr: 'ce samedi', pt: 'neste sábado', it: 'questo sabato' },
  ],
  [
    '2026-03-14',
    {
      de: 'letztes Wochenende',
      nl: 'vorig weekend',
      es: 'el fin de semana pasado',
      fr: 'le week-end dernier',
      pt: 'no fim de semana passado',
      it: 'lo scorso weekend',
    },
  ],
  [
    '2026-W11',
    {
      de: 'letzte Woche',
      nl: 'vorige week',
      es: 'la semana pasada',
      fr: 'la semaine dernière',
      pt: 'na semana passada',
      it: 'la settimana scorsa',
    },
  ],
  [
    '2026-02',
    { de: 'letzten Monat', nl: 'vorige maand', es: 'el mes pasado', fr: 'le mois dernier', pt: 'no mês passado', it: 'il mese scorso' },
  ],
  ['2025', { de: 'letztes Jahr', nl: 'vorig jaar', es: 'el año pasado', fr: "l'an dernier", pt: 'no ano passado', it: "l'anno scorso" }],
  [
    '2026-03-03',
    {
      de: 'am 3. bestellt',
      nl: 'op de 3e besteld',
      es: 'desde el día 3',
      fr: "j'ai commandé le 3.",
      pt: 'comprei no dia 3',
      it: 'ordinato il giorno 3',
    },
  ],
  [
    '2026-04-05',
    {
      de: 'am 5. des nächsten Monats',
      nl: 'de 5e van volgende maand',
      es: 'el 5 del próximo mes',
      fr: 'le 5 du mois prochain',
      pt: 'dia 5 do mês que vem',
      it: 'il 5 del mese prossimo',
    },
  ],
  ['2025-11-03', { de: 'am 3.11.', nl: 'op 3 november', es: 'el 3/11', fr: 'le 3 novembre', pt: 'em 3 de novembro', it: 'il 3 novembre' }],
  ['2026-11-03', { de: '3. 11. 2026', nl: '3-11-2026', es: '03/11/2026', fr: '03.11.2026', pt: '03/11/26', it: '3/11/2026' }],
  [
    '2026-05-01',
    { de: 'am ersten Mai', nl: 'op 1 mei', es: 'primero de mayo', fr: 'le 1er mai', pt: 'primeiro de maio', it: 'il primo maggio' },
  ],
  [
    'a few days ago',
    {
      de: 'vor ein paar Tagen',
      nl: 'een paar dagen geleden',
      es: 'hace unos días',
      fr: 'il y a quelques jours',
      pt: 'há uns dias',
      it: 'qualche giorno fa',
    },
  ],
];
const CODES = ['de', 'nl', 'es', 'fr', 'pt', 'it'];

describe('a day told from today in another language', () => {
  it.each(SAID.flatMap(([day, words]) => CODES.map((code) => [code, words[code] ?? '', day] as const)))(
    'means what it means in English: %s, %s',
    (code, words, day) => {
      expect(meant(code, words)).toEqual([day]);
    },
  );

  it.each([
    ['de', 'guten Morgen!'],
    ['de', 'am Morgen war nichts da'],
    ['de', 'das ist jetzt der 3. Versuch, am 3. Tag'],
    ['de', 'ein Zelt für 3 Tage'],
    ['de', 'der Akku hält 3 Wochen'],
    ['nl', 'goedemorgen, goede morgen'],
    ['nl', 'dit is op de 3e verdieping'],
    ['es', 'buenos días, todo por la mañana'],
    ['es', 'quiero el 3 piezas'],
    ['fr', 'le 3 places est trop petit'],
    ['fr', 'bonjour, le lendemain'],
    ['pt', 'bom dia, de manhã'],
    ['pt', 'é a segunda vez, na segunda compra'],
    ['pt', 'entrega em 3-5 dias'],
    ['it', 'buongiorno, il 3 posti'],
    ['it', 'costa il 3.50 euro'],
    ['de', 'Version 3.11 kostet 12.50 Euro'],
    ['de', '31.13.2026'],
  ])('is not found in other words: %s, %s', (code, words) => {
    expect(meant(code, words)).toEqual([]);
  });

  it.each(CODES)('is known for each meaning that English has: %s', (code) => {
    const said = new Set(SAID.flatMap(([, words]) => words[code] ?? []));
    expect(said.size).toBe(SAID.length);
    const { dates } = languageOf(code).words.values ?? {};
    const named = DATE_MEANINGS.filter((meaning) => !/^(?:a week|fortnight) ago$/.test(meaning));
    expect(named.filter((meaning) => dates?.phrases[meaning].length === 0)).toEqual([]);
  });

  it.each(languages)('is looked for in linear time in a text that never ends: $code', ({ words }) => {
    const timeOf = (length: number): number => {
      const started = process.cpuUsage().user;
      for (const piece of ['3 ', 'hace ', 'vor 3 ', 'il y a un ', '3.', ' ', 'segunda ', 'le 3'])
        findEntities(piece.repeat(length), ORDER_IDS, words.values);
      return process.cpuUsage().user - started;
    };
    timeOf(500);
    const quickest = (length: number): number => Math.min(...[1, 2, 3].map(() => timeOf(length)));
    // Four times the text: linear is 4, quadratic 16.
    expect(quickest(4_000) / Math.max(1, quickest(1_000))).toBeLessThan(10);
  });
});
