import { describe, expect, it } from '@jest/globals';
import { english } from '../../../src/agent/languages/english/english.ts';
import { readRating, readShortAnswer, type ShortAnswer } from '../../../src/agent/conversation/short-answer.ts';

const answers: Readonly<Record<ShortAnswer, readonly string[]>> = {
  yes: [
    'yes',
    'Yes.',
    'YES!!',
    'yes please',
    'Yes, go ahead.',
    'yeah',
    'yep do it',
    'yup',
    'sure',
    'Sure, go ahead',
    'ok',
    'okay',
    'ok, thanks',
    'OK do it',
    'go ahead',
    'please do',
    'confirmed',
    'I confirm',
    'that’s right',
    'sounds good',
    'of course',
    'absolutely',
    'hi, yes please',
    'thanks, yes go ahead',
    'Yes, please refund it to my card. Thank you very much!',
    'yesss',
    'yes refund the mugs',
    'ok refund it',
    'I agree, please go ahead',
    'please proceed',
    'y',
    "I'd like that, yes",
    'Hi Robin, yes please go ahead. Thanks, Mia',
    'Hi Robin,\n\nyes please go ahead.\n\nThanks,\nMia',
    'Hello Robin,\nYes, please do.\n\nKind regards\nMia Keller\nSent from my phone',
    'yes, refund them',
    'yes, $40 to my visa please',
    'Yes please. I need the money for a new tent.',
    'Yes, go ahead. Best regards',
    '👍',
    '✅',
    'sí',
    'oui',
    'ja',
  ],
  no: [
    'no',
    'No.',
    'no thanks',
    'nope',
    'nah',
    'not yet',
    'not now',
    'don’t',
    "don't do it",
    'do not',
    'stop',
    'wait',
    'hold on',
    'cancel that',
    'never mind',
    'nevermind',
    'forget it',
    'ok forget it',
    'ok cancel',
    'leave it',
    'sorry, no',
    'actually no',
    "I've changed my mind",
    'i changed my mind',
    "no that's all",
    'rather not',
    '👎',
    '❌',
    'nein',
    'no, yes would be wrong',
  ],
  unclear: [
    '',
    '   ',
    'yes?',
    'Hi Robin,\n\nok now please refund the mugs LF-10002.\n\nMia',
    'ok then leave it',
    'ok I keep them',
    'yes leave it as it is',
    'yes, I know. Leave it.',
    'yes. Actually forget it.',
    'yeah, like that helps',
    'sure, I will call my bank',
    'yes if shipping is free',
    'yes $45 please',
    'ok whatever',
    'yes to my old card',
    'fine, keep the money',
    'yes but to my other card',
    'yes, but only the mugs',
    'yes, except the shipping',
    'yes if it goes to my bank account instead',
    'yes, unless it costs something',
    'yes wait',
    'yes... actually change the address first',
    'yeah no',
    'sure, whatever you think, or not, I am not sure',
    'sure, if you must, I mean is it free?',
    'ok, now refund the mugs as well please',
    'ok what about the other order',
    'fine, and where is my other parcel then',
    'great, another problem: the tent is torn',
    'how long does it take',
    'maybe',
    'I guess',
    'refund my order',
    'hello',
    'where is it',
    'what happens if I say yes?',
    'please explain',
    'would you?',
    'yesterday it was broken',
    'Nobody told me that',
    'noted, how long will it take',
    'notebooks are what I ordered',
    'yes '.repeat(80),
  ],
};

const ASKED = {
  proposed: 'Refund $40.00 for LF-10002 (Enamel Camp Mug Set) to Visa ending in 4242',
  names: ['Mia Keller', 'Robin'],
};

describe('a short answer to our own question', () => {
  const rows = Object.entries(answers).flatMap(([meaning, texts]) => texts.map((text) => [text, meaning] as const));
  it.each(rows)('%j means %s', (text, meaning) => {
    expect(readShortAnswer(text, english.words, ASKED)).toBe(meaning);
  });
});

describe('a rating', () => {
  it.each<[string, number | undefined]>([
    ['5', 5],
    ['1', 1],
    ['4/5', 4],
    ['3 out of 5', 3],
    ['5!', 5],
    ['5 stars', 5],
    ['four stars', 4],
    ['★★★', 3],
    ['⭐⭐⭐⭐⭐', 5],
    ["I'd give it a 4", 4],
    ['i give you 5', 5],
    ['2, thanks', 2],
    ['5 thanks a lot', 5],
    ['great', 5],
    ['terrible', 1],
    ['two', 2],
    ['perfect!', 5],
    ['0', undefined],
    ['6', undefined],
    ['10', undefined],
    ['10/10', undefined],
    ['5 days ago', undefined],
    ['I ordered 3 mugs', undefined],
    ['-1', undefined],
    ['★★★★★★', undefined],
    ['4.5', undefined],
    ['', undefined],
    ['thanks', undefined],
    ['where is my order LF-10001', undefined],
    ['2 of my mugs arrived broken', undefined],
  ])('is read from %j as %p', (text, rating) => {
    expect(readRating(text, english.words)).toBe(rating);
  });
});

describe('while an answer is still to come', () => {
  it.each(['one sec', 'hold on', 'just a minute', 'let me check', "i'll ask my wife", 'checking my inbox', 'hmm', 'not here yet', 'brb'])(
    '%j asks for time',
    (text) => expect(english.words.answers.waits.test(text)).toBe(true),
  );
  it.each([
    'wait, cancel that',
    'one tent and two mugs',
    'can you check?',
    'I want a refund',
    'hmm, actually no',
    'check my order',
    "i'm looking for a tent",
    'looking for my parcel',
  ])('%j does not', (text) => expect(english.words.answers.waits.test(text)).toBe(false));
  it.each([
    'why?',
    'what code',
    'why do you need that',
    'is this legit?',
    'how long does it work',
    "can't you just do it",
    'without a code?',
  ])('%j asks about the code', (text) => expect(english.words.identity.asksAboutCode.test(text)).toBe(true));
  it.each(['why was my order cancelled', 'what is your return policy', 'how long does shipping take'])(
    '%j does not ask about the code',
    (text) => expect(english.words.identity.asksAboutCode.test(text)).toBe(false),
  );
});

it('a yes stays one for somebody who calls themselves "Yes Please Go Ahead"', () => {
  const names = ['Yes Please Go Ahead'];
  expect(readShortAnswer('yes please', english.words, { proposed: '', names })).toBe('yes');
  expect(readShortAnswer('keep it', english.words, { proposed: '', names })).toBe('unclear');
});
