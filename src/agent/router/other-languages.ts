/** Frequent words of languages that we do not speak; none of them is a word of one that we do. */
const FREQUENT_WORDS: Readonly<Record<string, string>> = {
  pl: 'gdzie jest moje moja mój paczka zamówienie nie dzień dobry proszę dziękuję kiedy chcę chciałbym chciałabym zwrot pieniędzy jak się czy pomoc przesyłka mam konto hasło dla przez już jeszcze nadal cześć państwa',
  cs: 'kde moje můj objednávka zásilka prosím děkuji dobrý den kdy chci chtěl bych vrátit peníze jak jsem není ještě balík mám účet heslo pomoc že',
  sk: 'kde moja môj objednávka zásielka prosím ďakujem dobrý deň kedy chcem chcel som vrátiť peniaze nie ešte balík mám účet heslo',
  sv: 'var är min mitt beställning paket tack hej när jag vill ha pengarna tillbaka hur och inte har kommit hjälp lösenord för från skicka återbetalning ännu',
  da: 'hvor er min mit ordre pakke tak hej hvornår jeg vil gerne pengene tilbage hvordan og ikke har kommet hjælp adgangskode fra endnu bestilling returnere',
  no: 'hvor er min mitt ordre pakke takk hei når jeg vil gjerne pengene tilbake hvordan og ikke har kommet hjelp passord fra ennå bestilling returnere',
  fi: 'missä on minun tilaus tilaukseni paketti pakettini kiitos hei milloin haluan rahat takaisin miten ja ei ole tullut apua salasana vielä palauttaa',
  tr: 'nerede siparişim sipariş kargom kargo teşekkürler merhaba ne zaman istiyorum iade para nasıl ve değil gelmedi yardım şifre hesap lütfen için bir',
  ro: 'unde este comanda mea meu colet coletul mulțumesc bună ziua când vreau banii înapoi cum și nu am primit ajutor parola contul pentru vă rog',
  hu: 'hol van rendelésem csomagom csomag köszönöm szia jó napot mikor szeretném vissza pénzt hogyan és nem érkezett meg segítség jelszó fiók kérem még',
};

const OTHERS = Object.entries(FREQUENT_WORDS).map(([code, words]) => ({ code, words: new Set(words.split(' ')) }));

const SCRIPTS: readonly { readonly code: string; readonly letters: RegExp }[] = [
  { code: 'ja', letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { code: 'zh', letters: /\p{Script=Han}/gu },
  { code: 'ko', letters: /\p{Script=Hangul}/gu },
  { code: 'ru', letters: /\p{Script=Cyrillic}/gu },
  { code: 'el', letters: /\p{Script=Greek}/gu },
  { code: 'ar', letters: /\p{Script=Arabic}/gu },
  { code: 'he', letters: /\p{Script=Hebrew}/gu },
  { code: 'th', letters: /\p{Script=Thai}/gu },
  { code: 'hi', letters: /\p{Script=Devanagari}/gu },
];
/** From this share of its letters on, a text is in the script's language; Chinese characters say much with few letters. */
const SCRIPT_SHARE = 0.4;
/** Frequent words of one language that leave no doubt. */
const SURE_WORDS = 2;

/**
 * ISO 639-1 of a language that we do not speak, when the text is clearly in it. Scripts stand for their most widespread
 * language. `known` tells whether a word is one of ours, such as the Danish and English "for".
 */
export function otherLanguage(text: string, known: (word: string) => boolean): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find(({ letters: pattern }) => (text.match(pattern)?.length ?? 0) >= Math.max(1, letters * SCRIPT_SHARE));
  if (script) return script.code;
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const foreign = words.filter((word) => !known(word));
  const hits = OTHERS.map(({ code, words: frequent }) => ({ code, hits: new Set(foreign.filter((word) => frequent.has(word))).size }));
  const [best] = hits.toSorted((left, right) => right.hits - left.hits);
  return best && best.hits >= SURE_WORDS && best.hits * 3 >= words.length ? best.code : undefined;
}
