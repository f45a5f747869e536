import type { AgentParts } from '../agent/agent-parts.ts';
import { hashOfProposal, runApproved } from '../agent/run-approved.ts';
import { speechIn } from '../agent/speech.ts';
import { silenceTimer } from '../agent/timers.ts';
import type { DeskPorts } from '../desk/desk-step.ts';
import type { StaffMember } from '../domain/deskhand.ts';
import type { Playbooks } from './playbooks.ts';

/** What the desk asks of the agent: to carry out what was approved, and to speak as the customer was spoken to. */
export function deskPorts(agent: AgentParts, staff: readonly StaffMember[], playbooks: Playbooks): DeskPorts {
  return {
    staff,
    now: agent.now,
    store: agent.store,
    hashOf: (proposal) => hashOfProposal(agent, proposal),
    runApproved: (...call) => runApproved(agent, ...call),
    say: async (conversation, key, values) =>
      speechIn(await playbooks.of(conversation), conversation.customer.language, conversation.id).say(key, values),
    silenceTimer: ({ id, thread }, at) => silenceTimer(id, at, agent.manners(thread.channel).silenceHours),
    asksRating: async (conversation) => (await playbooks.of(conversation)).agent.survey.enabled,
  };
}
