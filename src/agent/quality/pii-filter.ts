import type { Passage } from '../../domain/classification.ts';
import { detectPii, type PiiSpan } from './pii-detectors.ts';

export interface PrivacyContext {
  readonly audience: 'private' | 'shared';
  /** Addresses that belong to the customer or to the company. */
  readonly ownEmails: readonly string[];
  /** Hosts of the company: its own addresses may be shown anywhere. */
  readonly allowedHosts: readonly string[];
  readonly passages: readonly Passage[];
  readonly facts: readonly string[];
  readonly customerWords: readonly string[];
}

export interface Masked {
  readonly text: string;
  readonly masked: readonly { readonly found: string; readonly rule: PrivacyRule }[];
}

export type PrivacyRule = 'card_number' | 'bank_account' | 'secret' | 'government_id' | 'foreign_contact' | 'private_in_public';

const NEVER_SHOWN: Readonly<Partial<Record<PiiSpan['type'], PrivacyRule>>> = {
  CREDIT_CARD: 'card_number',
  IBAN_CODE: 'bank_account',
  SECRET: 'secret',
  US_SSN: 'government_id',
  US_DRIVER_LICENSE: 'government_id',
};

/**
 * Masks what a reply must not carry: cards, accounts, secrets and ids always; addresses and phone numbers unless they are
 * the customer's own, the company's, or stand in an article; and in a public thread everything personal.
 */
export function maskPrivateData(text: string, context: PrivacyContext): Masked {
  const masked: { found: string; rule: PrivacyRule }[] = [];
  let result = '';
  let end = 0;
  for (const span of detectPii(text)) {
    const found = text.slice(span.start, span.end);
    const rule = NEVER_SHOWN[span.type] ?? ruleForContact(span, found, context);
    if (rule === undefined) continue;
    // Half of a stranger's address would still lead to them.
    const shown = rule === 'foreign_contact' ? '•••' : mask(span, found);
    masked.push({ found: shown, rule });
    result += text.slice(end, span.start) + shown;
    end = span.end;
  }
  return { text: result + text.slice(end), masked };
}

function ruleForContact({ type }: PiiSpan, found: string, context: PrivacyContext): PrivacyRule | undefined {
  if (type !== 'EMAIL_ADDRESS' && type !== 'PHONE_NUMBER') return undefined;
  if (isPublished(found, type, context)) return undefined;
  if (context.audience === 'shared') return 'private_in_public';
  const known = [...context.ownEmails, ...context.customerWords].some((text) => contains(text, found, type));
  return known || context.facts.some((fact) => isStated(fact, found, type)) ? undefined : 'foreign_contact';
}

/** An address counts as a fact where it is a field of its own: within a longer text of a record anybody may have written it. */
function isStated(fact: string, found: string, type: PiiSpan['type']): boolean {
  return type === 'EMAIL_ADDRESS' ? fact.trim().toLowerCase() === found.toLowerCase() : contains(fact, found, type);
}

function isPublished(found: string, type: PiiSpan['type'], { passages, allowedHosts }: PrivacyContext): boolean {
  if (passages.some(({ text, audience }) => audience === 'public' && contains(text, found, type))) return true;
  if (type !== 'EMAIL_ADDRESS') return false;
  const host = found.slice(found.lastIndexOf('@') + 1).toLowerCase();
  return allowedHosts.some((allowed) => host === allowed.toLowerCase().replace(/^www\./, ''));
}

function contains(text: string, found: string, type: PiiSpan['type']): boolean {
  if (type === 'EMAIL_ADDRESS') return text.toLowerCase().includes(found.toLowerCase());
  return text.replace(/\D/g, '').includes(found.replace(/\D/g, ''));
}

/** Enough to recognise one's own, too little for anybody else. */
function mask({ type }: PiiSpan, found: string): string {
  if (type === 'CREDIT_CARD') return `•••• ${found.replace(/\D/g, '').slice(-4)}`;
  if (type === 'EMAIL_ADDRESS') return `${String.fromCodePoint(found.codePointAt(0) ?? 0x2022)}•••${found.slice(found.lastIndexOf('@'))}`;
  return '•••';
}
