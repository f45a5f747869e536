import { describe, expect, it } from '@jest/globals';
import { addressIn } from '../../src/agent/handlers/address-in.ts';
import { isClosingWord, saysNotHelped } from '../../src/agent/conversation/closing-words.ts';
import { readRating, readShortAnswer } from '../../src/agent/conversation/short-answer.ts';
import { languageOf } from '../../src/agent/languages/index.ts';

const rows = <T>(table: Readonly<Record<string, readonly T[]>>) =>
  Object.entries(table).flatMap(([code, phrases]) => phrases.map((phrase) => [code, phrase] as const));
const wordsOf = (code: string) => languageOf(code).words;

const YES = {
  pt: [
    'sim',
    'Sim!',
    'sim, por favor',
    'sim pode fazer',
    'claro',
    'com certeza',
    'pode sim',
    'pode ser',
    'ok',
    'tá bom',
    'está certo',
    'confirmo',
  ],
  it: ['sì', 'si', 'Sì, grazie', 'certo', 'va bene', 'procedi pure', 'sì, confermo', "d'accordo", 'esatto', 'faccia pure', 'ok'],
  nl: ['ja', 'Ja hoor', 'ja graag', 'doe maar', 'oké, doe maar', 'ga je gang', 'dat klopt', 'akkoord', 'is goed', 'prima', 'jazeker'],
};
const NO = {
  pt: ['não', 'nao', 'não, obrigado', 'melhor não', 'deixa como está', 'mudei de ideia', 'espera', 'ainda não', 'cancela isso'],
  it: ['no', 'no grazie', 'meglio di no', 'lascia stare', 'lasci perdere', 'ci ho ripensato', 'aspetta', 'non ancora', 'annulla tutto'],
  nl: ['nee', 'neen', 'nee bedankt', 'liever niet', 'laat maar', 'toch niet', 'wacht even', 'nog niet', 'ik heb me bedacht'],
};
const UNCLEAR = {
  pt: [
    'sim, mas para outro cartão',
    'sim, só se for hoje? ',
    'ok, agora quero saber da outra encomenda',
    'quanto tempo demora?',
    'sim, na verdade espera',
    'talvez',
    'LF-10002',
  ],
  it: [
    "sì, ma su un'altra carta",
    'sì, se arriva oggi?',
    "ok, adesso vorrei sapere dell'altro ordine",
    'quanto ci vuole?',
    'sì, anzi aspetta',
    'si può annullare ancora',
    'forse',
  ],
  nl: [
    'ja, maar op een andere kaart',
    'ja, als het vandaag kan?',
    'oké, nu wil ik weten waar de andere is',
    'hoe lang duurt dat?',
    'ja, wacht toch',
    'misschien',
    'ja maar eerst iets anders',
  ],
};
const CLOSING = {
  pt: ['obrigado', 'muito obrigada!', 'valeu', 'perfeito, obrigado', 'era só isso', 'tchau', 'resolvido', 'ok, entendi'],
  it: ['grazie', 'grazie mille!', 'perfetto, grazie', 'è tutto', 'arrivederci', 'risolto', 'ok, capito', 'buona giornata'],
  nl: ['bedankt', 'dank je wel!', 'perfect, bedankt', 'dat was het', 'tot ziens', 'opgelost', 'oké, begrepen', 'fijne dag nog'],
};
const NOT_CLOSING = {
  pt: [
    'obrigado, e o outro pedido?',
    'cancela o meu pedido, obrigado',
    'obrigado, mas ainda não chegou',
    'quero falar com alguém, obrigado',
  ],
  it: [
    "grazie, e l'altro ordine?",
    'annulla il mio ordine, grazie',
    'grazie, ma non è ancora arrivato',
    'vorrei parlare con qualcuno, grazie',
  ],
  nl: [
    'bedankt, en die andere bestelling?',
    'annuleer mijn bestelling, bedankt',
    'bedankt, maar het is nog niet aangekomen',
    'ik wil iemand spreken, bedankt',
  ],
};
const NOT_HELPED = {
  pt: ['não', 'não ajudou', 'isso não resolveu', 'ainda não'],
  it: ['no', 'non mi è stato utile', 'non ha risolto', 'ancora niente'],
  nl: ['nee', 'dat helpt niet', 'niet echt', 'nog steeds niet'],
};
const RATINGS: readonly (readonly [string, string, number])[] = [
  ['pt', '4', 4],
  ['pt', 'dou nota 5', 5],
  ['pt', 'péssimo', 1],
  ['pt', '3 de 5', 3],
  ['it', '5', 5],
  ['it', 'voto 4', 4],
  ['it', 'ottimo', 5],
  ['it', '2 stelle', 2],
  ['nl', '5', 5],
  ['nl', 'ik geef een 4', 4],
  ['nl', 'slecht', 2],
  ['nl', '3 sterren', 3],
];
const NAMES: readonly (readonly [string, string, string])[] = [
  ['pt', 'mudem o meu nome para Ana de Souza', 'Ana de Souza'],
  ['pt', 'quero alterar o sobrenome: Oliveira', 'Oliveira'],
  ['it', 'cambiate il mio cognome in De Luca', 'De Luca'],
  ['it', 'modificare il nome con Anna Bianchi', 'Anna Bianchi'],
  ['nl', 'wijzig mijn naam in Anna van den Berg', 'Anna van den Berg'],
  ['nl', 'mijn achternaam is nu Jansen', 'Jansen'],
];
const ADDRESSES: readonly (readonly [string, string, string])[] = [
  ['pt', 'manda para Rua das Flores, 123, Porto, por favor', 'Rua das Flores, 123, Porto'],
  ['pt', 'a nova morada é 77 Lake View Drive, Madison, WI 53703, obrigado', '77 Lake View Drive, Madison, WI 53703'],
  ['it', 'spedite a Via Garibaldi 12, 20121 Milano, grazie', 'Via Garibaldi 12, 20121 Milano'],
  ['it', 'il nuovo indirizzo è 77 Lake View Drive, Madison, WI 53703 per favore', '77 Lake View Drive, Madison, WI 53703'],
  ['nl', 'stuur het naar Kerkstraat 12, 9000 Gent, alstublieft', 'Kerkstraat 12, 9000 Gent'],
  ['nl', 'nieuw adres: 77 Lake View Drive, Madison, WI 53703, bedankt', '77 Lake View Drive, Madison, WI 53703'],
];
const ORDINALS: readonly (readonly [string, string, number])[] = [
  ['pt', 'a segunda', 1],
  ['pt', 'o último por favor', -1],
  ['it', 'il terzo', 2],
  ['it', "l'ultimo", -1],
  ['nl', 'de eerste graag', 0],
  ['nl', 'de laatste', -1],
];
const REASONS: readonly (readonly [string, string, string])[] = [
  ['pt', 'a caneca veio quebrada', 'damaged'],
  ['pt', 'mandaram o produto errado', 'wrong_item'],
  ['pt', 'a lanterna não liga', 'defective'],
  ['pt', 'nunca chegou', 'not_received'],
  ['it', 'la tazza è arrivata rotta', 'damaged'],
  ['it', 'mi avete mandato il colore sbagliato', 'wrong_item'],
  ['it', 'la lampada non si accende', 'defective'],
  ['it', 'non è mai arrivato', 'not_received'],
  ['nl', 'de mok is stuk aangekomen', 'damaged'],
  ['nl', 'ik kreeg het verkeerde artikel', 'wrong_item'],
  ['nl', 'de lamp werkt niet', 'defective'],
  ['nl', 'ik heb het nooit gekregen', 'not_received'],
];

describe('short answers in Portuguese, Italian and Dutch', () => {
  it.each(rows(YES))('%s: "%s" is a yes', (code, say) => expect(readShortAnswer(say, wordsOf(code))).toBe('yes'));
  it.each(rows(NO))('%s: "%s" is a no', (code, say) => expect(readShortAnswer(say, wordsOf(code))).toBe('no'));
  it.each(rows(UNCLEAR))('%s: "%s" is neither yes nor no', (code, say) => expect(readShortAnswer(say, wordsOf(code))).toBe('unclear'));
  it.each(rows(CLOSING))('%s: "%s" closes', (code, say) => expect(isClosingWord(say, wordsOf(code))).toBe(true));
  it.each(rows(NOT_CLOSING))('%s: "%s" goes on', (code, say) => expect(isClosingWord(say, wordsOf(code))).toBe(false));
  it.each(rows(NOT_HELPED))('%s: "%s" says that it did not help', (code, say) => expect(saysNotHelped(say, wordsOf(code))).toBe(true));
  it.each(RATINGS)('%s: "%s" rates with %i', (code, say, mark) => expect(readRating(say, wordsOf(code))).toBe(mark));
});

describe('values in Portuguese, Italian and Dutch', () => {
  it.each(NAMES)('%s: "%s" names %s', (code, say, name) => expect(wordsOf(code).account.newName.exec(say)?.[1]).toBe(name));
  it.each(ADDRESSES)('%s: "%s" holds the address %s', (code, say, address) => expect(addressIn(say, wordsOf(code))).toBe(address));
  it.each(ORDINALS)('%s: "%s" is the position %i', (code, say, position) =>
    expect(wordsOf(code).orders.ordinals.find(({ words }) => words.test(say))?.position).toBe(position),
  );
  it.each(REASONS)('%s: "%s" is a refund because of %s', (code, say, reason) =>
    expect(wordsOf(code).refunds.reasons.find(({ words }) => words.test(say))?.reason).toBe(reason),
  );
});
