import type { NounForms } from '../noun-forms.ts';

/** tentes, gants. */
export const FRENCH_NOUNS: NounForms = {
  forms: [[/(?<=.{3})(?:es|e|s|x)$/, '']],
  compounds: false,
};
