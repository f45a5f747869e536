import { domainEvent } from '../../domain/event.ts';
import { intentName } from '../../domain/ids.ts';
import type { CustomerRequest, PendingQuestion } from '../../domain/request.ts';
import { talk } from '../move.ts';
import type { Scene } from '../scene.ts';
import { ABOUT_A_RECORD } from '../escalation/rules.ts';
import { isClosingWord, saysNotHelped } from './closing-words.ts';
import { ASIDE, goTo, MOST_ASKS, SURE, type PendingResult } from './pending-result.ts';
import { readRating, readShortAnswer } from './short-answer.ts';

/** What `helped` is about after something was done: then a bare "no" says that all is well. */
export const ANYTHING_ELSE = 'anything_else';

/** "Did that help?", or "anything else?" after something was done. */

export function answerHelped(pending: PendingQuestion, requests: readonly CustomerRequest[], scene: Scene): PendingResult {
  const { words, language } = scene;
  if (isClosingWord(words, language.words) || (pending.about === ANYTHING_ELSE && language.words.answers.nothingElse.test(words.trim())))
    return { kind: 'close' };
  const carriesMore =
    requests.some(({ confidence, topic }) => confidence >= SURE && topic !== 'small_talk') && words.split(/\s+/).length > 4;
  if (carriesMore) return ASIDE;
  const { request } = pending;
  if (request && ABOUT_A_RECORD.has(request.topic) && language.words.answers.corrects.test(words)) {
    scene.rule('corrected');
    return { kind: 'go_on', requests: [{ ...request, words, entities: scene.understanding.entities, slots: {} }] };
  }
  if (saysNotHelped(words, language.words)) {
    scene.rule('not_helped');
    scene.emit('conversation.reopened', { because: 'not_helped', customer: '' });
    if (pending.timesAsked >= MOST_ASKS)
      return goTo({
        kind: 'hand_over',
        reason: {
          kind: 'same_question',
          times: pending.timesAsked,
          intent: (pending.request ?? requests[0])?.intent ?? intentName('other'),
        },
      });
    return goTo({
      kind: 'ask',
      text: scene.say('helped.no'),
      private: false,
      question: { kind: 'slot', about: 'more', request: pending.request, timesAsked: MOST_ASKS },
    });
  }
  if (readShortAnswer(words, language.words) !== 'yes') return ASIDE;
  return pending.about === ANYTHING_ELSE ? goTo(talk(scene.say('talk.small'))) : { kind: 'close' };
}

/** A number or stars after the survey; anything else is a new matter. */
export function answerRating(scene: Scene): PendingResult {
  const rating = readRating(scene.words, scene.language.words);
  if (rating === undefined) return ASIDE;
  scene.rule('rating_taken');
  scene.notes.events.push(domainEvent('survey.answered', scene.at, scene.before.id, { rating }));
  return goTo({ ...talk(scene.say(rating <= 2 ? 'rating.low' : 'rating.thanks')), closes: scene.before.state.kind === 'resolved' });
}

/** An offer of a specialist is taken by asking for it; a bare "ok, thanks" accepts the answer instead. */
export function answerOffer(pending: PendingQuestion, scene: Scene): PendingResult {
  const { words, language } = scene;
  const { answers } = language.words;
  if (answers.declines.test(words.trim())) return { kind: 'close', accepted: true };
  if (answers.wantsSpecialist.test(words) && !words.includes('?') && words.split(/\s+/).length <= 20) {
    return goTo({
      kind: 'hand_over',
      reason: { kind: 'policy_exception', because: pending.request?.words.slice(0, 160) ?? 'the customer asks for an exception' },
    });
  }
  const settledFor = answers.accepts.test(words.trim()) && !words.includes('?') && words.split(/\s+/).length <= 12;
  return settledFor || isClosingWord(words, language.words) ? { kind: 'close', accepted: true } : ASIDE;
}
