import type { Conversation } from '../domain/conversation.ts';
import type { ParticipantKey } from '../domain/ids.ts';
import type { PendingQuestion } from '../domain/request.ts';

/** Everything that waits for an answer in this thread, at most one question a person. */
export function questionsOf({ pending, memory }: Pick<Conversation, 'pending' | 'memory'>): readonly PendingQuestion[] {
  const others = (memory.aside ?? []).filter(({ askedOf }) => askedOf !== pending?.askedOf);
  return pending ? [pending, ...others] : others;
}

/** What still waits for the others once `speaker` has spoken: nobody can answer, or talk away, a question to somebody else. */
export const asideFor = (before: Pick<Conversation, 'pending' | 'memory'>, speaker: ParticipantKey): readonly PendingQuestion[] =>
  questionsOf(before).filter(({ askedOf, kind }) => askedOf !== speaker && kind !== 'helped' && kind !== 'rating');
