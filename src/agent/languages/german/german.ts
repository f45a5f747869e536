import type { Language } from '../language.ts';
import { GERMAN_SIGNALS } from './signals.ts';
import { GERMAN_WORDS } from './words.ts';

export const german: Language = {
  code: 'de',
  name: 'German',
  ownName: 'Deutsch',
  locale: 'de-DE',
  words: GERMAN_WORDS,
  signals: GERMAN_SIGNALS,
};
