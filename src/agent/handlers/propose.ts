import type { Proposal } from '../../domain/proposal.ts';
import { toolName } from '../../domain/ids.ts';
import type { Money } from '../../domain/money.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import { told, type Move } from '../move.ts';
import type { Scene } from '../scene.ts';
import type { Speech } from '../speech.ts';

export interface Wanted {
  readonly tool: string;
  readonly input: unknown;
  /** Thing, amount and destination in one phrase: `Refund $40.00 for LF-10002 (Mug Set) to Visa ending in 4242`. */
  readonly rendered: (speech: Speech) => string;
  /** The reply that asks for the yes; it holds `{rendered}`. */
  readonly ask?: string;
  readonly amount?: Money;
}

/**
 * Asks for the explicit yes that a write needs. The yes counts for this tool, these arguments and these words only.
 */
export function propose({ tool, input, rendered: words, ask = 'propose', amount }: Wanted, request: CustomerRequest, scene: Scene): Move {
  const rendered = words(scene.speech);
  const forStaff = words(scene.staffSpeech);
  const argumentsHash = scene.parts.engine.hash(tool, input, rendered);
  const callHash = scene.parts.engine.hash(tool, input);
  if (argumentsHash === undefined || callHash === undefined) {
    return { kind: 'hand_over', reason: { kind: 'critical_tool_failed', tool: toolName(tool), code: 'invalid_proposal' } };
  }
  const { inDoubt = [], proposed = {} } = scene.notes.memory;
  if (inDoubt.some((open) => open.tool === tool)) {
    scene.rule('write_in_doubt');
    return told(request, scene.say('action.still_checking'));
  }
  const times = proposed[callHash] ?? 0;
  if (times >= scene.playbook.policies.limits.sameProposal) {
    scene.rule('write_budget');
    return {
      kind: 'hand_over',
      reason: { kind: 'needs_specialist', because: `asked for the same change ${times + 1} times: ${forStaff}` },
      private: true,
    };
  }
  const proposal: Proposal = {
    id: `${scene.turn}/proposal`,
    tool: toolName(tool),
    input,
    rendered,
    ...(forStaff === rendered ? {} : { forStaff }),
    argumentsHash,
    requestedBy: scene.speaker.key,
    amount,
  };
  scene.remember({ proposal });
  scene.countProposed(tool, input);
  scene.rule('explicit_yes');
  return {
    kind: 'ask',
    text: scene.say(ask, { rendered }),
    private: true,
    question: { kind: 'consent', about: proposal.id, request, timesAsked: 1 },
  };
}
