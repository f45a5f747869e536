import { assertNever } from '../../domain/assert-never.ts';
import type { CustomerRequest, PendingQuestion } from '../../domain/request.ts';
import type { Scene } from '../scene.ts';
import { answerHelped, answerOffer, answerRating } from './answer-afterwards.ts';
import { answerCode } from './answer-code.ts';
import { answerConsent } from './answer-consent.ts';
import { besideQuestion, takesTime } from './beside-question.ts';
import { answerSlot } from './answer-slot.ts';
import type { PendingResult } from './pending-result.ts';

/** Reads the message as an answer to `pending`, which was asked of this very person. */
export async function answerPending(pending: PendingQuestion, requests: readonly CustomerRequest[], scene: Scene): Promise<PendingResult> {
  const result = takesTime(pending, scene) ?? (await answerTo(pending, requests, scene));
  const leadsAway = result.kind === 'aside' && result.asks === undefined;
  return leadsAway && (pending.kind === 'code' || pending.kind === 'consent') ? besideQuestion(pending, requests, scene) : result;
}

async function answerTo(pending: PendingQuestion, requests: readonly CustomerRequest[], scene: Scene): Promise<PendingResult> {
  switch (pending.kind) {
    case 'code':
      return answerCode(pending, requests, scene);
    case 'consent':
      return answerConsent(pending, requests, scene);
    case 'slot':
      return answerSlot(pending, requests, scene);
    case 'helped':
      return answerHelped(pending, requests, scene);
    case 'rating':
      return answerRating(scene);
    case 'offer':
      return answerOffer(pending, scene);
    default:
      return assertNever(pending.kind);
  }
}
