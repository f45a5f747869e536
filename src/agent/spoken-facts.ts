import { formatMoney, type Money } from '../domain/money.ts';
import type { Speech } from './speech.ts';
import { dayName, fullDay } from './when.ts';

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/**
 * Everything a result may be quoted for, in the words that a reply would use: texts as they are, fields ending in `Cents`
 * as money, ISO times as dates, in English and, with `speech`, in the customer's language too. The quality check accepts a number or date only when it stands in one of these.
 */
export function spokenFacts(output: unknown, currency: string, timezone: string, speech?: Speech): readonly string[] {
  const facts: string[] = [];
  visit('', output);
  return facts;

  function visit(name: string, value: unknown): void {
    if (Array.isArray(value)) return value.forEach((entry) => visit(name, entry));
    if (typeof value === 'object' && value !== null) return Object.entries(value).forEach(([key, field]) => visit(key, field));
    if (typeof value === 'number') facts.push(...(name.endsWith('Cents') ? amounts({ minor: value, currency }) : [String(value)]));
    if (typeof value === 'string') facts.push(value, ...(ISO_TIME.test(value) ? days(value) : []));
  }

  function amounts(money: Money): readonly string[] {
    return [formatMoney(money), ...(speech ? [speech.money(money)] : [])];
  }

  function days(iso: string): readonly string[] {
    return [dayName(iso, timezone), fullDay(iso, timezone), ...(speech ? [speech.day(iso), speech.fullDay(iso)] : [])];
  }
}
