import { minorDigits } from '../../domain/money.ts';

/** Values that a template may refer to by name: `input`, `customer`, `key`, `now`, `answer`, `item` and the results of lookups. */
export type Scope = Readonly<Record<string, unknown>>;

const REFERENCE = /^\$([A-Za-z_]\w*(?:\.[\w-]+)*)$/;
const PLACE = /\{([A-Za-z_]\w*(?:\.[\w-]+)*)\}/g;

/** Shapes that do something; any other block is a block of templates. */
const FORMS: Readonly<Record<string, (form: Scope, scope: Scope) => unknown>> = {
  /** `{ each: $answer.orders, as: … }`: one entry per entry, which is `$item` meanwhile. */
  each: (form, scope) => listOf(evaluate(form['each'], scope))?.map((item) => evaluate(form['as'] ?? '$item', { ...scope, item })),
  /** `{ translate: $answer.state, to: { sent: shipped }, otherwise: processing }` */
  translate: (form, scope) => {
    const from = plainText(evaluate(form['translate'], scope));
    const found = from === undefined ? undefined : ownField(form['to'], from);
    return found === undefined ? evaluate(form['otherwise'], scope) : evaluate(found, scope);
  },
  /** `{ minorUnits: $answer.total, currency: EUR }`: `12.50` becomes 1250, without rounding anything away. */
  minorUnits: (form, scope) =>
    toMinorUnits(evaluate(form['minorUnits'], scope), plainText(evaluate(form['currency'] ?? 'USD', scope)) ?? ''),
  /** `{ time: $answer.created }`: seconds since 1970 or any date as ISO 8601. */
  time: (form, scope) => toIsoTime(evaluate(form['time'], scope)),
  /** `{ text: 'Visa ending in {answer.last4}' }`: nothing when a part is missing. */
  text: (form, scope) => fillText(plainText(form['text']) ?? '', scope, (part) => part),
  /** `{ firstOf: [$item.shipped_at, $item.placed_at] }` */
  firstOf: (form, scope) =>
    listOf(form['firstOf'])
      ?.map((each) => evaluate(each, scope))
      .find((value) => value !== undefined),
};

/**
 * Fills a template from the configuration with the values of a call. `$input.orderId` stands for a value, `$$` begins a plain
 * dollar sign, and a value that is missing or null leaves its place out. Text of the values is never read as a template.
 */
export function evaluate(template: unknown, scope: Scope): unknown {
  if (typeof template === 'string') return evaluateText(template, scope);
  if (Array.isArray(template)) return template.map((each: unknown) => evaluate(each, scope)).filter((value) => value !== undefined);
  if (!isBlock(template)) return template ?? undefined;
  const form = formOf(template);
  if (form) return form(template, scope);
  const fields = Object.entries(template).map(([name, each]) => [name, evaluate(each, scope)] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function evaluateText(text: string, scope: Scope): unknown {
  const path = REFERENCE.exec(text)?.[1];
  if (path !== undefined) return lookUp(path, scope);
  return text.startsWith('$$') ? text.slice(1) : text;
}

function formOf(block: Scope): ((form: Scope, scope: Scope) => unknown) | undefined {
  const name = Object.keys(FORMS).find((each) => Object.hasOwn(block, each));
  return name === undefined ? undefined : FORMS[name];
}

/** Puts values in the places of a text such as `/orders/{input.orderId}`; undefined when one of them is missing. */
export function fillText(text: string, scope: Scope, write: (part: string) => string): string | undefined {
  let isWhole = true;
  const filled = text.replace(PLACE, (_, path: string) => {
    const value = plainText(lookUp(path, scope));
    isWhole &&= value !== undefined;
    return value === undefined ? '' : write(value);
  });
  return isWhole ? filled : undefined;
}

/** What a template, or the places of a text, refer to: `input.orderId`, `customer`, `payment.currency`. */
export function pathsIn(template: unknown): readonly string[] {
  if (typeof template === 'string') {
    const whole = REFERENCE.exec(template)?.[1];
    return whole === undefined ? [...template.matchAll(PLACE)].map((match) => match[1] ?? '') : [whole];
  }
  if (Array.isArray(template)) return template.flatMap(pathsIn);
  return isBlock(template) ? Object.values(template).flatMap(pathsIn) : [];
}

export const namesIn = (template: unknown): readonly string[] => pathsIn(template).map((path) => path.split('.')[0] ?? '');

function lookUp(path: string, scope: Scope): unknown {
  return path.split('.').reduce<unknown>((at, part) => ownField(at, part), scope);
}

/** Own fields only: a name such as `constructor` finds nothing. */
function ownField(value: unknown, name: string): unknown {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, name)) return undefined;
  const found: unknown = Reflect.get(value, name);
  return found ?? undefined;
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** A value as text; undefined for one that is no single value. */
export function plainText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : undefined;
}

/** Whether both are there and read the same: `7` from one system is `"7"` of another. */
export function isSameText(left: unknown, right: unknown): boolean {
  const text = plainText(left);
  return text !== undefined && text === plainText(right);
}

export function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date);
}

/** `12.5`, `"12.50"` and `"-3"` in whole minor units; undefined for what is not an amount, or has more digits than the currency. */
export function toMinorUnits(amount: unknown, currency: string): number | undefined {
  const digits = minorDigits(currency);
  const parts = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(plainText(amount)?.trim() ?? '');
  if (!parts) return undefined;
  const [, sign = '', whole = '', fraction = ''] = parts;
  if (/[1-9]/.test(fraction.slice(digits))) return undefined;
  const minor = Number(`${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`);
  return sign === '-' ? -minor : minor;
}

function toIsoTime(value: unknown): string | undefined {
  const at = value instanceof Date ? value : new Date(typeof value === 'number' ? value * 1000 : (plainText(value) ?? ''));
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
