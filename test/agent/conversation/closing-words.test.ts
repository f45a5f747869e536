import { describe, expect, it } from '@jest/globals';
import { english } from '../../../src/agent/languages/english/english.ts';
import { isClosingWord, saysNotHelped } from '../../../src/agent/conversation/closing-words.ts';

describe('the words that end a conversation', () => {
  it.each([
    'thanks',
    'Thank you!',
    'thank you so much, that helps',
    'thx',
    'ty',
    'cheers',
    'Perfect',
    'great, thanks',
    'awesome thank you',
    'that helped',
    'that’s all',
    "no that's all",
    "No, that's all, thank you",
    'no thanks',
    "no, I'm good",
    'nope, all good',
    'nothing else',
    'all set',
    'got it',
    'ok, thanks',
    'ok thank you',
    'brilliant',
    'problem solved',
    'bye',
    'have a nice day',
    '👍',
    'danke',
    'gracias',
    '🙏',
    "I'm happy now, thanks",
  ])('%j is one', (text) => {
    expect(isClosingWord(text, english.words)).toBe(true);
  });

  it.each([
    '',
    'hello',
    'thanks, but it is still broken',
    'thanks for nothing',
    'no thanks to you',
    'great, another problem',
    'just great',
    'Oh great. Just great, now it is lost',
    'perfect, and where is my other order?',
    'thanks. what about LF-10002',
    'thank you, one more question',
    'thanks, also cancel LF-10009',
    'thanks, please cancel LF-10009',
    'that is not what I asked',
    "that's great but the tent is torn",
    'not helpful at all, thanks',
    'thanks, I still have no parcel',
    'cheers, how about the refund',
    'yes?',
    'could you check my order, thanks',
    'please refund my order. Thank you',
    'I want a refund for my mug set, thank you',
    'cancel my order, thanks',
    'where is my parcel, thanks',
    'I need to talk to a person, thanks',
    'it is not perfect',
    "it isn't great",
  ])('%j is none', (text) => {
    expect(isClosingWord(text, english.words)).toBe(false);
  });
});

describe('the words that say that an answer did not help', () => {
  it.each([
    'no',
    'nope',
    'No.',
    'not really',
    'not at all',
    'not yet',
    "it didn't help",
    'that did not help',
    "that doesn't help me",
    'unfortunately not',
    'useless',
    'still not here',
    'still broken',
    'no, it is still wrong',
    'nah',
  ])('%j does', (text) => {
    expect(saysNotHelped(text, english.words)).toBe(true);
  });

  it.each([
    'yes',
    'thanks',
    "no that's all",
    'no thanks',
    'no, thank you',
    'nothing else',
    'not bad, thanks',
    'where is LF-10001',
    'notable service',
    'nobody answered the door',
  ])('%j does not', (text) => {
    expect(saysNotHelped(text, english.words)).toBe(false);
  });
});
