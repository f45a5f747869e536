import type { Language } from '../language.ts';
import { ENGLISH_SIGNALS } from './signals.ts';
import { ENGLISH_WORDS } from './words.ts';

export const english: Language = {
  code: 'en',
  name: 'English',
  ownName: 'English',
  locale: 'en-US',
  words: ENGLISH_WORDS,
  signals: ENGLISH_SIGNALS,
};
