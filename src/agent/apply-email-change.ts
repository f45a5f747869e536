import type { Timer } from '../domain/arrival.ts';
import type { Identity } from '../domain/conversation.ts';
import { domainEvent } from '../domain/event.ts';
import { customerId, participantKey, toolName, type ConversationId, type ParticipantKey } from '../domain/ids.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Proposal } from '../domain/proposal.ts';
import { quietStep, type Lease, type StepResult } from '../store/store.ts';
import { paidSince } from './actions/paid-since.ts';
import type { AgentParts } from './agent-parts.ts';
import { mailTo, noteToPerson } from './outside-turn.ts';
import { speechIn } from './speech.ts';
import { storyOf } from './story-of.ts';
import { hoursAfter } from './when.ts';

/** The one tool that ends the wait; it belongs to no intent. */
const APPLY = toolName('apply_email_change');
/** A backend that does not answer is asked again after this. */
const AGAIN_HOURS = 1;

export interface EmailChange {
  readonly customer: string;
  readonly old: string;
  readonly email: string;
  /** Who asked for it, and hears that it took effect. */
  readonly by: ParticipantKey;
  readonly asked: Date;
}

/** Ends the wait of a changed mail address; until then the old address, or a human, can stop it. */
export const emailChangeTimer = (conversation: ConversationId, { asked, ...change }: EmailChange, at: Date): Timer => ({
  key: `email_change/${change.customer}`,
  conversation,
  at,
  kind: 'email_change',
  payload: { ...change, asked: asked.toISOString() },
});

/**
 * The wait is over. While a human has the conversation nothing takes effect. A change that was withdrawn meanwhile counts
 * as taken back.
 */
export async function applyEmailChange(parts: AgentParts, lease: Lease, timer: Timer, playbook: Playbook, at: Date): Promise<StepResult> {
  const { conversation } = lease;
  const { email = '', old = '', customer = '', by = '' } = timer.payload;
  const again = (hours: number): StepResult => ({ ...quietStep(conversation), setTimers: [{ ...timer, at: hoursAfter(at, hours) }] });
  if (conversation.state.kind === 'with_human') return again(24 * playbook.policies.account.emailWaitsDays);
  const identity: Identity = {
    kind: 'verified',
    customerId: customerId(customer),
    email: old,
    verifiedAt: at,
    lastUsedAt: at,
    expiresAt: hoursAfter(at, 1),
  };
  const input = { email };
  const rendered = `The email becomes ${email}`;
  // The yes that began the wait counts for its end. One wait, one id: a crash or a second try changes it once.
  const consent: Proposal = {
    id: `${timer.key}/${timer.payload['asked']}`,
    tool: APPLY,
    input,
    rendered,
    argumentsHash: parts.engine.hash(APPLY, input, rendered) ?? '',
    requestedBy: participantKey(old),
    amount: undefined,
  };
  const called = await parts.engine.call(APPLY, input, {
    conversation: conversation.id,
    callId: consent.id,
    allowedTools: [APPLY],
    autonomy: 'auto',
    identity,
    seen: conversation.memory.seen,
    story: storyOf(conversation),
    proposed: {},
    inDoubt: [],
    consent,
    approval: undefined,
    at,
    policies: playbook.policies,
    claim: (key, call, room) => parts.store.claimCall(lease, key, call, room),
    paidSince: (whose) => paidSince(parts.store, whose, at),
  });
  if (called.kind === 'failed' || called.kind === 'unknown' || called.kind === 'held') return again(AGAIN_HOURS);
  const closedCalls = called.closed ? [called.closed] : [];
  if (called.kind === 'refused') {
    const because = `the change of the mail address did not take effect: ${called.rule}`;
    const event = domainEvent('action.reversed', at, conversation.id, { tool: 'update_account', because });
    return { ...quietStep(conversation), closedCalls, events: [event] };
  }
  const { say } = speechIn(playbook, conversation.customer.language, timer.key);
  const subject = say('account.email_changed_subject');
  const mails = [old, email].map((to, index) =>
    mailTo(to, parts.mailAccount, `${conversation.id}@${timer.key}/${index}`, subject, say('account.email_changed', { email }), at, {
      kind: 'agent',
    }),
  );
  const note = parts.manners(conversation.thread.channel).isMail
    ? []
    : noteToPerson(conversation, participantKey(by), timer.key, say('account.email_changed_note'), say, at);
  return { ...quietStep(conversation), closedCalls, outbound: [...note, ...mails] };
}
