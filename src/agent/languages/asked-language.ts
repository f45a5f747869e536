import { fold } from './pattern.ts';

/** How the languages are called in each of them, folded. */
const NAMES: Readonly<Record<string, string>> = {
  en: 'english|ingles|anglais|englisch|inglese|engels',
  es: 'spanish|espanol|castellano|espagnol|spanisch|espanhol|spagnolo|spaans',
  fr: 'french|frances|francais|franzosisch|francese|frans',
  de: 'german|aleman|allemand|deutsch|alemao|tedesco|duits',
  pt: 'portuguese|portugues|portugais|portugiesisch|portoghese|portugees',
  it: 'italian|italiano|italien|italienisch|italiaans',
  nl: 'dutch|holandes|neerlandes|neerlandais|hollandais|niederlandisch|hollandisch|olandese|nederlands|hollands',
};
const SPEAK =
  '(?:speak|talk|write|answer|reply|respond|continue|switch|chat|habl\\w{1,5}|escrib\\w{1,5}|respond\\w{0,5}|contest\\w{1,5}|segu\\w{1,4}|parl\\w{1,5}|ecri\\w{1,5}|repond\\w{1,5}|continu\\w{1,5}|sprech\\w{1,4}|sprichst|schreib\\w{1,4}|antwort\\w{1,4}|fal\\w{1,5}|escrev\\w{1,5}|scriv\\w{1,5}|rispond\\w{1,5}|spreek\\w{0,3}|spreken|praat\\w{0,2}|schrijf\\w{0,3}|schrijven|antwoord\\w{0,3}|doorgaan|verder)';
const PLEASE =
  "(?:please|pls|plz|por favor|porfa\\w{0,5}|s'?il (?:vous|te) plait|svp|stp|bitte|per favore|per piacere|alsjeblieft|alstublieft|graag|aub|thanks|thx|gracias|merci|danke|obrigad[oa]|grazie|bedankt)";
const IN = '(?:in(?:\\W+het)?|en|auf|em|op)';
/** Longer messages speak of something else as well; a language in them is seldom a wish. */
const MOST_WORDS = 14;

/** "I don't speak Spanish" asks for no Spanish; what it is written in tells enough. */
const NOT = /n't\b|\b(?:not|dont|cannot|no|ne|pas|nicht|kein\w{0,2}|nao|non|niet|geen)\b/u;

const ASKED = Object.entries(NAMES).map(([code, names]) => ({
  code,
  /** "English please", "auf Deutsch bitte": nothing else is said. */
  alone: new RegExp(`^\\W*(?:${PLEASE}\\W+)?(?:${SPEAK}\\W+(?:\\w+\\W+){0,2})?(?:${IN}\\W+)?(?:${names})(?:\\W+${PLEASE})?\\W*$`, 'u'),
  /** "Can you answer in Spanish?", "sprechen Sie Deutsch?" */
  within: new RegExp(`\\b${SPEAK}\\b(?:\\W+\\w+){0,4}?\\W+(?:${names})\\b|\\b(?:${names})\\W+${PLEASE}`, 'u'),
}));

/** A wish for a language: its ISO 639-1 code, and whether the message holds nothing else. */
export function askedLanguage(text: string): { readonly code: string; readonly alone: boolean } | undefined {
  const plain = fold(text.slice(0, 400)).replace(/\s+/g, ' ').trim();
  if (plain.split(' ').length > MOST_WORDS || NOT.test(plain)) return undefined;
  for (const { code, alone, within } of ASKED) {
    if (alone.test(plain)) return { code, alone: true };
    if (within.test(plain)) return { code, alone: false };
  }
  return undefined;
}
