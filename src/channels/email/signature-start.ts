import { isBlank } from './body-line.ts';

/*
 * Where a signature begins. Thanks are words of the customer and never count as one, and a line that looks like a
 * request (a question, an order, a P.S.) ends the search: rather a signature too many in the text than a lost word.
 */

/** Lines at the end of a stretch of text in which a signature may begin. */
const SEARCHED_LINES = 40;
const LONGEST_SIGNATURE_LINES = 15;

const DELIMITER = /^\s*--\s*$/;
const DASHES = /^\s*[-_]{2,}\s*$/;
const CLOSING = new RegExp(
  '^\\s*(?:(?:with )?(?:kind|best|warm|warmest|many|all my) (?:regards|wishes)|regards|best|all the best|cheers|sincerely|yours|yours (?:sincerely|truly|faithfully)|respectfully|' +
    'sincerely yours|mit freundlichen grüßen|mit freundlichen grüssen|freundliche grüße|viele grüße|liebe grüße|beste grüße|herzliche grüße|mfg|lg|vg|' +
    'cordialement|bien cordialement|bien à vous|salutations|meilleures salutations|saludos|saludos cordiales|un saludo|atentamente|atenciosamente|cumprimentos|' +
    'cordiali saluti|distinti saluti|saluti|met vriendelijke groet|met vriendelijke groeten|groeten|groetjes|med vänliga hälsningar|vänliga hälsningar|hälsningar|mvh|' +
    'med venlig hilsen|venlig hilsen|med vennlig hilsen|vennlig hilsen|hilsen|ystävällisin terveisin|terveisin|pozdrawiam|z poważaniem|s pozdravem|с уважением|saygılarımla|üdvözlettel)\\s*[,.!]?\\s*$',
  'iu',
);
const MOBILE =
  /^\s*(?:sent (?:from|via|with|by|using|wirelessly)|get outlook for|gesendet (?:von|mit)|von meinem .{2,30} gesendet|diese nachricht wurde von meinem|envoyé (?:depuis|de|à partir|sans fil|avec)|enviado (?:desde|do|de|a partir|con|com)|inviato (?:da|dal|con)|verstuurd (?:vanaf|met|via)|verzonden (?:vanaf|met)|skickat från|skickades från|sendt fra|lähetetty|wysłane? z|odesláno z|отправлено (?:из|с)|надіслано з|gönderildi|iphone['’]?umdan gönderildi|iphoneから送信|发自我的|從我的)(?=$|[\s:])/iu;
const MOBILE_WHOLE = /^\s*(?:iphoneから送信|发自我的.{1,30}|從我的.{1,30}|get outlook for .{1,80}|enviado desde .{1,80})\s*$/iu;
const DISCLAIMER =
  /^\s*\W{0,6}(?:confidentiality notice|disclaimer\s*[:.]|this (?:e-?mail|message|communication)(?: and any| is| may| including)\b.{0,120}(?:confidential|intended|privileged)|the information (?:contained )?in this (?:e-?mail|message)\b.{0,120}(?:confidential|intended)|diese e-?mail enthält vertrauliche|ce (?:message|courriel)\b.{0,80}confidentiel)/iu;
const WORDS_AGAIN = /[?？]|^\s*p\.?\s?s\b|#\s?\d|\b(?:order|ticket|invoice|tracking|refund|please|my|i|i'm|we)\b/iu;

/** `Sent from my iPhone` and its relatives: one line that a phone added. */
export function isMobileSignature(line: string): boolean {
  if (line.length > 400) return false;
  const words = line.replace(/[<(]https?:[^>)]*[>)]/g, ' ');
  return (
    MOBILE_WHOLE.test(words) ||
    (MOBILE.test(words) && !words.includes('?') && wordCount(words) <= 14 && !/\b(?:order|back|return|you|parcel)\b/i.test(words))
  );
}

const looksLikeName = (line: string): boolean => {
  const words = line.trim().split(/\s+/);
  return words.length <= 5 && line.length <= 60 && !/[\d?？:;]/.test(line);
};
const wordCount = (line: string): number => line.trim().split(/\s+/).length;

/** Lines after a closing or a row of dashes are a signature when they are few and short and none of them asks or tells. */
function readsAsContactLines(tail: readonly string[], most: { readonly lines: number; readonly words: number }): boolean {
  const filled = tail.filter((line) => !isBlank(line));
  const [first] = filled;
  if (first === undefined) return true;
  if (filled.length > most.lines || !looksLikeName(first)) return false;
  return filled.every((line) => line.length <= 120 && wordCount(line) <= most.words && !WORDS_AGAIN.test(line));
}

function beginsSignature(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  const tail = lines.slice(at + 1);
  if (DELIMITER.test(line)) return tail.filter((one) => !isBlank(one)).length <= LONGEST_SIGNATURE_LINES;
  if (/^\s*_{2,}\s*$/.test(line)) return isListFooter(tail);
  if (DASHES.test(line)) return readsAsContactLines(tail, { lines: 4, words: 6 });
  if (CLOSING.test(line)) return readsAsContactLines(tail, { lines: 10, words: 10 });
  return DISCLAIMER.test(line.slice(0, 300));
}

/** The footer that a mailing list adds below a row of underscores. */
function isListFooter(tail: readonly string[]): boolean {
  const filled = tail.filter((line) => !isBlank(line));
  return filled.length > 0 && filled.length <= 5 && filled.some((line) => /@|https?:\/\//.test(line));
}

/** Index of the first line of the signature that ends these lines, or their number; with no words before, the first filled line is never one. */
export function signatureStart(lines: readonly string[], wordsBefore: boolean): number {
  const firstFilled = lines.findIndex((line) => !isBlank(line));
  if (firstFilled === -1) return lines.length;
  for (let at = Math.max(wordsBefore ? firstFilled : firstFilled + 1, lines.length - SEARCHED_LINES); at < lines.length; at += 1) {
    if (beginsSignature(lines, at)) return at;
  }
  return lines.length;
}
