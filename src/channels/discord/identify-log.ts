import { z } from 'zod';
import type { DiscordMemory } from './discord-ports.ts';

const NAME = 'discord/identifies';
const saved = z.array(z.number()).catch([]);

/** When we identified lately, milliseconds since 1970: Discord counts over restarts, and so do we. */
export class IdentifyLog {
  times: readonly number[] = [];
  private readonly memory: DiscordMemory;

  constructor(memory: DiscordMemory) {
    this.memory = memory;
  }

  async load(): Promise<void> {
    this.times = saved.parse(parseJson(await this.memory.load(NAME)));
  }

  /** A write that fails costs a count at worst. */
  save(times: readonly number[]): void {
    this.times = times;
    void this.memory.save(NAME, JSON.stringify(times)).catch(() => undefined);
  }
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
