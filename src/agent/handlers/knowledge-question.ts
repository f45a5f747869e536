import type { Passage } from '../../domain/classification.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import { composeAnswer } from '../knowledge/compose-answer.ts';
import { namesSubject } from '../knowledge/question.ts';
import type { Answer, HandOver } from '../move.ts';
import type { Scene } from '../scene.ts';
import type { Plan } from './handler.ts';

/** The sentences of our articles that answer the request, with their sources; undefined when none does. */
export async function searchKnowledge(request: CustomerRequest, scene: Scene): Promise<Answer | undefined> {
  // "And how long does it take?" is about what the rest of the message names.
  const words = namesSubject(request.words) ? request.words : scene.words;
  const near = composeAnswer(words, await scene.find(words, request));
  const found = near ?? composeAnswer(words, await scene.find(words, undefined));
  if (!found) return undefined;
  scene.rule('answered_from_articles');
  return { kind: 'answer', text: found.text, basis: 'article', citations: found.citations, private: false, request };
}

/** A question about policies, products or the company: what the articles say, or the honest "I don't know" and a person. */
export const knowledgeQuestion: Plan = async (request, scene) => {
  return (await searchKnowledge(request, scene)) ?? nothingKnown(scene, nearestArticle(await scene.find(request.words, undefined)));
};

/** An article that is surely about less than this may be about anything, and is not offered. */
const WORTH_A_LOOK = 0.4;

/** Where the customer may look for themselves: the likeliest article that has an address. */
function nearestArticle(found: readonly Passage[]): string | undefined {
  const [best] = found.filter(
    ({ audience, url, confidence }) => audience === 'public' && url !== undefined && (confidence ?? 0) >= WORTH_A_LOOK,
  );
  return best && `[${best.title}](${best.url})`;
}

/** The honest end of a question that nothing we have answers. */
export function nothingKnown(scene: Scene, nearest?: string): HandOver {
  scene.rule('nothing_known');
  const before = nearest === undefined ? scene.say('unknown') : scene.say('unknown.nearest', { article: nearest });
  return { kind: 'hand_over', reason: { kind: 'answer_not_grounded', claim: 'no article answers this' }, before };
}
