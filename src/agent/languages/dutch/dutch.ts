import type { Language } from '../language.ts';
import { DUTCH_SIGNALS } from './signals.ts';
import { DUTCH_WORDS } from './words.ts';

export const dutch: Language = {
  code: 'nl',
  name: 'Dutch',
  ownName: 'Nederlands',
  locale: 'nl-NL',
  words: DUTCH_WORDS,
  signals: DUTCH_SIGNALS,
};
