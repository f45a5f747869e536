import { talk } from '../move.ts';
import type { Plan } from './handler.ts';

/** Courtesies, and the honest answer to "are you a bot?". */
export const smallTalk: Plan = async (request, scene) =>
  talk(scene.say(scene.language.words.questions.whatWeAre.test(request.words) ? 'talk.what_i_am' : 'talk.small'));
