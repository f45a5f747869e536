import type { Passage, Understanding } from '../domain/classification.ts';
import type { Conversation, Identity, Memory } from '../domain/conversation.ts';
import { domainEvent } from '../domain/event.ts';
import { channelName, outboundId, participantKey, turnId, type TurnId } from '../domain/ids.ts';
import type { Author, InboundMessage } from '../domain/message.ts';
import type { OutboundMessage } from '../domain/outbound.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { CustomerRequest } from '../domain/request.ts';
import type { Lease } from '../store/store.ts';
import type { AgentParts, Manners } from './agent-parts.ts';
import { hashOf } from './actions/hash-of.ts';
import { isProved } from './actions/gate.ts';
import { catalogueIn } from './languages/index.ts';
import type { CatalogueWords } from './languages/catalogue-words.ts';
import type { Language } from './languages/language.ts';
import { openNotes, type Emit, type Notes } from './notes.ts';
import type { Say } from './replies.ts';
import { sceneCalls, type SceneCalls } from './scene-calls.ts';
import { cents, speechIn, STAFF_LANGUAGE, type Speech } from './speech.ts';
import type { TurnModel } from './llm/turn-model.ts';

/**
 * One turn while it runs: what was there before, the ways to find something out or to do something, and the notes that
 * become the turn's record. Only the scene holds what changes; plans read it and return moves.
 */
export interface Scene extends SceneCalls {
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
  /** Our own sentences on cards, tickets and notes. */
  readonly staffSpeech: Speech;
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
  find(question: string, request: CustomerRequest | undefined): Promise<readonly Passage[]>;
  readonly emit: Emit;
  /** A mail of its own, to an address that is on the account or on file. */
  mail(to: string, subject: string, markdown: string, secret?: boolean): void;
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
  const notes = openNotes(before);
  const speech = speechIn(playbook, input.understanding.language, turn);
  const identity = (): Identity => notes.identities.get(speaker.key) ?? { kind: 'anonymous' };
  const emit: Emit = (name, fields) => void notes.events.push(domainEvent(name, at, before.id, fields));
  return {
    parts,
    playbook,
    lease,
    before,
    turn,
    at,
    speaker,
    words: input.words,
    isWordless: input.words.trim() === '' || messages.every(isFilesAlone),
    shared: messages.some(({ audience }) => audience === 'shared'),
    manners: parts.manners(before.thread.channel),
    understanding: input.understanding,
    language: speech.language,
    speech,
    staffSpeech: speech.isEnglish ? speech : speechIn(playbook, STAFF_LANGUAGE, turn),
    catalogue: catalogueIn(speech.language, playbook),
    notes,
    model: input.model,
    identity,
    isProved: () => isProved(identity(), at),
    rule: (name) => void notes.rules.push(name),
    remember: (change) => void (notes.memory = { ...notes.memory, ...change }),
    say: speech.say,
    money: (amount) => cents(speech, amount),
    ...sceneCalls({ parts, input, notes, speech, identity, emit }),
    async find(question, request) {
      const categories = request ? (playbook.intents[request.intent]?.categories ?? []) : [];
      const asked = { intentCategories: categories, audience: 'public', validAt: at, language: speech.language.code } as const;
      const passages = await parts.retriever.find(question, asked);
      notes.passages.push(...passages);
      return passages;
    },
    emit,
    mail(to, subject, markdown, secret = false) {
      const number = notes.mails.length;
      notes.mails.push(mailTo(to.toLowerCase(), { turn, number, account: parts.mailAccount, at, subject, markdown, secret }));
    },
  };
}

const isFilesAlone = ({ text, attachments }: InboundMessage): boolean => text.trim() === '' && attachments.length > 0;

interface MailOfTurn {
  readonly turn: TurnId;
  /** How many mails of this turn come before it; a retry of the turn gives the same. */
  readonly number: number;
  readonly account: string;
  readonly at: Date;
  readonly subject: string;
  readonly markdown: string;
  readonly secret: boolean;
}

/** A mail of its own, in a thread of its own. */
function mailTo(address: string, { turn, number, account, at, subject, markdown, secret }: MailOfTurn): OutboundMessage {
  const key = hashOf(turn, 'mail', number).slice(0, 24);
  return {
    id: outboundId(`${turn}/mail-${number}`),
    to: { channel: channelName('email'), account, space: address, key },
    audience: { kind: 'only', participant: participantKey(address) },
    body: { kind: 'text', markdown },
    subject,
    secret,
    speaker: { kind: 'agent' },
    createdAt: at,
  };
}
