import type { NounForms } from '../noun-forms.ts';

/** Zelte, Rucksäcke, Socken. */
export const GERMAN_NOUNS: NounForms = {
  // "ss" and "ß", "ae" and "ä" are one letter to whoever types; "Kocher" keeps its ending, which "kochen" has not.
  forms: [
    [/ss/g, 's'],
    [/ae/g, 'a'],
    [/oe/g, 'o'],
    [/(?<!q)ue/g, 'u'],
    [/(?<=.{3})(?:en|e|n|s)$/, ''],
  ],
  compounds: true,
};
