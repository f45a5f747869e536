import type { FalseReason } from '../domain/figures.ts';
import type { ConversationLog, EventOf } from './conversation-log.ts';
import { customersIn, named } from './conversation-log.ts';

const HOUR_MS = 3_600_000;
const SOON_MS = 48 * HOUR_MS;
/** Whoever comes back later has a new matter. */
export const LATER_MS = 7 * 24 * HOUR_MS;

export interface Return {
  readonly reason: FalseReason;
  /** The conversation in which the matter came up again. */
  readonly log: ConversationLog;
  readonly at: Date;
}

/** Finds out who came back. Built once over all conversations, asked for each. */
export function createReturns(logs: readonly ConversationLog[]): (log: ConversationLog) => Return | undefined {
  const byCustomer = new Map<string, ConversationLog[]>();
  for (const log of logs) {
    for (const customer of customersIn(log)) {
      const known = byCustomer.get(customer);
      if (known) known.push(log);
      else byCustomer.set(customer, [log]);
    }
  }
  return (log) => {
    const others = new Set(customersIn(log).flatMap((customer) => byCustomer.get(customer) ?? []));
    others.delete(log);
    const returns = agentResolutions(log).flatMap((resolution) => [
      ...returnsTo(log, resolution),
      ...[...others].flatMap((other) => asksAgain(other, resolution)),
    ]);
    return returns.sort((a, b) => a.at.getTime() - b.at.getTime())[0];
  };
}

const agentResolutions = (log: ConversationLog) => named(log, 'conversation.resolved').filter(({ fields }) => fields.by === 'agent');

/** The same conversation was opened again: at once because it did not help, or with the same matter. */
function returnsTo(log: ConversationLog, resolution: EventOf<'conversation.resolved'>): readonly Return[] {
  return named(log, 'conversation.reopened').flatMap(({ at, fields }) => {
    const reason = reasonFor(resolution.at, at);
    if (reason === undefined) return [];
    const again = named(log, 'turn.decided').find((turn) => turn.at >= at);
    return fields.because === 'not_helped' || (again && isSameMatter(again, resolution)) ? [{ reason, log, at }] : [];
  });
}

function asksAgain(log: ConversationLog, resolution: EventOf<'conversation.resolved'>): readonly Return[] {
  const turn = named(log, 'turn.decided').find(({ at, fields }) => at > resolution.at && isSameMatter({ fields }, resolution));
  const reason = turn && reasonFor(resolution.at, turn.at);
  return turn && reason ? [{ reason, log, at: turn.at }] : [];
}

function isSameMatter({ fields }: Pick<EventOf<'turn.decided'>, 'fields'>, resolution: EventOf<'conversation.resolved'>): boolean {
  const isPleasantry = fields.decision === 'stay_silent' || fields.signals.some((signal) => signal === 'thanks' || signal === 'greeting');
  return fields.intents.some((intent) => resolution.fields.intents.includes(intent) && !(intent === 'other' && isPleasantry));
}

function reasonFor(resolvedAt: Date, cameBackAt: Date): FalseReason | undefined {
  const afterMs = cameBackAt.getTime() - resolvedAt.getTime();
  if (afterMs < 0 || afterMs > LATER_MS) return undefined;
  return afterMs <= SOON_MS ? 'came_back_within_48_hours' : 'came_back_within_7_days';
}
