import type { NounForms } from '../noun-forms.ts';

/** tende, zaini, giacche. */
export const ITALIAN_NOUNS: NounForms = {
  forms: [
    [/(?<=.{3})i?[aeio]$/, ''],
    [/h$/, ''],
  ],
  compounds: false,
};
