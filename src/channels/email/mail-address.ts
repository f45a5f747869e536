/** One person in a header. `address` is in normal form: lower case, without comments or spaces. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** RFC 5321 limits: 64 characters before the @, 255 after it. No quotes, spaces, brackets or control characters. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,255}$/u;

export const isAddress = (text: string): boolean => ADDRESS.test(text);

/** The form in which addresses are compared. `undefined` for what is no address, so that nothing is ever sent to it. */
export function normalAddress(text: string): string | undefined {
  const address = text.trim().replace(/^<|>$/g, '').toLowerCase();
  return isAddress(address) ? address : undefined;
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** `support+token@x` → `support@x`: what stands behind the plus is ours to read. */
export function withoutPlus(address: string): string {
  const at = address.lastIndexOf('@');
  const plus = address.indexOf('+');
  return plus > 0 && plus < at ? address.slice(0, plus) + address.slice(at) : address;
}

/** True for our own addresses, with or without a token behind a plus. */
export function isOwnAddress(address: string, own: readonly string[]): boolean {
  return own.includes(address) || own.includes(withoutPlus(address));
}

/** Text that may stand in a header: one line, no control or line-separating characters, at most 500 characters. */
export function headerText(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500);
}
