import { assertNever } from '../../domain/assert-never.ts';
import type { Passage } from '../../domain/classification.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import type { Move } from '../move.ts';
import type { Scene } from '../scene.ts';
import { lookUp } from './look-up.ts';
import type { ModelSettings } from './model-settings.ts';
import { wordAnswer } from './word-answer.ts';

export type Assistance = 'none' | 'word_articles' | 'answer_from_articles' | 'look_up';

interface AssistRule {
  readonly assistance: Assistance;
  fits(move: Move, request: CustomerRequest, words: ModelSettings['words'], readsRecords: boolean): boolean;
}

/** What the plans could not answer for want of words, and not because a rule wants a human. */
const NOT_ANSWERED = new Set(['low_confidence', 'answer_not_grounded']);

/** First match wins. Whatever a plan settled with facts, asked, or gave to a human for a reason stays as it is: that needs no model. */
const RULES: readonly AssistRule[] = [
  { assistance: 'word_articles', fits: (move, _, words) => move.kind === 'answer' && move.basis === 'article' && words === 'articles' },
  {
    assistance: 'look_up',
    fits: (move, _request, _words, readsRecords) => isNotAnswered(move) && readsRecords,
  },
  { assistance: 'answer_from_articles', fits: (move) => isNotAnswered(move) },
];

const isNotAnswered = (move: Move): boolean => move.kind === 'hand_over' && NOT_ANSWERED.has(move.reason.kind);

export function assistanceFor(move: Move, request: CustomerRequest, words: ModelSettings['words'], readsRecords: boolean): Assistance {
  return RULES.find((rule) => rule.fits(move, request, words, readsRecords))?.assistance ?? 'none';
}

/** The plan's move, or a better one with the model's help. `found`: the passages that the plan looked at for this request. */
export async function assist(move: Move, request: CustomerRequest, found: readonly Passage[], scene: Scene): Promise<Move> {
  // What a model writes is checked word by word in English; other languages keep the plans' own sentences.
  if (!scene.model || !scene.speech.isEnglish) return move;
  const tools = scene.playbook.intents[request.intent]?.tools ?? [];
  // Nobody is asked for a code because of a message that was not understood.
  const readsRecords =
    scene.isProved() && scene.parts.pack.tools.some((tool) => tool.private && tool.effect === 'read' && tools.includes(tool.name));
  const assistance = assistanceFor(move, request, scene.model.parts.settings.words, readsRecords);
  switch (assistance) {
    case 'none':
      return move;
    case 'word_articles':
      return (await wordAnswer(request, move.kind === 'answer' ? move : undefined, found, scene)) ?? move;
    case 'answer_from_articles':
      return (await wordAnswer(request, undefined, found, scene)) ?? move;
    case 'look_up':
      return (await lookUp(request, scene)) ?? (await wordAnswer(request, undefined, found, scene)) ?? move;
    default:
      return assertNever(assistance);
  }
}
