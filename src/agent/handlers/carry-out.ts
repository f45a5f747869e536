import { z } from 'zod';
import { changeDone } from '../../domain/commerce.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import type { Called } from '../actions/called.ts';
import { emailChangeTimer } from '../apply-email-change.ts';
import { offerSpecialist, talk, told, type Move } from '../move.ts';
import { paidEvents } from '../paid-event.ts';
import type { Scene } from '../scene.ts';
import { lookAgainTimer } from '../timers.ts';
import { hoursAfter, minutesAfter } from '../when.ts';
import { doneWords } from './done-words.ts';
import { problemWith } from './problem-with.ts';

/** The customer said yes to this proposal: run it through the gate, and say what became of it. */
export async function carryOut(proposal: Proposal, request: CustomerRequest, scene: Scene): Promise<Move> {
  const called = await scene.call(proposal.tool, proposal.input, request, proposal);
  if (called.kind === 'held' && called.verdict.kind === 'needs_approval') return awaitApproval(proposal, called, request, scene);
  if (called.kind !== 'held') scene.remember({ proposal: undefined });
  if (called.kind === 'unknown') return stillChecking(proposal, called.key, scene);
  const problem = problemWith(called, proposal.tool, request, scene);
  if (problem) return problem;
  if (called.kind === 'ok') return succeeded(proposal, called, request, scene);
  const because = called.kind === 'refused' ? scene.speech.because(called.rule, called.because) : '';
  scene.notes.facts.push(because);
  return offerSpecialist(request, scene.say('action.refused', { because }));
}

function succeeded(proposal: Proposal, called: Extract<Called, { kind: 'ok' }>, request: CustomerRequest, scene: Scene): Move {
  scene.notes.events.push(...paidEvents(called.output, scene.before.id, 'agent', scene.at));
  // What was asked is settled now; asking for it again later is a new question.
  scene.remember({ asked: {} });
  const newEmail = emailIn(proposal);
  if (newEmail !== undefined) return emailWaits(proposal, newEmail, called.output, request, scene);
  // Outside English what was agreed is said again, once the tool has confirmed it.
  if (!scene.speech.isEnglish) scene.notes.facts.push(proposal.rendered);
  const text = doneWords(proposal.tool, called.output, proposal.rendered, scene.speech);
  confirmByMail(proposal, text, scene);
  return told(request, text);
}

/** A new mail address is told to the old one and waits, so that whoever took over an account cannot lock its owner out. */
function emailWaits({ rendered }: Proposal, email: string, output: unknown, request: CustomerRequest, scene: Scene): Move {
  const identity = scene.identity();
  const { emailWaitsDays: days } = scene.playbook.policies.account;
  if (identity.kind !== 'verified') throw new TypeError('an account was changed for nobody');
  scene.mail(identity.email, scene.say('account.email_notice_subject'), scene.say('account.email_notice', { email, days }));
  const { customerId: customer, email: old } = identity;
  const change = { customer, old, email, by: scene.speaker.key, asked: scene.at };
  scene.notes.timers.push(emailChangeTimer(scene.before.id, change, hoursAfter(scene.at, 24 * days)));
  const waits = scene.say('account.email_waits', { days });
  // No tool says how long it waits: our own policy does.
  scene.notes.facts.push(waits);
  return told(request, `${scene.speech.done('account.done', changeDone.parse(output), rendered)} ${waits}`);
}

/** Nobody saw the end of it: the customer hears that and nothing more, and a timer looks it up. */
function stillChecking({ tool, input, rendered, forStaff, requestedBy }: Proposal, key: string, scene: Scene): Move {
  const identity = scene.identity();
  const customerId = identity.kind === 'verified' ? identity.customerId : undefined;
  const { inDoubt = [] } = scene.notes.memory;
  scene.remember({
    inDoubt: [
      ...inDoubt,
      { key, tool, input, rendered, ...(forStaff === undefined ? {} : { forStaff }), customerId, requestedBy, since: scene.at, looks: 0 },
    ],
  });
  const [firstMinutes = 1] = scene.playbook.policies.checking.afterMinutes;
  scene.notes.timers.push(lookAgainTimer(scene.before.id, key, minutesAfter(scene.at, firstMinutes)));
  scene.rule('outcome_unknown');
  return { ...talk(scene.say('action.started_checking')), private: true };
}

/** Money and cancellations are confirmed by mail as well when the conversation is somewhere else. */
function confirmByMail(proposal: Proposal, text: string, scene: Scene): void {
  const identity = scene.identity();
  if (identity.kind !== 'verified') return;
  if (!scene.manners.isMail && (proposal.tool === 'process_refund' || proposal.tool === 'cancel_order')) {
    scene.mail(identity.email, scene.say('confirmation.subject'), text);
  }
}

const emailChange = z.object({ field: z.literal('email'), value: z.string() });

/** The address that an account changes to, in the form in which it is stored. */
const emailIn = ({ tool, input }: Proposal): string | undefined =>
  tool === 'update_account' ? emailChange.safeParse(input).data?.value.toLowerCase() : undefined;

function awaitApproval(proposal: Proposal, called: Extract<Called, { kind: 'held' }>, request: CustomerRequest, scene: Scene): Move {
  if (called.verdict.kind !== 'needs_approval') throw new TypeError('only a call that needs approval can wait for one');
  const { evidence, role, limit, approvers } = called.verdict;
  const { expiresAfterHours, promiseHours } = scene.playbook.policies.approval;
  scene.remember({ proposal: undefined });
  scene.notes.facts.push(`${promiseHours} hours`, ...(proposal.amount ? [scene.money(proposal.amount.minor)] : []));
  return {
    kind: 'await_approval',
    text: 'refund.awaiting_approval',
    approval: { proposal, because: evidence, role, limit, approvers, expiresAt: hoursAfter(scene.at, expiresAfterHours) },
    request,
  };
}
