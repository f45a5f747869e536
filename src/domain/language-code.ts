/** ISO 639-1 of the languages in which customers can be read and answered; English first, since it stands for all that we cannot tell. */
export const LANGUAGE_CODES = ['en', 'es', 'fr', 'de', 'pt', 'it', 'nl'] as const;
export type LanguageCode = (typeof LANGUAGE_CODES)[number];
