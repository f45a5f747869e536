import type { Window } from './protocol.ts';
import type { Payment, Post } from './world.ts';

/** One message as the customer knows it: what was sent, in which window's cycle, and whether it was acknowledged. */
export interface SentMessage {
  readonly id: string;
  readonly window: Window;
  readonly refundCents: number | undefined;
  readonly acked: boolean;
}

export interface Verdict {
  readonly acked: number;
  /** Acknowledged and never answered. */
  readonly lost: readonly string[];
  /** Answered in more than one visible post. */
  readonly answeredTwice: readonly string[];
  readonly refunds: number;
  readonly refundsLost: readonly string[];
  /** Paid more than once, or with another amount than asked for. */
  readonly refundsWrong: readonly string[];
  /** Answered or paid although nobody asked. */
  readonly unexpected: readonly string[];
}

/** A post names the messages that it answers, and says nothing else. */
export function answersIn({ text }: Pick<Post, 'text'>): readonly string[] {
  return text.split(' ');
}

/** Compares what went in with what the world saw. Knows nothing of how either came about. */
export function checkHistory(sent: readonly SentMessage[], posts: readonly Post[], payments: readonly Payment[]): Verdict {
  const acked = sent.filter((message) => message.acked);
  const answers = countBy(posts.flatMap(answersIn));
  const paid = countBy(payments.map(({ message }) => message));
  const known = new Set(sent.map(({ id }) => id));
  const refunds = acked.filter(({ refundCents }) => refundCents !== undefined);
  const amounts = new Map(refunds.map(({ id, refundCents }) => [id, refundCents]));
  const ids = (messages: readonly SentMessage[]) => messages.map(({ id }) => id);
  return {
    acked: acked.length,
    lost: ids(acked.filter(({ id }) => !answers.has(id))),
    answeredTwice: ids(sent.filter(({ id }) => (answers.get(id) ?? 0) > 1)),
    refunds: refunds.length,
    refundsLost: ids(refunds.filter(({ id }) => !paid.has(id))),
    refundsWrong: [
      ...ids(sent.filter(({ id }) => (paid.get(id) ?? 0) > 1)),
      ...payments.filter(({ message, cents }) => amounts.has(message) && amounts.get(message) !== cents).map(({ message }) => message),
    ],
    unexpected: [...answers.keys(), ...paid.keys()].filter((id) => !known.has(id)),
  };
}

/** Nothing lost, nothing twice, nothing out of thin air. */
export function isClean(verdict: Verdict): boolean {
  const { lost, answeredTwice, refundsLost, refundsWrong, unexpected } = verdict;
  return [lost, answeredTwice, refundsLost, refundsWrong, unexpected].every((ids) => ids.length === 0);
}

function countBy(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
