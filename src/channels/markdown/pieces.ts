const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Emoji by name, and mentions as chat platforms write them: neither means anything when cut. */
const WHOLE = /:[\w+-]{1,64}:|<[@#!&a-z][^<>\s]{0,100}>/giy;

/** Text that is too long for one part, as written pieces of at most `widest` units; cuts stand between grapheme clusters. */
export function pieces(text: string, widest: number, write: (text: string) => string): readonly string[] {
  const parts: string[] = [];
  let open = '';
  let length = write('').length;
  for (const atom of atomsOf(text, widest)) {
    // An atom never costs less together with others than alone, so the sum is an upper bound that needs no rewriting.
    const cost = write(atom).length;
    if (open !== '' && length + cost > widest) {
      parts.push(write(open));
      open = '';
      length = write('').length;
    }
    open += atom;
    length += cost;
  }
  return open === '' ? parts : [...parts, write(open)];
}

function* atomsOf(text: string, widest: number): Generator<string> {
  let end = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    if (index < end) continue;
    WHOLE.lastIndex = index;
    const whole = WHOLE.exec(text)?.[0] ?? segment;
    end = index + whole.length;
    // Hundreds of marks piled on one letter are one cluster by the book; nobody can read it, and it must fit.
    if (whole.length * LONGEST_ESCAPE > widest) yield* whole;
    else yield whole;
  }
}

/** `&amp;` is five characters for one. */
const LONGEST_ESCAPE = 6;
