import { detectPii, type PiiType } from '../quality/pii-detectors.ts';

/** Puts tokens in the place of personal data and takes them back out. One veil a turn: the same value has the same token. */
export interface Veil {
  hide(text: string): string;
  /** Keys that hold personal data are hidden whole, all other texts are searched. */
  hideValue(value: unknown): unknown;
  reveal(text: string): string;
  revealValue(value: unknown): unknown;
}

export interface VeilOptions {
  /** Names that are known to belong to people of this conversation. */
  readonly names: readonly string[];
  /** Such as `LF-\d{5}`: what looks like it is a record and no code. */
  readonly orderIdPattern: string;
}

/** Comes back: a model may have to name it. */
const REVERSIBLE: Readonly<Partial<Record<PiiType, string>>> = {
  EMAIL_ADDRESS: 'EMAIL',
  PHONE_NUMBER: 'PHONE',
  PERSON: 'NAME',
  STREET_ADDRESS: 'ADDRESS',
  IP_ADDRESS: 'IP',
};
/** Fields of tool results that hold personal data whatever they look like. */
const PRIVATE_FIELDS: Readonly<Record<string, string>> = {
  email: 'EMAIL',
  pendingEmail: 'EMAIL',
  phone: 'PHONE',
  address: 'ADDRESS',
  shippingAddress: 'ADDRESS',
  customerName: 'NAME',
  customerId: 'CUSTOMER',
};
const TOKEN = /\[([A-Z]{2,12}_\d{1,4})\]/g;
/** Six digits are a one-time code wherever they are no order number: no code is ever sent. */
const CODE = /(?<![\w$€£.,-])\d{3}[ -]?\d{3}(?![\w-]|[.,]\d)/g;
const SHORTEST_NAME = 3;

export function createVeil({ names, orderIdPattern }: VeilOptions): Veil {
  const values = new Map<string, string>();
  const tokens = new Map<string, string>();
  const counts = new Map<string, number>();
  const orderId = new RegExp(`^(?:${orderIdPattern})$`, 'i');
  const knownNames = namePattern(names);

  function tokenFor(kind: string, value: string): string {
    const key = `${kind}:${value.toLowerCase()}`;
    const known = tokens.get(key);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const token = `[${kind}_${count}]`;
    tokens.set(key, token);
    values.set(token, value);
    return token;
  }

  function hide(text: string): string {
    // A token that somebody typed must not be taken for one of ours.
    const plain = text.replace(TOKEN, '($1)');
    let hidden = '';
    let end = 0;
    for (const span of detectPii(plain)) {
      const found = plain.slice(span.start, span.end);
      const kind = REVERSIBLE[span.type];
      hidden += plain.slice(end, span.start) + (kind === undefined ? `[${span.type}]` : tokenFor(kind, found));
      end = span.end;
    }
    hidden += plain.slice(end);
    if (knownNames) hidden = hidden.replace(knownNames, (name) => tokenFor('NAME', name));
    return hidden.replace(CODE, (digits) => (orderId.test(digits) ? digits : '[CODE]'));
  }

  function hideValue(value: unknown, field = ''): unknown {
    const kind = PRIVATE_FIELDS[field];
    if (typeof value === 'string') return kind !== undefined && value !== '' ? tokenFor(kind, value) : hide(value);
    if (Array.isArray(value)) return value.map((item) => hideValue(item, field));
    if (typeof value !== 'object' || value === null) return value;
    const isPerson = 'customerId' in value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, hideValue(item, key === 'name' && isPerson ? 'customerName' : key)]),
    );
  }

  const reveal = (text: string): string => text.replace(TOKEN, (token) => values.get(token) ?? token);

  function revealValue(value: unknown): unknown {
    if (typeof value === 'string') return reveal(value);
    if (Array.isArray(value)) return value.map(revealValue);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revealValue(item)]));
  }

  return { hide, hideValue: (value) => hideValue(value), reveal, revealValue };
}

/** The names and each capitalised part of them, longest first, as whole words. */
function namePattern(names: readonly string[]): RegExp | undefined {
  const parts = names.flatMap((name) => [name.trim(), ...name.trim().split(/\s+/)]);
  const known = [...new Set(parts)].filter((part) => part.length >= SHORTEST_NAME && /^\p{Lu}/u.test(part) && !part.includes('@'));
  if (known.length === 0) return undefined;
  const escaped = known.sort((a, b) => b.length - a.length).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}
