import type { PendingQuestion } from '../domain/request.ts';
import type { Scene } from './scene.ts';

/** What is said of a question that still waits; undefined where a reminder would only be a nuisance. */
export function reminderOf({ kind, about }: PendingQuestion, scene: Scene): string | undefined {
  if (kind === 'code') return scene.say('code.reminder');
  if (kind === 'consent') return scene.say('consent.again', { rendered: scene.notes.memory.proposal?.rendered ?? about });
  return kind === 'slot' && about !== 'more' ? scene.say('slot.reminder') : undefined;
}
