import { z } from 'zod';
import type { SlackPorts } from './slack-ports.ts';

/** How far each conversation was heard, so that a gap can be read from history. */
export interface Heard {
  note(channel: string, thread: string | undefined, ts: string, isShared: boolean): void;
  channels(): readonly HeardChannel[];
  /** While a gap is open nothing is written, so that a crash does not take what came after it for the whole. */
  hold(): void;
  release(): void;
  save(): Promise<void>;
}

export interface HeardChannel {
  readonly channel: string;
  readonly ts: string;
  /** With another company. */
  readonly isShared: boolean;
  readonly threads: readonly { readonly thread: string; readonly ts: string }[];
}

const saved = z.record(z.string(), z.object({ ts: z.string(), shared: z.boolean(), threads: z.record(z.string(), z.string()) }));
type Saved = z.infer<typeof saved>;

const SAVE_AFTER_MS = 1_000;
/** Threads without a word for this long are not asked about again: about as long as a ticket stays reopenable. */
const KEPT_SECONDS = 7 * 24 * 3_600;
/** One request each after a gap; Slack allows 50 a minute. */
const MOST_THREADS = 40;
const MOST_CHANNELS = 200;

/** Loaded once and written at most once a second: what a crash forgets is only read twice. */
export async function createHeard(account: string, { memory, timers }: SlackPorts): Promise<Heard> {
  const name = `slack/${account}/heard`;
  const all: Saved = read(await memory.load(name));
  let cancel: (() => void) | undefined;

  let isHeld = false;

  const save = async (): Promise<void> => {
    cancel?.();
    cancel = undefined;
    if (!isHeld) await memory.save(name, JSON.stringify(all));
  };

  const saveSoon = (): void => {
    cancel ??= timers.after(SAVE_AFTER_MS, () => void save().catch(() => undefined));
  };

  return {
    note(channel, thread, ts, isShared) {
      const entry = all[channel] ?? { ts, shared: isShared, threads: {} };
      const threads = thread === undefined ? entry.threads : newest({ ...entry.threads, [thread]: later(entry.threads[thread], ts) }, ts);
      all[channel] = { ts: later(entry.ts, ts), shared: isShared || entry.shared, threads };
      dropOldest(all);
      saveSoon();
    },
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      saveSoon();
    },
    channels: () =>
      Object.entries(all).map(([channel, { ts, shared, threads }]) => ({
        channel,
        ts,
        isShared: shared,
        threads: Object.entries(threads).map(([thread, threadTs]) => ({ thread, ts: threadTs })),
      })),
    save,
  };
}

function read(text: string | undefined): Saved {
  if (text === undefined) return {};
  try {
    return saved.parse(JSON.parse(text));
  } catch {
    // Nobody but us writes it; a damaged one costs a gap in history and not the channel.
    return {};
  }
}

const later = (one: string | undefined, other: string): string => (one !== undefined && Number(one) > Number(other) ? one : other);

function newest(threads: Readonly<Record<string, string>>, ts: string): Record<string, string> {
  const kept = Object.entries(threads).filter(([, heard]) => Number(ts) - Number(heard) < KEPT_SECONDS);
  return Object.fromEntries(kept.toSorted(([, one], [, other]) => Number(other) - Number(one)).slice(0, MOST_THREADS));
}

function dropOldest(all: Saved): void {
  const names = Object.keys(all);
  if (names.length <= MOST_CHANNELS) return;
  const [oldest] = names.toSorted((one, other) => Number(all[one]?.ts) - Number(all[other]?.ts));
  if (oldest !== undefined) delete all[oldest];
}
