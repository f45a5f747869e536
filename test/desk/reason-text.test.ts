import { describe, expect, it } from '@jest/globals';
import type { EscalationReason } from '../../src/domain/decision.ts';
import { intentName, toolName } from '../../src/domain/ids.ts';
import { usd } from '../../src/domain/money.ts';
import { reasonText } from '../../src/desk/reason-text.ts';

const other = intentName('other');

describe('the reason on the card', () => {
  it.each<[EscalationReason, string]>([
    [{ kind: 'customer_asked', words: 'a human' }, 'asked for a person: “a human”'],
    [{ kind: 'danger', words: 'it burned my hand' }, 'somebody may be hurt: “it burned my hand”'],
    [{ kind: 'legal_mention', words: 'my lawyer' }, 'legal or compliance mention: “my lawyer”'],
    [{ kind: 'angry', inARow: 2, words: 'a joke' }, 'angry in 2 messages in a row: “a joke”'],
    [{ kind: 'same_question', times: 3, intent: other }, 'same question 3 times (other)'],
    [{ kind: 'critical_tool_failed', tool: toolName('process_refund'), code: 'timeout' }, 'process_refund failed: timeout'],
    [{ kind: 'billing_dispute', amount: usd(62_000) }, 'disputes a charge of $620.00'],
    [{ kind: 'low_confidence', intent: other, confidence: 0.412, threshold: 0.8 }, 'unsure what is meant: other at 41 %, needs 80 %'],
    [{ kind: 'too_many_messages', count: 11 }, '11 customer messages without an end'],
    [{ kind: 'answer_not_grounded', claim: 'ships to Mars' }, 'no source supports an answer: “ships to Mars”'],
    [{ kind: 'complaint', words: 'rude courier' }, 'complaint: “rude courier”'],
    [{ kind: 'identity_unprovable', because: 'lost_mailbox' }, 'cannot prove who they are: lost mailbox'],
    [{ kind: 'policy_exception', because: 'day 31' }, 'asks for more than the policy allows: day 31'],
    [{ kind: 'needs_approval', because: 'above $150.00', role: 'refund_approver' }, 'only refund_approver may allow it: above $150.00'],
    [{ kind: 'needs_specialist', because: 'lost parcel' }, 'needs a specialist: lost parcel'],
    [{ kind: 'promise_overdue', promise: 'refund by mail' }, 'a promise is overdue: refund by mail'],
    [{ kind: 'message_held', because: 'too_old' }, 'held for a human: too old'],
    [{ kind: 'autonomy', intent: other, level: 'off' }, 'other is switched to off'],
    [{ kind: 'paused' }, 'the agent is paused'],
    [{ kind: 'go_live_guard', because: 'demo shop' }, 'go-live guard: demo shop'],
    [{ kind: 'engine_unavailable', because: 'no model' }, 'the agent could not decide: no model'],
  ])('carries its evidence (%#)', (reason, text) => {
    expect(reasonText(reason)).toBe(text);
  });
});
