import type { CustomerRequest } from '../../domain/request.ts';
import { composeAnswer } from '../knowledge/compose-answer.ts';
import type { Answer, HandOver } from '../move.ts';
import type { Scene } from '../scene.ts';
import type { Plan } from './handler.ts';

/** The sentences of our articles that answer the request, with their sources; undefined when none does. */
export async function searchKnowledge(request: CustomerRequest, scene: Scene): Promise<Answer | undefined> {
  const near = composeAnswer(request.words, await scene.find(request.words, request));
  const found = near ?? composeAnswer(request.words, await scene.find(request.words, undefined));
  if (!found) return undefined;
  scene.rule('answered_from_articles');
  return { kind: 'answer', text: found.text, basis: 'article', citations: found.citations, private: false, request };
}

/** A question about policies, products or the company: what the articles say, or the honest "I don't know" and a person. */
export const knowledgeQuestion: Plan = async (request, scene) => {
  return (await searchKnowledge(request, scene)) ?? nothingKnown(scene);
};

/** The honest end of a question that nothing we have answers. */
export function nothingKnown(scene: Scene): HandOver {
  scene.rule('nothing_known');
  return { kind: 'hand_over', reason: { kind: 'answer_not_grounded', claim: 'no article answers this' }, before: scene.say('unknown') };
}
