import type { Conversation, SaidLine, Turn } from '../domain/conversation.ts';
import type { OutboundDelivery, TranscriptLine } from '../domain/deskhand.ts';
import type { InboundMessage } from '../domain/message.ts';
import { wordsOf, type OutboundMessage } from '../domain/outbound.ts';

/** An outbound row as far as a transcript needs it. */
export interface DeliveredMessage {
  readonly message: OutboundMessage;
  readonly state: OutboundDelivery;
  readonly sentAt: Date | undefined;
}

export interface TranscriptNames {
  readonly agent: string;
  /** The name that customers see for a member of staff. */
  staff(name: string): string;
}

interface Placed {
  readonly at: number;
  readonly line: TranscriptLine;
}

/**
 * What was said, in the order of the turns and not of the senders' clocks. Each line of a turn is joined with the row
 * that carries it to the customer; rows that belong to no turn (a survey, a status) stand at their own time. Codes are
 * never shown, and messages to other places only as a mention.
 */
export function transcriptOf(
  conversation: Conversation,
  outbound: readonly DeliveredMessage[],
  names: TranscriptNames,
): readonly TranscriptLine[] {
  const rows = outbound.filter(({ message }) => message.body.kind === 'text' || message.body.kind === 'question');
  const unused = new Set(rows);
  const placed: Placed[] = conversation.turns.flatMap((turn) =>
    linesOfTurn(turn, unused, names).map((line) => ({ at: turn.at.getTime(), line })),
  );
  for (const row of unused) placed.push({ at: row.message.createdAt.getTime(), line: lineOfRow(row, conversation, names) });
  return placed.toSorted((a, b) => a.at - b.at).map(({ line }) => line);
}

function linesOfTurn(turn: Turn, unused: Set<DeliveredMessage>, names: TranscriptNames): readonly TranscriptLine[] {
  const said = turn.said.map((line): TranscriptLine => {
    const row = [...unused].find(({ message }) => !message.secret && textOf(message).includes(line.text));
    if (row) unused.delete(row);
    return {
      at: row?.message.createdAt ?? turn.at,
      ...speakerOf(line, names),
      text: line.text,
      private: line.private,
      delivery: row?.state,
    };
  });
  return [...turn.inbound.filter(isLine).map(lineOfInbound), ...said];
}

/** A deletion shows where its message stood, not where it happened. */
const isLine = ({ kind, replaces }: InboundMessage): boolean => kind !== 'deleted' || replaces === undefined;

function lineOfInbound(message: InboundMessage): TranscriptLine {
  const files = message.attachments.map(({ name, state }) =>
    state === 'stored' ? `[file: ${name}]` : `[file: ${name}, ${state.replace('_', ' ')}]`,
  );
  return {
    at: message.sentAt,
    from: message.author.role === 'staff' ? 'staff' : 'customer',
    name: message.author.displayName,
    text: [message.kind === 'deleted' ? '(deleted)' : message.text, ...files].filter((part) => part !== '').join('\n'),
    private: false,
    delivery: undefined,
  };
}

function speakerOf(line: SaidLine, names: TranscriptNames): Pick<TranscriptLine, 'from' | 'name'> {
  return line.by === 'agent' ? { from: 'agent', name: names.agent } : { from: 'staff', name: names.staff(line.by.staff) };
}

function lineOfRow(row: DeliveredMessage, conversation: Conversation, names: TranscriptNames): TranscriptLine {
  const { message } = row;
  const shared = { at: message.createdAt, private: message.audience.kind === 'only', delivery: row.state };
  if (message.secret) return { ...shared, from: 'system', name: 'Deskhand', text: 'A one-time code was sent.' };
  if (!isSameThread(message, conversation)) {
    return {
      ...shared,
      from: 'system',
      name: 'Deskhand',
      text: `Also sent on ${message.to.channel}${message.subject ? `: ${message.subject}` : ''}`,
    };
  }
  const { speaker } = message;
  if (speaker.kind === 'staff') return { ...shared, from: 'staff', name: names.staff(speaker.name), text: textOf(message) };
  if (speaker.kind === 'agent') return { ...shared, from: 'agent', name: names.agent, text: textOf(message) };
  return { ...shared, from: 'system', name: 'Deskhand', text: textOf(message) };
}

function isSameThread({ to }: OutboundMessage, { thread }: Conversation): boolean {
  return to.channel === thread.channel && to.account === thread.account && to.space === thread.space && to.key === thread.key;
}

const textOf = ({ body }: OutboundMessage): string => wordsOf(body);
