import type { HistoryLine, Signal } from '../../domain/classification.ts';
import { english } from '../languages/english/english.ts';
import type { Language, SignalWords } from '../languages/language.ts';
import type { SignalRule } from './signal-rule.ts';
import { correctPersonWords } from './person-words.ts';

/** Longest text that is searched; the patterns hold their repetition bounded as well. */
const LONGEST_TEXT = 8000;

/** A signal with the rule that raised it and the customer's words that made it do so. */
export interface RaisedSignal {
  readonly signal: Signal;
  readonly rule: string;
  readonly words: string;
}

/**
 * Every signal of a message, each with its first reason. English is read beside `language`: people swear and threaten in it
 * whatever they write. `history` serves only to notice a question asked again.
 */
export function findSignals(text: string, history: readonly HistoryLine[], language: Language): RaisedSignal[] {
  const plain = text
    .slice(0, LONGEST_TEXT)
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  const raised: RaisedSignal[] = [];
  for (const spoken of language.code === english.code ? [english] : [language, english]) collect(spoken, plain, raised, language.code);
  if (!raised.some((row) => row.signal === 'repeats_question') && isAskedAgain(plain, history)) {
    raised.push({ signal: 'repeats_question', rule: 'same_words', words: plain.slice(0, 200) });
  }
  return raised;
}

/** The English rules hold a few words of other languages; for `read` they give way to its own, which know the exceptions. */
function collect({ code, signals }: Language, plain: string, raised: RaisedSignal[], read: string): void {
  // The misspellings that are corrected are those of English words.
  const text = code === english.code ? correctPersonWords(plain) : plain;
  for (const rule of signals.rules) {
    if ((code !== read && rule.name === read) || raised.some((row) => row.signal === rule.signal)) continue;
    const words = firstMatch(rule, text, signals);
    if (words !== undefined) raised.push({ signal: rule.signal, rule: rule.name, words });
  }
  if (!raised.some((row) => row.signal === 'angry') && isShouting(text, signals))
    raised.push({ signal: 'angry', rule: 'shouting', words: plain.slice(0, 200) });
}

const SHORT_MESSAGE_WORDS = 5;

/** A message of a few words has nothing else to be about. */
const isAboutUs = (text: string, { business }: SignalWords): boolean =>
  business.test(text) || text.split(/\s+/).length <= SHORT_MESSAGE_WORDS;

/** A rant in capitals: five words or more, nearly all of them shouted, with a stress mark or a word of want. */
function isShouting(text: string, { business, complains }: SignalWords): boolean {
  if (!business.test(text)) return false;
  const words = text.match(/\p{L}+/gu) ?? [];
  const shouted = words.filter((word) => word === word.toUpperCase() && word !== word.toLowerCase());
  const letters = shouted.join('').length;
  return words.length >= 5 && shouted.length >= words.length * 0.8 && letters >= 16 && (/!|\?{2,}/.test(text) || complains.test(text));
}

/** The exception is looked for in the sentence of the match, so that one polite sentence does not excuse the next. */
function firstMatch(rule: SignalRule, text: string, signals: SignalWords): string | undefined {
  if (!rule.pattern.test(text) || (rule.aboutUs === true && !isAboutUs(text, signals))) return undefined;
  if (rule.unless === undefined) return rule.pattern.exec(text)?.[0].trim();
  for (const sentence of text.split(/(?<=[.!?])\s+|\n/)) {
    const match = rule.pattern.exec(sentence);
    if (match && !rule.unless.test(sentence)) return match[0].trim();
  }
  return undefined;
}

const SHORTEST_QUESTION = 4;
const SAME_SHARE = 0.7;

/** The same question in nearly the same words as an earlier message of the customer. */
function isAskedAgain(text: string, history: readonly HistoryLine[]): boolean {
  const now = contentOf(text);
  if (now.size < SHORTEST_QUESTION) return false;
  return history
    .filter((line) => line.role === 'customer')
    .some((line) => {
      const before = contentOf(line.text);
      const shared = [...now].filter((word) => before.has(word)).length;
      return shared / (now.size + before.size - shared) >= SAME_SHARE;
    });
}

function contentOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
}
