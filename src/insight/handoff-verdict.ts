import type { LedgerHandoff } from '../domain/figures.ts';
import type { ConversationLog } from './conversation-log.ts';
import { named } from './conversation-log.ts';

/** Reasons that are right whatever the human finds: the customer wanted a person, or the matter needs one. */
const ALWAYS_RIGHT = new Set([
  'danger',
  'customer_asked',
  'legal_mention',
  'angry',
  'billing_dispute',
  'critical_tool_failed',
  'identity_unprovable',
]);
const AGENT_WAS_RIGHT = /\b(bot|agent)\W*was\W*right\b/;

/** The first handoff of a conversation and whether it was needed: the human's outcome says so, or what happened after a return. */
export function handoffOf(log: ConversationLog): LedgerHandoff | undefined {
  const opened = named(log, 'ticket.opened').find(({ fields }) => fields.kind === 'handoff');
  if (opened === undefined) return undefined;
  const { ticket, reason } = opened.fields;
  return { at: opened.at, ticket, reason, verdict: verdictOf(log, ticket, reason) };
}

function verdictOf(log: ConversationLog, ticket: string, reason: string): LedgerHandoff['verdict'] {
  if (ALWAYS_RIGHT.has(reason)) return 'true';
  const end = log.events.findLast(
    (event) => (event.name === 'ticket.resolved' || event.name === 'ticket.returned') && event.fields.ticket === ticket,
  );
  if (end === undefined) return 'undecided';
  if (end.name === 'ticket.resolved') return AGENT_WAS_RIGHT.test(end.fields.outcome.replaceAll('_', ' ')) ? 'unnecessary' : 'true';
  const settledByAgent = named(log, 'conversation.resolved').some(({ at, fields }) => at > end.at && fields.by === 'agent');
  return settledByAgent ? 'unnecessary' : 'undecided';
}
