import type { ThreadRef } from '../../domain/message.ts';
import { BoundedMap } from './bounded-map.ts';

const MOST = 2_000;
const OPEN_MS = 15 * 60_000;
/** A code, a rating, yes or no: an answer and nothing else. */
const BARE = /^(?:\d{1,8}|yes|no|y|n|yep|yeah|nope|ok|okay)[.!]?$/i;

/**
 * A question about a thread that was put to one person as a direct message: a bare answer that they type there, instead
 * of pressing the button, is meant for that thread. Everything else they write is the direct conversation's.
 */
export interface DirectQuestions {
  asked(user: string, thread: ThreadRef, at: Date): void;
  threadFor(user: string, text: string, at: Date): ThreadRef | undefined;
}

export function createDirectQuestions(): DirectQuestions {
  const open = new BoundedMap<string, { readonly thread: ThreadRef; readonly until: number }>(MOST);
  return {
    asked: (user, thread, at) => void open.set(user, { thread, until: at.getTime() + OPEN_MS }),
    threadFor(user, text, at) {
      const question = open.get(user);
      if (question === undefined || question.until <= at.getTime() || !BARE.test(text.trim())) return undefined;
      return question.thread;
    },
  };
}
