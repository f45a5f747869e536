import { fold } from './pattern.ts';

/** Which forms of a noun are one word: what is replaced, in this order, after accents are gone. */
export interface NounForms {
  readonly forms: readonly (readonly [ending: RegExp, instead: string])[];
  /** Nouns are written together: `Schlafsackreißverschluss`. */
  readonly compounds: boolean;
}

/** `Zelte`, `Zelten` and `Zelt` → `zelt`; the same for every form, and no word that anybody reads. */
export const nounStem = (word: string, { forms }: NounForms): string =>
  forms.reduce((stem, [ending, instead]) => stem.replace(ending, instead), fold(word));
