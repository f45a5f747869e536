import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuriedMail, EmailEvent, EmailPorts } from '../../../src/channels/email/email-ports.ts';
import type { ParticipantKey } from '../../../src/domain/ids.ts';
import type { InboundMessage, ThreadRef } from '../../../src/domain/message.ts';

export const COMPANY = {
  name: 'Larkfield Outfitters',
  agentName: 'Robin',
  disclosure: "I'm an AI support agent",
  signature: 'Robin · Larkfield Outfitters',
};

/** The store's side of the channel, in memory. */
export interface FakePorts extends EmailPorts {
  readonly events: EmailEvent[];
  readonly buried: { readonly letter: BuriedMail; readonly raw: Uint8Array }[];
  readonly accepted: InboundMessage[];
  /** Messages handed over, duplicates included. */
  readonly deliveries: number;
  /** How often something was looked up in the memory. */
  readonly loads: number;
  accept(message: InboundMessage): 'new' | 'duplicate';
}

export function fakePorts(): FakePorts {
  const memory = new Map<string, string>();
  const accepted: InboundMessage[] = [];
  const threads: { readonly id: string; readonly thread: ThreadRef }[] = [];
  const people = new Map<string, Set<ParticipantKey>>();
  const nameOf = (thread: ThreadRef): string => `${thread.account}/${thread.space}/${thread.key}`;
  const participants = async (thread: ThreadRef): Promise<readonly ParticipantKey[]> => [...(people.get(nameOf(thread)) ?? [])];
  let deliveries = 0;
  let loads = 0;
  const ports: FakePorts = {
    events: [],
    buried: [],
    accepted,
    get deliveries() {
      return deliveries;
    },
    get loads() {
      return loads;
    },
    accept(message) {
      deliveries += 1;
      if (accepted.some(({ id }) => id === message.id)) return 'duplicate';
      accepted.push(message);
      const external = message.id.slice(`email/${message.thread.account}/${message.thread.space}/`.length).replace(/#[0-9a-f]+$/, '');
      threads.push({ id: external, thread: message.thread });
      const key = nameOf(message.thread);
      people.set(key, (people.get(key) ?? new Set()).add(message.author.key));
      return 'new';
    },
    threads: {
      participants,
      findThreads: async (ids) =>
        Promise.all(
          threads.filter(({ id }) => ids.includes(id)).map(async ({ thread }) => ({ thread, participants: await participants(thread) })),
        ),
    },
    memory: {
      load: async (name) => {
        loads += 1;
        return memory.get(name);
      },
      save: async (name, value) => void memory.set(name, value),
    },
    bury: async (letter, raw) => void ports.buried.push({ letter, raw }),
    now: () => new Date(),
    timers: {
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    random: { bytes: (count) => new Uint8Array(count).fill(9), below: () => 0 },
    report: (event) => void ports.events.push(event),
    dataFolder: mkdtempSync(join(tmpdir(), 'deskhand-mail-')),
  };
  return ports;
}

export interface MailParts {
  readonly from?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly subject?: string;
  readonly id?: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  readonly text?: string;
  readonly headers?: readonly string[];
}

const idOf = (id: string): string => (id.startsWith('<') ? id : `<${id}@example.com>`);

/** One plain mail; ids without brackets are completed. */
export function mailOf(parts: MailParts = {}): string {
  return [
    `From: ${parts.from ?? 'Mia Keller <mia.keller@example.com>'}`,
    `To: ${parts.to ?? 'support@larkfield.example'}`,
    ...(parts.cc === undefined ? [] : [`Cc: ${parts.cc}`]),
    `Subject: ${parts.subject ?? 'My order'}`,
    ...(parts.id === undefined ? [] : [`Message-ID: ${idOf(parts.id)}`]),
    ...(parts.inReplyTo === undefined ? [] : [`In-Reply-To: ${idOf(parts.inReplyTo)}`]),
    ...(parts.references === undefined ? [] : [`References: ${parts.references.map(idOf).join(' ')}`]),
    `Date: ${new Date().toUTCString()}`,
    ...(parts.headers ?? []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    parts.text ?? 'Where is my order?',
    '',
  ].join('\r\n');
}
