import type { Playbook } from '../../domain/playbook.ts';
import { catalogueWords, type CatalogueWords } from './catalogue-words.ts';
import { dutch } from './dutch/dutch.ts';
import { english } from './english/english.ts';
import { french } from './french/french.ts';
import { german } from './german/german.ts';
import { italian } from './italian/italian.ts';
import type { Language } from './language.ts';
import { portuguese } from './portuguese/portuguese.ts';
import { spanish } from './spanish/spanish.ts';

/** One line a language; the first is the one that stands for all that we cannot tell. */
export const languages: readonly Language[] = [english, spanish, french, german, portuguese, italian, dutch];

/** The language of that ISO 639-1 code; English for one that we do not speak. */
export const languageOf = (code: string): Language => languages.find((language) => language.code === code) ?? english;

/** What the products are called in a language, as the company has set it. */
export const catalogueIn = ({ code, words }: Language, { productWords }: Pick<Playbook, 'productWords'>): CatalogueWords =>
  catalogueWords(productWords[code], words.nouns);
