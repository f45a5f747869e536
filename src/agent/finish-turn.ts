import { assertNever } from '../domain/assert-never.ts';
import type { EscalationReason } from '../domain/decision.ts';
import { intentName } from '../domain/ids.ts';
import type { InboundMessage } from '../domain/message.ts';
import { staffWords } from '../domain/proposal.ts';
import type { PendingQuestion } from '../domain/request.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { StepResult } from '../store/store.ts';
import { ANYTHING_ELSE } from './conversation/answer-afterwards.ts';
import { checkQuality } from './check-quality.ts';
import { handoffWords, openTicket } from './hand-over.ts';
import { maskAddresses } from './mask-addresses.ts';
import type { Answer, AwaitApproval, HandOver } from './move.ts';
import { customerOf, record, silent, type Ending } from './record-turn.ts';
import type { PlansDone } from './run-plans.ts';
import { reminderOf } from './reminder.ts';
import type { Say } from './replies.ts';
import type { Scene } from './scene.ts';
import type { TurnCourse } from './take-turn.ts';
import { approvalTimers, silenceTimer, unclaimedTimer } from './timers.ts';
import { outboundFor, withDisclosure } from './word-reply.ts';

/** Words the course of a turn, checks every word of it, and makes the result that is committed as one. */
export async function finishTurn(course: TurnCourse, messages: readonly InboundMessage[], scene: Scene): Promise<StepResult> {
  const ending = await endingOf(course, scene);
  if (isDraftOnly(scene)) return record(await drafted(ending, scene), messages, [], scene);
  const outbound = ending.text === '' ? [] : outboundFor({ ...ending, text: ending.text }, scene);
  return record(ending, messages, [...outbound, ...scene.notes.mails], scene);
}

async function endingOf(course: TurnCourse, scene: Scene): Promise<Ending> {
  switch (course.kind) {
    case 'silent':
      return silent(course.because, scene.before.state, scene);
    case 'closed':
      return closing(course.accepted, scene);
    case 'reopened':
      return withColleagueAgain(course.ticket, scene);
    case 'done':
      return doneEnding(course.done, course.stillOpen, scene);
    default:
      return assertNever(course);
  }
}

/** No new ticket, no new story to tell: the colleague who closed it has it again. */
function withColleagueAgain(ticket: Ticket, scene: Scene): Ending {
  scene.notes.facts.push(ticket.number);
  const text = scene.say('handoff.reopened', { ticket: ticket.number });
  return {
    decision: { kind: 'reply', text, citations: [] },
    text,
    private: false,
    pending: undefined,
    state: { kind: 'with_human', ticket: ticket.number },
    tickets: [ticket],
    timers: [],
  };
}

/** The customer says that all is well. */
function closing(accepted: boolean, scene: Scene): Ending {
  const asksRating = scene.playbook.agent.survey.enabled && scene.before.state.kind !== 'resolved';
  const text = withDisclosure(scene.say(closingKey(accepted, asksRating)), scene);
  scene.rule('confirmed_by_customer');
  scene.emit('conversation.resolved', { by: 'agent', how: 'confirmed', intents: settledIntents(scene), customer: customerOf(scene) });
  if (asksRating) scene.emit('survey.asked', { channel: scene.before.thread.channel });
  scene.remember({ proposal: undefined, waiting: [], clarificationsInARow: 0 });
  return {
    decision: { kind: 'reply', text, citations: [] },
    text,
    private: false,
    pending: asksRating ? question(scene, { kind: 'rating', about: 'conversation', request: undefined, timesAsked: 1 }) : undefined,
    state: { kind: 'resolved', by: 'agent', how: 'confirmed', at: scene.at },
    tickets: [],
    timers: [],
  };
}

function closingKey(accepted: boolean, asksRating: boolean): string {
  if (accepted) return asksRating ? 'closing.accepted_with_survey' : 'closing.accepted';
  return asksRating ? 'closing.with_survey' : 'closing.plain';
}

async function doneEnding(done: PlansDone, stillOpen: PendingQuestion | undefined, scene: Scene): Promise<Ending> {
  scene.remember({ waiting: done.waiting });
  if (done.approval === undefined) return restEnding(done, stillOpen, scene);
  const requested = await requestedApproval(done.approval, scene);
  return done.answers.length === 0 && done.stop === undefined ? requested : joined(requested, await restEnding(done, stillOpen, scene));
}

/** A human decides on one thing, and the conversation goes on about another. */
const joined = (requested: Ending, rest: Ending): Ending => ({
  ...rest,
  decision: requested.decision,
  text: paragraphs(requested.text, rest.text),
  private: true,
  tickets: [...requested.tickets, ...rest.tickets],
  timers: [...requested.timers, ...rest.timers],
});

async function restEnding(done: PlansDone, stillOpen: PendingQuestion | undefined, scene: Scene): Promise<Ending> {
  const answers = checkedAnswers(done.answers, scene);
  if (answers.kind === 'blocked') return handedOver(answers.handOver, [], scene);
  const { stop } = done;
  if (!stop) return replied(answers.answers, stillOpen, scene);
  switch (stop.kind) {
    case 'hand_over':
      return handedOver(stop, answers.answers, scene);
    case 'ask':
      return asked(stop.text, stop.private, question(scene, stop.question), answers.answers, scene);
    default:
      return assertNever(stop);
  }
}

type Checked = { readonly kind: 'fine'; readonly answers: readonly Answer[] } | { readonly kind: 'blocked'; readonly handOver: HandOver };

/** Every answer passes the quality check; one that cannot be backed goes to a human instead of to the customer. */
function checkedAnswers(answers: readonly Answer[], scene: Scene): Checked {
  const fine: Answer[] = [];
  for (const answer of answers) {
    const verdict = checkQuality(answer.text, answer.citations, scene);
    scene.notes.rules.push(...verdictRules(verdict));
    if (verdict.kind === 'blocked') {
      return {
        kind: 'blocked',
        handOver: verdict.rule === 'repeats_last_reply' ? allSaid(answer, scene) : notBacked(answer, verdict.claim, scene),
      };
    }
    fine.push({ ...answer, text: verdict.text });
  }
  return { kind: 'fine', answers: fine };
}

const notBacked = ({ basis }: Answer, claim: string, scene: Scene): HandOver => ({
  kind: 'hand_over',
  reason: { kind: 'answer_not_grounded', claim: claim.slice(0, 200) },
  before: scene.say(basis === 'fact' ? 'unworded' : 'unknown'),
});

/** What would be said a third time did not help twice. */
const allSaid = ({ request }: Answer, scene: Scene): HandOver => ({
  kind: 'hand_over',
  reason: { kind: 'same_question', times: TIMES_SAID, intent: request?.intent ?? intentName('other') },
  before: scene.say('all_said'),
});
const TIMES_SAID = 3;

const verdictRules = (verdict: ReturnType<typeof checkQuality>): readonly string[] =>
  verdict.kind === 'blocked' ? [`quality:${verdict.rule}`] : verdict.rules.map((rule) => `quality:${rule}`);

function replied(answers: readonly Answer[], stillOpen: PendingQuestion | undefined, scene: Scene): Ending {
  if (answers.some(({ closes }) => closes)) return afterwards(answers, scene);
  const settling = answers.findLast(({ basis, request }) => basis !== 'talk' && request !== undefined);
  if (settling?.request && settling.basis !== 'talk')
    scene.remember({ settled: { request: settling.request, basis: settling.basis }, clarificationsInARow: 0 });
  const about = settling?.basis === 'fact' && scene.notes.closedCalls.length > 0 ? ANYTHING_ELSE : 'answer';
  const tail = stillOpen
    ? reminderOf(stillOpen, scene)
    : settling
      ? scene.say(about === ANYTHING_ELSE ? 'helped.anything_else' : 'helped.ask')
      : undefined;
  const timesAsked =
    scene.before.pending?.kind === 'helped' || scene.before.pending?.about === 'more' ? scene.before.pending.timesAsked + 1 : 1;
  const pending = stillOpen ?? (settling ? question(scene, { kind: 'helped', about, request: settling.request, timesAsked }) : undefined);
  const text = withDisclosure(paragraphs(...answers.map((answer) => withSources(answer, scene)), tail), scene);
  return {
    decision: { kind: 'reply', text, citations: answers.flatMap(({ citations }) => citations) },
    text,
    private: answers.some((answer) => answer.private),
    pending,
    state: { kind: 'awaiting_customer' },
    tickets: [],
    timers: [silenceTimer(scene.before.id, scene.at, scene.manners.silenceHours)],
  };
}

/** A word after the end, such as thanks for a rating: the conversation stays closed. */
function afterwards(answers: readonly Answer[], scene: Scene): Ending {
  const text = paragraphs(...answers.map((answer) => withSources(answer, scene)));
  return {
    decision: { kind: 'reply', text, citations: [] },
    text,
    private: false,
    pending: undefined,
    state: scene.before.state,
    tickets: [],
    timers: [],
  };
}

function asked(words: string, isPrivate: boolean, pending: PendingQuestion, answers: readonly Answer[], scene: Scene): Ending {
  const text = withDisclosure(paragraphs(...answers.map((answer) => withSources(answer, scene)), maskAddresses(words, scene)), scene);
  return {
    decision: { kind: 'ask', question: pending, text, citations: answers.flatMap(({ citations }) => citations) },
    text,
    private: isPrivate || answers.some((answer) => answer.private),
    pending,
    state: { kind: 'awaiting_customer' },
    tickets: [],
    timers: [silenceTimer(scene.before.id, scene.at, scene.manners.silenceHours)],
  };
}

async function handedOver(stop: HandOver, answers: readonly Answer[], scene: Scene): Promise<Ending> {
  const { reason } = stop;
  const ticket = await openTicket({ kind: 'handoff', reason, approval: undefined, promised: [], draft: stop.before ?? '' }, scene);
  scene.rule(reason.kind);
  const words = handoffWords(reason, ticket.number, scene);
  const text = withDisclosure(
    paragraphs(...answers.map((answer) => withSources(answer, scene)), maskAddresses(stop.before ?? '', scene), words),
    scene,
  );
  scene.remember({ proposal: undefined });
  return {
    decision: { kind: 'escalate', reason, text },
    text,
    private: (stop.private ?? false) || answers.some((answer) => answer.private),
    pending: undefined,
    state: { kind: 'with_human', ticket: ticket.number },
    tickets: [{ ...ticket, summary: { ...ticket.summary, promised: [handoffWords(reason, ticket.number, scene, scene.staffSpeech)] } }],
    timers: [unclaimedTimer(scene.before.id, ticket.number, scene.at)],
  };
}

async function requestedApproval({ approval, request, text: key }: AwaitApproval, scene: Scene): Promise<Ending> {
  const { promiseHours } = scene.playbook.policies.approval;
  const reason: EscalationReason = { kind: 'needs_approval', because: approval.because, role: approval.role };
  const ticket = await openTicket({ kind: 'approval', reason, approval, promised: [], draft: '', wants: request.words }, scene);
  scene.remember({ settled: { request, basis: 'fact' } });
  const told = (say: Say, rendered: string): string => say(key, { ticket: ticket.number, hours: promiseHours, rendered });
  const words = told(scene.say, approval.proposal.rendered);
  const promised = [told(scene.staffSpeech.say, staffWords(approval.proposal))];
  const text = withDisclosure(words, scene);
  const timers = approvalTimers(scene.before.id, ticket.number, scene.at, promiseHours, approval.expiresAt);
  scene.rule('human_approval');
  scene.emit('promise.made', { promise: `approval of ${ticket.number}`, dueAt: timers[0]?.at.toISOString() ?? '' });
  return {
    decision: { kind: 'request_approval', request: approval, text },
    text,
    private: true,
    pending: undefined,
    state: { kind: 'awaiting_customer' },
    tickets: [{ ...ticket, summary: { ...ticket.summary, promised } }],
    timers,
  };
}

const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part.trim() !== '').join('\n\n');

const withSources = ({ text, citations }: Answer, { say }: Scene): string =>
  citations.length === 0 ? text : `${text}\n\n${say('sources', { list: citations.join(' · ') })}`;

function question(scene: Scene, asking: Omit<PendingQuestion, 'askedOf'>): PendingQuestion {
  return { ...asking, askedOf: scene.speaker.key };
}

const settledIntents = ({ notes }: Scene): readonly string[] => (notes.memory.settled ? [notes.memory.settled.request.intent] : []);

/** With drafts only, nothing leaves: the words become the draft of a ticket. */
function isDraftOnly(scene: Scene): boolean {
  if (scene.parts.guard !== undefined) return true;
  return scene.understanding.classifications.some(({ intent }) => scene.playbook.intents[intent]?.autonomy === 'draft');
}

async function drafted(ending: Ending, scene: Scene): Promise<Ending> {
  if (ending.decision.kind === 'stay_silent') return ending;
  const [existing] = ending.tickets;
  const intent = scene.understanding.classifications[0]?.intent;
  const reason: EscalationReason =
    scene.parts.guard !== undefined || intent === undefined
      ? { kind: 'go_live_guard', because: scene.parts.guard ?? 'drafts only' }
      : { kind: 'autonomy', intent, level: 'draft' };
  const ticket = existing ?? (await openTicket({ kind: 'handoff', reason, approval: undefined, promised: [], draft: ending.text }, scene));
  scene.rule(reason.kind);
  return {
    ...silent('drafted', { kind: 'with_human', ticket: ticket.number }, scene),
    pending: undefined,
    tickets: [{ ...ticket, summary: { ...ticket.summary, reason, draft: ending.text, promised: [] } }],
    timers: [unclaimedTimer(scene.before.id, ticket.number, scene.at)],
  };
}
