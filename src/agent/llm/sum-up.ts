import { z } from 'zod';
import type { EscalationReason } from '../../domain/decision.ts';
import { neutralise } from '../quality/neutralise.ts';
import type { Scene } from '../scene.ts';
import { dataBlock, historyText } from './context.ts';
import { checkModelWords, foreignAddress } from './model-words.ts';
import { summaryPrefix } from './prompts.ts';

const summed = z.object({ inShort: z.string(), draft: z.string() });

export interface HumanHelp {
  /** For the colleague who takes over. */
  readonly inShort: string;
  /** May be sent as it is; empty where it failed the quality check. */
  readonly draft: string;
}

const NOTHING: HumanHelp = { inShort: '', draft: '' };
const MAX_TOKENS = 500;
const LONGEST_SUMMARY = 600;

/** A summary and a draft for the card of a handoff. The draft passes the check of every reply; the summary carries no foreign address. */
export async function sumUp(reason: EscalationReason, scene: Scene): Promise<HumanHelp> {
  const { model } = scene;
  if (!model) return NOTHING;
  const { veil } = model;
  const results = scene.notes.actions.map(({ tool, status, summary }) => dataBlock('result', veil.hide(`${tool}: ${status}, ${summary}`)));
  const text = [
    historyText(scene.before, 'words', veil),
    dataBlock('customer', veil.hide(scene.words), 'now="yes"'),
    ...results,
    dataBlock('state', `handed over because: ${reason.kind}`),
  ].join('\n');
  const exchange = {
    purpose: 'summarise',
    stablePrefix: summaryPrefix(scene.playbook),
    messages: [{ role: 'user', text }],
    maxTokens: MAX_TOKENS,
  } as const;
  const value = await model.value(exchange, summed);
  if (!value) return NOTHING;
  scene.rule('model_summary');
  return { inShort: plainSummary(veil.reveal(value.inShort), scene), draft: checkedDraft(veil.reveal(value.draft).trim(), scene) };
}

function checkedDraft(draft: string, scene: Scene): string {
  if (draft === '') return '';
  const verdict = checkModelWords(draft, [], scene);
  if (verdict.kind === 'fine') return verdict.text;
  scene.rule(`model_words:${verdict.rule}`);
  return '';
}

/** A colleague reads it in a chat, so it must not carry an address, a mention or markup that somebody wrote into the conversation. */
function plainSummary(text: string, scene: Scene): string {
  const readable = neutralise(text).replace(/\s+/g, ' ').trim().slice(0, LONGEST_SUMMARY);
  return foreignAddress(readable, scene) === undefined ? readable : '';
}
