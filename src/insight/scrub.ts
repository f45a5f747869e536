interface Pattern {
  readonly name: string;
  readonly pattern: RegExp;
  /** Digits that only look like it are left alone. */
  readonly applies?: (found: string) => boolean;
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** ISO/IEC 7812 check digit. */
function passesLuhn(text: string): boolean {
  const sum = Array.from(digitsOf(text))
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

/** Order matters: what names its secret comes first, bare digits last. All patterns are linear in the length of the line. */
const PATTERNS: readonly Pattern[] = [
  { name: 'key', pattern: /\b(?:sk-ant-|sk_live_|sk_test_|rk_live_|xox[abeprs]-|xapp-|ghp_|github_pat_|AKIA|pcsk_)[\w-]{8,200}/g },
  { name: 'jwt', pattern: /\beyJ[\w-]{8,2000}\.[\w-]{8,2000}\.[\w-]{8,2000}/g },
  { name: 'token', pattern: /(?<=\b(?:bearer|basic)\s)[\w.~+/=-]{8,2000}/gi },
  {
    name: 'secret',
    pattern:
      /(?<=\b(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|authorization|signature|sig)(?:\\?["'])?\s?[:=]\s?(?:\\?["'])?)(?!bearer\b|basic\b)[^\s"'\\&,;}\]]{4,2000}/gi,
  },
  { name: 'login', pattern: /(?<=:\/\/)[^\s/@"\\]{1,200}:[^\s/@"\\]{1,200}(?=@)/g },
  { name: 'email', pattern: /[\w.!#$%&'*+=^`{|}~-]{1,64}(?:@|%40)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g },
  { name: 'card', pattern: /(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d.])/g, applies: passesLuhn },
  { name: 'code', pattern: /(?<=\bcodes?\b[^\d\n]{0,24})\d{3}[ -]?\d{3}(?!\d)/gi },
];

/**
 * Takes cards, one-time codes, tokens, passwords and mail addresses out of a finished log line. By pattern, because lists
 * of field names miss arrays, error messages and URLs. `pseudonym` may tell one mail address from another, so that the
 * lines of one conversation still belong together.
 */
export function scrub(line: string, pseudonym?: (address: string) => string): string {
  return PATTERNS.reduce(
    (text, { name, pattern, applies }) =>
      text.replace(pattern, (found) => {
        if (applies && !applies(found)) return found;
        return name === 'email' && pseudonym ? `[email ${pseudonym(found)}]` : `[${name}]`;
      }),
    line,
  );
}
