import type { LedgerRow } from './shop-ledger.ts';
import type { Post } from './world.ts';

/** One conversation as its customer knows it. */
export interface RefundTalk {
  readonly conversation: string;
  readonly orderId: string;
  readonly cents: number;
  /** What was said and acknowledged, in order. */
  readonly acked: readonly string[];
  readonly consented: boolean;
  readonly codes: readonly string[];
  /** An answer that did not fit what was asked. */
  readonly derailed: string | undefined;
}

export interface RefundVerdict {
  readonly acked: number;
  /** Conversations in which an acknowledged message has no answer. */
  readonly lost: readonly string[];
  /** Conversations with more answers than messages, one answer twice, or more than one code. */
  readonly answeredTwice: readonly string[];
  readonly refunds: number;
  readonly refundsLost: readonly string[];
  /** Paid twice, another amount, or without a yes. */
  readonly refundsWrong: readonly string[];
  /** Answers that say something else than what happened. */
  readonly toldWrong: readonly string[];
}

/** Compares what customers said and saw with the shop's own ledger, before and after. */
export function checkRefunds(
  talks: readonly RefundTalk[],
  posts: readonly Post[],
  ledger: { readonly before: readonly LedgerRow[]; readonly after: readonly LedgerRow[] },
): RefundVerdict {
  const postsTo = (talk: RefundTalk): readonly Post[] => posts.filter(({ to }) => to === talk.conversation);
  const paidFor = (orderId: string): readonly number[] => {
    const earlier = ledger.before.filter((row) => row.orderId === orderId).length;
    return ledger.after
      .filter((row) => row.orderId === orderId)
      .slice(earlier)
      .map(({ cents }) => cents);
  };
  const consented = talks.filter((talk) => talk.consented);
  const known = new Set(consented.map(({ orderId }) => orderId));
  const named = (found: readonly RefundTalk[]): readonly string[] => found.map(({ conversation }) => conversation);
  const distinct = (sent: readonly Post[]): number => new Set(sent.map(({ id }) => id)).size;
  const touched = [...new Set(ledger.after.map(({ orderId }) => orderId))].filter((orderId) => paidFor(orderId).length > 0);
  return {
    acked: talks.reduce((sum, talk) => sum + talk.acked.length, 0),
    lost: named(talks.filter((talk) => distinct(postsTo(talk)) < talk.acked.length)),
    answeredTwice: named(
      talks.filter((talk) => {
        const sent = postsTo(talk);
        return sent.length > talk.acked.length || distinct(sent) < sent.length || talk.codes.length > 1;
      }),
    ),
    refunds: consented.length,
    refundsLost: named(consented.filter(({ orderId }) => paidFor(orderId).length === 0)),
    refundsWrong: [
      ...named(consented.filter(({ orderId, cents }) => paidFor(orderId).length > 1 || paidFor(orderId).some((paid) => paid !== cents))),
      ...touched.filter((orderId) => !known.has(orderId)),
    ],
    toldWrong: talks.flatMap(({ conversation, derailed }) => (derailed === undefined ? [] : [`${conversation}: ${derailed}`])),
  };
}

/** Nothing lost, nothing twice, and the truth told. */
export function isCleanRefunds(verdict: RefundVerdict): boolean {
  const { lost, answeredTwice, refundsLost, refundsWrong, toldWrong } = verdict;
  return [lost, answeredTwice, refundsLost, refundsWrong, toldWrong].every((found) => found.length === 0);
}
