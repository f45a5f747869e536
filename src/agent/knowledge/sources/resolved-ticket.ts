import { createHash } from 'node:crypto';
import type { Conversation } from '../../../domain/conversation.ts';
import { createVeil } from '../../llm/veil.ts';
import { detectPii } from '../../quality/pii-detectors.ts';

/** So much of each is kept: a whole story tells more about a person than about an answer. */
const QUESTIONS = 3;
const ANSWERS = 4;
const LONGEST = 600;
const LONGEST_TITLE = 80;
const TICKET_NUMBER = /\bT-\d{3,}\b/g;

export interface TicketFile {
  readonly file: string;
  readonly text: string;
}

/**
 * What was asked and what helped, as an article without persons: names, addresses, numbers of any kind of record and
 * codes are replaced, and lines that only the customer was to see are left out. The customer's words stand as a quote,
 * which is searched and never said. Undefined where nothing is left that could help anybody.
 */
export function ticketFile(conversation: Conversation, orderIdPattern: string): TicketFile | undefined {
  const { id, turns, subject, customer, state } = conversation;
  const inbound = turns.flatMap((turn) => turn.inbound);
  const names = namesIn(conversation);
  const person = names.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const veil = createVeil({ names: [], orderIdPattern });
  const order = new RegExp(orderIdPattern, 'gi');
  const withoutNames = (text: string): string => (person ? text.replace(person, '[NAME]') : text);
  const anonymous = (text: string): string =>
    withoutNames(veil.hide(text))
      .replace(order, '[ORDER]')
      .replace(TICKET_NUMBER, '[TICKET]')
      .replace(/\[([A-Z]+)_\d+\]/g, '[$1]')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST);
  const asked = inbound.map(({ text }) => anonymous(text)).filter((text) => text.split(' ').length > 2);
  const said = turns.flatMap((turn) => turn.said).filter((line) => !line.private);
  const byColleagues = said.filter(({ by }) => by !== 'agent');
  const helped = (byColleagues.length > 0 ? byColleagues : said).map(({ text }) => anonymous(text)).filter((text) => text !== '');
  if (asked.length === 0 || helped.length === 0) return undefined;
  const name = createHash('sha256').update(id).digest('hex').slice(0, 24);
  const matter = {
    id: `ticket/${name}`,
    title: anonymous(subject ?? asked[0] ?? '').slice(0, LONGEST_TITLE) || 'A ticket',
    language: customer.language,
    ...(state.kind === 'resolved' && { updated: state.at.toISOString() }),
  };
  const body = [...asked.slice(0, QUESTIONS).map((text) => `> ${text}`), ...helped.slice(-ANSWERS)].join('\n\n');
  return { file: `${name}.md`, text: `---\n${JSON.stringify(matter)}\n---\n\n${body}\n` };
}

/** Leads to a name: a greeting, or how people introduce themselves. */
const BEFORE_A_NAME =
  /\b(?:[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey|[Tt]hanks|[Tt]hank you|[Rr]egards|[Cc]heers|[Ss]incerely|I am|I'm|I’m|[Tt]his is|[Mm]y name is|[Nn]ame's)[,\s]+(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2})/gu;
const SHORTEST_NAME = 3;

/** Every part of the names that are known or said in a conversation, longest first; a common word among them is lost, too. */
function namesIn({ customer, turns, identities }: Conversation): readonly string[] {
  const inbound = turns.flatMap((turn) => turn.inbound);
  const said = turns.flatMap((turn) => turn.said);
  const addresses = [...identities.values()].flatMap((identity) => (identity.kind === 'anonymous' ? [] : [identity.email]));
  const known = [
    customer.name ?? '',
    ...inbound.map(({ author }) => author.displayName),
    ...said.flatMap(({ by }) => (by === 'agent' ? [] : [by.staff])),
    ...[...addresses, ...inbound.map(({ author }) => author.key)].flatMap((address) => address.match(/[^\s@<>]+(?=@)/g) ?? []),
  ];
  const told = [...inbound.map(({ fullText }) => fullText), ...said.map(({ text }) => text)].flatMap((text) => [
    ...[...text.matchAll(BEFORE_A_NAME)].map(([, name = '']) => name),
    ...detectPii(text).flatMap(({ type, start, end }) => (type === 'PERSON' ? [text.slice(start, end)] : [])),
  ]);
  const parts = [...known, ...told].flatMap((name) => name.split(/[^\p{L}]+/u)).filter((part) => part.length >= SHORTEST_NAME);
  return [...new Set(parts.map((part) => part.toLowerCase()))].sort((a, b) => b.length - a.length);
}
