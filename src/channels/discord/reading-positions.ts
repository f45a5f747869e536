import { z } from 'zod';
import type { DiscordMemory } from './discord-ports.ts';
import type { Now, Schedule } from '../../domain/ports.ts';
import { isLater, snowflakeAt, snowflakeBefore, snowflakeTime } from './snowflake.ts';
import { snowflake } from './discord-payloads.ts';

const NAME = 'discord/positions';
const SAVE_AFTER_MS = 1_000;
/** A channel that was silent for so long is no longer read after a gap, and no more than so many are. */
const KEPT_MS = 14 * 24 * 3_600_000;
const MOST = 500;

const saved = z.object({
  /** The newest id that we have seen anywhere: what is older was not missed. */
  seen: snowflake,
  channels: z.record(snowflake, snowflake),
});

/**
 * How far each channel and thread was read: the id of its newest stored message. Written a second late, so that a crash
 * makes us read a few messages again, which the store takes for duplicates, and never makes us miss one.
 */
export class ReadingPositions {
  private readonly channels = new Map<string, string>();
  private seenId = '0';
  private cancelSave: (() => void) | undefined;
  private saving: Promise<void> = Promise.resolve();
  private readonly memory: DiscordMemory;
  private readonly now: Now;
  private readonly schedule: Schedule;

  constructor({ memory, now, schedule }: { readonly memory: DiscordMemory; readonly now: Now; readonly schedule: Schedule }) {
    this.memory = memory;
    this.now = now;
    this.schedule = schedule;
  }

  /** The first connection starts at now, and at the same moment after a crash. */
  async load(): Promise<void> {
    const text = await this.memory.load(NAME);
    const state = text === undefined ? undefined : saved.safeParse(parseJson(text)).data;
    this.seenId = state?.seen ?? snowflakeAt(this.now());
    for (const [channel, id] of Object.entries(state?.channels ?? {})) this.channels.set(channel, id);
    if (state === undefined) await this.save();
  }

  /** Everything that was said anywhere before this id was seen or is behind a position. */
  get seen(): string {
    return this.seenId;
  }

  of(channel: string): string | undefined {
    return this.channels.get(channel);
  }

  /** Channels to read after a gap. */
  active(): readonly string[] {
    const since = snowflakeAt(new Date(this.now().getTime() - KEPT_MS));
    return [...this.channels]
      .filter(([, id]) => isLater(id, since))
      .sort(([, one], [, other]) => (isLater(one, other) ? -1 : 1))
      .slice(0, MOST)
      .map(([channel]) => channel);
  }

  /** Moves forward only. */
  advance(channel: string, id: string): void {
    const known = this.channels.get(channel);
    if (known === undefined || isLater(id, known)) this.channels.set(channel, id);
    this.see(id);
  }

  /** That message and everything after it is to be read again. */
  retreatBefore(channel: string, id: string): void {
    const known = this.channels.get(channel);
    if (known === undefined || !isLater(id, known)) this.channels.set(channel, snowflakeBefore(id));
    this.see(id);
  }

  see(id: string): void {
    if (!isLater(id, this.seenId)) return;
    this.seenId = id;
    this.cancelSave ??= this.schedule(SAVE_AFTER_MS, () => void this.save());
  }

  /** Resolves once written; a failed write is repeated with the next. */
  async save(): Promise<void> {
    this.cancelSave?.();
    this.cancelSave = undefined;
    const kept = new Set(this.active());
    for (const channel of this.channels.keys()) if (!kept.has(channel)) this.channels.delete(channel);
    const text = JSON.stringify({ seen: this.seenId, channels: Object.fromEntries(this.channels) });
    this.saving = this.saving.then(() => this.memory.save(NAME, text)).catch(() => undefined);
    await this.saving;
  }

  /** When something was last heard, for people. */
  get seenAt(): Date {
    return snowflakeTime(this.seenId);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
