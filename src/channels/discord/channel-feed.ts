import type { Schedule } from '../../domain/ports.ts';
import type { DiscordMessage } from './discord-payloads.ts';
import type { DiscordEvent } from './discord-ports.ts';
import type { ReadingPositions } from './reading-positions.ts';
import { byAge } from './snowflake.ts';

export const PAGE = 100;
const MOST_PAGES = 50;
const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const;

export type MessageSource = 'live' | 'history';

export interface FeedPorts {
  readonly positions: ReadingPositions;
  readonly schedule: Schedule;
  /** Up to `PAGE` messages right after that id, in any order; rejects when they cannot be read, `'gone'` when never again. */
  readonly history: (channel: string, after: string) => Promise<readonly DiscordMessage[] | 'gone'>;
  /** Translates and stores one message; rejects when it could not be stored. Whether it belongs to a conversation. */
  readonly take: (message: DiscordMessage, source: MessageSource) => Promise<boolean>;
  readonly report: (event: DiscordEvent) => void;
}

/**
 * The messages of one channel or thread, one after the other. When one could not be stored, or after a gap, the channel
 * is behind: then everything after the last stored message is read from the history, and nothing overtakes it.
 */
export class ChannelFeed {
  private chain: Promise<void> = Promise.resolve();
  private isBehind = false;
  private pending = 0;
  private failures = 0;
  private cancelRetry: (() => void) | undefined;
  private isStopped = false;
  private readonly channel: string;
  private readonly ports: FeedPorts;

  constructor(channel: string, ports: FeedPorts) {
    this.channel = channel;
    this.ports = ports;
  }

  /** A message as the gateway brings it. */
  push(message: DiscordMessage): void {
    this.enqueue(async () => {
      if (this.isBehind) await this.catchUp();
      // It comes from the history then, behind what was missed before it.
      if (this.isBehind) return this.ports.positions.retreatBefore(this.channel, message.id);
      try {
        await this.take(message, 'live');
      } catch {
        // Whatever was missed from here on comes from the history.
        this.ports.positions.retreatBefore(this.channel, message.id);
        this.fallBehind('it could not be stored');
      }
      return undefined;
    });
  }

  /** After a gap: reads what came after the position, or after `since` in a channel that was never read. */
  readAfterGap(since: string): void {
    this.isBehind = true;
    if (this.ports.positions.of(this.channel) === undefined) this.ports.positions.advance(this.channel, since);
    this.enqueue(() => this.catchUp());
  }

  /** Waits for that before anything else. */
  hold(until: Promise<void>): void {
    this.enqueue(() => until);
  }

  /** Something that comes after the messages so far; when it fails it is gone. */
  run(act: () => Promise<void>): void {
    this.enqueue(act);
  }

  /** Resolves when everything that was pushed so far is through or has failed. */
  async settled(): Promise<void> {
    await this.chain;
  }

  /** Nothing is left to do, so this feed may be forgotten. */
  get isIdle(): boolean {
    return this.pending === 0 && !this.isBehind;
  }

  stop(): void {
    this.isStopped = true;
    this.cancelRetry?.();
  }

  private enqueue(run: () => Promise<void> | undefined): void {
    this.pending += 1;
    this.chain = this.chain
      .then(() => (this.isStopped ? undefined : run()))
      .catch(() => undefined)
      .finally(() => {
        this.pending -= 1;
      });
  }

  private async take(message: DiscordMessage, source: MessageSource): Promise<void> {
    const isOurs = await this.ports.take(message, source);
    if (isOurs || this.ports.positions.of(this.channel) !== undefined) this.ports.positions.advance(this.channel, message.id);
    else this.ports.positions.see(message.id);
  }

  private async catchUp(): Promise<void> {
    let count = 0;
    try {
      for (let page = 0; page < MOST_PAGES && !this.isStopped; page += 1) {
        const messages = await this.ports.history(this.channel, this.ports.positions.of(this.channel) ?? '0');
        if (messages === 'gone') break;
        for (const message of messages.toSorted(byAge)) {
          await this.take(message, 'history');
          this.ports.positions.advance(this.channel, message.id);
          count += 1;
        }
        if (messages.length < PAGE) break;
      }
      this.isBehind = false;
      this.failures = 0;
      if (count > 0) this.ports.report({ kind: 'caught_up', channel: this.channel, messages: count });
    } catch {
      this.fallBehind('its history could not be read or stored');
    }
  }

  private fallBehind(because: string): void {
    this.isBehind = true;
    if (this.failures === 0) this.ports.report({ kind: 'behind', channel: this.channel, because });
    const delayMs = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)] ?? 30_000;
    this.failures += 1;
    this.cancelRetry?.();
    this.cancelRetry = this.ports.schedule(delayMs, () => this.enqueue(() => (this.isBehind ? this.catchUp() : undefined)));
  }
}
