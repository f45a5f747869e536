import { randomUUID } from 'node:crypto';
import { noModel } from '../../agent/llm/none.ts';
import { openApp, type App } from '../../app.ts';
import { realWorld } from '../../app/real-world.ts';
import { CHAT_CAPABILITIES, createStandInChannel } from '../../channels/stand-in/stand-in-channel.ts';
import type { Config } from '../../config.ts';
import type { DeskAction } from '../../domain/arrival.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { AppError } from '../../domain/error.ts';
import { channelName, messageId, participantKey, ticketNumber, type ConversationId } from '../../domain/ids.ts';
import type { InboundMessage, ThreadRef } from '../../domain/message.ts';
import { conversationIdFor } from '../../domain/new-conversation.ts';
import { createLogger } from '../../insight/logger.ts';
import type { CommandIo } from '../command.ts';
import type { ConverseLine, CustomerLine, DeskLine } from './converse-input.ts';
import { reportStep, type StepReport } from './converse-report.ts';

/** A time that moves only when told to. */
interface Clock {
  now(): Date;
  moveTo(at: Date): void;
}

export interface ConverseSession {
  /** Plays one line and says what came of it. Rejects with `usage` for a line that makes no sense here. */
  play(line: ConverseLine): Promise<unknown>;
  changedRecords(): ReturnType<App['pack']['changedRecords']>;
  close(): Promise<void>;
}

const PLATFORMS = ['slack', 'discord'] as const;
/** Seconds that a step takes, so that no two messages share a moment. */
const STEP_MS = 1_000;

/** The whole product on a throw-away store, or with `keep` in the data folder, driven line by line. */
export async function openConverseSession(
  config: Config,
  at: Date,
  io: Pick<CommandIo, 'stderr'>,
  { keep = false, withModel = false }: { readonly keep?: boolean; readonly withModel?: boolean | undefined } = {},
): Promise<ConverseSession> {
  const clock = clockAt(at);
  const world = { ...realWorld(createLogger({ level: 'error', sink: io.stderr })), now: () => clock.now() };
  const channels = new Map(PLATFORMS.map((name) => [channelName(name), createStandInChannel(channelName(name), CHAT_CAPABILITIES)]));
  const app = await openApp(config, { world, throwAway: !keep, byHand: true, channels, ...(withModel ? {} : { languageModel: noModel }) });
  await app.start();
  const known = new Map<string, ConversationId>();
  const threads = new Map<string, ThreadRef>();
  const seen = { sent: new Set<string>(), turns: new Map<ConversationId, number>(), tickets: new Map<ConversationId, number>() };

  async function reportOf(name: string, id: ConversationId): Promise<StepReport> {
    const after = await app.store.conversation(id);
    if (!after) throw new AppError('usage', `conversation "${name}" has not begun`, { retryable: false });
    const rows = (await app.store.outbound({ conversation: id })).filter(({ message }) => !seen.sent.has(message.id));
    for (const { message } of rows) seen.sent.add(message.id);
    const turns = after.turns.slice(seen.turns.get(id) ?? 0);
    seen.turns.set(id, after.turns.length);
    const tickets = after.memory.tickets.length > (seen.tickets.get(id) ?? 0) ? after.memory.tickets.at(-1) : undefined;
    seen.tickets.set(id, after.memory.tickets.length);
    const opened = tickets === undefined ? undefined : await app.store.ticket(tickets);
    return reportStep({ name, after, turns, sent: rows, mails: await app.deskhand.mails(), opened });
  }

  /** A mail thread belongs to whoever began it, whoever else writes in it. */
  function threadOf({ conversation, channel, from }: CustomerLine): ThreadRef {
    const begun = threads.get(conversation);
    const thread = begun ?? {
      channel: channelName(channel),
      account: 'driven',
      space: channel === 'email' ? from.trim().toLowerCase() : 'driven',
      key: conversation,
    };
    threads.set(conversation, thread);
    return thread;
  }

  async function sayAs(line: CustomerLine): Promise<StepReport> {
    clock.moveTo(new Date(clock.now().getTime() + STEP_MS));
    const message = inboundOf(line, threadOf(line), known.has(line.conversation), clock.now());
    const id = conversationIdFor(message.thread);
    known.set(line.conversation, id);
    await app.receive([message]);
    await app.settle();
    return reportOf(line.conversation, id);
  }

  async function actAs({ conversation, desk }: DeskLine): Promise<unknown> {
    const id = known.get(conversation);
    if (id === undefined) throw new AppError('usage', `conversation "${conversation}" has not begun`, { retryable: false });
    const number = desk.ticket ?? (await ticketFor(id, desk.action));
    if (number === undefined) throw new AppError('usage', `conversation "${conversation}" has no ticket`, { retryable: false });
    clock.moveTo(new Date(clock.now().getTime() + STEP_MS));
    const result = await app.deskhand.act({ id: randomUUID(), ticket: ticketNumber(number), by: desk.by, do: actionOf(desk) });
    return { ...(await reportOf(conversation, id)), desk: result };
  }

  /** The latest ticket; for a decision, the latest on which one waits. */
  async function ticketFor(id: ConversationId, action: DeskLine['desk']['action']): Promise<string | undefined> {
    const numbers = (await app.store.conversation(id))?.memory.tickets ?? [];
    if (action !== 'approve' && action !== 'deny') return numbers.at(-1);
    const tickets = await Promise.all(numbers.map((number) => app.store.ticket(number)));
    return tickets.findLast((ticket) => ticket?.approval?.state.kind === 'pending')?.number ?? numbers.at(-1);
  }

  /** Every timer fires at its own moment, not at the end of the jump. */
  async function advance(ms: number): Promise<unknown> {
    const end = new Date(clock.now().getTime() + ms);
    for (;;) {
      const next = await app.store.nextTimerAt();
      if (!next || next > end) break;
      clock.moveTo(next);
      await app.settle();
    }
    clock.moveTo(end);
    await app.settle();
    const reports = [];
    for (const [name, id] of known) {
      const report = await reportOf(name, id);
      if (report.replies.length + report.mails.length > 0) reports.push(report);
    }
    return { advance: ms, at: end, conversations: reports };
  }

  return {
    play: (line) => ('advance' in line ? advance(line.advance) : 'desk' in line ? actAs(line) : sayAs(line)),
    changedRecords: () => app.pack.changedRecords(),
    close: () => app.stop(),
  };
}

function clockAt(start: Date): Clock {
  let at = start;
  return {
    now: () => at,
    moveTo: (next) => {
      if (next > at) at = next;
    },
  };
}

function inboundOf(line: CustomerLine, thread: ThreadRef, isReply: boolean, at: Date): InboundMessage {
  const from = line.from.trim();
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(from);
  const space = isAddress ? from.toLowerCase() : from;
  const subject = line.subject ?? undefined;
  return {
    id: messageId(`${line.channel}/driven/${line.conversation}/${randomUUID()}`),
    kind: 'new',
    thread,
    author: {
      key: participantKey(line.channel === 'email' ? space : `${line.channel}/${space}`),
      displayName: line.name ?? nameOf(from),
      ...(isAddress ? { email: space } : {}),
      trust: 'unverified',
      role: 'customer',
    },
    audience: line.cc.length > 0 ? 'shared' : 'private',
    text: line.text,
    fullText: line.text,
    subject: subject !== undefined && isReply && !/^re:/i.test(subject) ? `Re: ${subject}` : subject,
    automatic: 'none',
    attachments: line.attachments.map((name) => ({ name, mediaType: 'application/octet-stream', bytes: 0, state: 'refused' as const })),
    sentAt: at,
  };
}

/** `mia.keller@example.com` → `Mia Keller`; an id of a chat platform is no name. */
function nameOf(from: string): string {
  const [local = '', domain] = from.split('@');
  if (domain === undefined) return '';
  return local
    .split(/[._-]+/)
    .filter((part) => /^[a-z]+$/i.test(part))
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1).toLowerCase())
    .join(' ');
}

function actionOf(desk: DeskLine['desk']): DeskAction {
  switch (desk.action) {
    case 'reply':
    case 'note':
      return { action: desk.action, text: desk.text ?? '' };
    case 'deny':
      return { action: 'deny', because: desk.because ?? desk.text ?? '' };
    case 'resolve':
      return { action: 'resolve', outcome: desk.outcome ?? desk.text ?? 'solved' };
    case 'return':
      return { action: 'return', instruction: desk.instruction ?? desk.text ?? '' };
    case 'claim':
    case 'approve':
      return { action: desk.action };
    default:
      return assertNever(desk.action);
  }
}
