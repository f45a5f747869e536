import { decide } from '../../src/desk/handoff.ts';
import type { Deskhand, Health, MailCopy, SampleCustomer, TranscriptLine, TurnExplanation } from '../../src/domain/deskhand.ts';
import { domainEvent, type DomainEvent } from '../../src/domain/event.ts';
import { channelName, configVersion, conversationId, type ConversationId } from '../../src/domain/ids.ts';
import { conversationIdFor, newConversation } from '../../src/domain/new-conversation.ts';
import type { DeskResult } from '../../src/domain/arrival.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { NOW, STAFF } from './desk-tickets.ts';

export interface FakeDeskhand extends Deskhand {
  /** What the test looks at or changes; call `changed` afterwards to tell whoever listens. */
  readonly world: FakeWorld;
  changed(): void;
}

export interface FakeWorld {
  health: Health;
  customers: SampleCustomer[];
  lines: Map<string, TranscriptLine[]>;
  explanations: Map<string, TurnExplanation[]>;
  mails: MailCopy[];
  tickets: Map<string, Ticket>;
  events: DomainEvent[];
  results: Map<string, DeskResult>;
}

export const HEALTHY: Health = {
  ok: true,
  accepting: true,
  ready: true,
  paused: false,
  guard: undefined,
  channels: [{ name: 'console', ok: true, problem: undefined }],
  waiting: { arrivals: 0, outbound: 0, deadLetters: 0 },
};

/** A Deskhand in memory: the desk's rules are the real ones, the agent says the same sentence to everything. */
export function fakeDeskhand(change: Partial<FakeWorld> = {}): FakeDeskhand {
  const world: FakeWorld = {
    health: HEALTHY,
    customers: [],
    lines: new Map(),
    explanations: new Map(),
    mails: [],
    tickets: new Map(),
    events: [],
    results: new Map(),
    ...change,
  };
  const listeners = new Set<() => void>();
  const changed = (): void => listeners.forEach((listener) => listener());
  return { world, changed, ...readsOf(world), ...changesOf(world, changed), onChange: (listener) => subscribe(listeners, listener) };
}

function subscribe(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

type Changes = Pick<Deskhand, 'write' | 'act' | 'pause' | 'resume'>;

function readsOf(world: FakeWorld): Omit<Deskhand, keyof Changes | 'onChange'> {
  const has = (id: ConversationId): boolean => world.lines.has(id);
  return {
    health: async () => world.health,
    sampleCustomers: async () => world.customers,
    conversations: async (limit) =>
      [...world.lines].slice(0, limit).map(([id, lines]) => ({
        id: conversationId(id),
        channel: id.split('/', 1)[0] ?? '',
        subject: '',
        state: { kind: 'open' as const },
        lastActivityAt: lines.at(-1)?.at ?? NOW,
      })),
    conversation: async (id) =>
      has(id)
        ? newConversation({ thread: threadOf(id), subject: undefined, openedAt: NOW, configVersion: configVersion('v1') })
        : undefined,
    transcript: async (id) => world.lines.get(id) ?? [],
    explain: async (id) => world.explanations.get(id) ?? [],
    mails: async () => world.mails,
    tickets: async ({ open }) => [...world.tickets.values()].filter(({ state }) => open === (state.kind !== 'resolved')),
    ticket: async (number) => world.tickets.get(number),
    staff: () => STAFF,
    events: async (since, limit) => world.events.map((event, position) => ({ position, event })).slice(since, since + limit),
  };
}

function threadOf(id: ConversationId) {
  const [channel = '', account = '', space = '', key = ''] = id.split('/');
  return { channel: channelName(channel), account, space, key };
}

function changesOf(world: FakeWorld, changed: () => void): Changes {
  const pausedBy = (paused: boolean) => async (by: string) => {
    world.health = { ...world.health, paused };
    world.events.push(domainEvent(paused ? 'agent.paused' : 'agent.resumed', NOW, undefined, { by }));
    changed();
  };
  return {
    async write({ from, chat, text }) {
      const id = conversationIdFor({ channel: channelName('console'), account: 'local', space: from.trim().toLowerCase(), key: chat });
      const line = { at: NOW, private: false, delivery: undefined };
      const said = world.lines.get(id) ?? [];
      said.push({ ...line, from: 'customer', name: from, text }, { ...line, from: 'agent', name: 'Robin', text: `You said: ${text}` });
      world.lines.set(id, said);
      changed();
      return id;
    },
    async act(command) {
      const before = world.results.get(command.id);
      if (before) return before;
      const result = perform(world, command);
      world.results.set(command.id, result);
      changed();
      return result;
    },
    pause: pausedBy(true),
    resume: pausedBy(false),
  };
}

function perform(world: FakeWorld, command: Parameters<Deskhand['act']>[0]): DeskResult {
  const ticket = world.tickets.get(command.ticket);
  if (!ticket) return { kind: 'refused', rule: 'unknown_ticket', text: `There is no ticket ${command.ticket}.` };
  const argumentsHash = ticket.approval?.request.proposal.argumentsHash;
  const decision = decide(ticket, { ...command, conversation: ticket.conversation, at: NOW }, { staff: STAFF, now: NOW, argumentsHash });
  if (decision.kind === 'refused') return decision;
  world.tickets.set(ticket.number, decision.ticket);
  world.events.push(...decision.events);
  return { kind: 'done', text: decision.text };
}
