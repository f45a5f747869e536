import type { CustomerRequest, PendingQuestion } from '../../domain/request.ts';
import { prove, takeCode } from '../actions/prove.ts';
import type { Scene } from '../scene.ts';
import { ASIDE, goTo, lostMailbox, SURE, type PendingResult } from './pending-result.ts';

export const LOST_MAILBOX =
  /\b(?:(?:no|don'?t have|lost|lose|can'?t|cannot|unable to|without|locked out of|no longer have|don'?t) (?:have |get |use |any )?(?:more )?(?:access|get into|reach|open|log ?in)(?: \w+){0,4} (?:e-?mail|mailbox|inbox|address|account|it)|(?:can'?t|cannot|no longer) (?:access|open|check|use|get into) (?:that|my|the|this)(?: old)? (?:e-?mail|mailbox|inbox|address)|(?:e-?mail|mailbox|address) (?:is|was|has been) (?:gone|closed|deleted|deactivated|hacked|dead)|old (?:work )?(?:e-?mail|address).{0,40}(?:gone|closed|no longer|anymore|any more|left))\b/i;
const POST_IT_HERE =
  /\b(?:(?:post|send|tell|give|show|write|paste|say|put|just) (?:me )?(?:the |my |that )?code (?:here|to me|in (?:here|this|the)|directly|now)|what(?:'s| is) the code|(?:tell|give|show) me the code|(?:post|paste|send|share|put) (?:it|the code) (?:here|in (?:here|the|this)))\b/i;
const SEND_AGAIN =
  /\b(?:re-?send|send (?:it |me |the |a |another )*(?:again|new|another|code)|new code|another code|(?:did(?:n'?t| not)|haven'?t|have not|never) (?:get|got|receiv\w+|gotten|see)|no (?:code|e-?mail|mail) (?:yet|came|arrived)|nothing (?:came|arrived|in my inbox)|where is (?:the|my) code)\b/i;

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
function furtherRequests(request: CustomerRequest, requests: readonly CustomerRequest[], words: string): readonly CustomerRequest[] {
  const beside = words
    .replace(/[\d\s.-]+/gu, ' ')
    .trim()
    .split(' ').length;
  return beside < FEWEST_WORDS || !ASKS_MORE.test(words)
    ? []
    : requests.filter(({ topic, confidence }) => topic !== request.topic && topic !== 'small_talk' && confidence >= SURE);
}
const ASKS_MORE =
  /\?|\b(?:also|plus|please|can you|could you|i (?:want|need|would like)|how|where|when|what|which|do you|cancel|refund|change)\b/i;
/** Fewer words beside a code say "here it is". */
const FEWEST_WORDS = 5;

/** The code that we sent, or what people write instead of it. */
export async function answerCode(pending: PendingQuestion, requests: readonly CustomerRequest[], scene: Scene): Promise<PendingResult> {
  const { request } = pending;
  if (!request) return ASIDE;
  const { words, understanding } = scene;
  const code = codeIn(words);
  if (code !== undefined) {
    const result = await takeCode(code, request, scene);
    return result.kind === 'proved'
      ? { kind: 'go_on', requests: [request, ...furtherRequests(request, requests, words)] }
      : goTo(result.move);
  }
  if (LOST_MAILBOX.test(words)) return lostMailbox(scene);
  if (POST_IT_HERE.test(words)) {
    scene.rule('code_never_posted');
    return goTo({ kind: 'ask', text: scene.say('code.not_here'), private: false, question: pending });
  }
  const identity = scene.identity();
  const stated = understanding.entities.find(({ type }) => type === 'email')?.value;
  const claimed = identity.kind === 'claimed' ? identity.email : undefined;
  if (stated !== undefined && stated.toLowerCase() !== claimed) return goTo(await prove(request, scene, stated));
  return SEND_AGAIN.test(words) ? goTo(await prove(request, scene, claimed)) : ASIDE;
}
