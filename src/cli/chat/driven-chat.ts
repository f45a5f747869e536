import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { AppError } from '../../domain/error.ts';
import type { CommandIo } from '../command.ts';
import { converseLine } from '../converse/converse-input.ts';
import { chatStep, type ChatSession } from './chat-session.ts';

const advanced = z.object({ conversations: z.array(chatStep) });

export interface ChatPlace {
  readonly channel: string;
  /** The data folder is used and kept; otherwise nothing is. */
  readonly keep: boolean;
}

/** The conversation driver with one customer, its clock kept in step with the wall's. */
export async function openDrivenChat(config: Config, { channel, keep }: ChatPlace, io: Pick<CommandIo, 'stderr'>): Promise<ChatSession> {
  const { openConverseSession } = await import('../converse/converse-session.ts');
  const session = await openConverseSession(config, new Date(), io, { keep });
  // Each person has a conversation of their own, and each run a new one.
  const run = randomUUID().slice(0, 8);
  const conversationOf = (from: string): string => `${from.trim().toLowerCase()} ${run}`;
  let current: string | undefined;
  let lastAt = performance.now();

  async function play(line: unknown): Promise<unknown> {
    const parsed = converseLine.safeParse(line);
    if (!parsed.success) throw new AppError('usage', parsed.error.issues.map(({ message }) => message).join('; '), { retryable: false });
    return session.play(parsed.data);
  }

  /** Codes and promises run out here as they do outside. */
  async function catchUp(): Promise<void> {
    const seconds = Math.floor((performance.now() - lastAt) / 1000);
    lastAt += seconds * 1000;
    if (seconds > 0) await play({ advance: `${seconds}s` });
  }

  return {
    async say(from, text) {
      await catchUp();
      current = conversationOf(from);
      return chatStep.parse(await play({ conversation: current, channel, from, text }));
    },
    async desk({ action, by, text }) {
      await catchUp();
      const said = text === '' ? {} : { text };
      return chatStep.parse(await play({ conversation: current ?? 'none', desk: { action, by, ...said } }));
    },
    advance: async (duration) => advanced.parse(await play({ advance: duration })).conversations,
    close: () => session.close(),
  };
}
