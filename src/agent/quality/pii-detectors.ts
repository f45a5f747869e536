import { isIPv4, isIPv6 } from 'node:net';
import { isCardNumber, isIban, ibanLength, passesLuhn } from './pii-validators.ts';

/** `SECRET` is ours; the others are the names that common labelled collections use. */
export type PiiType =
  | 'CREDIT_CARD'
  | 'IBAN_CODE'
  | 'EMAIL_ADDRESS'
  | 'PHONE_NUMBER'
  | 'IP_ADDRESS'
  | 'US_SSN'
  | 'US_DRIVER_LICENSE'
  | 'SECRET'
  | 'PERSON'
  | 'STREET_ADDRESS';

export interface PiiSpan {
  /** UTF-16 offsets in the text, `end` excluded. */
  readonly start: number;
  readonly end: number;
  readonly type: PiiType;
}

interface Detector {
  readonly type: PiiType;
  readonly pattern: RegExp;
  /** Which group is the span; 0 is the whole match. */
  readonly group?: number;
  /** What a pattern cannot say. Returns the length that belongs to it, or 0 for none. */
  readonly accept?: (found: string, before: string, after: string) => number;
}

/** Numbers after these words are records, not people's. */
const RECORD_BEFORE =
  /\b(?:orders?|tracking|ticket|case|invoice|reference|ref|sku|item|part|serial|model|confirmation|shipment|rma|batch|tracking\s+id)\b[\s:#.-]*(?:(?:no|nr|num|number|id|code|is|was)\b[\s:#.-]*)*$/i;
const VERSION_BEFORE = /(?:\bv|\b(?:version|firmware|release|build|app|update|software|os|ios|android)\s*(?:to|is|number)?\s*[v:]?\s*)$/i;
const CARD_BEFORE = /\b(?:cards?|cc|credit|debit|visa|mastercard|amex|jcb)\b[^\d\n]{0,25}$/i;
const PHONE_BEFORE =
  /\b(?:tele)?(?:phone|tel|mobile|mob|cell|fax|desk|whatsapp|sms|landline|hotline)\b(?:\s+(?:number|no|nr|is|at|on)\b)*[\s.:#=-]*(?:is\s+)?\(?$|\b(?:call|text|ring|reach|contact|phone|dial)(?:ed)?\s+(?:me|us|him|her|them|back|my\s+\w+)?\s*(?:back\s+)?(?:at|on|under|via)?\s*:?\s*$|\b(?:registered|contact|callback|my)\s+number(?:\s+is)?\s*:?\s*$|\bon\s+my\s+registered\s*$/i;
const PHONE_AFTER = /^\s*\(?(?:office|fax|mobile|cell|home|work|phone|direct)\b/i;
const NOT_A_PASSWORD =
  /^(?:reset|change|changed|help|forgot|forgotten|issue|issues|problem|none|null|wrong|invalid|incorrect|expired|required|please|recovery|protected|not|never|too|still|always|also|being|working|correct|the|a|my|n\/a|\*+)[.,!?]*$/i;

const digitsIn = (text: string): number => text.replace(/\D/g, '').length;
const whole = (found: string, accepted: boolean): number => (accepted ? found.length : 0);
const EXTENSION = String.raw`(?:\s?(?:x|ext\.?|extension)\s?\d{1,6})?`;

/** In order of certainty: what an earlier one has taken is not looked at again. */
const DETECTORS: readonly Detector[] = [
  { type: 'SECRET', pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^]{0,8000}?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g },
  {
    type: 'SECRET',
    pattern:
      /\b(?:sk-(?:ant-|proj-)?[A-Za-z0-9_-]{16,200}|[sr]k_(?:live|test)_[A-Za-z0-9]{10,200}|gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255}|glpat-[\w-]{16,100}|xox[abeoprs]-[A-Za-z0-9-]{10,255}|xapp-[A-Za-z0-9-]{10,255}|(?:AKIA|ASIA)[A-Z0-9]{16}|AIza[\w-]{30,60}|ya29\.[\w-]{20,300}|whsec_[A-Za-z0-9+/=]{16,200}|npm_[A-Za-z0-9]{30,60}|pcsk_\w{20,200}|SG\.[\w-]{16,100}\.[\w-]{16,100}|eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,2000})/g,
  },
  { type: 'SECRET', pattern: /\bbearer\s+([A-Za-z0-9._~+/-]{20,2000}=*)/gi, group: 1 },
  { type: 'SECRET', pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@]{1,100}:([^\s@/]{1,200})@/gi, group: 1 },
  {
    type: 'SECRET',
    pattern:
      /\b(?:password|passcode|passwd|pwd|pw|passphrase|pin)\b\s{0,3}(?:(?:is|was)\b\s{0,3}:?|[:=])\s{0,3}(["'“‘]?)([^\s"'”’]{4,100})\1/gi,
    group: 2,
    accept(found, before) {
      const value = found.replace(/[.,;!?)]+$/, '');
      const labelled = /[:=]\s*["'“‘]?$|["'“‘]$/.test(before);
      return !NOT_A_PASSWORD.test(value) && value.length >= 4 && (labelled || /\d|[^\w\s.,;!?'-]/.test(value)) ? value.length : 0;
    },
  },
  {
    type: 'SECRET',
    pattern:
      /\b(?:api[\s_-]?key|access[\s_-]?token|auth[\s_-]?token|client[\s_-]?secret|secret[\s_-]?key)\b\s{0,3}(?:is\b|[:=])\s{0,3}["']?([\w.~+/-]{12,500}=*)/gi,
    group: 1,
  },
  {
    type: 'SECRET',
    pattern:
      /\b(?:verification|one[\s-]?time|security|login|access|sms|2fa|otp)\s+(?:code|pin|password)?\s{0,2}(?:is|was|:)?\s{0,2}(\d{6})\b/gi,
    group: 1,
  },
  {
    type: 'EMAIL_ADDRESS',
    pattern:
      /[\p{L}\p{N}](?:[\p{L}\p{N}._%+'-]{0,62}[\p{L}\p{N}_+-])?@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}/gu,
  },
  {
    type: 'IBAN_CODE',
    pattern: /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){10,40}/g,
    accept: (found) => (isIban(found.slice(0, ibanLength(found))) ? ibanLength(found) : 0),
  },
  { type: 'CREDIT_CARD', pattern: /(?<![\w.,-]|\d[ -])\d(?:[ -]?\d){11,18}(?![\w]|[ -]?\d|\.\d)/g, accept: acceptCard },
  {
    type: 'US_SSN',
    pattern: /(?<![\w-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])/g,
    accept: (found, before) => whole(found, !RECORD_BEFORE.test(before)),
  },
  {
    type: 'US_SSN',
    pattern:
      /\b(?:ssn|social\s+security(?:\s+(?:number|no\.?|#))?)\s{0,3}(?:is|:|#)?\s{0,3}((?!000|666|9)\d{3}[ .-]?\d{2}[ .-]?\d{4})(?!\d)/gi,
    group: 1,
  },
  {
    type: 'US_DRIVER_LICENSE',
    pattern:
      /\b(?:driver(?:['’]?s)?|driving)\s+licen[sc]e(?:\s+(?:number|no\.?|#|id))?\s{0,3}(?:is|:|#)?\s{0,3}([A-Z]{0,2}\d[\d-]{4,18}\d)\b/gi,
    group: 1,
  },
  {
    type: 'IP_ADDRESS',
    pattern: /(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?![\w-]|\.\d)/g,
    accept: (found, before) => whole(found, isIPv4(found) && !VERSION_BEFORE.test(before)),
  },
  {
    type: 'IP_ADDRESS',
    pattern: /(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/gi,
    accept: (found) => whole(found, found.length > 4 && isIPv6(found)),
  },
  { type: 'PHONE_NUMBER', pattern: new RegExp(String.raw`(?<![\w+])\+\d(?:[\s.()/-]{0,3}\d){6,14}${EXTENSION}(?!\w|[.-]?\d)`, 'gi') },
  {
    type: 'PHONE_NUMBER',
    pattern: new RegExp(
      String.raw`(?<![\w.-])(?:00)?1?[\s.-]?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[.\s-])\d{3}[.\s-]\d{4}${EXTENSION}(?!\w|[.-]\d)`,
      'gi',
    ),
    accept: acceptPhone,
  },
  {
    type: 'PHONE_NUMBER',
    pattern: /(?<![\w.,$€£/-]|\d[ ])\(?0\d{1,4}\)?(?:[\s.-]\d{2,8}){1,4}(?![\w/]|[.,-]\d|[ ]\d)/g,
    accept: (found, before) => whole(found, digitsIn(found) >= 9 && digitsIn(found) <= 13 && !RECORD_BEFORE.test(before)),
  },
  {
    type: 'PHONE_NUMBER',
    pattern: new RegExp(String.raw`(?<![\w$€£.,-])\(?\d(?:[\s().-]{0,2}\d){6,13}${EXTENSION}(?!\w|[.,-]\d)`, 'gi'),
    accept: (found, before, after) => whole(found, (PHONE_BEFORE.test(before) || PHONE_AFTER.test(after)) && !RECORD_BEFORE.test(before)),
  },
  {
    type: 'PERSON',
    pattern: /\b[Mm]y\s+(?:full\s+)?name\s+is\s+(\p{L}[\p{L}'’.-]{1,30}(?:\s+\p{Lu}[\p{L}'’.-]{0,30}){0,3})/gu,
    group: 1,
    accept: acceptName,
  },
  {
    type: 'PERSON',
    pattern: /(?:^|\n)\s{0,4}(?:[Ff]ull\s+)?[Nn]ame\s{0,2}:\s{0,3}(\p{Lu}[\p{L}'’.-]{1,30}(?:[ ]\p{Lu}[\p{L}'’.-]{0,30}){0,3})/gu,
    group: 1,
    accept: acceptName,
  },
  {
    type: 'PERSON',
    pattern: /\b(?:Mr|Mrs|Ms|Miss|Mx)\b\.?\s(\p{Lu}[\p{L}'’-]{1,30}(?:[ ]\p{Lu}[\p{L}'’.-]{1,30}){0,2})/gu,
    group: 1,
    accept: acceptName,
  },
  {
    type: 'STREET_ADDRESS',
    pattern:
      /(?<![\w$#.-])\d{1,5}[A-Za-z]?\s(?:(?:[NSEW]|North|South|East|West)\.?\s)?(?:\p{Lu}[\p{L}'’.-]{1,25}\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Boulevard|Blvd|Court|Ct|Terrace|Highway|Hwy|Parkway|Pkwy|Square)\b\.?(?:,?\s(?:Apt|Apartment|Suite|Ste|Unit|#)\.?\s?\w{1,6})?/gu,
  },
  { type: 'STREET_ADDRESS', pattern: /\b(?:P\.?\s?O\.?\sBox\s\d{1,6}|PSC\s\d{1,5},?\s(?:Box|box)\s\d{1,5})\b/g },
];

/** A number that was called a card needs the right check digit only: issuers get new ranges faster than tables do. */
function acceptCard(found: string, before: string): number {
  if (RECORD_BEFORE.test(before)) return 0;
  return whole(found, isCardNumber(found) || (CARD_BEFORE.test(before) && passesLuhn(found.replace(/[ -]/g, ''))));
}

function acceptPhone(found: string, before: string): number {
  return whole(found, !RECORD_BEFORE.test(before) && digitsIn(found) >= 10);
}

const NO_NAME =
  /^(?:on|in|not|wrong|incorrect|misspelled|misspelt|spelled|spelt|still|the|a|an|listed|shown|written|missing|different|showing|also|now|correct|being|there|under|already|no|never|too|very|actually)\b/i;

function acceptName(found: string): number {
  return NO_NAME.test(found) ? 0 : found.replace(/[.'’-]+$/, '').length;
}

/** Above this a text is looked at in slices: the patterns are linear, and still nobody should wait for them. */
const MAX_LENGTH = 200_000;

/** Personal data and secrets in a text, in order, not overlapping. Only what strong evidence marks: numbers of orders and tickets, prices, dates and versions stay. */
export function detectPii(text: string): readonly PiiSpan[] {
  const input = text.slice(0, MAX_LENGTH);
  const spans: PiiSpan[] = [];
  for (const detector of DETECTORS) {
    for (const match of input.matchAll(detector.pattern)) {
      const span = spanOf(input, match, detector);
      if (span && !spans.some((other) => span.start < other.end && other.start < span.end)) spans.push(span);
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

function spanOf(text: string, match: RegExpExecArray, { type, group = 0, accept }: Detector): PiiSpan | undefined {
  const found = match[group] ?? '';
  const start = match.index + (group === 0 ? 0 : match[0].lastIndexOf(found));
  const before = text.slice(Math.max(0, start - 60), start);
  const length = accept ? accept(found, before, text.slice(start + found.length, start + found.length + 20)) : found.length;
  return length === 0 ? undefined : { start, end: start + length, type };
}
