import type { CustomerRequest, PendingQuestion } from '../../domain/request.ts';
import { prove, takeCode } from '../actions/prove.ts';
import { talk } from '../move.ts';
import type { Scene } from '../scene.ts';
import { ASIDE, goTo, lostMailbox, SURE, type PendingResult } from './pending-result.ts';

/** Six digits of their own, also in two groups; digits of an order number or an amount are none. */
export function codeIn(text: string): string | undefined {
  const words = text.normalize('NFKC');
  for (const pattern of CODES) {
    const found = pattern.exec(words);
    if (found) return found.slice(1).join('');
  }
  return undefined;
}
/** In one piece, in two groups that are no part of a phone number, or digit by digit. */
const CODES = [
  /(?<![\w$€£.,-])(\d{6})(?![\w-]|[.,]\d)/u,
  /(?<![\w$€£.,+-])(?<!\d[\s.)-])(\d{3})[\s.-](\d{3})(?![\w-]|[.,]\d|\s\d)/u,
  /(?<![\w$€£.,-])(\d)\s(\d)\s(\d)\s(\d)\s(\d)\s(\d)(?!\w)/u,
];

/** What else stands beside the code: "123456, and do you ship to Canada?". */
function furtherRequests(
  request: CustomerRequest,
  requests: readonly CustomerRequest[],
  { words, language }: Scene,
): readonly CustomerRequest[] {
  const beside = words
    .replace(/[\d\s.-]+/gu, ' ')
    .trim()
    .split(' ').length;
  return beside < FEWEST_WORDS || !language.words.identity.asksMore.test(words)
    ? []
    : requests.filter(({ topic, confidence }) => topic !== request.topic && topic !== 'small_talk' && confidence >= SURE);
}
/** Fewer words beside a code say "here it is". */
const FEWEST_WORDS = 5;

/** The code that we sent, or what people write instead of it. */
export async function answerCode(pending: PendingQuestion, requests: readonly CustomerRequest[], scene: Scene): Promise<PendingResult> {
  const { request } = pending;
  if (!request) return ASIDE;
  const { words, understanding } = scene;
  const { identity: said } = scene.language.words;
  const code = codeIn(words);
  if (code !== undefined) {
    const result = await takeCode(code, request, scene);
    return result.kind === 'proved'
      ? { kind: 'go_on', requests: [request, ...furtherRequests(request, requests, scene)] }
      : goTo(result.move);
  }
  if (said.lostMailbox.test(words)) return lostMailbox(scene);
  if (said.postItHere.test(words)) {
    scene.rule('code_never_posted');
    return goTo({ kind: 'ask', text: scene.say('code.not_here'), private: false, question: pending });
  }
  const identity = scene.identity();
  const stated = understanding.entities.find(({ type }) => type === 'email')?.value;
  const claimed = identity.kind === 'claimed' ? identity.email : undefined;
  if (stated !== undefined && stated.toLowerCase() !== claimed) return goTo(await prove(request, scene, stated));
  if (said.asksAboutCode.test(words)) {
    scene.rule('code_explained');
    const { codeMinutes } = scene.playbook.agent.identity;
    scene.notes.facts.push(String(codeMinutes));
    return { kind: 'said', answers: [talk(scene.say('code.why', { minutes: codeMinutes }))], question: pending };
  }
  return said.sendAgain.test(words) ? goTo(await prove(request, scene, claimed)) : ASIDE;
}
