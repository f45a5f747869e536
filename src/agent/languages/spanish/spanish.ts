import type { Language } from '../language.ts';
import { SPANISH_SIGNALS } from './signals.ts';
import { SPANISH_WORDS } from './words.ts';

export const spanish: Language = {
  code: 'es',
  name: 'Spanish',
  ownName: 'español',
  locale: 'es-US',
  words: SPANISH_WORDS,
  signals: SPANISH_SIGNALS,
};
