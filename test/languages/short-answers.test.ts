import { describe, expect, it } from '@jest/globals';
import { addressIn } from '../../src/agent/handlers/address-in.ts';
import { isClosingWord, saysNotHelped } from '../../src/agent/conversation/closing-words.ts';
import { readRating, readShortAnswer } from '../../src/agent/conversation/short-answer.ts';
import { languageOf } from '../../src/agent/languages/index.ts';
import { readShortAnswers, withShortAnswers, type ShortAnswers } from './language-files.ts';

const FILES = withShortAnswers.map((code) => [code, readShortAnswers(code)] as const);
const wordsOf = (code: string) => languageOf(code).words;

type Phrases = 'yes' | 'no' | 'unclear' | 'closing' | 'not_closing' | 'not_helped' | 'waits' | 'asks_about_code';
/** A row a phrase: its language, the phrase and, where there is one, its meaning. */
const phrases = (kind: Phrases) => FILES.flatMap(([code, file]) => file[kind].map((say) => [code, say] as const));
const pairs = <Kind extends 'ratings' | 'names' | 'addresses' | 'ordinals' | 'reasons'>(
  kind: Kind,
): (readonly [string, string, ShortAnswers[Kind][number][1]])[] =>
  FILES.flatMap(([code, file]) => file[kind].map(([say, meaning]) => [code, say, meaning] as const));

describe('short answers in other languages', () => {
  it.each(phrases('yes'))('%s: "%s" is a yes', (code, say) => expect(readShortAnswer(say, wordsOf(code))).toBe('yes'));
  it.each(phrases('no'))('%s: "%s" is a no', (code, say) => expect(readShortAnswer(say, wordsOf(code))).toBe('no'));
  it.each(phrases('unclear'))('%s: "%s" is neither yes nor no', (code, say) => expect(readShortAnswer(say, wordsOf(code))).toBe('unclear'));
  it.each(phrases('closing'))('%s: "%s" closes', (code, say) => expect(isClosingWord(say, wordsOf(code))).toBe(true));
  it.each(phrases('not_closing'))('%s: "%s" goes on', (code, say) => expect(isClosingWord(say, wordsOf(code))).toBe(false));
  it.each(phrases('not_helped'))('%s: "%s" says that it did not help', (code, say) => expect(saysNotHelped(say, wordsOf(code))).toBe(true));
  it.each(phrases('waits'))('%s: "%s" asks for time', (code, say) => expect(wordsOf(code).answers.waits.test(say)).toBe(true));
  it.each(phrases('asks_about_code'))('%s: "%s" asks about the code', (code, say) =>
    expect(wordsOf(code).identity.asksAboutCode.test(say)).toBe(true),
  );
  it.each(phrases('closing'))('%s: "%s" asks for no time', (code, say) => expect(wordsOf(code).answers.waits.test(say)).toBe(false));
  it.each(pairs('ratings'))('%s: "%s" rates with %i', (code, say, mark) => expect(readRating(say, wordsOf(code))).toBe(mark));
});

describe('values in other languages', () => {
  it.each(pairs('names'))('%s: "%s" names %s', (code, say, name) => expect(wordsOf(code).account.newName.exec(say)?.[1]).toBe(name));
  it.each(pairs('addresses'))('%s: "%s" holds the address %s', (code, say, address) => expect(addressIn(say, wordsOf(code))).toBe(address));
  it.each(pairs('ordinals'))('%s: "%s" is the position %i', (code, say, position) =>
    expect(wordsOf(code).orders.ordinals.find(({ words }) => words.test(say))?.position).toBe(position),
  );
  it.each(pairs('reasons'))('%s: "%s" is a refund because of %s', (code, say, reason) =>
    expect(wordsOf(code).refunds.reasons.find(({ words }) => words.test(say))?.reason).toBe(reason),
  );
});
