import type { SilenceReason } from '../domain/decision.ts';
import type { TicketNumber } from '../domain/ids.ts';
import type { InboundMessage } from '../domain/message.ts';
import type { StepResult } from '../store/store.ts';
import { isClosingWord } from './conversation/closing-words.ts';
import { record, silent } from './record-turn.ts';
import type { Scene } from './scene.ts';
import { outboundFor } from './word-reply.ts';

/**
 * The customer writes while a human has the conversation. Once somebody took it the agent is silent; while nobody has,
 * the first further message is acknowledged with its ticket, so that nobody wonders whether it arrived.
 */
export async function followUpWhileWaiting(
  number: TicketNumber,
  because: SilenceReason,
  messages: readonly InboundMessage[],
  scene: Scene,
): Promise<StepResult> {
  const ticket = await scene.parts.store.ticket(number);
  const { state } = scene.before;
  const acknowledged = scene.before.turns.some(({ rules }) => rules.includes(ACKNOWLEDGED));
  const mayAcknowledge =
    because === 'human_is_handling' &&
    messages[0]?.author.role === 'customer' &&
    ticket?.state.kind === 'open' &&
    ticket.kind === 'handoff';
  if (
    !mayAcknowledge ||
    acknowledged ||
    isClosingWord(scene.words, scene.language.words) ||
    scene.parts.guard !== undefined ||
    isDraft(ticket.summary.reason.kind)
  ) {
    return record(silent(because, state, scene), messages, [], scene);
  }
  scene.rule(ACKNOWLEDGED);
  const text = scene.say('handoff.added', { ticket: number });
  const ending = { ...silent(because, state, scene), decision: { kind: 'reply', text, citations: [] } as const, text };
  return record(ending, messages, outboundFor({ text, private: false, pending: undefined }, scene), scene);
}

const ACKNOWLEDGED = 'added_to_ticket';
const isDraft = (reason: string): boolean => ['autonomy', 'go_live_guard', 'paused', 'message_held'].includes(reason);
