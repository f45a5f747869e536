import type { Language } from '../language.ts';
import { ITALIAN_SIGNALS } from './signals.ts';
import { ITALIAN_WORDS } from './words.ts';

export const italian: Language = {
  code: 'it',
  name: 'Italian',
  ownName: 'italiano',
  locale: 'it-IT',
  words: ITALIAN_WORDS,
  signals: ITALIAN_SIGNALS,
};
