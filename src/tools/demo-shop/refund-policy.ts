import { z } from 'zod';
import type { PolicySettings } from '../../domain/playbook.ts';
import { matchingLines } from './item-match.ts';
import { lineTotalCents, type OrderLine, type OrderRecord } from './order-records.ts';
import type { Grant, Refusal } from './refusal.ts';
import { isLost } from './shipment-state.ts';

export const refundReason = z.enum(['unwanted', 'damaged', 'defective', 'wrong_item', 'not_received']);
export type RefundReason = z.infer<typeof refundReason>;

export interface RefundQuestion {
  readonly reason: RefundReason;
  /** The customer's words for one thing of the order; absent: everything in it. */
  readonly item?: string | undefined;
  readonly now: Date;
}

export type RefundVerdict =
  | {
      readonly kind: 'eligible';
      readonly rule: Grant;
      readonly amountCents: number;
      /** What is left of each line that the refund covers, in the order's own order. */
      readonly covers: readonly RefundableLine[];
    }
  | { readonly kind: 'refused'; readonly rule: Refusal };

export interface RefundableLine {
  readonly line: number;
  readonly name: string;
  readonly amountCents: number;
}

/** Everything a rule may look at. */
interface RefundCase {
  readonly order: OrderRecord;
  /** The lines that were asked about. */
  readonly lines: readonly OrderLine[];
  readonly isFaulty: boolean;
  readonly reason: RefundReason;
  readonly daysSinceDelivery: number;
  readonly isLost: boolean;
  readonly windows: PolicySettings['refund'];
}

type RefundRule = { readonly applies: (refund: RefundCase) => boolean } & (
  | { readonly verdict: 'grant'; readonly name: Grant }
  | { readonly verdict: 'refuse'; readonly name: Refusal }
);

const DAY_MS = 86_400_000;
const FAULTY = new Set<RefundReason>(['damaged', 'defective', 'wrong_item']);

/** The first rule that applies decides. The names are the rows of `config/policies.yaml`. */
export const refundRules: readonly RefundRule[] = [
  { name: 'item_not_in_order', verdict: 'refuse', applies: ({ lines }) => lines.length === 0 },
  { name: 'order_cancelled', verdict: 'refuse', applies: ({ order }) => order.status === 'cancelled' },
  { name: 'already_refunded', verdict: 'refuse', applies: ({ lines }) => lines.every((line) => leftCents(line) === 0) },
  { name: 'gift_card', verdict: 'refuse', applies: ({ lines }) => open(lines).every((line) => line.giftCard) },
  { name: 'still_processing', verdict: 'refuse', applies: ({ order }) => order.status === 'processing' },
  { name: 'lost_in_transit', verdict: 'refuse', applies: (refund) => refund.isLost },
  { name: 'not_delivered_yet', verdict: 'refuse', applies: ({ order }) => order.status === 'shipped' },
  {
    name: 'final_sale',
    verdict: 'refuse',
    applies: ({ lines, isFaulty }) => !isFaulty && open(lines).every((line) => line.finalSale || line.giftCard),
  },
  { name: 'returned', verdict: 'grant', applies: ({ order }) => order.status === 'returned' },
  { name: 'reported_missing', verdict: 'refuse', applies: ({ reason }) => reason === 'not_received' },
  {
    name: 'damaged_within_window',
    verdict: 'grant',
    applies: ({ isFaulty, daysSinceDelivery, windows }) => isFaulty && daysSinceDelivery <= windows.damagedWindowDays,
  },
  { name: 'damaged_outside_window', verdict: 'refuse', applies: ({ isFaulty }) => isFaulty },
  { name: 'within_window', verdict: 'grant', applies: ({ daysSinceDelivery, windows }) => daysSinceDelivery <= windows.windowDays },
  { name: 'outside_window', verdict: 'refuse', applies: () => true },
];

/** Whether and how much of an order can be paid back. Days are whole days since delivery: day 30 ends 31 days after it. */
export function assessRefund(order: OrderRecord, question: RefundQuestion, windows: PolicySettings['refund']): RefundVerdict {
  const refund = refundCase(order, question, windows);
  const rule = refundRules.find(({ applies }) => applies(refund));
  if (rule?.verdict !== 'grant') return { kind: 'refused', rule: rule?.name ?? 'outside_window' };
  const covers = refundableLines(refund);
  return { kind: 'eligible', rule: rule.name, amountCents: covers.reduce((sum, line) => sum + line.amountCents, 0), covers };
}

function refundCase(order: OrderRecord, { reason, item, now }: RefundQuestion, windows: PolicySettings['refund']): RefundCase {
  const sinceDelivery = order.deliveredAt === null ? 0 : now.getTime() - Date.parse(order.deliveredAt);
  return {
    order,
    lines: item === undefined ? order.lines : matchingLines(order.lines, item),
    isFaulty: FAULTY.has(reason),
    reason,
    daysSinceDelivery: Math.floor(sinceDelivery / DAY_MS),
    isLost: isLost(order, windows.lostAfterDays, now),
    windows,
  };
}

function refundableLines({ lines, isFaulty }: RefundCase): readonly RefundableLine[] {
  return open(lines)
    .filter((line) => !line.giftCard && (isFaulty || !line.finalSale))
    .map((line) => ({ line: line.line, name: line.name, amountCents: leftCents(line) }));
}

const leftCents = (line: OrderLine): number => Math.max(0, lineTotalCents(line) - line.refundedCents);
const open = (lines: readonly OrderLine[]): readonly OrderLine[] => lines.filter((line) => leftCents(line) > 0);
