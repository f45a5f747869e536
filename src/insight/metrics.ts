import type { DomainEvent } from '../domain/event.ts';
import type { Figure, Figures, LedgerRow } from '../domain/figures.ts';
import { ledgerOf } from './ledger.ts';
import { finite, mean, percentile, ratio, sum } from './statistics.ts';

const FAST_RESPONSE_S = 30;
const seconds = (ms: number): number => ms / 1000;
const present = <Value>(value: Value | undefined): value is Value => value !== undefined;

/** The seven figures over conversations that were opened at or after `since`, with what happened to them until `until`. */
export function metricsOf(events: Iterable<DomainEvent>, period: { readonly since: Date | undefined; readonly until: Date }): Figures {
  return figuresOf(ledgerOf(events), period);
}

/** The same from a ledger: a figure is nothing but a count over its rows. */
export function figuresOf(
  ledger: readonly LedgerRow[],
  { since, until }: { readonly since: Date | undefined; readonly until: Date },
): Figures {
  const rows = ledger.filter(({ openedAt }) => (since === undefined || openedAt >= since) && openedAt <= until);
  const figures = [resolutionRate, firstResponse, csat, escalationRate, handleTime, costPerResolution, falseResolutionRate];
  return { since, until, conversations: rows.length, figures: figures.map((figure) => judged(figure(rows))) };
}

type Draft = Omit<Figure, 'met'>;
type Part = Figure['parts'][number];
const count = (label: string, rows: readonly LedgerRow[]): Part => ({ label, unit: 'count', value: rows.length });

function judged(draft: Draft): Figure {
  const { value, target } = draft;
  if (value === undefined) return { ...draft, met: undefined };
  return { ...draft, met: target.kind === 'above' ? value > target.limit : value < target.limit };
}

const byAgent = ({ end }: LedgerRow): boolean => end === 'confirmed' || end === 'verified' || end === 'assumed';

/** Every reason but a return after more than 48 hours takes a resolution back at once. */
const isFalse = ({ falseReasons }: LedgerRow): boolean => falseReasons.some((reason) => reason !== 'came_back_within_7_days');

/** Confirmed holds unless it proved false; verified also needs that nobody came back for seven days. */
export function countsAsResolved(row: LedgerRow): boolean {
  return (row.end === 'confirmed' && !isFalse(row)) || (row.end === 'verified' && row.falseReasons.length === 0);
}

function resolutionRate(rows: readonly LedgerRow[]): Draft {
  const resolved = rows.filter(countsAsResolved);
  return {
    name: 'resolution_rate',
    label: 'Resolution rate',
    unit: 'share',
    value: ratio(resolved.length, rows.length),
    n: rows.length,
    target: { kind: 'above', limit: 0.6 },
    parts: [
      count(
        'confirmed',
        resolved.filter(({ end }) => end === 'confirmed'),
      ),
      count(
        'verified',
        resolved.filter(({ end }) => end === 'verified'),
      ),
      count(
        'assumed, not counted',
        rows.filter(({ end }) => end === 'assumed'),
      ),
      count(
        'taken back',
        rows.filter((row) => (row.end === 'confirmed' || row.end === 'verified') && !countsAsResolved(row)),
      ),
      count(
        'resolved by a human',
        rows.filter(({ end }) => end === 'human'),
      ),
      count(
        'with a human',
        rows.filter(({ end }) => end === 'escalated'),
      ),
      count(
        'open',
        rows.filter(({ end }) => end === 'open'),
      ),
    ],
  };
}

function firstResponse(rows: readonly LedgerRow[]): Draft {
  const times = rows
    .map(({ firstResponseMs }) => firstResponseMs)
    .filter(present)
    .map(seconds);
  return {
    name: 'first_response',
    label: 'First response (95 of 100)',
    unit: 'seconds',
    value: percentile(times, 0.95),
    n: times.length,
    target: { kind: 'below', limit: FAST_RESPONSE_S },
    parts: [
      { label: 'median', unit: 'seconds', value: percentile(times, 0.5) },
      {
        label: `below ${FAST_RESPONSE_S} s`,
        unit: 'share',
        value: ratio(times.filter((time) => time < FAST_RESPONSE_S).length, times.length),
      },
    ],
  };
}

function csat(rows: readonly LedgerRow[]): Draft {
  const ratings = rows.map(({ rating }) => rating).filter(present);
  const ended = rows.filter(({ endedAt }) => endedAt !== undefined);
  return {
    name: 'csat',
    label: 'CSAT',
    unit: 'rating',
    value: mean(ratings),
    n: ratings.length,
    target: { kind: 'above', limit: 4 },
    parts: [
      {
        label: 'of ended conversations rated',
        unit: 'share',
        value: ratio(ended.filter(({ rating }) => rating !== undefined).length, ended.length),
      },
    ],
  };
}

function escalationRate(rows: readonly LedgerRow[]): Draft {
  const handed = rows.filter(({ handoff }) => handoff !== undefined);
  const verdict = (kind: string): readonly LedgerRow[] => handed.filter(({ handoff }) => handoff?.verdict === kind);
  return {
    name: 'escalation_rate',
    label: 'Escalation rate',
    unit: 'share',
    value: ratio(handed.length, rows.length),
    n: rows.length,
    target: { kind: 'below', limit: 0.35 },
    parts: [
      count('true', verdict('true')),
      count('unnecessary', verdict('unnecessary')),
      count('undecided', verdict('undecided')),
      count(
        'missed',
        rows.filter(({ missed }) => missed !== undefined),
      ),
      count(
        'approvals besides',
        rows.filter(({ approvals, handoff }) => approvals > 0 && handoff === undefined),
      ),
    ],
  };
}

function handleTime(rows: readonly LedgerRow[]): Draft {
  const ended = rows.filter(({ endedAt }) => endedAt !== undefined);
  const times = ended
    .map(({ handleMs }) => handleMs)
    .filter(present)
    .map(seconds);
  return {
    name: 'handle_time',
    label: 'Handle time (mean)',
    unit: 'seconds',
    value: mean(times),
    n: times.length,
    target: { kind: 'below', limit: 180 },
    parts: [
      { label: 'median', unit: 'seconds', value: percentile(times, 0.5) },
      {
        label: 'wall time (mean)',
        unit: 'seconds',
        value: mean(
          ended
            .map(({ wallMs }) => wallMs)
            .filter(present)
            .map(seconds),
        ),
      },
    ],
  };
}

function costPerResolution(rows: readonly LedgerRow[]): Draft {
  const resolved = rows.filter(countsAsResolved).length;
  const dollars = sum(rows.map(({ costMicroUsd }) => finite(costMicroUsd))) / 1e6;
  const minutes = sum(rows.map(({ humanMs }) => finite(humanMs))) / 60_000;
  return {
    name: 'cost_per_resolution',
    label: 'Cost per resolution',
    unit: 'dollars',
    value: ratio(dollars, resolved),
    n: resolved,
    target: { kind: 'below', limit: 0.5 },
    parts: [
      { label: 'spent on all conversations', unit: 'dollars', value: dollars },
      { label: 'human minutes per resolution', unit: 'minutes', value: ratio(minutes, resolved) },
    ],
  };
}

function falseResolutionRate(rows: readonly LedgerRow[]): Draft {
  const closed = rows.filter(byAgent);
  // A resolution that was reopened is no longer closed, but it was false all the same.
  const reopened = rows.filter((row) => !byAgent(row) && row.falseReasons.length > 0);
  const all = [...closed, ...reopened];
  const because = (reason: string): readonly LedgerRow[] => all.filter(({ falseReasons }) => falseReasons.some((one) => one === reason));
  return {
    name: 'false_resolution_rate',
    label: 'False resolutions',
    unit: 'share',
    value: ratio(all.filter(isFalse).length, all.length),
    n: all.length,
    target: { kind: 'below', limit: 0.05 },
    parts: [
      { label: 'within 7 days', unit: 'share', value: ratio(all.filter(({ falseReasons }) => falseReasons.length > 0).length, all.length) },
      count('came back within 48 h', because('came_back_within_48_hours')),
      count('action reversed', because('action_reversed')),
      count('rated 2 or less', because('low_rating')),
    ],
  };
}
