import { z } from 'zod';
import type { AccountRecord } from './account-records.ts';

export const accountField = z.enum(['email', 'phone', 'name', 'address', 'newsletter']);
export type AccountField = z.infer<typeof accountField>;

const YES = new Set(['yes', 'on', 'true', 'subscribe', 'subscribed', 'in']);
const NO = new Set(['no', 'off', 'false', 'unsubscribe', 'unsubscribed', 'out', 'stop']);
/** E.164 allows 15 digits; seven is the shortest number somebody could be called on. */
const PHONE_DIGITS = { least: 7, most: 15 };
const mailAddress = z.email().max(254);

/** How each field is brought into the form it is stored in; undefined when the value cannot be meant. */
const NORMALISE: Readonly<Record<AccountField, (value: string) => string | undefined>> = {
  email: (value) => mailAddress.safeParse(value.toLowerCase()).data,
  phone: (value) => {
    const digits = value.replace(/\D/g, '').length;
    return /^\+?[\d\s().-]+$/.test(value) && digits >= PHONE_DIGITS.least && digits <= PHONE_DIGITS.most ? value : undefined;
  },
  name: (value) => (/\p{L}/u.test(value) && !/[\d<>@]/.test(value) && value.length <= 100 ? value : undefined),
  address: normalAddress,
  newsletter: (value) => {
    const word = value.toLowerCase();
    if (YES.has(word)) return 'yes';
    return NO.has(word) ? 'no' : undefined;
  },
};

export function normalValue(field: AccountField, value: string): string | undefined {
  return NORMALISE[field](oneLine(value));
}

/** A postal address on one line: at least a number, a street and a place. */
export function normalAddress(value: string): string | undefined {
  const line = oneLine(value);
  const words = line.match(/[\p{L}\p{N}]+/gu) ?? [];
  return /\d/.test(line) && /\p{L}{2}/u.test(line) && words.length >= 4 && line.length <= 300 ? line : undefined;
}

/** What the account holds for a field, in the form that `normalValue` gives. */
export function storedValue(account: AccountRecord, field: AccountField): string | null {
  if (field === 'newsletter') return account.newsletter ? 'yes' : 'no';
  return field === 'email' ? account.pendingEmail : account[field];
}

function oneLine(value: string): string {
  return value.replace(/[\s\p{C}]+/gu, ' ').trim();
}
