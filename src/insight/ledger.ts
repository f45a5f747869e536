import type { DomainEvent } from '../domain/event.ts';
import type { FalseReason, LedgerEnd, LedgerHandoff, LedgerRow } from '../domain/figures.ts';
import type { Return } from './came-back.ts';
import { createReturns } from './came-back.ts';
import type { ConversationLog } from './conversation-log.ts';
import { conversationLogs, customersIn, named } from './conversation-log.ts';
import { firstResponseMs, handleMs, humanMs } from './durations.ts';
import { evidenceOf } from './evidence.ts';
import { handoffOf } from './handoff-verdict.ts';
import { finite, sum } from './statistics.ts';

/** A rating at or below this says that it was not solved, whatever the conversation looked like. */
const LOW_RATING = 2;

/** How each conversation went and why we say so, computed from the events alone; a later return takes a resolution back. */
export function ledgerOf(events: Iterable<DomainEvent>): readonly LedgerRow[] {
  const logs = conversationLogs(events);
  const returnOf = createReturns(logs);
  return logs.flatMap((log) => {
    const first = log.events[0];
    return first === undefined ? [] : [rowOf(log, first.at, returnOf(log))];
  });
}

function rowOf(log: ConversationLog, startedAt: Date, cameBack: Return | undefined): LedgerRow {
  const turns = named(log, 'turn.decided');
  const opened = named(log, 'conversation.opened')[0];
  const { end, endedAt } = endOf(log);
  const rating = ratingOf(log);
  const handoff = handoffOf(log);
  const openedAt = opened?.at ?? startedAt;
  const falseReasons = falseReasonsOf(log, rating, cameBack);
  const agentBegan = turns.some(({ fields }) => fields.decision !== 'stay_silent');
  const missed = missedHuman(log, handoff, cameBack);
  return {
    conversation: log.conversation,
    channel: opened?.fields.channel ?? turns[0]?.fields.channel ?? 'unknown',
    customers: customersIn(log),
    intents: [...new Set(turns.flatMap(({ fields }) => fields.intents ?? []))],
    openedAt,
    end,
    endedAt,
    falseReasons,
    handoff,
    approvals: named(log, 'ticket.opened').filter(({ fields }) => fields.kind === 'approval').length,
    missed,
    rating,
    firstResponseMs: firstResponseMs(log),
    handleMs: endedAt && handleMs(log),
    wallMs: endedAt && endedAt.getTime() - openedAt.getTime(),
    costMicroUsd: sum(turns.map(({ fields }) => finite(fields.costMicroUsd))),
    humanMs: agentBegan ? humanMs(log) : 0,
    why: [...evidenceOf(log), ...falseReasons.map((reason) => falseText(reason, rating, cameBack)), ...(missed ? [missed] : [])],
  };
}

interface Ending {
  readonly end: LedgerEnd;
  readonly endedAt: Date | undefined;
}
const OPEN: Ending = { end: 'open', endedAt: undefined };

/** The state that the events leave it in. */
const endOf = (log: ConversationLog): Ending => log.events.reduce(endAfter, OPEN);

function endAfter(before: Ending, event: DomainEvent): Ending {
  const isEscalated = before.end === 'escalated';
  if (event.name === 'conversation.resolved') return { end: event.fields.by === 'human' ? 'human' : event.fields.how, endedAt: event.at };
  if (event.name === 'ticket.resolved' && isEscalated) return { end: 'human', endedAt: event.at };
  if (event.name === 'ticket.opened' && event.fields.kind === 'handoff') return { end: 'escalated', endedAt: undefined };
  if (event.name === 'ticket.reopened') return { end: 'escalated', endedAt: undefined };
  if (event.name === 'conversation.reopened' && !isEscalated) return OPEN;
  if (event.name === 'ticket.returned' && isEscalated) return OPEN;
  return before;
}

/** The last rating counts; anything outside 1–5 is no rating. */
function ratingOf(log: ConversationLog): number | undefined {
  const ratings = named(log, 'survey.answered').map(({ fields }) => fields.rating);
  return ratings.findLast((rating) => rating >= 1 && rating <= 5);
}

function falseReasonsOf(log: ConversationLog, rating: number | undefined, cameBack: Return | undefined): readonly FalseReason[] {
  if (!named(log, 'conversation.resolved').some(({ fields }) => fields.by === 'agent')) return [];
  return [
    ...(cameBack ? [cameBack.reason] : []),
    ...(named(log, 'action.reversed').length > 0 ? (['action_reversed'] as const) : []),
    ...(rating !== undefined && rating <= LOW_RATING ? (['low_rating'] as const) : []),
  ];
}

/** A human should have had it: the customer asked or named the law and nobody came, or it took a human afterwards. */
function missedHuman(log: ConversationLog, handoff: LedgerHandoff | undefined, cameBack: Return | undefined): string | undefined {
  if (handoff !== undefined) return undefined;
  const signals = new Set(named(log, 'turn.decided').flatMap(({ fields }) => fields.signals ?? []));
  if (signals.has('reports_danger')) return 'reported a danger and nobody took over';
  if (signals.has('asks_for_human')) return 'asked for a person and nobody took over';
  if (signals.has('mentions_legal')) return 'mentioned the law and nobody took over';
  if (cameBack && handoffOf(cameBack.log)) return `came back in ${cameBack.log.conversation}, where a human had to take over`;
  return undefined;
}

function falseText(reason: FalseReason, rating: number | undefined, cameBack: Return | undefined): string {
  if (reason === 'low_rating') return `taken back: rated ${rating}`;
  if (reason === 'action_reversed') return 'taken back: an action was reversed';
  return `taken back: ${reason.replaceAll('_', ' ')}, at ${cameBack?.at.toISOString()} in ${cameBack?.log.conversation}`;
}
