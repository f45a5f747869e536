import { redact } from '../agent/quality/redact.ts';
import type { Channel } from '../channels/channel.ts';
import type { Config } from '../config.ts';
import { cardPost, deliveryPost, deskPosts, messagePosts, type DeskPlace } from '../desk/desk-posts.ts';
import type { DeskCommand } from '../domain/arrival.ts';
import { channelName, type ChannelName } from '../domain/ids.ts';
import type { OutboundMessage, SendResult } from '../domain/outbound.ts';
import type { Now } from '../domain/ports.ts';
import type { Steps } from '../flow/steps.ts';
import type { StepResult, Store } from '../store/store.ts';

/** The desk's threads in a chat: whatever a step changes is shown there by the same transaction. */
export interface DeskThread {
  /** The same steps, with what they show at the desk among what they send. */
  showing(steps: Steps): Steps;
  /** Marks in the ticket's thread how a human's reply went; the same row twice is marked once. */
  markDelivery(message: OutboundMessage, result: SendResult): Promise<void>;
  /** Tickets that were opened while there was no such place are posted now; what stands there already is known by its id. */
  postOpenTickets(): Promise<void>;
}

type DeskStore = Pick<Store, 'ticket' | 'tickets' | 'enqueueOutbound'>;

/** Undefined where no place is configured, or its platform is not connected. */
export function openDeskThread(
  config: Config,
  { store, now, channels }: { readonly store: DeskStore; readonly now: Now; readonly channels: ReadonlyMap<ChannelName, Channel> },
): DeskThread | undefined {
  const { on, channel } = config.settings.desk;
  if (on === 'none' || !channels.has(channelName(on))) return undefined;
  const place: DeskPlace = {
    on: channelName(on),
    channel,
    staff: config.staff,
    agentName: config.playbook.agent.company.agentName,
    mask: maskPersonalData,
  };

  async function shown(step: StepResult, command?: DeskCommand): Promise<StepResult> {
    return { ...step, outbound: [...step.outbound, ...deskPosts(step, command, now(), place)] };
  }

  async function withMessages(step: StepResult): Promise<StepResult> {
    const { state } = step.conversation;
    if (state.kind !== 'with_human') return step;
    const ticket = step.tickets.find(({ number }) => number === state.ticket) ?? (await store.ticket(state.ticket));
    const posts = ticket ? messagePosts(step, ticket, now(), place) : [];
    return { ...step, outbound: [...step.outbound, ...posts] };
  }

  return {
    showing: (steps) => ({
      messages: async (lease, messages) => withMessages(await shown(await steps.messages(lease, messages))),
      command: async (lease, command) => shown(await steps.command(lease, command), command),
      timer: async (lease, timer) => shown(await steps.timer(lease, timer)),
      giveUp: async (lease, because) => shown(await steps.giveUp(lease, because)),
    }),
    async markDelivery(message, result) {
      const post = deliveryPost(message, result, now(), place);
      if (post) await store.enqueueOutbound([post]);
    },
    async postOpenTickets() {
      const open = await store.tickets({ open: true });
      await store.enqueueOutbound(open.map((ticket) => cardPost(ticket, now(), place)));
    },
  };
}

const MAIL_ADDRESS = /([\p{L}\p{N}])[\p{L}\p{N}._%+-]*@([\p{L}\p{N}.-]+\.\p{L}{2,})/gu;

/** Mail addresses stay recognisable (`m…@example.com`), everything else that is personal goes. */
export const maskPersonalData = (text: string): string => redact(text.replace(MAIL_ADDRESS, '$1…@$2')).text;
