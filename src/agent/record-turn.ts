import type { Timer } from '../domain/arrival.ts';
import type { Understanding } from '../domain/classification.ts';
import type { Conversation, ConversationState, Turn } from '../domain/conversation.ts';
import type { Decision, SilenceReason } from '../domain/decision.ts';
import { domainEvent } from '../domain/event.ts';
import type { InboundMessage } from '../domain/message.ts';
import { microUsd } from '../domain/money.ts';
import type { OutboundMessage } from '../domain/outbound.ts';
import type { PendingQuestion } from '../domain/request.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { StepResult } from '../store/store.ts';
import { keepProofAlive, personHash } from './actions/prove.ts';
import { MODEL_COST } from './llm/turn-model.ts';
import { asideFor } from './questions.ts';
import type { Scene } from './scene.ts';
import { silenceKey } from './timers.ts';

/** A turn in words and records, ready to be committed. */
export interface Ending {
  readonly decision: Decision;
  readonly text: string;
  readonly private: boolean;
  readonly pending: PendingQuestion | undefined;
  readonly state: ConversationState;
  readonly tickets: readonly Ticket[];
  readonly timers: readonly Timer[];
}

/** Nothing is said; `state` may still change, such as when a human took over. */
export function silent(because: SilenceReason, state: ConversationState, scene: Scene): Ending {
  return {
    decision: { kind: 'stay_silent', because },
    text: '',
    private: false,
    pending: scene.before.pending,
    state,
    tickets: [],
    timers: [],
  };
}

const languageRead = ({ language, languageBecause }: Understanding): Pick<Turn, 'language'> =>
  languageBecause === undefined ? {} : { language: { code: language, because: languageBecause } };

/** The one place where notes become the committed result. */
export function record(
  ending: Ending,
  messages: readonly InboundMessage[],
  outbound: readonly OutboundMessage[],
  scene: Scene,
): StepResult {
  const { notes, before } = scene;
  const isSilent = ending.decision.kind === 'stay_silent';
  const turn: Turn = {
    id: scene.turn,
    at: scene.at,
    inbound: messages,
    classifications: scene.understanding.classifications,
    signals: scene.understanding.signals,
    ...languageRead(scene.understanding),
    passages: notes.passages,
    actions: notes.actions,
    decision: ending.decision,
    said: ending.text === '' || outbound.length === 0 ? [] : [{ by: 'agent', text: ending.text, private: ending.private && scene.shared }],
    rules: [...new Set(notes.rules)],
    ...(notes.held.length === 0 ? {} : { held: notes.held }),
    cost: scene.model?.cost() ?? microUsd(0),
    ...(scene.model && scene.model.records.length > 0 ? { modelCalls: scene.model.records } : {}),
  };
  const identities = new Map(notes.identities);
  identities.set(scene.speaker.key, keepProofAlive(scene.identity(), scene.at, scene.playbook.agent.identity, scene.manners.isMail));
  const aside = ending.state.kind === 'with_human' ? [] : asideFor(before, scene.speaker.key);
  const memory = aside.length > 0 || before.memory.aside ? { ...notes.memory, aside } : notes.memory;
  const conversation: Conversation = {
    ...before,
    identities,
    memory,
    pending: ending.pending,
    state: ending.state,
    customer: customerFacts(scene),
    turns: [...before.turns, turn],
  };
  const reviving = ending.timers.some(({ kind }) => kind === 'silence');
  return {
    turn,
    conversation,
    outbound,
    closedCalls: notes.closedCalls,
    setTimers: [...ending.timers, ...notes.timers],
    cancelTimers: reviving || isSilent ? [] : [silenceKey(before.id)],
    tickets: ending.tickets,
    tallies: turn.cost > 0 ? [...notes.tallies, { key: MODEL_COST, at: scene.at, amount: turn.cost }] : notes.tallies,
    events: [...opening(scene), ...received(messages, scene), ...notes.events, ...modelCalled(turn, scene), decided(turn, scene)],
    commandResults: [],
  };
}

function customerFacts(scene: Scene): Conversation['customer'] {
  const { speaker, before } = scene;
  const name = before.customer.name ?? (speaker.displayName === '' ? undefined : speaker.displayName);
  return { ...before.customer, language: scene.understanding.language, ...(name === undefined ? {} : { name }) };
}

function opening(scene: Scene): StepResult['events'] {
  const { before, lease } = scene;
  return lease.isNew
    ? [
        domainEvent('conversation.opened', scene.at, before.id, {
          channel: before.thread.channel,
          configVersion: before.configVersion,
          customer: customerOf(scene),
        }),
      ]
    : [];
}

const received = (messages: readonly InboundMessage[], scene: Scene): StepResult['events'] =>
  messages.map(({ id, sentAt, thread }) =>
    domainEvent('message.received', scene.at, scene.before.id, {
      message: id,
      channel: thread.channel,
      customer: customerOf(scene),
      sentAt: sentAt.toISOString(),
    }),
  );

/** What each exchange with a model took, without a word of it. */
const modelCalled = ({ id, modelCalls = [] }: Turn, { before, at }: Scene): StepResult['events'] =>
  modelCalls.map(({ purpose, model, outcome, tokens, cost, ms }) =>
    domainEvent('model.called', at, before.id, { turn: id, purpose, model, outcome, ...tokens, costMicroUsd: cost, ms }),
  );

function decided(turn: Turn, scene: Scene): StepResult['events'][number] {
  const { decision } = turn;
  const sentAt = turn.inbound[0]?.sentAt ?? scene.at;
  return domainEvent('turn.decided', scene.at, scene.before.id, {
    turn: turn.id,
    channel: scene.before.thread.channel,
    intents: turn.classifications.map(({ intent }) => intent),
    confidence: turn.classifications[0]?.confidence ?? 0,
    signals: [...turn.signals],
    decision: decision.kind,
    reason: reasonOf(decision),
    rules: turn.rules,
    actions: turn.actions.map(({ tool, status, rule }) => ({ tool, status, ...(rule === undefined ? {} : { rule }) })),
    citations: decision.kind === 'reply' ? decision.citations : [],
    costMicroUsd: turn.cost,
    waitedMs: Math.max(0, scene.at.getTime() - sentAt.getTime()),
    ms: Math.max(0, scene.parts.now().getTime() - scene.at.getTime()),
  });
}

function reasonOf(decision: Decision): string {
  if (decision.kind === 'escalate') return decision.reason.kind;
  if (decision.kind === 'stay_silent') return decision.because;
  return decision.kind === 'ask' ? decision.question.kind : '';
}

/** The same person on whatever channel, once proved; before that, a hash of who the channel says they are. */
export function customerOf(scene: Scene): string {
  const identity = scene.identity();
  return identity.kind === 'verified' ? identity.customerId : personHash(scene);
}
