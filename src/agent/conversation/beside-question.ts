import type { Signal } from '../../domain/classification.ts';
import type { CustomerRequest, PendingQuestion } from '../../domain/request.ts';
import { searchKnowledge } from '../handlers/knowledge-question.ts';
import { talk } from '../move.ts';
import { isAsking } from '../router/split-requests.ts';
import type { Scene } from '../scene.ts';
import { isClosingWord } from './closing-words.ts';
import { ABOUT_A_REFUND, ASIDE, MOST_ASKS, type PendingResult } from './pending-result.ts';
import { readShortAnswer } from './short-answer.ts';

/** A longer message tells a story of its own. */
const MOST_WORDS = 12;
/** "hello?", "hmm": nothing to greet while our question waits. */
const MOST_WORDS_OF_COURTESY = 2;
/** Beliefs of the router that are no detail of another request, whatever they point at. */
const OF_THEIR_OWN = new Set(['complaint', 'human_request', 'legal', 'danger', 'dispute', 'ticket_status']);
/** The things by which customers tell which order or product they mean. */
const TELLS_WHICH = new Set(['order_id', 'product', 'date', 'amount']);

/** What stands in a message without making it a request or a case for a human. */
const HARMLESS: ReadonlySet<Signal> = new Set(['greeting', 'thanks', 'repeats_question']);

/** "One sec", "let me look": the answer is still to come, so nothing is asked again and nothing is counted. */
export function takesTime(pending: PendingQuestion, scene: Scene): PendingResult | undefined {
  if (pending.kind !== 'code' && pending.kind !== 'consent' && pending.kind !== 'slot') return undefined;
  const { words, language } = scene;
  // "Wait" and "hold on" decline what was proposed.
  const declines = pending.kind === 'consent' && readShortAnswer(words, language.words) === 'no';
  if (declines || !language.words.answers.waits.test(words.trim())) return undefined;
  scene.rule('customer_takes_time');
  return { kind: 'said', answers: [talk(scene.say('no_hurry'))], question: pending };
}

/**
 * What is said beside an open question and wants nothing new: "the order with the mugs", "sorry, my English is bad". Read as
 * a request, it would lead away from the question, and sometimes to a human who has nothing to do.
 */
export async function besideQuestion(pending: PendingQuestion, requests: readonly CustomerRequest[], scene: Scene): Promise<PendingResult> {
  const { words, language, understanding } = scene;
  const [said] = requests;
  if (!said || requests.length > 1 || [...understanding.signals].some((signal) => !HARMLESS.has(signal))) return ASIDE;
  if (isClosingWord(words, language.words)) return ASIDE;
  const count = words.trim().split(/\s+/).length;
  if (said.topic === 'small_talk' && count <= MOST_WORDS_OF_COURTESY && !language.words.questions.whatWeAre.test(words))
    return remind(pending, scene);
  // A "yes" to "send me the 6 digits" announces them.
  if (pending.kind === 'code' && readShortAnswer(words, language.words) === 'yes') return remind(pending, scene);
  if (count > MOST_WORDS) return ASIDE;
  if (isAsking(words, language.words)) return asked(pending, said, scene);
  if (language.words.identity.asksMore.test(words) || OF_THEIR_OWN.has(said.topic)) return ASIDE;
  if (isDetail(said, scene)) return noted(pending, said, scene);
  const meansNothing = said.topic === 'out_of_scope' || said.topic === 'small_talk';
  return meansNothing && pending.timesAsked < MOST_ASKS ? remind({ ...pending, timesAsked: pending.timesAsked + 1 }, scene) : ASIDE;
}

/** "Do I have to send it back?": a plan for refunds would only say again what it waits for. */
async function asked(pending: PendingQuestion, said: CustomerRequest, scene: Scene): Promise<PendingResult> {
  if (!ABOUT_A_REFUND.test(said.topic) || !ABOUT_A_REFUND.test(pending.request?.topic ?? '')) return ASIDE;
  const found = await searchKnowledge(said, scene);
  return found ? { kind: 'said', answers: [found], question: pending } : ASIDE;
}

const isDetail = ({ entities }: CustomerRequest, { words, language }: Scene): boolean =>
  entities.some(({ type }) => TELLS_WHICH.has(type)) || language.words.orders.refersBack.test(words);

/** A proposal shows what it is about, so only a request that waits for a code or an answer takes the detail with it. */
function noted(pending: PendingQuestion, said: CustomerRequest, scene: Scene): PendingResult {
  const { request } = pending;
  if (!request || pending.kind === 'consent') return remind(pending, scene);
  scene.rule('detail_noted');
  const richer = { ...request, words: `${request.words}\n${said.words}`, entities: [...request.entities, ...said.entities] };
  return { kind: 'said', answers: [talk(scene.say('detail.noted'))], question: { ...pending, request: richer } };
}

function remind(question: PendingQuestion, scene: Scene): PendingResult {
  scene.rule('question_still_open');
  return { kind: 'said', answers: [], question };
}
