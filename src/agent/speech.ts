import { formatMoney, minorDigits, usd, type Money } from '../domain/money.ts';
import type { Playbook } from '../domain/playbook.ts';
import { english } from './languages/english/english.ts';
import { languageOf } from './languages/index.ts';
import type { Language } from './languages/language.ts';
import { hasReply, reply, type ReplyValues, type Say } from './replies.ts';
import { dayName, fullDay } from './when.ts';

/** How one customer is spoken to: sentences, days, money and lists in their language. */
export interface Speech {
  readonly language: Language;
  readonly isEnglish: boolean;
  readonly say: Say;
  money(money: Money): string;
  /** `Friday, November 20`. */
  day(iso: string): string;
  /** `November 20, 2026`. */
  fullDay(iso: string): string;
  /** `a, b and c`. */
  list(parts: readonly string[]): string;
  /** Why policy or a tool said no: in English its own words, otherwise the translation of the rule. */
  because(rule: string, words: string): string;
  /** How an order was paid, such as `gift card and Visa ending in 4242`. */
  payment(words: string): string;
  /** How long a bank takes, such as `5–10 business days`. */
  paidWithin(): string;
  /** "I'm an AI support agent". */
  disclosure(): string;
  /** What a tool reports of a change, in English; otherwise what was agreed, since tools speak English. */
  done(key: string, values: ReplyValues, rendered: string): string;
}

/** The language in which the company answers somebody who writes that one: itself where it is offered, otherwise English. */
export function spokenLanguage({ agent }: Pick<Playbook, 'agent'>, code: string): Language {
  return agent.languages.some((offered) => offered === code) ? languageOf(code) : english;
}

/** Of cards, tickets and notes, where a sentence is our own. */
export const STAFF_LANGUAGE = english.code;

/** `seed` chooses among wordings, so that a retry says the same. */
export function speechIn(playbook: Playbook, code: string, seed: string): Speech {
  const language = spokenLanguage(playbook, code);
  const isEnglish = language.code === english.code;
  const { timezone } = playbook.agent.company;
  const say: Say = (key, values = {}) => reply(playbook, language.code, key, values, seed);
  const translated = (key: string, words: string, values: ReplyValues = {}): string =>
    !isEnglish && hasReply(playbook, language.code, key) ? say(key, values) : words;
  const list = (parts: readonly string[]): string => new Intl.ListFormat(language.locale, { type: 'conjunction' }).format(parts);
  return {
    language,
    isEnglish,
    say,
    list: (parts) => (isEnglish ? parts.join(' and ') : list(parts)),
    money: (money) => (isEnglish ? formatMoney(money) : moneyIn(language.locale, money)),
    day: (iso) => dayName(iso, timezone, language.locale),
    fullDay: (iso) => fullDay(iso, timezone, language.locale),
    because: (rule, words) => (isEnglish ? words : translated(`because.${rule}`, say('refused.unexplained'))),
    payment: (words) => (isEnglish ? words : list(words.split(' and ').map((part) => paymentPart(part, say)))),
    paidWithin() {
      const { paidWithin } = playbook.policies.refund;
      const days = /^(\d+(?:[–-]\d+)?) business days$/.exec(paidWithin)?.[1];
      return days === undefined ? paidWithin : translated('policy.paid_within', paidWithin, { days });
    },
    disclosure: () => translated('setting.disclosure', playbook.agent.company.disclosure),
    done: (key, values, rendered) => (isEnglish ? say(key, values) : say('done.as_agreed', { rendered })),
  };
}

/** `40,00 $`: all decimals, ordinary spaces, so that text and ledger can be compared. */
function moneyIn(locale: string, { minor, currency }: Money): string {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    .format(minor / 10 ** digits)
    .replace(/\s/g, ' ');
}

/** The tools name a card by its last digits and gift cards by their name. */
function paymentPart(part: string, say: Say): string {
  const [, card, digits] = /^(.{1,60}) ending in (\d{2,6})$/.exec(part) ?? [];
  if (card !== undefined && digits !== undefined) return say('payment.card', { card, digits });
  return part === 'gift card' ? say('payment.gift_card') : part;
}

/** Amounts in US cents, which is what this shop's tools count in. */
export const cents = (speech: Pick<Speech, 'money'>, amount: number): string => speech.money(usd(amount));
