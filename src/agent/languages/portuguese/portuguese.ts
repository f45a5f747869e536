import type { Language } from '../language.ts';
import { PORTUGUESE_SIGNALS } from './signals.ts';
import { PORTUGUESE_WORDS } from './words.ts';

export const portuguese: Language = {
  code: 'pt',
  name: 'Portuguese',
  ownName: 'português',
  locale: 'pt-BR',
  words: PORTUGUESE_WORDS,
  signals: PORTUGUESE_SIGNALS,
};
