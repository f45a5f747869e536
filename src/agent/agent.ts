import type { Timer } from '../domain/arrival.ts';
import type { HistoryLine, Understanding } from '../domain/classification.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { EscalationReason, SilenceReason } from '../domain/decision.ts';
import type { InboundMessage } from '../domain/message.ts';
import type { Lease, StepResult } from '../store/store.ts';
import type { AgentParts } from './agent-parts.ts';
import { catalogueIn, languageOf, languages } from './languages/index.ts';
import { giveUp } from './give-up.ts';
import { finishTurn } from './finish-turn.ts';
import { record, silent } from './record-turn.ts';
import { openTicket } from './hand-over.ts';
import { microUsd } from '../domain/money.ts';
import type { Playbook } from '../domain/playbook.ts';
import { DEFAULT_LANGUAGE } from '../domain/text/language-words.ts';
import { MODEL_COST, openTurnModel, type TurnModel } from './llm/turn-model.ts';
import { readInShop } from './router/in-the-shop.ts';
import { readWithModel } from './router/model-reading.ts';
import { dayIn } from './router/relative-day.ts';
import { nextTurnId, openScene, type Scene, type SceneInput } from './scene.ts';
import { followUpWhileWaiting } from './follow-up.ts';
import { deletedTexts, forgetDeleted, forgetInTicket } from './conversation/forget-deleted.ts';
import { settleEdits } from './conversation/settle-edits.ts';
import { takeTurn } from './take-turn.ts';
import { unclaimedTimer } from './timers.ts';
import { wake } from './wake.ts';
import { daysBefore } from './when.ts';

export interface Agent {
  /** Answers one customer's new messages, acts, asks, hands over or stays silent: exactly one decision. */
  answer(lease: Lease, messages: readonly InboundMessage[]): Promise<StepResult>;
  /** What a timer that fired leads to: closing after silence, a promise that is due, an approval that expired. */
  wake(lease: Lease, timer: Timer): Promise<StepResult>;
  /** The end of a message that failed again and again: the truth for the customer, and a human. */
  giveUp(lease: Lease, because: string): Promise<StepResult>;
}

const HISTORY_TURNS = 3;
/** Longer messages are cut here before any pattern reads them; humans still see all of it. */
const MOST_CHARACTERS = 10_000;
/** Where nothing is said about the words, the conversation stays in its language. */
const nothingRead = ({ customer }: Conversation): Understanding => ({
  classifications: [],
  signals: new Set(),
  entities: [],
  language: customer.language,
});

export function createAgent(parts: AgentParts): Agent {
  return {
    async answer(held, arrivals) {
      const { messages, late } = settleEdits(arrivals, held.conversation.turns);
      const lease = { ...held, conversation: forgetDeleted(held.conversation, late) };
      const silence = messages.length === 0 ? NOTHING_NEW : await reasonForSilence(messages, lease.conversation, parts);
      const words = wordsOf(messages, lease);
      const kept = [...messages, ...late];
      const playbook = await parts.playbook(lease.conversation.configVersion);
      const read = { messages: messages.length === 0 ? arrivals : messages, words, playbook };
      if (silence) {
        const step = await stayingSilent(silence, kept, sceneOf(parts, lease, { ...read, understanding: nothingRead(lease.conversation) }));
        return forgettingInTickets(step, deletedTexts(held.conversation, late), parts);
      }
      const today = dayIn(parts.now(), playbook.agent.company.timezone);
      const heard = await parts.router.understand(words, historyOf(lease.conversation), spokenIn(lease.conversation));
      const catalogue = catalogueIn(languageOf(heard.language), playbook);
      const local = readInShop(heard, words, { today, products: await parts.products(), catalogue });
      const model = modelFor(parts, lease.conversation, messages, playbook);
      try {
        const understanding = await readWithModel(local, words, { conversation: lease.conversation, playbook, model });
        const scene = sceneOf(parts, lease, { ...read, understanding, model });
        const step = await finishTurn(await takeTurn(scene), kept, scene);
        return await forgettingInTickets(step, deletedTexts(held.conversation, late), parts);
      } finally {
        model?.close();
      }
    },
    wake: (lease, timer) => wake(parts, lease, timer),
    giveUp: (lease, because) => giveUp(parts, lease, because),
  };
}

/** Tickets quote what the customer wanted; what was deleted goes from them too. */
async function forgettingInTickets(step: StepResult, texts: readonly string[], { store }: AgentParts): Promise<StepResult> {
  if (texts.length === 0) return step;
  const numbers = step.conversation.memory.tickets.filter((number) => !step.tickets.some((ticket) => ticket.number === number));
  const others = await Promise.all(numbers.map((number) => store.ticket(number)));
  const changed = others.flatMap((ticket) => (ticket && forgetInTicket(ticket, texts)) ?? []);
  return { ...step, tickets: [...step.tickets.map((ticket) => forgetInTicket(ticket, texts) ?? ticket), ...changed] };
}

function sceneOf(
  parts: AgentParts,
  lease: Lease,
  read: Pick<SceneInput, 'messages' | 'words' | 'playbook' | 'understanding' | 'model'>,
): Scene {
  const speaker = read.messages[0]?.author;
  if (!speaker) throw new TypeError('a turn without a message');
  return openScene(parts, { ...read, lease, turn: nextTurnId(lease.conversation), at: parts.now(), speaker });
}

/** Undefined without a key: then nothing of this is prepared. */
function modelFor(
  parts: AgentParts,
  conversation: Conversation,
  messages: readonly InboundMessage[],
  playbook: Playbook,
): TurnModel | undefined {
  if (!parts.model.language.isThere) return undefined;
  const since = daysBefore(parts.now(), 1);
  return openTurnModel({
    parts: parts.model,
    conversation,
    names: [conversation.customer.name ?? '', ...messages.map(({ author }) => author.displayName)],
    orderIdPattern: playbook.agent.orderIdPattern,
    now: parts.now,
    dayCost: async () => microUsd((await parts.store.sumTallies(MODEL_COST, since)).amount),
  });
}

/** What mail programs put before the subject of an answer or a forwarded mail, in whatever language they are set to. */
const ANSWERS = /^(?:re|r|fwd?|aw|wg|sv|tr|rv|res|enc|rif|i|antw|doorst)\s*:/i;

/** The new words; the subject of a first mail belongs to them, since many people write their question there. */
function wordsOf(messages: readonly InboundMessage[], { isNew }: Lease): string {
  const [first] = messages;
  const subject = isNew && first?.subject !== undefined && !ANSWERS.test(first.subject) ? first.subject : '';
  const body = messages.map(({ text }) => text.trim());
  const repeated = subject !== '' && body.some((text) => text.toLowerCase().includes(subject.toLowerCase()));
  const saysNothing = languages.some(({ words }) => words.letters.subjectWithoutWish.test(subject)) && body.some((text) => text !== '');
  return [repeated || saysNothing ? '' : subject, ...body]
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, MOST_CHARACTERS);
}

/** Undefined while nothing was said: then the first words decide, and where they are several languages' the one of the last conversation. */
const spokenIn = ({ turns, customer }: Conversation): string | undefined =>
  turns.length === 0 && customer.language === DEFAULT_LANGUAGE ? undefined : customer.language;

function historyOf({ turns }: Conversation): readonly HistoryLine[] {
  return turns
    .slice(-HISTORY_TURNS)
    .flatMap(({ inbound, said }): readonly HistoryLine[] => [
      ...inbound.filter(({ text }) => text !== '').map(({ text }) => ({ role: 'customer', text }) as const),
      ...said.map(({ text }) => ({ role: 'agent', text }) as const),
    ]);
}

/** Only edits or deletions of what was answered already. */
const NOTHING_NEW: Silence = { because: 'nothing_to_add' };

interface Silence {
  readonly because: SilenceReason;
  /** Set where a human should look at it. */
  readonly ticket?: EscalationReason;
  readonly bySomebody?: string;
}

/** Why the agent says nothing at all; the first reason counts. */
async function reasonForSilence(
  messages: readonly InboundMessage[],
  { state, turns }: Conversation,
  parts: AgentParts,
): Promise<Silence | undefined> {
  const [first] = messages;
  if (!first || first.author.role === 'self' || first.author.role === 'bot' || first.automatic === 'own') return { because: 'own_message' };
  if (first.author.role === 'staff') {
    return {
      because: 'human_is_handling',
      bySomebody: first.author.displayName,
      ticket: { kind: 'needs_specialist', because: 'a colleague answered in this thread' },
    };
  }
  if (first.automatic === 'bounce' && turns.length > 0)
    return { because: 'automatic', ticket: { kind: 'needs_specialist', because: 'our message to the customer bounced' } };
  if (first.automatic !== 'none') return { because: 'automatic' };
  if (first.hold === 'spam') return { because: 'held' };
  if (first.hold !== undefined) return { because: 'held', ticket: { kind: 'message_held', because: first.hold } };
  if (state.kind === 'with_human') return { because: 'human_is_handling' };
  if (await parts.paused()) return { because: 'paused', ticket: { kind: 'paused' } };
  return undefined;
}

async function stayingSilent(silence: Silence, messages: readonly InboundMessage[], scene: Scene): Promise<StepResult> {
  const { state } = scene.before;
  scene.rule(silence.because);
  if (state.kind === 'with_human') return followUpWhileWaiting(state.ticket, silence.because, messages, scene);
  if (!silence.ticket) return record(silent(silence.because, state, scene), messages, [], scene);
  const opened = await openTicket({ kind: 'handoff', reason: silence.ticket, approval: undefined, promised: [], draft: '' }, scene);
  const ticket =
    silence.bySomebody === undefined ? opened : { ...opened, state: { kind: 'claimed' as const, by: silence.bySomebody, at: scene.at } };
  const timers = ticket.state.kind === 'open' ? [unclaimedTimer(scene.before.id, ticket.number, scene.at)] : [];
  return record(
    { ...silent(silence.because, { kind: 'with_human', ticket: ticket.number }, scene), pending: undefined, tickets: [ticket], timers },
    messages,
    [],
    scene,
  );
}
