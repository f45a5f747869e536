import type { Conversation, Turn } from '../../domain/conversation.ts';
import type { EscalationReason, Priority } from '../../domain/decision.ts';
import type { TurnId } from '../../domain/ids.ts';
import type { Author } from '../../domain/message.ts';
import type { HandoffSummary } from '../../domain/ticket.ts';
import { DEFAULT_LANGUAGE } from '../../domain/text/language-words.ts';
import type { Identity } from '../../domain/conversation.ts';
import { languageName } from '../languages/language-name.ts';

export interface HandoffFacts {
  readonly conversation: Conversation;
  /** The turn that hands over. */
  readonly turn: TurnId;
  readonly speaker: Author;
  readonly identity: Identity;
  /** The words of this turn. */
  readonly words: string;
  readonly reason: EscalationReason;
  readonly priority: Priority;
  readonly queue: string;
  readonly actions: HandoffSummary['checked'];
  readonly angry: boolean;
  readonly promised: readonly string[];
  readonly draft: string;
  /** ISO 639-1 of what the customer writes. */
  readonly language: string;
}

/** What to do next, by why it came to a human. */
const NEXT_STEP: Readonly<Partial<Record<EscalationReason['kind'], string>>> = {
  danger:
    'Answer in person and at once: is anybody hurt or in danger? If it is about a product, ask them to stop using it, and tell product safety.',
  customer_asked: 'Take over in person; the request stands in the transcript.',
  legal_mention: 'Answer within the legal process; do not promise anything.',
  angry: 'Call or write personally, and fix the cause before explaining it.',
  same_question: 'The answers so far did not help: find out what is missing.',
  critical_tool_failed: 'Check in the shop system whether the change happened before doing it again.',
  billing_dispute: 'Compare the charge with the payment provider.',
  low_confidence: 'Read what the customer wants and answer; the request was not understood well enough.',
  too_many_messages: 'Sum up, decide and close.',
  answer_not_grounded: 'Answer it, and add an article if others will ask.',
  complaint: 'Apologise for the concrete thing, and offer what policy allows.',
  identity_unprovable: 'Prove who it is in another way before any account detail is said.',
  policy_exception: 'Decide on an exception; the policy says no.',
  needs_approval:
    'Approve it and it is carried out at once, or deny it with a reason that the customer reads. The shop’s rules allow it; nothing is paid before.',
  needs_specialist: 'Carry out what the agent may not do.',
  message_held: 'Look at the message and answer by hand, or close it.',
  autonomy: 'Check the draft and send it.',
  go_live_guard: 'Check the draft and send it; the demo data must not answer real customers.',
};

export function handoffSummary(facts: HandoffFacts): HandoffSummary {
  const { conversation, reason } = facts;
  const earlier = conversation.turns;
  return {
    reason,
    priority: facts.priority,
    queue: facts.queue,
    customer: customerLine(facts),
    proof: proofLine(facts.identity),
    wants: wants(facts),
    sentiment: [...earlier.map((turn) => mood(turn.signals.has('angry'), turn.signals.has('thanks'))), mood(facts.angry, false)].slice(-3),
    checked: [...earlier.flatMap(({ actions }) => actions), ...facts.actions],
    tried: earlier
      .filter(({ decision }) => decision.kind === 'reply')
      .map(firstLine)
      .slice(-5),
    promised: facts.promised,
    suggestedNextStep: NEXT_STEP[reason.kind] ?? 'Answer the customer.',
    draft: facts.draft,
    transcript: [...earlier.map(({ id }) => id), facts.turn],
  };
}

function customerLine({ conversation, speaker, identity, language }: HandoffFacts): string {
  const email = identity.kind === 'verified' ? identity.email : speaker.email;
  const writes = language === 'en' ? undefined : `writes ${languageName(language)}`;
  return [speaker.displayName, email === speaker.displayName ? undefined : email, `on ${conversation.thread.channel}`, writes]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

function proofLine(identity: Identity): string {
  if (identity.kind !== 'verified') return 'NOT VERIFIED';
  return `verified by one-time code to ${identity.email} at ${identity.verifiedAt.toISOString()} (${identity.customerId})`;
}

/** The customer's own words: this message, or the first one when this one only asks for a person. */
function wants({ conversation, words, reason }: HandoffFacts): string {
  const opening = conversation.turns[0]?.inbound[0]?.text.trim() ?? '';
  const asksOnly = reason.kind === 'customer_asked' && words.length < 60 && opening !== '';
  return (asksOnly ? `${opening} … ${words}` : words || opening).slice(0, 600);
}

/** What was said stays as it was said; where that was not English, the line says in what. */
function firstLine({ said, language }: Turn): string {
  const line = (said[0]?.text ?? '').split('\n')[0]?.slice(0, 160) ?? '';
  return language === undefined || language.code === DEFAULT_LANGUAGE || line === ''
    ? line
    : `in ${languageName(language.code)}: “${line}”`;
}

const mood = (angry: boolean, thanks: boolean): number => (angry ? -1 : thanks ? 1 : 0);
