/** Issuer ranges and lengths: first digits from–to, with the lengths that are issued (ISO/IEC 7812 and the networks' own tables). */
const ISSUERS: readonly (readonly [from: number, to: number, digits: number, lengths: readonly number[]])[] = [
  [4, 4, 1, [13, 16, 19]], // Visa
  [51, 55, 2, [16]],
  [2221, 2720, 4, [16]], // Mastercard
  [34, 34, 2, [15]],
  [37, 37, 2, [15]], // American Express
  [300, 305, 3, [14]],
  [36, 36, 2, [14]],
  [38, 39, 2, [14, 16]],
  [309, 309, 3, [14]], // Diners Club
  [6011, 6011, 4, [16, 17, 18, 19]],
  [644, 649, 3, [16, 17, 18, 19]],
  [65, 65, 2, [16, 17, 18, 19]], // Discover
  [3528, 3589, 4, [16, 17, 18, 19]],
  [1800, 1800, 4, [15]],
  [2131, 2131, 4, [15]], // JCB
  [62, 62, 2, [16, 17, 18, 19]], // UnionPay
  [2200, 2204, 4, [16, 17, 18, 19]], // Mir
  [50, 50, 2, [12, 13, 14, 15, 16, 17, 18, 19]],
  [56, 58, 2, [12, 13, 14, 15, 16, 17, 18, 19]],
  [60, 69, 2, [12, 13, 14, 15, 16, 17, 18, 19]], // Maestro
];

/** A payment card: right issuer, right length, right check digit. Spaces and dashes between digits are ignored. */
export function isCardNumber(text: string): boolean {
  const digits = text.replace(/[ -]/g, '');
  if (!/^\d{12,19}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  const issued = ISSUERS.some(([from, to, count, lengths]) => {
    const prefix = Number(digits.slice(0, count));
    return prefix >= from && prefix <= to && lengths.includes(digits.length);
  });
  return issued && passesLuhn(digits);
}

/** The check digit of ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = digit * 2;
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Length of an IBAN by country (SWIFT IBAN registry). */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MR: 27,
  MT: 31,
  MU: 30,
  NL: 18,
  NO: 15,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  SA: 24,
  SC: 31,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
};

/** How many characters of a text that begins like an IBAN belong to it, spaces and dashes included; 0 when it is too short or of no country. */
export function ibanLength(text: string): number {
  const wanted = IBAN_LENGTHS[text.slice(0, 2).toUpperCase()];
  if (wanted === undefined) return 0;
  let seen = 0;
  for (let index = 0; index < text.length; index++) {
    if (/[A-Za-z0-9]/.test(text[index] ?? '')) seen++;
    if (seen === wanted) return /[A-Za-z0-9]/.test(text[index + 1] ?? '') ? 0 : index + 1;
  }
  return 0;
}

/** Country, length and the mod-97 check of ISO 13616. */
export function isIban(text: string): boolean {
  const compact = text.replace(/[ -]/g, '').toUpperCase();
  if (IBAN_LENGTHS[compact.slice(0, 2)] !== compact.length || !/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(compact)) return false;
  let remainder = 0;
  for (const letter of compact.slice(4) + compact.slice(0, 4)) {
    const value = /\d/.test(letter) ? letter : String(letter.charCodeAt(0) - 55);
    for (const digit of value) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return remainder === 1;
}
