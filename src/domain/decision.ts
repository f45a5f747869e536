import type { IntentName, ToolName } from './ids.ts';
import type { Money } from './money.ts';
import type { ApprovalRequest } from './proposal.ts';
import type { PendingQuestion } from './request.ts';

export interface Reply {
  readonly kind: 'reply';
  readonly text: string;
  readonly citations: readonly string[];
}

/** Every turn ends in exactly one of these. */
export type Decision =
  | Reply
  | { readonly kind: 'ask'; readonly question: PendingQuestion; readonly text: string; readonly citations: readonly string[] }
  | { readonly kind: 'request_approval'; readonly request: ApprovalRequest; readonly text: string }
  | { readonly kind: 'escalate'; readonly reason: EscalationReason; readonly text: string }
  | { readonly kind: 'stay_silent'; readonly because: SilenceReason };

export type SilenceReason =
  | 'own_message'
  | 'human_is_handling'
  | 'automatic'
  | 'not_addressed'
  | 'paused'
  | 'drafted'
  | 'held'
  | 'nothing_to_add';

export type EscalationReason =
  | { readonly kind: 'danger'; readonly words: string }
  | { readonly kind: 'customer_asked'; readonly words: string }
  | { readonly kind: 'legal_mention'; readonly words: string }
  | { readonly kind: 'angry'; readonly inARow: number; readonly words: string }
  | { readonly kind: 'same_question'; readonly times: number; readonly intent: IntentName }
  | { readonly kind: 'critical_tool_failed'; readonly tool: ToolName; readonly code: string }
  | { readonly kind: 'billing_dispute'; readonly amount: Money }
  | { readonly kind: 'low_confidence'; readonly intent: IntentName; readonly confidence: number; readonly threshold: number }
  | { readonly kind: 'too_many_messages'; readonly count: number }
  | { readonly kind: 'answer_not_grounded'; readonly claim: string }
  | { readonly kind: 'complaint'; readonly words: string }
  | { readonly kind: 'identity_unprovable'; readonly because: 'lost_mailbox' | 'locked' | 'no_mail' }
  | { readonly kind: 'policy_exception'; readonly because: string }
  /** Allowed by the rules; somebody with the role has to agree to it first. */
  | { readonly kind: 'needs_approval'; readonly because: string; readonly role: string }
  | { readonly kind: 'needs_specialist'; readonly because: string }
  | { readonly kind: 'promise_overdue'; readonly promise: string }
  | { readonly kind: 'message_held'; readonly because: 'too_old' | 'spam' | 'unreadable' | 'rate_limited' }
  | { readonly kind: 'autonomy'; readonly intent: IntentName; readonly level: 'off' | 'draft' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'go_live_guard'; readonly because: string }
  | { readonly kind: 'engine_unavailable'; readonly because: string };

export const PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];
