const ALLOWED = /^[0-9+\-*/(). ]*$/;
const TOKEN = /\s*(\d+\.?\d*|\.\d+|\*\*|\/\/|[-+*/()])/y;
/** Deeper nesting than anybody writes; it keeps the recursion short. */
const MOST_TOKENS = 500;

/** The value of an arithmetic expression; undefined when it is none or has none, as with a division by zero. */
export function evaluate(expression: string): number | undefined {
  const tokens = tokensOf(expression);
  if (!tokens || tokens.length > MOST_TOKENS) return undefined;
  let at = 0;
  const next = (): string | undefined => tokens[at];
  const take = (...wanted: readonly string[]): string | undefined => {
    const token = next();
    if (token === undefined || !wanted.includes(token)) return undefined;
    at += 1;
    return token;
  };
  const sum = (): number => {
    let value = product();
    for (let sign = take('+', '-'); sign; sign = take('+', '-')) value = sign === '+' ? value + product() : value - product();
    return value;
  };
  const product = (): number => {
    let value = signed();
    for (let sign = take('*', '/', '//'); sign; sign = take('*', '/', '//')) value = apply(sign, value, signed());
    return value;
  };
  const signed = (): number => {
    const sign = take('+', '-');
    if (sign) return sign === '-' ? -signed() : signed();
    const base = atom();
    return take('**') ? base ** signed() : base;
  };
  const atom = (): number => {
    if (take('(')) {
      const value = sum();
      return take(')') ? value : Number.NaN;
    }
    const token = next() ?? '';
    at += 1;
    return /^[\d.]/.test(token) ? Number(token) : Number.NaN;
  };
  const value = sum();
  return at === tokens.length && Number.isFinite(value) ? value : undefined;
}

function apply(sign: string, left: number, right: number): number {
  if (sign === '*') return left * right;
  return sign === '/' ? left / right : Math.floor(left / right);
}

function tokensOf(expression: string): string[] | undefined {
  if (!ALLOWED.test(expression)) return undefined;
  const text = expression.trim();
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text)?.[1];
    if (found === undefined) return undefined;
    tokens.push(found);
  }
  return tokens;
}
