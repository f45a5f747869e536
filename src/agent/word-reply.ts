import { assertNever } from '../domain/assert-never.ts';
import { channelName, outboundId } from '../domain/ids.ts';
import { onlyFor, type OutboundBody, type OutboundMessage } from '../domain/outbound.ts';
import type { PendingQuestion } from '../domain/request.ts';
import type { Scene } from './scene.ts';

/** What one turn says to the customer. */
export interface Spoken {
  readonly text: string;
  /** For this person only, when others read along. */
  readonly private: boolean;
  readonly pending: PendingQuestion | undefined;
}

/** Adds the greeting with the AI disclosure to the first words of a conversation. */
export function withDisclosure(text: string, scene: Scene): string {
  if (scene.notes.memory.disclosed) return text;
  scene.remember({ disclosed: true });
  const { name, agentName } = scene.playbook.agent.company;
  const disclosure = scene.speech.disclosure();
  return `${scene.say('hello.first', { name: firstName(scene), agent: agentName, company: name, disclosure })}\n\n${text}`;
}

/** ` Mia`, with its space, when the channel gives a name that looks like one; otherwise nothing. */
function firstName({ speaker, notes }: Scene): string {
  const name = /^\p{Lu}[\p{L}'’-]{1,30}(?=\s|$)/u.exec(speaker.displayName.trim())?.[0];
  if (name === undefined || speaker.displayName.includes('@')) return '';
  notes.facts.push(name);
  return ` ${name}`;
}

/** The messages of a turn: one to the thread, or, for something private among others, one to the person and a note to the thread. */
export function outboundFor({ text, private: isPrivate, pending }: Spoken, scene: Scene): readonly OutboundMessage[] {
  const message: OutboundMessage = {
    id: outboundId(`${scene.turn}/0`),
    to: scene.before.thread,
    audience: { kind: 'thread' },
    body: bodyFor(text, pending, scene),
    subject: scene.before.subject,
    secret: false,
    speaker: { kind: 'agent' },
    createdAt: scene.at,
  };
  return isPrivate && scene.shared ? onlyFor(scene.speaker.key, message, scene.say('private.elsewhere')) : [message];
}

function bodyFor(markdown: string, pending: PendingQuestion | undefined, scene: Scene): OutboundBody {
  if (pending === undefined) return { kind: 'text', markdown };
  switch (pending.kind) {
    case 'code':
      return { kind: 'question', markdown, choices: [], input: 'code', askedOf: pending.askedOf };
    case 'rating':
      return { kind: 'question', markdown, choices: ['1', '2', '3', '4', '5'], input: 'rating', askedOf: pending.askedOf };
    case 'consent':
    case 'offer':
    case 'helped':
      return { kind: 'question', markdown, choices: [scene.say('choice.yes'), scene.say('choice.no')], askedOf: pending.askedOf };
    case 'slot':
      return { kind: 'text', markdown };
    default:
      return assertNever(pending.kind);
  }
}

export const MAIL = channelName('email');
