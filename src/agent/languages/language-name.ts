/** In English, for staff: `pl` → `Polish`. `code` is ISO 639-1. */
export const languageName = (code: string): string => new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
