import type { Channel } from '../channels/channel.ts';
import { consoleThread, type ConsoleChannel } from '../channels/console/console-channel.ts';
import type { DemoMailbox } from '../channels/email/demo-mailbox.ts';
import type { Config } from '../config.ts';
import { transcriptOf } from '../desk/transcript.ts';
import type { DeskResult } from '../domain/arrival.ts';
import type { Deskhand, Health, MailCopy } from '../domain/deskhand.ts';
import { domainEvent } from '../domain/event.ts';
import { AppError } from '../domain/error.ts';
import { channelName, type ChannelName } from '../domain/ids.ts';
import type { Now } from '../domain/ports.ts';
import { conversationIdFor } from '../domain/new-conversation.ts';
import type { Flow } from '../flow/flow.ts';
import { explainStored } from '../insight/explain-stored.ts';
import type { Store } from '../store/store.ts';
import type { ToolPack } from '../tools/tool.ts';
import type { PauseSwitch } from './pause.ts';
import type { Changes } from './changes.ts';

/** How long a desk command may take before whoever sent it is told to look again. */
const COMMAND_TIMEOUT_MS = 20_000;
const EMAIL = channelName('email');

export interface FrontParts {
  readonly config: Config;
  readonly store: Store;
  readonly flow: Flow;
  readonly pack: ToolPack;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly console: ConsoleChannel;
  /** Present when no mail can leave. */
  readonly demoMailbox: DemoMailbox | undefined;
  readonly guard: string | undefined;
  readonly now: Now;
  readonly changes: Changes;
  readonly paused: PauseSwitch;
  isReady(): boolean;
  /** Why the last message could not be stored; undefined while they can. */
  refusedBecause(): string | undefined;
  /** With a clock of its own, commands are worked on at once instead of in the background. */
  readonly settle: (() => Promise<void>) | undefined;
}

/** The running product for its faces. */
export function createFront(parts: FrontParts): Deskhand {
  const { store, flow, config, now, changes } = parts;

  async function act(command: Parameters<Deskhand['act']>[0]): Promise<DeskResult> {
    const ticket = await store.ticket(command.ticket);
    if (!ticket) return { kind: 'refused', rule: 'no_such_ticket', text: `There is no ticket ${command.ticket}.` };
    await flow.inbox.command({ ...command, conversation: ticket.conversation, at: now() });
    await parts.settle?.();
    const result = await changes.until(() => store.commandResult(command.id), COMMAND_TIMEOUT_MS);
    if (result) return result;
    throw new AppError('store_unavailable', `${command.do.action} on ${command.ticket} is stored but not carried out yet`, {
      retryable: true,
      hint: 'Look at the ticket again in a moment.',
    });
  }

  async function setPaused(on: boolean, by: string): Promise<void> {
    await parts.paused.set(on);
    await store.appendEvents([domainEvent(on ? 'agent.paused' : 'agent.resumed', now(), undefined, { by })]);
    changes.announce();
  }

  return {
    health: () => healthOf(parts),
    sampleCustomers: async () =>
      (await parts.pack.sampleCustomers()).map(({ customer, about, orders }) => ({
        customerId: customer.customerId,
        name: customer.name,
        email: customer.email,
        about,
        orders,
      })),
    async write(words) {
      await parts.console.write(words);
      await parts.settle?.();
      return conversationIdFor(consoleThread(words));
    },
    conversations: async (limit) =>
      (await store.conversations(limit)).map(({ id, thread, subject, state, lastActivityAt }) => ({
        id,
        channel: thread.channel,
        subject: subject ?? '',
        state,
        lastActivityAt,
      })),
    conversation: (id) => store.conversation(id),
    async transcript(id) {
      const conversation = await store.conversation(id);
      if (!conversation) return [];
      const staff = (name: string): string => config.staff.find((member) => member.name === name)?.displayName ?? name;
      return transcriptOf(conversation, await store.outbound({ conversation: id }), {
        agent: config.playbook.agent.company.agentName,
        staff,
      });
    },
    async explain(id) {
      return (await explainStored(store, id)) ?? [];
    },
    mails: () => mailsOf(parts),
    tickets: (filter) => store.tickets(filter),
    ticket: (number) => store.ticket(number),
    staff: () => config.staff,
    act,
    events: (since, limit) => store.events(since, limit),
    pause: (by) => setPaused(true, by),
    resume: (by) => setPaused(false, by),
    onChange: (listener) => changes.listen(listener),
  };
}

async function healthOf(parts: FrontParts): Promise<Health> {
  const { channels, store, guard, paused } = parts;
  const refused = parts.refusedBecause();
  const named = [...channels].map(([name, channel]) => ({ name: String(name), ...channel.health() }));
  const [queued, dead] = await Promise.all([store.outbound({}), store.deadLetters()]);
  return {
    ok: refused === undefined && named.every(({ ok }) => ok),
    accepting: refused === undefined,
    ready: parts.isReady(),
    paused: await paused.isOn(),
    guard,
    channels: [...(refused === undefined ? [] : [{ name: 'store', ok: false, problem: refused }]), ...named].map(
      ({ name, ok, problem }) => ({ name, ok, problem }),
    ),
    waiting: { arrivals: 0, outbound: queued.filter(({ state }) => state !== 'sent' && state !== 'dead').length, deadLetters: dead.length },
  };
}

/** The demo inbox where mail stays here; otherwise what the store says was mailed, without the codes. */
async function mailsOf({ demoMailbox, store }: FrontParts): Promise<readonly MailCopy[]> {
  if (demoMailbox) return demoMailbox.mails();
  const rows = await store.outbound({ channel: EMAIL });
  return rows.flatMap(({ message }) =>
    message.body.kind === 'text' || message.body.kind === 'question'
      ? [
          {
            id: message.id,
            to: message.to.space,
            subject: message.subject ?? '',
            text: message.secret ? '' : message.body.markdown,
            at: message.createdAt,
          },
        ]
      : [],
  );
}
