import type { NounForms } from '../noun-forms.ts';

/** tenten, rugzakken, laarzen. */
export const DUTCH_NOUNS: NounForms = {
  forms: [
    [/(?<=.{4})s$/, ''],
    [/(?<=.{3})en$/, ''],
    [/([bdfgklmnprst])\1$/, '$1'],
    [/z$/, 's'],
  ],
  compounds: true,
};
