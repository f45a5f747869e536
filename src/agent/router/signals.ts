import type { HistoryLine, Signal } from '../../domain/classification.ts';
import { isAboutUs, isShouting } from './anger-patterns.ts';
import { SIGNAL_RULES } from './signal-patterns.ts';
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

/** Every signal of a message, each with its first reason. `history` serves only to notice a question asked again. */
export function findSignals(text: string, history: readonly HistoryLine[] = []): RaisedSignal[] {
  const plain = correctPersonWords(
    text
      .slice(0, LONGEST_TEXT)
      .normalize('NFKC')
      .replace(/[’‘`´]/g, "'")
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const raised: RaisedSignal[] = [];
  for (const rule of SIGNAL_RULES) {
    if (raised.some((row) => row.signal === rule.signal)) continue;
    const words = firstMatch(rule, plain);
    if (words !== undefined) raised.push({ signal: rule.signal, rule: rule.name, words });
  }
  if (!raised.some((row) => row.signal === 'angry') && isShouting(plain))
    raised.push({ signal: 'angry', rule: 'shouting', words: plain.slice(0, 200) });
  if (!raised.some((row) => row.signal === 'repeats_question') && isAskedAgain(plain, history)) {
    raised.push({ signal: 'repeats_question', rule: 'same_words', words: plain.slice(0, 200) });
  }
  return raised;
}

/** The exception is looked for in the sentence of the match, so that one polite sentence does not excuse the next. */
function firstMatch(rule: SignalRule, text: string): string | undefined {
  if (!rule.pattern.test(text) || (rule.aboutUs === true && !isAboutUs(text))) return undefined;
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
