/** What a regular expression can do here; `plain` makes one that reads past accents. */
export type Pattern = Pick<RegExp, 'test' | 'exec'>;

/** Letters that no normal form takes apart; each stands for one letter, so that offsets stay. */
const LETTERS: Readonly<Record<string, string>> = { ß: 's', ø: 'o', æ: 'a', œ: 'o', ł: 'l', '’': "'", '‘': "'", '`': "'", '´': "'" };

/**
 * Small letters without accents, one UTF-16 unit for one: `¿Dónde está?` → `¿donde esta?`, `Straße` → `strase`. Customers
 * leave accents out, and `\b` knows none; a pattern for folded text is written without them.
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => {
      const bare = LETTERS[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '');
      return bare.length === letter.length ? bare : letter;
    });
}

let lastText = '';
let lastFolded = '';

/** Most patterns of a turn read the same few words one after the other. */
function foldOnce(text: string): string {
  if (text !== lastText) {
    lastText = text;
    lastFolded = fold(text);
  }
  return lastFolded;
}

/** A pattern over folded text: write it in small letters without accents, `ß` as one `s`, apostrophes straight. */
export function plain(pattern: RegExp): Pattern {
  return {
    test: (text) => pattern.test(foldOnce(text)),
    exec: (text) => pattern.exec(foldOnce(text)),
  };
}
