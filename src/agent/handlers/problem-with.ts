import { assertNever } from '../../domain/assert-never.ts';
import { toolName } from '../../domain/ids.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import type { Called } from '../actions/called.ts';
import { told, type Move } from '../move.ts';
import type { Scene } from '../scene.ts';

/**
 * What to do when a call did not simply work: prove identity, or hand over with the truth. A business "no" of the shop
 * is the plan's own matter and gives undefined here, and so does success; a "no" of the gate is a fault of ours, and its
 * evidence is written for staff.
 */
export function problemWith(called: Called, tool: string, request: CustomerRequest, scene: Scene): Move | undefined {
  switch (called.kind) {
    case 'ok':
      return undefined;
    case 'refused':
      if (called.rule === 'write_in_doubt') return told(request, scene.say('action.still_checking'));
      return called.by === 'gate' ? { ...failed(tool, called.rule), before: scene.say('action.failed') } : undefined;
    case 'held':
      return called.verdict.kind === 'needs_proof' ? { kind: 'prove', request } : failed(tool, called.verdict.rule);
    case 'unknown':
      return { ...failed(tool, 'unknown'), before: scene.say('action.started_colleague') };
    case 'failed':
      return { ...failed(tool, called.code), before: scene.say('action.failed') };
    default:
      return assertNever(called);
  }
}

const failed = (tool: string, code: string): Extract<Move, { kind: 'hand_over' }> => ({
  kind: 'hand_over',
  reason: { kind: 'critical_tool_failed', tool: toolName(tool), code },
});
