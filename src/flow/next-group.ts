import type { DeskCommand, Timer } from '../domain/arrival.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { InboundMessage } from '../domain/message.ts';
import type { PendingArrival } from '../store/store.ts';
import { triesOf, TURN_RETRIES } from './retry-policy.ts';

/** What one step takes from a leased conversation. */
export type Group =
  | { readonly kind: 'messages'; readonly arrivals: readonly PendingArrival[]; readonly messages: readonly InboundMessage[] }
  | { readonly kind: 'command'; readonly arrivals: readonly PendingArrival[]; readonly command: DeskCommand }
  | { readonly kind: 'timer'; readonly arrivals: readonly PendingArrival[]; readonly timer: Timer }
  | { readonly kind: 'exhausted'; readonly arrivals: readonly PendingArrival[] };

/**
 * Everything that one person wrote in a row is one step, so that quick messages get one answer and a neighbour in the
 * thread is never taken for the customer; a command and a timer are a step each. Arrivals that have failed too often are taken by themselves: those behind them are innocent.
 */
export function nextGroup(pending: readonly PendingArrival[]): Group | undefined {
  const [first] = pending;
  if (!first) return undefined;
  if (isExhausted(first)) return { kind: 'exhausted', arrivals: takeWhile(pending, isExhausted) };
  const { arrival } = first;
  switch (arrival.kind) {
    case 'command':
      return { kind: 'command', arrivals: [first], command: arrival.command };
    case 'timer':
      return { kind: 'timer', arrivals: [first], timer: arrival.timer };
    case 'message': {
      const { key } = arrival.message.author;
      const arrivals = takeWhile(
        pending,
        (next) => next.arrival.kind === 'message' && next.arrival.message.author.key === key && !isExhausted(next),
      );
      const messages = arrivals.flatMap((next) => (next.arrival.kind === 'message' ? [next.arrival.message] : []));
      return { kind: 'messages', arrivals, messages };
    }
    default:
      return assertNever(arrival);
  }
}

function isExhausted({ attempts }: PendingArrival): boolean {
  return attempts >= triesOf(TURN_RETRIES);
}

function takeWhile<T>(items: readonly T[], fits: (item: T) => boolean): readonly T[] {
  const end = items.findIndex((item) => !fits(item));
  return end === -1 ? items : items.slice(0, end);
}
