import { changeDone, refundReceipt } from '../../domain/commerce.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import { moneyOut } from '../actions/limits.ts';
import type { Called } from '../actions/action-engine.ts';
import { offerSpecialist, told, type Move } from '../move.ts';
import type { Scene } from '../scene.ts';
import { hoursAfter } from '../when.ts';
import { problemWith } from './problem-with.ts';

/** What is said once a tool has done its work; success is worded from its result only. */
const done: Readonly<Record<string, (output: unknown, scene: Scene) => string>> = {
  process_refund: (output, scene) => {
    const { orderId, amountCents, destination } = refundReceipt.parse(output);
    return scene.say('refund.paid', {
      order: orderId,
      amount: scene.money(amountCents),
      destination,
      paidWithin: scene.playbook.policies.refund.paidWithin,
    });
  },
  cancel_order: (output, scene) => scene.say('cancel.done', changeDone.parse(output)),
  update_delivery_address: (output, scene) => scene.say('delivery.done', changeDone.parse(output)),
  update_account: (output, scene) => scene.say('account.done', changeDone.parse(output)),
};

/** The customer said yes to this proposal: run it through the gate, and say what became of it. */
export async function carryOut(proposal: Proposal, request: CustomerRequest, scene: Scene): Promise<Move> {
  const called = await scene.call(proposal.tool, proposal.input, request, proposal);
  if (called.kind === 'held' && called.verdict.kind === 'needs_approval') return awaitApproval(proposal, called, request, scene);
  if (called.kind !== 'held') scene.remember({ proposal: undefined });
  const problem = problemWith(called, proposal.tool, request, scene);
  if (problem) return problem;
  if (called.kind === 'ok') return succeeded(proposal, called, request, scene);
  const because = called.kind === 'refused' ? called.because : '';
  scene.notes.facts.push(because);
  return offerSpecialist(request, scene.say('action.refused', { because }));
}

function succeeded(proposal: Proposal, called: Extract<Called, { kind: 'ok' }>, request: CustomerRequest, scene: Scene): Move {
  noteEffect(proposal, called, scene);
  // What was asked is settled now; asking for it again later is a new question.
  scene.remember({ asked: {} });
  const say = done[proposal.tool];
  const text = say ? say(called.output, scene) : scene.say('action.done');
  confirmByMail(proposal, text, scene);
  return told(request, text);
}

/** Sums, ledger event and the like: what a change leaves in our own books. */
export function noteEffect(proposal: Proposal, called: Extract<Called, { kind: 'ok' }>, scene: Scene): void {
  const identity = scene.identity();
  const customer = identity.kind === 'verified' ? identity.customerId : undefined;
  if (called.moved && proposal.tool === 'process_refund') scene.notes.tallies.push(...moneyOut(customer, called.moved, scene.at));
  const receipt = refundReceipt.safeParse(called.output);
  if (proposal.tool === 'process_refund' && receipt.success) {
    scene.emit('refund.paid', {
      refund: receipt.data.refundId,
      order: receipt.data.orderId,
      amountCents: receipt.data.amountCents,
      by: 'agent',
    });
  }
}

/** Money and account changes are confirmed by mail as well when the conversation is somewhere else; a new mail address is told to the old one. */
function confirmByMail(proposal: Proposal, text: string, scene: Scene): void {
  const identity = scene.identity();
  if (identity.kind !== 'verified') return;
  const changesEmail = proposal.tool === 'update_account' && isEmailChange(proposal.input);
  if (changesEmail) return scene.mail(identity.email, scene.say('account.email_notice_subject'), scene.say('account.email_notice'));
  if (!scene.manners.isMail && (proposal.tool === 'process_refund' || proposal.tool === 'cancel_order')) {
    scene.mail(identity.email, scene.say('confirmation.subject'), text);
  }
}

const isEmailChange = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'field' in input && input.field === 'email';

function awaitApproval(proposal: Proposal, called: Extract<Called, { kind: 'held' }>, request: CustomerRequest, scene: Scene): Move {
  if (called.verdict.kind !== 'needs_approval') throw new TypeError('only a call that needs approval can wait for one');
  const { because, role, limit } = called.verdict;
  const { expiresAfterHours, promiseHours } = scene.playbook.policies.approval;
  scene.remember({ proposal: undefined });
  scene.notes.facts.push(`${promiseHours} hours`, ...(proposal.amount ? [scene.money(proposal.amount.minor)] : []));
  return {
    kind: 'await_approval',
    text: 'refund.awaiting_approval',
    approval: { proposal, because, role, limit, expiresAt: hoursAfter(scene.at, expiresAfterHours) },
    request,
  };
}
