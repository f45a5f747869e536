import type { NounForms } from '../noun-forms.ts';

/** luvas, bastões. */
export const PORTUGUESE_NOUNS: NounForms = {
  forms: [
    [/(?:oes|aes|aos)$/, 'ao'],
    [/(?<=.{3})(?:es|s|e)$/, ''],
  ],
  compounds: false,
};
