import { assertNever } from '../../domain/assert-never.ts';
import type { ActionTaken } from '../../domain/conversation.ts';
import { toolName } from '../../domain/ids.ts';
import type { Money } from '../../domain/money.ts';
import type { ToolOutcome } from '../../domain/tool-outcome.ts';
import { recordName } from '../../tools/record-ref.ts';
import type { PreparedCall, Tool } from '../../tools/tool.ts';
import type { GateVerdict } from './gate.ts';

/** A claimed call whose end is known; it is closed in the transaction of the turn. */
export interface ClosedCall {
  readonly key: string;
  readonly outcome: ToolOutcome<unknown>;
}

/** How a call went. `closed` is undefined for what was never claimed, was closed before, or is not known yet. */
export type Called =
  | {
      readonly kind: 'ok';
      readonly output: unknown;
      readonly action: ActionTaken;
      readonly closed: ClosedCall | undefined;
      /** Names of the records that count as read from now on. */
      readonly shown: readonly string[];
    }
  | {
      readonly kind: 'refused';
      /** A call that should never have been made, a business "no" of the company's policy, or one of the tool itself. */
      readonly by: 'gate' | 'policy' | 'tool';
      readonly rule: string;
      readonly because: string;
      readonly action: ActionTaken;
      readonly closed: ClosedCall | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly critical: boolean;
      readonly action: ActionTaken;
      readonly closed: ClosedCall | undefined;
    }
  /** It may have happened. The claim under `key` stays open, and nothing is said before somebody has looked. */
  | { readonly kind: 'unknown'; readonly because: string; readonly action: ActionTaken; readonly key: string; readonly closed: undefined }
  | {
      readonly kind: 'held';
      readonly verdict: Exclude<GateVerdict, { kind: 'allow' | 'refuse' }>;
      readonly argumentsHash: string;
      readonly amount: Money | undefined;
    };

/** A call that a rule stopped. `evidence` is written for staff; `customer` is there for a business "no" and is told instead. */
export function refusedBy(name: string, rule: string, evidence: string, at: Date, customer?: string): Called {
  const by = customer === undefined ? 'gate' : 'policy';
  return {
    kind: 'refused',
    by,
    rule,
    because: customer ?? evidence,
    action: taken(name, 'refused', evidence, at, rule),
    closed: undefined,
  };
}

/** What a tool said. Only a write is claimed and has a `key`. */
export function reportOf(tool: Tool, ready: PreparedCall, outcome: ToolOutcome<unknown>, key: string | undefined, at: Date): Called {
  const closed = key === undefined ? undefined : { key, outcome };
  switch (outcome.kind) {
    case 'ok':
      return {
        kind: 'ok',
        output: outcome.output,
        action: taken(tool.name, 'ok', outcome.summary, at),
        closed,
        shown: ready.shown(outcome.output).map(recordName),
      };
    case 'refused':
      return {
        kind: 'refused',
        by: 'tool',
        rule: outcome.rule,
        because: outcome.because,
        action: taken(tool.name, 'refused', outcome.because, at, outcome.rule),
        closed,
      };
    case 'failed':
      return { kind: 'failed', code: outcome.code, critical: tool.critical, action: taken(tool.name, 'failed', outcome.code, at), closed };
    case 'unknown':
      return {
        kind: 'unknown',
        because: outcome.because,
        action: taken(tool.name, 'unknown', outcome.because, at),
        key: key ?? '',
        closed: undefined,
      };
    default:
      return assertNever(outcome);
  }
}

function taken(name: string, status: ActionTaken['status'], summary: string, at: Date, rule?: string): ActionTaken {
  return { tool: toolName(name), status, summary, at, ...(rule === undefined ? {} : { rule }) };
}
