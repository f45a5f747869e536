import type { Conversation } from '../domain/conversation.ts';
import { outboundId } from '../domain/ids.ts';
import type { OutboundMessage } from '../domain/outbound.ts';

/** For channels that show whether a matter is settled: what a step changed about that; undefined when nothing. */
export function resolutionMark(before: Conversation, after: Conversation, at: Date): OutboundMessage | undefined {
  const [was, is] = [before.state.kind === 'resolved', after.state.kind === 'resolved'];
  if (was === is) return undefined;
  const state = is ? 'resolved' : 'reopened';
  return {
    id: outboundId(`${after.id}@${state}-${before.turns.length}-${at.getTime()}`),
    to: after.thread,
    audience: { kind: 'thread' },
    body: { kind: 'status', state },
    subject: undefined,
    secret: false,
    speaker: { kind: 'system' },
    createdAt: at,
  };
}
