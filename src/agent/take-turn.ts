import type { Memory } from '../domain/conversation.ts';
import type { EscalationReason } from '../domain/decision.ts';
import type { CustomerRequest, PendingQuestion } from '../domain/request.ts';
import type { Ticket } from '../domain/ticket.ts';
import { answerPending } from './conversation/answer-pending.ts';
import type { PendingResult } from './conversation/pending-result.ts';
import { isClosingWord } from './conversation/closing-words.ts';
import { readShortAnswer } from './conversation/short-answer.ts';
import { reopenTicket } from './escalation/reopen.ts';
import { countMessages, firstEscalation, questionKey } from './escalation/rules.ts';
import { languageOf } from './languages/index.ts';
import { languageName } from './languages/language-name.ts';
import { talk, type Answer, type HandOver, type Move } from './move.ts';
import { pendingApproval } from './pending-approval.ts';
import { questionsOf } from './questions.ts';
import { requestsOf } from './requests.ts';
import { runPlans, type PlansDone } from './run-plans.ts';
import { reminderOf } from './reminder.ts';
import type { Scene } from './scene.ts';

/** What a turn came to, before it is worded. */
export type TurnCourse =
  | { readonly kind: 'silent'; readonly because: 'nothing_to_add' }
  /** `accepted`: the customer took a no as it is. */
  | { readonly kind: 'closed'; readonly accepted: boolean }
  /** Back to the person who had closed it. */
  | { readonly kind: 'reopened'; readonly ticket: Ticket }
  | {
      readonly kind: 'done';
      readonly done: PlansDone;
      /** The earlier question, when it still waits. */ readonly stillOpen: PendingQuestion | undefined;
    };

const NOTHING: PlansDone = { answers: [], stop: undefined, waiting: [] };

/** One customer turn: first whether a human must take over, then what we had asked, then what is wanted now. */
export async function takeTurn(scene: Scene): Promise<TurnCourse> {
  noteMood(scene);
  const pending = ownPending(scene);
  const closed = scene.before.state.kind === 'resolved';
  const must = escalationOf(scene, []);
  if (must) return (must.kind === 'customer_asked' ? await ticketAgain(scene) : undefined) ?? escalated(must, scene);
  if (scene.isWordless) return ended({ ...NOTHING, stop: emptyMessage(scene) });
  const changed = languageCourse(pending, scene);
  if (changed) return changed;
  const requests = requestsOf(scene.understanding, scene.turn, scene.language.words);
  const result: PendingResult = pending ? await answerPending(pending, requests, scene) : { kind: 'aside' };
  if (result.kind === 'close') return allWell(scene, result.accepted);
  if (result.kind === 'move')
    return goOn(scene.notes.memory.waiting, result.move.kind === 'prove' ? NOTHING : started(result.move), undefined, scene);
  if (result.kind === 'said') return stillAsking(result.answers, result.question, scene);
  if (result.kind === 'go_on') return goOn([...result.requests, ...scene.notes.memory.waiting], NOTHING, undefined, scene);
  if (isClosingWord(scene.words, scene.language.words))
    return closed ? { kind: 'silent', because: 'nothing_to_add' } : thanked(pending, scene);
  const again = closed ? await ticketAgain(scene) : undefined;
  if (again) return again;
  if (closed) scene.emit('conversation.reopened', { because: 'customer_returned', customer: '' });
  const wanted = result.asks ? [result.asks] : requests;
  countAsked(wanted, scene);
  const repeated = escalationOf(scene, wanted);
  if (repeated) return escalated(repeated, scene);
  return goOn(wanted, NOTHING, pending, scene);
}

/** What a person closed goes back to them for seven days: only they know what was spoken of. */
async function ticketAgain(scene: Scene): Promise<TurnCourse | undefined> {
  const { state, memory } = scene.before;
  const number = memory.tickets.at(-1);
  if (state.kind !== 'resolved' || state.by !== 'human' || number === undefined) return undefined;
  const ticket = await scene.parts.store.ticket(number);
  const reopened = ticket && reopenTicket(ticket, scene.at);
  if (!reopened) return undefined;
  scene.rule('ticket_reopened');
  scene.notes.events.push(...reopened.events);
  return { kind: 'reopened', ticket: reopened.ticket };
}

/** A language that we do not speak is answered honestly and goes to a human; a wish for one that we do is granted at once. */
function languageCourse(pending: PendingQuestion | undefined, scene: Scene): TurnCourse | undefined {
  const { language, onlyAsksLanguage } = scene.understanding;
  if (language !== scene.language.code) {
    scene.rule('language_not_spoken');
    return ended({ ...NOTHING, stop: unspoken(language, scene) });
  }
  if (!onlyAsksLanguage) return undefined;
  scene.rule('language_changed');
  if (pending === undefined) return ended({ ...NOTHING, answers: [talk(scene.say('talk.small'))] });
  const words = reminderOf(pending, scene) ?? scene.say('talk.small');
  return ended({ ...NOTHING, stop: { kind: 'ask', text: words, private: false, question: pending } });
}

function unspoken(language: string, scene: Scene): HandOver {
  const spoken = scene.playbook.agent.languages.map((code) => languageOf(code).name);
  return {
    kind: 'hand_over',
    reason: { kind: 'needs_specialist', because: `the customer writes ${languageName(language)}` },
    before: scene.say('language.not_spoken', { languages: scene.speech.list([...new Set(spoken)]) }),
  };
}

/** Thanks end a conversation in which something was done or answered, and nothing waits for anybody. */
async function thanked(pending: PendingQuestion | undefined, scene: Scene): Promise<TurnCourse> {
  // A neighbour's thanks are no answer to what we asked somebody else.
  if (
    questionsOf(scene.before).some(
      ({ kind, askedOf }) => askedOf !== scene.speaker.key && (kind === 'code' || kind === 'consent' || kind === 'slot'),
    )
  )
    return { kind: 'silent', because: 'nothing_to_add' };
  const gaveUp = readShortAnswer(scene.words, scene.language.words) === 'no';
  if (pending && (pending.kind === 'code' || pending.kind === 'consent') && !gaveUp) {
    scene.rule('question_still_open');
    return stillAsking([], pending, scene);
  }
  return scene.before.turns.length === 0 ? ended({ ...NOTHING, answers: [talk(scene.say(thanksKey(scene)))] }) : allWell(scene);
}

const thanksKey = ({ understanding }: Scene): string => (understanding.signals.has('thanks') ? 'talk.thanks' : 'talk.small');

/** The customer is content, but what a human has still to decide is not settled by that. */
async function allWell(scene: Scene, accepted = false): Promise<TurnCourse> {
  if ((scene.notes.memory.inDoubt ?? []).length > 0) {
    scene.rule('write_in_doubt');
    return ended({ ...NOTHING, answers: [talk(scene.say('action.still_checking'))] });
  }
  const waiting = await pendingApproval({ memory: scene.notes.memory }, scene.parts.store);
  if (waiting === undefined) return { kind: 'closed', accepted };
  scene.rule('approval_waits');
  if (scene.before.turns.findLast(({ said }) => said.length > 0)?.said.some(({ text }) => text.includes(waiting)))
    return { kind: 'silent', because: 'nothing_to_add' };
  scene.notes.facts.push(waiting);
  return ended({ ...NOTHING, answers: [talk(scene.say('refund.waiting', { ticket: waiting }))] });
}

/** Only the person we asked can answer; for a neighbour in the thread the question does not exist. */
function ownPending({ before, speaker }: Scene): PendingQuestion | undefined {
  return questionsOf(before).find(({ askedOf }) => askedOf === speaker.key);
}

async function goOn(
  requests: readonly CustomerRequest[],
  first: PlansDone,
  open: PendingQuestion | undefined,
  scene: Scene,
): Promise<TurnCourse> {
  if (first.stop) return ended({ ...first, waiting: requests });
  const asked = open !== undefined && open.kind !== 'helped' && open.kind !== 'rating' ? open : undefined;
  // What was put off behind the open question stays behind it; without one its turn has come.
  const earlier = scene.notes.memory.waiting.filter((known) => requests.every((wanted) => wanted.topic !== known.topic));
  scene.remember({ waiting: [] });
  const done = await runPlans(asked ? requests : [...requests, ...earlier], open, scene);
  const setAside = done.stop && asked?.request && asked.about !== 'more' && isAnother(asked.request, done.stop) ? [asked.request] : [];
  const waiting = [...setAside, ...(asked ? earlier : []), ...scene.notes.memory.waiting, ...done.waiting];
  return {
    kind: 'done',
    done: { ...done, answers: [...first.answers, ...done.answers], approval: first.approval ?? done.approval, waiting },
    stillOpen: done.stop === undefined ? asked : undefined,
  };
}

/** Says something and leaves everything else as it was. */
const stillAsking = (answers: readonly Answer[], pending: PendingQuestion | undefined, scene: Scene): TurnCourse => ({
  kind: 'done',
  done: { ...NOTHING, answers, waiting: scene.notes.memory.waiting },
  stillOpen: pending,
});

const isAnother = (request: CustomerRequest, stop: NonNullable<PlansDone['stop']>): boolean =>
  stop.kind === 'ask' && stop.question.request?.topic !== request.topic;

const ended = (done: PlansDone): TurnCourse => ({ kind: 'done', done, stillOpen: undefined });

function started(move: Exclude<Move, { kind: 'prove' }>): PlansDone {
  if (move.kind === 'answer') return { ...NOTHING, answers: [move] };
  return move.kind === 'await_approval' ? { ...NOTHING, approval: move } : { ...NOTHING, stop: move };
}

function escalated(reason: EscalationReason, scene: Scene): TurnCourse {
  scene.rule(reason.kind);
  const stop: HandOver = { kind: 'hand_over', reason };
  return ended({ ...NOTHING, stop });
}

function escalationOf(scene: Scene, requests: readonly CustomerRequest[]): EscalationReason | undefined {
  const { memory } = scene.notes;
  const { escalation } = scene.playbook;
  const messages = countMessages(scene.before, memory.barrier, scene.words, scene.language);
  return firstEscalation(
    {
      words: scene.words,
      understanding: scene.understanding,
      requests,
      memory,
      messages,
      limits: escalation.limits,
      language: scene.language,
    },
    escalation,
  )?.reason;
}

function noteMood(scene: Scene): void {
  const angry = scene.understanding.signals.has('angry');
  scene.remember({ angryInARow: angry ? scene.notes.memory.angryInARow + 1 : 0 });
}

function countAsked(requests: readonly CustomerRequest[], scene: Scene): void {
  const asked: Record<string, number> = { ...scene.notes.memory.asked };
  for (const request of requests.filter(({ topic }) => topic !== 'small_talk')) {
    const key = questionKey(request, scene.notes.memory, scene.language);
    asked[key] = (asked[key] ?? 0) + 1;
  }
  const change: Partial<Memory> = { asked };
  scene.remember(change);
}

/** A mail without words, or only with a file: never silence. */
function emptyMessage(scene: Scene): NonNullable<PlansDone['stop']> {
  const key = scene.lease.pending.some(({ arrival }) => arrival.kind === 'message' && arrival.message.attachments.length > 0)
    ? 'empty.attachment'
    : 'empty.message';
  return {
    kind: 'ask',
    text: scene.say(key),
    private: false,
    question: { kind: 'slot', about: 'more', request: undefined, timesAsked: 1 },
  };
}
