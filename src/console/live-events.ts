import type { Deskhand } from '../domain/deskhand.ts';

/** Changes within this time are told once. */
const GATHER_MS = 40;
/** A comment line from time to time tells both ends that the other is still there. */
const HEARTBEAT_MS = 15_000;
/** Tabs and commands that may listen at once. */
const MAX_LISTENERS = 64;

type Send = (text: string) => void;

export interface LiveEvents {
  /** A server-sent event stream that says `change` after anything changed; undefined when too many listen already. */
  open(signal: AbortSignal): ReadableStream<Uint8Array> | undefined;
  /** Ends all streams. */
  close(): void;
}

/** One subscription for all listeners. What changed is not told: whoever listens asks for what it shows. */
export function createLiveEvents(deskhand: Pick<Deskhand, 'onChange'>): LiveEvents {
  const listeners = new Map<Send, () => void>();
  const tellAll = (text: string): void => {
    for (const send of listeners.keys()) send(text);
  };
  let gathering: NodeJS.Timeout | undefined;
  const stopListening = deskhand.onChange(() => {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      tellAll('event: change\ndata: {}\n\n');
    }, GATHER_MS);
  });
  const heartbeat = setInterval(() => tellAll(': still here\n\n'), HEARTBEAT_MS);
  return {
    open(signal) {
      if (listeners.size >= MAX_LISTENERS) return undefined;
      return listen(listeners, signal);
    },
    close() {
      stopListening();
      clearInterval(heartbeat);
      clearTimeout(gathering);
      for (const end of listeners.values()) end();
    },
  };
}

function listen(listeners: Map<Send, () => void>, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let forget = (): void => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const send: Send = (text) => controller.enqueue(encoder.encode(text));
      forget = () => listeners.delete(send);
      const end = (): void => {
        if (listeners.delete(send)) controller.close();
      };
      listeners.set(send, end);
      signal.addEventListener('abort', end, { once: true });
      send('retry: 1000\nevent: change\ndata: {}\n\n');
    },
    cancel: () => forget(),
  });
}
