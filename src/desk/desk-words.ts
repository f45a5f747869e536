import type { DeskCommand } from '../domain/arrival.ts';
import type { Conversation, Turn } from '../domain/conversation.ts';
import type { StaffMember } from '../domain/deskhand.ts';
import { outboundId, turnId } from '../domain/ids.ts';
import { microUsd } from '../domain/money.ts';
import type { OutboundBody, OutboundMessage } from '../domain/outbound.ts';
import type { StepResult } from '../store/store.ts';

/** A human's words: to the customer under the human's name, and into the history that the agent reads. */
export function withSpoken(step: StepResult, command: DeskCommand, member: StaffMember, markdown: string, at: Date): StepResult {
  const { conversation } = step;
  const turn: Turn = {
    id: turnId(`${conversation.id}#${conversation.turns.length + 1}`),
    at,
    inbound: [],
    classifications: [],
    signals: new Set(),
    passages: [],
    actions: [],
    decision: { kind: 'stay_silent', because: 'human_is_handling' },
    said: [{ by: { staff: member.displayName }, text: markdown, private: false }],
    rules: ['staff_reply'],
    cost: microUsd(0),
  };
  const message = toThread(
    conversation,
    command,
    { kind: 'text', markdown },
    { kind: 'staff', name: member.displayName, ticket: command.ticket },
    at,
  );
  return { ...step, turn, conversation: { ...conversation, turns: [...conversation.turns, turn] }, outbound: [...step.outbound, message] };
}

export function withAgentWords(step: StepResult, command: DeskCommand, markdown: string, at: Date, rating = false): StepResult {
  const body: OutboundBody = rating
    ? { kind: 'question', markdown, choices: ['1', '2', '3', '4', '5'], input: 'rating' }
    : { kind: 'text', markdown };
  return { ...step, outbound: [...step.outbound, toThread(step.conversation, command, body, { kind: 'agent' }, at)] };
}

export function toThread(
  conversation: Conversation,
  command: DeskCommand,
  body: OutboundBody,
  speaker: OutboundMessage['speaker'],
  at: Date,
): OutboundMessage {
  return {
    id: outboundId(`${command.id}/0`),
    to: conversation.thread,
    audience: { kind: 'thread' },
    body,
    subject: conversation.subject,
    secret: false,
    speaker,
    createdAt: at,
  };
}
