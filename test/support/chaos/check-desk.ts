import type { SeenCard } from '../desk/desk-side.ts';
import type { Post } from './world.ts';
import type { DeskWindow } from './desk-windows.ts';

/** What one person did at the desk while the process was killed, in words of their own. */
export interface DeskDeed {
  readonly action: 'claim' | 'approve' | 'reply' | 'say';
  readonly window: DeskWindow;
  readonly ticket: string;
  /** The customer's conversation. */
  readonly conversation: string;
  /** What went to the customer; of an approval, what the answer has to name. */
  readonly words: string;
  /** An approval's, of the shop. */
  readonly order: { readonly orderId: string; readonly cents: number } | undefined;
  /** Acknowledged by the process that was killed. */
  readonly ackedBefore: boolean;
}

/** What everybody outside of the process sees when all is over. */
export interface DeskSights {
  readonly cards: readonly SeenCard[];
  thread(ticket: string): readonly string[];
  readonly posts: readonly Post[];
  /** Cents that the shop's own ledger paid. */
  paid(orderId: string): readonly number[];
}

export interface DeskVerdict {
  readonly deeds: number;
  readonly ackedBefore: number;
  /** Acknowledged, and nothing came of it. */
  readonly lost: readonly string[];
  /** Had its effect more than once. */
  readonly doneTwice: readonly string[];
  readonly refunds: number;
  /** Paid not once, or another amount. */
  readonly refundsWrong: readonly string[];
  /** Replies, and answers to an approval. */
  readonly replies: number;
  readonly repliesNever: readonly string[];
  readonly repliesTwice: readonly string[];
  /** Tickets without exactly one card. */
  readonly cardsWrong: readonly string[];
  /** Replies whose delivery is not noted exactly once below the card. */
  readonly marksWrong: readonly string[];
}

export const CLAIMED = /with Ben Adeyemi/;
const APPROVED = /Approved by Ana Lindqvist/;
const DELIVERED = '→ Ben Adeyemi to the customer';

/** Compares what people did at the desk with what the card, the customer and the shop's ledger show. */
export function checkDesk(deeds: readonly DeskDeed[], sights: DeskSights): DeskVerdict {
  const cardsOf = ({ ticket }: DeskDeed): readonly SeenCard[] => sights.cards.filter((card) => card.ticket === ticket);
  const heard = ({ conversation, words }: DeskDeed): number =>
    sights.posts.filter(({ to, text }) => to === conversation && text.includes(words)).length;
  const below = ({ ticket }: DeskDeed, words: string): number => sights.thread(ticket).filter((text) => text.includes(words)).length;
  const shows = (deed: DeskDeed, words: RegExp): boolean => cardsOf(deed).some(({ text }) => words.test(text));
  const named = (found: readonly DeskDeed[]): readonly string[] =>
    found.map(({ action, window, ticket }) => `${action}/${window} ${ticket}`);
  const claims = deeds.filter(({ action }) => action === 'claim');
  const approvals = deeds.filter(({ action }) => action === 'approve');
  const words = deeds.filter(({ action }) => action === 'reply' || action === 'say');
  const answers = [...approvals, ...words];
  return {
    deeds: deeds.length,
    ackedBefore: deeds.filter(({ ackedBefore }) => ackedBefore).length,
    lost: named([...claims.filter((deed) => !shows(deed, CLAIMED)), ...approvals.filter((deed) => !shows(deed, APPROVED))]),
    doneTwice: named(approvals.filter((deed) => below(deed, 'Ana Lindqvist: Done') !== 1)),
    refunds: approvals.length,
    refundsWrong: named(
      approvals.filter(({ order }) => order !== undefined && sights.paid(order.orderId).join('+') !== String(order.cents)),
    ),
    replies: answers.length,
    repliesNever: named(answers.filter((deed) => heard(deed) === 0)),
    repliesTwice: named(answers.filter((deed) => heard(deed) > 1)),
    cardsWrong: named(deeds.filter((deed) => cardsOf(deed).length !== 1)),
    marksWrong: named(words.filter((deed) => below(deed, DELIVERED) !== 1)),
  };
}

/** Nothing that was acknowledged is lost, and nothing happened twice. */
export function isCleanDesk(verdict: DeskVerdict): boolean {
  const { lost, doneTwice, refundsWrong, repliesNever, repliesTwice, cardsWrong, marksWrong } = verdict;
  return [lost, doneTwice, refundsWrong, repliesNever, repliesTwice, cardsWrong, marksWrong].every((found) => found.length === 0);
}
