/** Longest text that is looked at, in UTF-16 units; what a customer wants stands before that. */
const LONGEST_TEXT = 6000;

/**
 * Folds what does not matter for the meaning: case, width, accents on Latin letters, apostrophes, long stretches of a letter;
 * numbers become their kind, since no number is ever the same twice.
 */
export function wordsOf(text: string): string[] {
  const folded = text
    .slice(0, LONGEST_TEXT)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/gu, '')
    .replace(/\bhttps?:\/\/\S{1,200}/gu, ' linkhere ')
    .replace(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu, ' mailaddress ')
    .replace(/(\p{L})\1{2,}/gu, '$1$1')
    .replace(/[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[$€£]|dollars?\b|usd\b|bucks\b|euros?\b)/gu, ' moneyamount ')
    .replace(/\b[a-z]{1,4}-?\d{4,}\b|#\s?\d{3,}|\d{5,}/gu, ' ordernumber ')
    .replace(/\d+/gu, ' number ');
  return folded.match(/[\p{L}\p{N}]+|[?]/gu) ?? [];
}
