import type { CustomerRequest, PendingQuestion } from '../../domain/request.ts';
import type { Answer, Move } from '../move.ts';
import type { Scene } from '../scene.ts';

/** What the message means for the question that waited. */
export type PendingResult =
  /** It answered the question, and this comes next. */
  | { readonly kind: 'move'; readonly move: Move }
  /** It answered the question; these requests go on. */
  | { readonly kind: 'go_on'; readonly requests: readonly CustomerRequest[] }
  /** It was about the question, which stays open after these answers. */
  | { readonly kind: 'said'; readonly answers: readonly Answer[]; readonly question: PendingQuestion }
  /** All is well: the conversation ends. */
  | { readonly kind: 'close'; /** A no from us was taken as it is: nothing to be glad about. */ readonly accepted?: true }
  /** It is about something else: handle that first, then come back. */
  | { readonly kind: 'aside'; /** What it asks, where the question that waited makes that plain. */ readonly asks?: CustomerRequest };

export const ASIDE: PendingResult = { kind: 'aside' };
export const goTo = (next: Move): PendingResult => ({ kind: 'move', move: next });

/** How often one thing is asked before a human finds it out. */
export const MOST_ASKS = 2;
/** Confidence from which a message that could be an answer is taken for a new request instead. */
export const SURE = 0.6;

/** Topics of giving a thing back and getting the money for it. */
export const ABOUT_A_REFUND = /refund|return|damaged/;

export const startsAnew = (request: CustomerRequest, requests: readonly CustomerRequest[]): boolean =>
  requests.some(({ topic, confidence }) => topic !== request.topic && confidence >= SURE);

/** Nobody can be proved without the mailbox on the account. */
export const lostMailbox = (scene: Scene): PendingResult =>
  goTo({ kind: 'hand_over', reason: { kind: 'identity_unprovable', because: 'lost_mailbox' }, before: scene.say('code.lost_mailbox') });
