import type { DeskCommand } from '../domain/arrival.ts';
import { assertNever } from '../domain/assert-never.ts';
import { isDeskThread, deskThread, type DeskNote, type Words } from '../domain/desk-view.ts';
import type { StaffMember } from '../domain/deskhand.ts';
import { outboundId, type ChannelName, type ParticipantKey, type TicketNumber } from '../domain/ids.ts';
import type { InboundMessage } from '../domain/message.ts';
import type { OutboundBody, OutboundMessage, SendResult } from '../domain/outbound.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { StepResult } from '../store/store.ts';
import { cardOf } from './card.ts';
import { transcriptText } from './transcript-text.ts';

/** Where the desk's threads stand, and how words are shown there. */
export interface DeskPlace {
  readonly on: ChannelName;
  /** The platform's id of the channel or forum. */
  readonly channel: string;
  readonly staff: readonly StaffMember[];
  readonly agentName: string;
  /** Takes personal data out of what many people read. */
  readonly mask: (text: string) => string;
}

/** The ticket's card as it stands now. Its id is the record's version, so that each version is written once. */
export function cardPost(ticket: Ticket, now: Date, place: DeskPlace): OutboundMessage {
  const card = cardOf(ticket, now, { mask: place.mask, staff: (name) => displayName(name, place) });
  return post(ticket.number, `card/${ticket.version}`, { kind: 'desk_card', card }, now, place);
}

/** What one step shows at the desk: cards that changed, the transcript below a new one, and what the command came to. */
export function deskPosts(step: StepResult, cause: DeskCommand | undefined, now: Date, place: DeskPlace): readonly OutboundMessage[] {
  return [
    ...step.tickets.flatMap((ticket) => [
      cardPost(ticket, now, place),
      ...(isNew(ticket) ? [notePost(ticket.number, 'transcript', transcriptNote(step, place), now, place)] : []),
    ]),
    ...(cause === undefined ? [] : commandPosts(step, cause, now, place)),
  ];
}

/** What the customer (or a colleague, in the customer's own thread) wrote while a human has the conversation. */
export function messagePosts(step: StepResult, ticket: Ticket, now: Date, place: DeskPlace): readonly OutboundMessage[] {
  if (step.tickets.some(isNew)) return [];
  const owner = ticket.state.kind === 'claimed' ? memberNamed(ticket.state.by, place) : undefined;
  const mention = owner && accountOn(owner, place.on);
  return (step.turn?.inbound ?? []).map((message) =>
    notePost(
      ticket.number,
      `heard/${message.id}`,
      { ...heardNote(message, place), ...(mention === undefined ? {} : { mention }) },
      now,
      place,
    ),
  );
}

/** Whether a human's words reached the customer; undefined for everything that no human said at a desk. */
export function deliveryPost(message: OutboundMessage, result: SendResult, now: Date, place: DeskPlace): OutboundMessage | undefined {
  const { speaker, body, to } = message;
  if (speaker.kind !== 'staff' || speaker.ticket === undefined || body.kind !== 'text' || isDeskThread(to)) return undefined;
  const lead: Words =
    result.kind === 'sent'
      ? [`→ ${speaker.name} to the customer on ${to.channel}, sent `, { at: now, as: 'ago' }]
      : [`✗ ${speaker.name}’s reply did not reach the customer on ${to.channel}: ${result.because}`];
  return notePost(speaker.ticket, `delivery/${message.id}/${result.kind}`, { lead, quote: place.mask(body.markdown) }, now, place);
}

const isNew = ({ version }: Ticket): boolean => version === 1;

function transcriptNote({ conversation }: StepResult, place: DeskPlace): DeskNote {
  return { lead: ['What was said'], quote: transcriptText(conversation, place.agentName, place.mask) };
}

function heardNote({ kind, author, text, attachments, automatic }: InboundMessage, place: DeskPlace): DeskNote {
  const name = author.displayName === '' ? 'The customer' : place.mask(author.displayName);
  const how = {
    new: automatic === 'none' ? 'wrote' : `sent an automatic message (${automatic})`,
    edited: 'changed a message to',
    deleted: 'deleted a message',
  };
  const files = attachments.map((file) => `[file: ${file.name}]`);
  return { lead: [`${name} ${how[kind]}`], quote: [place.mask(text), ...files].filter((line) => line !== '').join('\n') };
}

/** A refusal for the one person who pressed; what was decided for everybody in the thread. */
function commandPosts({ commandResults }: StepResult, command: DeskCommand, now: Date, place: DeskPlace): readonly OutboundMessage[] {
  return commandResults.flatMap(({ id, result }): readonly OutboundMessage[] => {
    if (id !== command.id) return [];
    if (result.kind === 'refused') {
      if (command.pressedBy === undefined) return [];
      const told = notePost(command.ticket, `told/${id}`, { lead: [`Not done: ${result.text}`] }, now, place);
      return [{ ...told, audience: { kind: 'only', participant: command.pressedBy } }];
    }
    const lead = logLine(command, result.text, displayName(command.by, place));
    return lead === undefined ? [] : [notePost(command.ticket, `done/${id}`, lead, now, place)];
  });
}

/** Claims stand on the card, and replies are told when they are delivered. */
function logLine({ do: action }: DeskCommand, text: string, name: string): DeskNote | undefined {
  switch (action.action) {
    case 'claim':
      return undefined;
    case 'reply':
      return action.filesLeft === undefined ? undefined : { lead: [leftBehind(name, action.filesLeft)] };
    case 'note':
      return { lead: [`${name} noted`], quote: action.text };
    case 'deny':
      return { lead: [`${name}: ${text}`], quote: action.because };
    case 'return':
      return { lead: [`${name}: ${text}`], quote: action.instruction };
    case 'approve':
    case 'resolve':
      return { lead: [`${name}: ${text}`] };
    default:
      return assertNever(action);
  }
}

const leftBehind = (name: string, files: number): string =>
  `${name}: the words went to the customer, ${files === 1 ? 'the file' : `the ${files} files`} did not. Files cannot be passed on from here; send a link, or write to the customer directly.`;

const notePost = (ticket: TicketNumber, name: string, note: DeskNote, now: Date, place: DeskPlace): OutboundMessage =>
  post(ticket, name, { kind: 'desk_note', note }, now, place);

/** `name` tells the posts of one ticket apart; with it a repeated step writes nothing twice. */
function post(ticket: TicketNumber, name: string, body: OutboundBody, now: Date, place: DeskPlace): OutboundMessage {
  return {
    id: outboundId(`desk/${place.on}/${place.channel}/${ticket}/${name}`),
    to: deskThread(place, ticket),
    audience: { kind: 'thread' },
    body,
    subject: undefined,
    secret: false,
    speaker: { kind: 'system' },
    createdAt: now,
  };
}

const memberNamed = (name: string, { staff }: DeskPlace): StaffMember | undefined => staff.find((member) => member.name === name);
const displayName = (name: string, place: DeskPlace): string => memberNamed(name, place)?.displayName ?? name;
const accountOn = ({ accounts }: StaffMember, on: ChannelName): ParticipantKey | undefined =>
  accounts.find((account) => account.startsWith(`${on}/`));
