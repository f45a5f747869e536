import { settleEdits } from '../../../src/agent/conversation/settle-edits.ts';
import { channelName } from '../../../src/domain/ids.ts';
import type { InboundMessage } from '../../../src/domain/message.ts';
import type { Steps } from '../../../src/flow/steps.ts';
import { createFakeChannel, openFlow, replyTo } from '../../flow/flow-builders.ts';

/** What the platform delivers ends here: a real store and worker, and steps that settle edits as the agent does. */
export interface StoredTurns {
  receive(messages: readonly InboundMessage[]): Promise<void>;
  work(): Promise<void>;
  /** The texts of each turn that was answered, in order. */
  turnsIn(space: string): readonly (readonly string[])[];
  participants(thread: InboundMessage['thread']): ReturnType<Awaited<ReturnType<typeof openFlow>>['store']['participants']>;
  findThread(channel: string, id: string): Promise<InboundMessage['thread'] | undefined>;
  /** The next so many batches cannot be stored. */
  refuse(times: number): void;
  close(): Promise<void>;
}

export async function openStoredTurns(): Promise<StoredTurns> {
  const turns = new Map<string, (readonly string[])[]>();
  const messages: Steps['messages'] = async (lease, arrivals) => {
    const settled = settleEdits(arrivals, lease.conversation.turns);
    const inbound = [...settled.messages, ...settled.late];
    const { space } = lease.conversation.thread;
    if (settled.messages.length > 0) turns.set(space, [...(turns.get(space) ?? []), settled.messages.map(({ text }) => text)]);
    const step = replyTo(lease);
    const turn = step.turn && { ...step.turn, inbound };
    return { ...step, turn, outbound: settled.messages.length > 0 ? step.outbound : [] };
  };
  const nothing = async (): Promise<never> => Promise.reject(new Error('nobody asked for this'));
  const channels = new Map(['slack', 'discord'].map((name) => [channelName(name), createFakeChannel()]));
  const { flow, store } = await openFlow(channels, { steps: { messages, command: nothing, timer: nothing, giveUp: nothing } });
  let refusals = 0;
  return {
    async receive(inbound) {
      if (refusals > 0) {
        refusals -= 1;
        throw new Error('the disk is full');
      }
      await store.accept(inbound);
    },
    work: () => flow.drain(),
    turnsIn: (space) => turns.get(space) ?? [],
    participants: (thread) => store.participants(thread),
    findThread: async (channel, id) => (await store.findThreads(channelName(channel), [id]))[0]?.thread,
    refuse: (times) => void (refusals = times),
    close: () => store.close(),
  };
}
