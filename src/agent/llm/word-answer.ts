import { z } from 'zod';
import type { Passage } from '../../domain/classification.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import { citation } from '../knowledge/compose-answer.ts';
import type { Answer } from '../move.ts';
import type { Scene } from '../scene.ts';
import { articlesText, dataBlock, historyText } from './context.ts';
import { checkModelWords } from './model-words.ts';
import { answerPrefix } from './prompts.ts';
import type { TurnModel } from './turn-model.ts';

const worded = z.object({ kind: z.enum(['answer', 'unknown']), text: z.string(), articles: z.array(z.string()) });
type Worded = z.infer<typeof worded>;

const MOST_PASSAGES = 4;
/** The first draft, and one more with the reason. */
const DRAFTS = 2;
const MAX_TOKENS = 700;

/**
 * An answer from articles in the model's words, or undefined: then the plan's own words stand. The context holds no tools,
 * so text of an article can lead to words only. Words that the quality check objects to are asked for once more.
 */
export async function wordAnswer(
  request: CustomerRequest,
  draft: Answer | undefined,
  found: readonly Passage[],
  scene: Scene,
): Promise<Answer | undefined> {
  const { model } = scene;
  const passages = latestPassages(found);
  if (!model || passages.length === 0) return undefined;
  const question = questionText(request, draft, passages, scene, model);
  let objection = '';
  for (let drafts = 0; drafts < DRAFTS; drafts += 1) {
    const exchange = {
      purpose: 'answer',
      stablePrefix: answerPrefix(scene.playbook),
      messages: [{ role: 'user', text: question + objection }],
      maxTokens: MAX_TOKENS,
    } as const;
    const value = await model.value(exchange, worded);
    if (!value || value.kind === 'unknown') return noteUnknown(value, scene);
    const text = model.veil.reveal(value.text).trim();
    const citations = citationsOf(value, passages);
    const verdict =
      citations.length === 0 ? ({ kind: 'wrong', rule: 'uncited', claim: text } as const) : checkModelWords(text, citations, scene);
    if (verdict.kind === 'fine') return answerWith(verdict.text, citations, draft, request, scene);
    scene.rule(`model_words:${verdict.rule}`);
    objection = `\n<objection>Your last draft was thrown away (${verdict.rule}): ${model.veil.hide(verdict.claim).slice(0, 300)}. Write it again from the articles only, or answer "unknown".</objection>`;
  }
  scene.rule('model_words:given_up');
  return undefined;
}

function noteUnknown(value: Worded | undefined, scene: Scene): undefined {
  scene.rule(value ? 'model_words:unknown' : 'model_words:unavailable');
  return undefined;
}

function answerWith(text: string, citations: readonly string[], draft: Answer | undefined, request: CustomerRequest, scene: Scene): Answer {
  scene.rule('model_words');
  return draft ? { ...draft, text, citations } : { kind: 'answer', text, basis: 'article', citations, private: false, request };
}

/** The best of what was found, each once, and nothing that only staff may read. */
function latestPassages(found: readonly Passage[]): readonly Passage[] {
  const byPlace = new Map(found.filter(({ audience }) => audience === 'public').map((one) => [`${one.article}#${one.chunk}`, one]));
  return [...byPlace.values()].sort((left, right) => right.score - left.score).slice(0, MOST_PASSAGES);
}

function questionText(
  request: CustomerRequest,
  draft: Answer | undefined,
  passages: readonly Passage[],
  { before }: Scene,
  { veil }: TurnModel,
): string {
  return [
    historyText(before, 'words', veil),
    articlesText(passages),
    draft ? dataBlock('draft', veil.hide(draft.text)) : '',
    dataBlock('customer', veil.hide(request.words), 'now="yes"'),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function citationsOf({ articles }: Worded, passages: readonly Passage[]): readonly string[] {
  const named = articles.flatMap((id) => passages[Number(/^A(\d{1,2})$/.exec(id.trim())?.[1] ?? 0) - 1] ?? []);
  return [...new Set(named.map(citation))];
}
