import { assertNever } from '../domain/assert-never.ts';
import type { EscalationReason } from '../domain/decision.ts';
import { formatMoney } from '../domain/money.ts';

/** The rule that handed over, with its evidence: `angry (2 in a row): "…"`. Customers' words stay in quotes. */
export function reasonText(reason: EscalationReason): string {
  switch (reason.kind) {
    case 'danger':
      return `somebody may be hurt: ${quoted(reason.words)}`;
    case 'customer_asked':
      return `asked for a person: ${quoted(reason.words)}`;
    case 'legal_mention':
      return `legal or compliance mention: ${quoted(reason.words)}`;
    case 'angry':
      return `angry in ${reason.inARow} messages in a row: ${quoted(reason.words)}`;
    case 'same_question':
      return `same question ${reason.times} times (${reason.intent})`;
    case 'critical_tool_failed':
      return `${reason.tool} failed: ${reason.code}`;
    case 'billing_dispute':
      return `disputes a charge of ${formatMoney(reason.amount)}`;
    case 'low_confidence':
      return `unsure what is meant: ${reason.intent} at ${percent(reason.confidence)}, needs ${percent(reason.threshold)}`;
    case 'too_many_messages':
      return `${reason.count} customer messages without an end`;
    case 'answer_not_grounded':
      return `no source supports an answer: ${quoted(reason.claim)}`;
    case 'complaint':
      return `complaint: ${quoted(reason.words)}`;
    case 'identity_unprovable':
      return `cannot prove who they are: ${reason.because.replaceAll('_', ' ')}`;
    case 'policy_exception':
      return `asks for more than the policy allows: ${reason.because}`;
    case 'needs_approval':
      return `only ${reason.role} may allow it: ${reason.because}`;
    case 'needs_specialist':
      return `needs a specialist: ${reason.because}`;
    case 'promise_overdue':
      return `a promise is overdue: ${reason.promise}`;
    case 'message_held':
      return `held for a human: ${reason.because.replaceAll('_', ' ')}`;
    case 'autonomy':
      return `${reason.intent} is switched to ${reason.level}`;
    case 'paused':
      return 'the agent is paused';
    case 'go_live_guard':
      return `go-live guard: ${reason.because}`;
    case 'engine_unavailable':
      return `the agent could not decide: ${reason.because}`;
    default:
      return assertNever(reason);
  }
}

function quoted(words: string): string {
  return `“${words}”`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
