import type { NounForms } from '../noun-forms.ts';

/** botas, guantes, bastones. */
export const SPANISH_NOUNS: NounForms = {
  forms: [[/(?<=.{3})(?:es|s|e)$/, '']],
  compounds: false,
};
