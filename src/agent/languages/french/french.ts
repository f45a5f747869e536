import type { Language } from '../language.ts';
import { FRENCH_SIGNALS } from './signals.ts';
import { FRENCH_WORDS } from './words.ts';

export const french: Language = {
  code: 'fr',
  name: 'French',
  ownName: 'français',
  locale: 'fr-CA',
  words: FRENCH_WORDS,
  signals: FRENCH_SIGNALS,
};
