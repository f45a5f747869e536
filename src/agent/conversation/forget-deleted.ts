import type { Conversation, Memory, Turn } from '../../domain/conversation.ts';
import type { Decision, EscalationReason } from '../../domain/decision.ts';
import type { InboundMessage } from '../../domain/message.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import type { Ticket } from '../../domain/ticket.ts';

const DELETED = '[deleted by the customer]';
/** Shorter words, such as "yes", stand in other people's sentences too. */
const LEAST_QUOTED = 4;

/** Texts that are gone: of deleted messages, in every form that they had. */
export function deletedTexts({ turns }: Conversation, late: readonly InboundMessage[]): readonly string[] {
  const gone = goneIds(late);
  return turns
    .flatMap(({ inbound }) => inbound)
    .filter((message) => isGone(message, gone))
    .flatMap(({ text, fullText }) => [text.trim(), fullText.trim()])
    .filter((text) => text !== '');
}

/** Without the words of messages that their author deleted after the answer: whoever reads on, agent or human, reads none of them. */
export function forgetDeleted(conversation: Conversation, late: readonly InboundMessage[]): Conversation {
  const gone = goneIds(late);
  const texts = deletedTexts(conversation, late);
  if (texts.length === 0) return conversation;
  const { pending } = conversation;
  return {
    ...conversation,
    turns: conversation.turns
      .map((turn) => (turn.inbound.some((message) => isGone(message, gone)) ? emptied(turn, gone, texts) : turn))
      .map(withoutModelTexts),
    pending: pending?.request ? { ...pending, request: wordless(pending.request, texts) } : pending,
    memory: memoryWithout(conversation.memory, texts),
  };
}

/** The same for a ticket that quotes them; undefined when it does not. */
export function forgetInTicket(ticket: Ticket, texts: readonly string[]): Ticket | undefined {
  const without = (text: string): string =>
    texts.reduce((rest, gone) => (gone.length < LEAST_QUOTED ? rest : rest.replaceAll(gone, DELETED)), text);
  const { subject, summary } = ticket;
  const reason = reasonWithout(summary.reason, texts);
  const [newSubject, wants] = [subject, summary.wants].map((text) => (isPieceOf(text, texts) ? DELETED : without(text)));
  if (newSubject === subject && wants === summary.wants && reason === summary.reason) return undefined;
  return {
    ...ticket,
    subject: newSubject ?? subject,
    summary: { ...summary, wants: wants ?? summary.wants, reason },
    version: ticket.version + 1,
  };
}

const goneIds = (late: readonly InboundMessage[]): ReadonlySet<string> =>
  new Set(late.flatMap(({ kind, replaces }) => (kind === 'deleted' && replaces !== undefined ? [replaces] : [])));

const isGone = ({ id, kind, replaces }: InboundMessage, gone: ReadonlySet<string>): boolean =>
  kind !== 'deleted' && (gone.has(id) || (replaces !== undefined && gone.has(replaces)));

function emptied(turn: Turn, gone: ReadonlySet<string>, texts: readonly string[]): Turn {
  return {
    ...turn,
    inbound: turn.inbound.map((message) =>
      isGone(message, gone) ? { ...message, kind: 'deleted', text: '', fullText: '', attachments: [] } : message,
    ),
    decision: decisionWithout(turn.decision, texts),
    classifications: turn.classifications.map((one) => (isQuoted(one.words, texts) ? { ...one, words: '', entities: [] } : one)),
  };
}

/** What was sent to a model holds earlier messages too, so none of it is kept once one of them is deleted. */
function withoutModelTexts(turn: Turn): Turn {
  if (!turn.modelCalls) return turn;
  return { ...turn, modelCalls: turn.modelCalls.map((call) => ({ ...call, sent: DELETED, received: DELETED })) };
}

function decisionWithout(decision: Decision, texts: readonly string[]): Decision {
  if (decision.kind === 'escalate') return { ...decision, reason: reasonWithout(decision.reason, texts) };
  if (decision.kind === 'ask' && decision.question.request)
    return { ...decision, question: { ...decision.question, request: wordless(decision.question.request, texts) } };
  return decision;
}

function reasonWithout(reason: EscalationReason, texts: readonly string[]): EscalationReason {
  if ('words' in reason) return isQuoted(reason.words, texts) ? { ...reason, words: DELETED } : reason;
  const isFree = reason.kind === 'policy_exception' || reason.kind === 'needs_specialist';
  return isFree && isQuoted(reason.because, texts) ? { ...reason, because: DELETED } : reason;
}

function memoryWithout(memory: Memory, texts: readonly string[]): Memory {
  const { waiting, settled, aside } = memory;
  return {
    ...memory,
    waiting: waiting.map((request) => wordless(request, texts)),
    settled: settled && { ...settled, request: wordless(settled.request, texts) },
    ...(aside === undefined
      ? {}
      : { aside: aside.map((question) => (question.request ? { ...question, request: wordless(question.request, texts) } : question)) }),
  };
}

const wordless = (request: CustomerRequest, texts: readonly string[]): CustomerRequest =>
  isQuoted(request.words, texts) ? { ...request, words: '' } : request;

/** Words are a piece of the message, or hold all of it among others that were read together. */
const isQuoted = (words: string, texts: readonly string[]): boolean =>
  isPieceOf(words, texts) || texts.some((text) => text.length >= LEAST_QUOTED && words.includes(text));

const isPieceOf = (words: string, texts: readonly string[]): boolean =>
  words.trim() !== '' && texts.some((text) => text.includes(words.trim()));
