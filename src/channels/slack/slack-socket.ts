import { SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';
import { SILENT, type Deliver } from './slack-front.ts';
import type { SlackPorts } from './slack-ports.ts';

export interface SlackSocket {
  /** Resolves when the first connection stands or has failed once; it goes on trying. */
  start(): Promise<void>;
  stop(): Promise<void>;
  problem(): string | undefined;
}

export interface SocketSettings {
  readonly appToken: string;
  readonly apiUrl: string;
}

export interface SocketPorts extends Pick<SlackPorts, 'now' | 'timers' | 'report'> {
  readonly deliver: Deliver;
  /** The socket stands again; `onDown` was called before, or it is the first time. */
  readonly onUp: () => void;
  readonly onDown: () => void;
}

/** The SDK pings every third of it and gives up after it; a second, as is often seen, ends good sockets on a busy machine. */
const PONG_MS = 6_000;
/** Slack greets within a second or two. */
const CONNECT_MS = 15_000;
/** A refresh takes less than a second and is no news. */
const GRACE_MS = 10_000;
const BACK_OFF_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const;

const delivery = z.looseObject({
  ack: z.custom<(answer?: object) => Promise<void>>((value) => typeof value === 'function'),
  body: z.unknown(),
});

type Link = SocketModeReceiver;

/**
 * Socket Mode on Bolt's receiver, with our own reconnecting: the SDK's waits five seconds after each refresh, and throws
 * where nobody catches when Slack cannot be reached. Every connection is a new receiver, so nothing of a dead one is left.
 */
export function createSlackSocket({ appToken, apiUrl }: SocketSettings, ports: SocketPorts): SlackSocket {
  const { timers, now, report, deliver } = ports;
  let link: Link | undefined;
  let isUp = false;
  let isStopped = false;
  let failures = 0;
  let downSince: Date | undefined = now();
  let refusal: string | undefined;
  let cancelRetry: (() => void) | undefined;

  const onDelivery = async (raw: unknown): Promise<void> => {
    const parsed = delivery.safeParse(raw);
    if (!parsed.success) return;
    const { body, ack } = parsed.data;
    try {
      await deliver(body);
    } catch (error) {
      // Without an acknowledgement Slack sends it again.
      report({ kind: 'not_stored', because: error instanceof Error ? error.name : 'unknown' });
      return;
    }
    // A socket that closed meanwhile cannot take it; Slack sends again, and the store knows the message.
    await ack().catch(() => undefined);
  };

  const open = async (): Promise<void> => {
    const mine = newLink(appToken, apiUrl);
    link = mine;
    mine.client.on('slack_event', (raw: unknown) => void onDelivery(raw));
    mine.client.on('disconnected', () => {
      if (link === mine && isUp) lost();
    });
    const cancelDeadline = timers.after(CONNECT_MS, () => void mine.client.disconnect());
    try {
      await mine.client.start();
      if (isStopped || link !== mine) return void mine.client.disconnect();
      isUp = true;
      failures = 0;
      downSince = undefined;
      refusal = undefined;
      ports.onUp();
    } catch (error) {
      refusal = refusalOf(error);
      if (link === mine) retry(BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length - 1)] ?? 30_000);
      failures += 1;
    } finally {
      cancelDeadline();
    }
  };

  const lost = (): void => {
    isUp = false;
    downSince = now();
    ports.onDown();
    retry(0);
  };

  const retry = (afterMs: number): void => {
    cancelRetry?.();
    if (!isStopped) cancelRetry = timers.after(afterMs, () => void open());
  };

  return {
    start: open,
    problem() {
      if (isUp || isStopped) return undefined;
      if (refusal !== undefined) return refusal;
      const downMs = downSince ? now().getTime() - downSince.getTime() : 0;
      return downMs > GRACE_MS
        ? `no socket to Slack for ${Math.round(downMs / 1_000)} s: check the network and SLACK_APP_TOKEN`
        : undefined;
    },
    async stop() {
      isStopped = true;
      cancelRetry?.();
      const closing = isUp ? link?.client.disconnect() : undefined;
      isUp = false;
      // A peer that does not answer the close must not keep the process.
      let cancelWait: (() => void) | undefined;
      await Promise.race([closing, new Promise<void>((resolve) => void (cancelWait = timers.after(2_000, resolve)))]);
      cancelWait?.();
    },
  };
}

function newLink(appToken: string, apiUrl: string): Link {
  return new SocketModeReceiver({
    appToken,
    logger: SILENT,
    autoReconnectEnabled: false,
    clientPingTimeout: PONG_MS,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, timeout: CONNECT_MS } },
  });
}

const platformError = z.looseObject({ data: z.looseObject({ error: z.string() }) });

/** Slack's word when it refuses us a socket; undefined when it could not be reached, which time may heal. */
function refusalOf(error: unknown): string | undefined {
  const said = platformError.safeParse(error).data?.data.error;
  return said === undefined ? undefined : `Slack gives us no socket (${said}): check SLACK_APP_TOKEN and that Socket Mode is on`;
}
