import { intentName } from '../../domain/ids.ts';
import type { CustomerRequest, PendingQuestion } from '../../domain/request.ts';
import { prove } from '../actions/prove.ts';
import { askFor } from '../move.ts';
import { hasReply } from '../replies.ts';
import type { Scene } from '../scene.ts';
import { isClosingWord, saysNotHelped } from './closing-words.ts';
import { ASIDE, goTo, lostMailbox, MOST_ASKS, startsAnew, type PendingResult } from './pending-result.ts';
import { slotValue } from './slot-value.ts';

/** A detail that a request lacks: an order number, an address, a new value. */
export async function answerSlot(pending: PendingQuestion, requests: readonly CustomerRequest[], scene: Scene): Promise<PendingResult> {
  const { request, about } = pending;
  if (about === 'more' && pending.timesAsked >= MOST_ASKS && saysNotHelped(scene.words, scene.language.words)) {
    return goTo({
      kind: 'hand_over',
      reason: { kind: 'same_question', times: pending.timesAsked, intent: (request ?? requests[0])?.intent ?? intentName('other') },
    });
  }
  if (!request || about === 'more') return ASIDE;
  const value = slotValue(about, request, scene);
  if (about === 'email' && value !== undefined) return goTo(await prove(request, scene, value));
  if (about === 'email' && scene.language.words.identity.lostMailbox.test(scene.words)) return lostMailbox(scene);
  if (value !== undefined)
    return {
      kind: 'go_on',
      requests: [{ ...request, words: about === 'order_id' ? request.words : scene.words, slots: { ...request.slots, [about]: value } }],
    };
  if (isClosingWord(scene.words, scene.language.words)) return isMereCourtesy(scene) ? stillOpen(pending, scene) : { kind: 'close' };
  if (about === 'order_id' && !startsAnew(request, requests)) return { kind: 'go_on', requests: [{ ...request, words: scene.words }] };
  if (startsAnew(request, requests)) return ASIDE;
  if (pending.timesAsked >= MOST_ASKS)
    return goTo({ kind: 'hand_over', reason: { kind: 'needs_specialist', because: `${about} could not be found out` } });
  return goTo(askFor(about, request, scene.say('slot.again', { question: slotWords(about, scene) }), pending.timesAsked + 1));
}

/** "Great", "ok thanks": said of the last answer, and no reason to drop what was begun. */
const isMereCourtesy = ({ words, language }: Scene): boolean =>
  words.trim().split(/\s+/).length <= COURTESY_WORDS && language.words.answers.weakYes.test(words.trim());
const COURTESY_WORDS = 2;

function stillOpen(question: PendingQuestion, scene: Scene): PendingResult {
  scene.rule('question_still_open');
  return { kind: 'said', answers: [], question };
}

const slotWords = (about: string, { say, playbook, language }: Scene): string =>
  say(hasReply(playbook, language.code, `missing.${about}`) ? `missing.${about}` : 'missing.other');
