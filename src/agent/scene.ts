import type { Passage, Understanding } from '../domain/classification.ts';
import type { Timer } from '../domain/arrival.ts';
import type { ActionTaken, Conversation, HeldCall, Identity, Memory } from '../domain/conversation.ts';
import { domainEvent, type DomainEvent, type EventFields, type EventName } from '../domain/event.ts';
import { channelName, outboundId, participantKey, toolName, turnId, type TurnId } from '../domain/ids.ts';
import type { Author, InboundMessage } from '../domain/message.ts';
import type { OutboundMessage } from '../domain/outbound.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { CustomerRequest } from '../domain/request.ts';
import type { Lease, Tally } from '../store/store.ts';
import type { AgentParts, Manners } from './agent-parts.ts';
import type { Called, ClosedCall } from './actions/called.ts';
import { hashOf } from './actions/hash-of.ts';
import { isProved } from './actions/gate.ts';
import { catalogueIn } from './languages/index.ts';
import type { CatalogueWords } from './languages/catalogue-words.ts';
import type { Language } from './languages/language.ts';
import { paidSince } from './actions/paid-since.ts';
import type { Say } from './replies.ts';
import { cents, speechIn, type Speech } from './speech.ts';
import { spokenFacts } from './spoken-facts.ts';
import type { TurnModel } from './llm/turn-model.ts';
import { storyOf } from './story-of.ts';

/** Tools that belong to every turn. */
const ALWAYS_ALLOWED = ['search_knowledge_base', 'create_ticket'];

/**
 * One turn while it runs: what was there before, the ways to find something out or to do something, and the notes that
 * become the turn's record. Only the scene holds what changes; plans read it and return moves.
 */
export interface Scene {
  readonly parts: AgentParts;
  readonly playbook: Playbook;
  readonly lease: Lease;
  readonly before: Conversation;
  readonly turn: TurnId;
  readonly at: Date;
  readonly speaker: Author;
  /** The new words of all messages of this turn. */
  readonly words: string;
  /** The messages carry no text, whatever their subject says. */
  readonly isWordless: boolean;
  /** Others read along in the thread. */
  readonly shared: boolean;
  readonly manners: Manners;
  readonly understanding: Understanding;
  /** In which the customer is read and answered. */
  readonly language: Language;
  readonly speech: Speech;
  /** What its words mean in the catalogue; nothing in English. */
  readonly catalogue: CatalogueWords;
  readonly notes: Notes;
  /** Undefined without a key, and where no customer speaks. */
  readonly model: TurnModel | undefined;
  identity(): Identity;
  isProved(): boolean;
  /** Writes down which rule decided, for `explain`. */
  rule(name: string): void;
  remember(change: Partial<Memory>): void;
  readonly say: Say;
  money(cents: number): string;
  call(tool: string, input: unknown, request: CustomerRequest, consent?: Proposal, by?: 'plan' | 'model'): Promise<Called>;
  /** One more time that this change was put to the customer. */
  countProposed(tool: string, input: unknown): void;
  find(question: string, request: CustomerRequest | undefined): Promise<readonly Passage[]>;
  emit<Name extends EventName>(name: Name, fields: Readonly<EventFields[Name]>): void;
  /** A mail of its own, to an address that is on the account or on file. */
  mail(to: string, subject: string, markdown: string, secret?: boolean): void;
}

/** What the turn leaves behind, gathered while it runs. */
export interface Notes {
  identities: Map<Author['key'], Identity>;
  memory: Memory;
  readonly rules: string[];
  readonly actions: ActionTaken[];
  readonly held: HeldCall[];
  readonly passages: Passage[];
  /** What a reply may be quoted for. */
  readonly facts: string[];
  readonly closedCalls: ClosedCall[];
  readonly tallies: Tally[];
  readonly timers: Timer[];
  readonly events: DomainEvent[];
  readonly mails: OutboundMessage[];
  /** The request whose plan ran last; it decides the queue of a ticket, since a code or a "yes" says nothing about it. */
  handling: CustomerRequest | undefined;
}

export interface SceneInput {
  readonly lease: Lease;
  readonly playbook: Playbook;
  readonly turn: TurnId;
  readonly at: Date;
  readonly messages: readonly InboundMessage[];
  /** The new words of all messages of this turn. */
  readonly words: string;
  readonly speaker: Author;
  readonly understanding: Understanding;
  readonly model?: TurnModel | undefined;
}

/** The id of the turn after the last committed one: a retry of a failed step gets the same. */
export const nextTurnId = ({ id, turns }: Conversation): TurnId => turnId(`${id}#${turns.length + 1}`);

export function openScene(parts: AgentParts, input: SceneInput): Scene {
  const { lease, playbook, turn, at, messages, speaker } = input;
  const before = lease.conversation;
  const notes: Notes = {
    identities: new Map(before.identities),
    memory: before.memory,
    rules: [],
    actions: [],
    held: [],
    passages: [],
    facts: [],
    closedCalls: [],
    tallies: [],
    timers: [],
    events: [],
    mails: [],
    handling: undefined,
  };
  const timezone = playbook.agent.company.timezone;
  const speech = speechIn(playbook, input.understanding.language, turn);
  const identity = (): Identity => notes.identities.get(speaker.key) ?? { kind: 'anonymous' };
  const emit: Scene['emit'] = (name, fields) => void notes.events.push(domainEvent(name, at, before.id, fields));

  const call: Scene['call'] = async (tool, toolInput, request, consent, by = 'plan') => {
    const row = playbook.intents[request.intent];
    const called = await parts.engine.call(tool, toolInput, {
      conversation: before.id,
      callId: `${turn}/${notes.actions.length}`,
      allowedTools: [...(row?.tools ?? []), ...ALWAYS_ALLOWED],
      autonomy: parts.guard === undefined ? (row?.autonomy ?? 'auto') : 'draft',
      identity: identity(),
      seen: notes.memory.seen,
      story: storyOf(before, { words: [input.words], actions: notes.actions }),
      proposed: notes.memory.proposed ?? {},
      inDoubt: (notes.memory.inDoubt ?? []).map((open) => open.tool),
      consent,
      by,
      approval: undefined,
      at,
      policies: playbook.policies,
      claim: (key, claimed, room) => parts.store.claimCall(lease, key, claimed, room),
      paidSince: (customer) => paidSince(parts.store, customer, at),
    });
    note(tool, called);
    // A change that needs no yes is put to nobody, so that doing it is what counts.
    if (called.kind === 'ok' && called.closed && consent === undefined) countProposed(tool, toolInput);
    return called;
  };

  function countProposed(tool: string, toolInput: unknown): void {
    const callHash = parts.engine.hash(tool, toolInput) ?? '';
    const { proposed = {} } = notes.memory;
    notes.memory = { ...notes.memory, proposed: { ...proposed, [callHash]: (proposed[callHash] ?? 0) + 1 } };
  }

  function note(tool: string, called: Called): void {
    if (called.kind === 'held') {
      const { rule, evidence } = called.verdict;
      notes.rules.push(rule);
      return void notes.held.push({ tool: toolName(tool), rule, evidence });
    }
    notes.actions.push(called.action);
    if (called.kind === 'refused') notes.rules.push(called.rule);
    if (called.kind === 'ok') {
      notes.memory = { ...notes.memory, seen: [...new Set([...notes.memory.seen, ...called.shown])] };
      notes.facts.push(called.action.summary, ...spokenFacts(called.output, 'USD', timezone, speech.isEnglish ? undefined : speech));
    }
    if (called.closed) notes.closedCalls.push(called.closed);
    emit('action.taken', { turn, tool: called.action.tool, status: called.action.status, rule: called.action.rule ?? '', ms: 0 });
  }

  return {
    parts,
    playbook,
    lease,
    before,
    turn,
    at,
    speaker,
    words: input.words,
    isWordless: input.words.trim() === '' || messages.every(({ text, attachments }) => text.trim() === '' && attachments.length > 0),
    shared: messages.some(({ audience }) => audience === 'shared'),
    manners: parts.manners(before.thread.channel),
    understanding: input.understanding,
    language: speech.language,
    speech,
    catalogue: catalogueIn(speech.language, playbook),
    notes,
    model: input.model,
    identity,
    isProved: () => isProved(identity(), at),
    rule: (name) => void notes.rules.push(name),
    remember: (change) => void (notes.memory = { ...notes.memory, ...change }),
    say: speech.say,
    money: (amount) => cents(speech, amount),
    call,
    countProposed,
    async find(question, request) {
      const categories = request ? (playbook.intents[request.intent]?.categories ?? []) : [];
      const passages = await parts.retriever.find(question, {
        intentCategories: categories,
        audience: 'public',
        validAt: at,
        language: speech.language.code,
      });
      notes.passages.push(...passages);
      return passages;
    },
    emit,
    mail(to, subject, markdown, secret = false) {
      const address = to.toLowerCase();
      notes.mails.push({
        id: outboundId(`${turn}/mail-${notes.mails.length}`),
        to: {
          channel: channelName('email'),
          account: parts.mailAccount,
          space: address,
          key: hashOf(turn, 'mail', notes.mails.length).slice(0, 24),
        },
        audience: { kind: 'only', participant: participantKey(address) },
        body: { kind: 'text', markdown },
        subject,
        secret,
        speaker: { kind: 'agent' },
        createdAt: at,
      });
    },
  };
}
