import { talk } from '../move.ts';
import type { Plan } from './handler.ts';

/** Courtesies, the honest answer to "are you a bot?", and anger that says nothing of what it is about. */
export const smallTalk: Plan = async ({ words }, { understanding, language, say }) => {
  if (language.words.questions.whatWeAre.test(words)) return talk(say('talk.what_i_am'));
  return talk(say(understanding.signals.has('angry') ? 'talk.angry' : 'talk.small'));
};
