import { languageOf } from '../languages/index.ts';
import type { BeginsAnew } from '../../store/store.ts';
import { isClosingWord } from './closing-words.ts';
import { readRating } from './short-answer.ts';

/** After so many hours without a word the next message in a direct-message room is about something else. */
const SILENCE_HOURS = 24;

/**
 * In a room that never ends a conversation does: once it is resolved, or after a day in which neither side owed the
 * other anything. Thanks and the rating that was asked for still belong to what was resolved.
 */
export const beginsAnew: BeginsAnew = ({ conversation, lastActivityAt }, { kind, text }, now) => {
  if (kind !== 'new') return false;
  const { state, pending, memory, customer } = conversation;
  const { words } = languageOf(customer.language);
  if (state.kind === 'resolved')
    return !(isClosingWord(text, words) || (pending?.kind === 'rating' && readRating(text, words) !== undefined));
  const isWaiting = state.kind === 'awaiting_customer' && memory.tickets.length === 0;
  return isWaiting && now.getTime() - lastActivityAt.getTime() >= SILENCE_HOURS * 3_600_000;
};
