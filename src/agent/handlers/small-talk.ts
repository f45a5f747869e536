import { talk } from '../move.ts';
import type { Plan } from './handler.ts';

const ASKS_WHAT_WE_ARE =
  /\b(?:are you|is this|am i (?:talking|speaking|chatting)|who (?:are|am)).{0,40}\b(?:bot|robot|ai|a\.i\.|human|real|person|machine|computer|you|chatgpt)\b/i;

/** Courtesies, and the honest answer to "are you a bot?". */
export const smallTalk: Plan = async (request, scene) =>
  talk(scene.say(ASKS_WHAT_WE_ARE.test(request.words) ? 'talk.what_i_am' : 'talk.small'));
