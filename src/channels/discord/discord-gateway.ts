import { Client, Events, GatewayIntentBits, SimpleShardingStrategy, WebSocketShardStatus } from 'discord.js';
import type { RESTOptions } from 'discord.js';
import type { Now, Schedule } from '../../domain/ports.ts';
import { finalClosing } from './close-codes.ts';
import type { AppError } from '../../domain/error.ts';
import { identifyDelayMs, isIdentifyBudgetSpent, recentIdentifies } from './identify-budget.ts';
import type { Identifies } from './identify-budget.ts';

/** A request that takes longer has failed; the outbox gives a delivery 20 seconds. */
const REQUEST_TIMEOUT_MS = 8_000;
/** A limit that lasts longer is the outbox's business. */
const LONGEST_WAIT_MS = 4_000;
/** discord.js waits this long for a server that does not come back. */
const GUILD_WAIT_MS = 2_000;
/** discord.js rests 500 ms before it connects again. */
const REST_STEP_MS = 100;
const RESTS = 8;

export const restOptions = (apiUrl: string): Partial<RESTOptions> => ({
  api: apiUrl,
  retries: 0,
  timeout: REQUEST_TIMEOUT_MS,
  rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > LONGEST_WAIT_MS,
});

export interface GatewayOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly now: Now;
  readonly schedule: Schedule;
  readonly identifies: { readonly times: Identifies; save(times: Identifies): void };
  /** Every event as Discord sent it, in order. */
  readonly onDispatch: (name: string, data: unknown) => void;
  readonly onClosed: (code: number) => void;
}

/** discord.js's connection: heartbeat, resume and reconnect are its work; what the events mean is ours. */
export class DiscordGateway {
  /** Set when Discord closed for a reason that only people can mend. */
  refused: AppError | undefined;
  isConnected = false;
  /** No IDENTIFY is left in this hour. */
  isOutOfIdentifies = false;
  private heardAt: Date | undefined;
  private strategy: SimpleShardingStrategy | undefined;
  private readonly client: Client;
  private readonly options: GatewayOptions;

  constructor(options: GatewayOptions) {
    this.options = options;
    this.client = new Client({
      intents: [
        GatewayIntentBits.Guilds,
        GatewayIntentBits.GuildMessages,
        GatewayIntentBits.DirectMessages,
        GatewayIntentBits.MessageContent,
      ],
      waitGuildTimeout: GUILD_WAIT_MS,
      rest: restOptions(options.apiUrl),
      ws: {
        buildIdentifyThrottler: () => ({ waitForIdentify: (_shard: number, signal: AbortSignal) => this.waitForIdentify(signal) }),
        buildStrategy: (manager) => {
          this.strategy = new SimpleShardingStrategy(manager);
          return this.strategy;
        },
      },
    });
    // discord.js makes objects of every event, and throws where nobody can catch it when it does not know one. Nobody
    // reads those objects: we take the events as they come.
    Object.assign(this.client.ws, { handlePacket: () => true });
    this.client.on(Events.Raw, (packet: { readonly t?: unknown; readonly d?: unknown }) => this.hear(packet));
    this.client.on(Events.ShardReconnecting, () => this.lose(1_006));
    this.client.on(Events.ShardDisconnect, ({ code }) => this.lose(code));
    // A listener must be there; what is wrong shows in the closing that follows.
    this.client.on(Events.ShardError, () => undefined);
    this.client.on(Events.Error, () => undefined);
  }

  /** Resolves once connected. Rejects when Discord cannot be reached or refuses us; then a new gateway is needed. */
  async connect(): Promise<void> {
    await this.client.login(this.options.token);
  }

  /** The last sign of life: an event, or an answered heartbeat. */
  get lastHeardAt(): Date | undefined {
    const beat = Math.max(-1, ...this.client.ws.shards.map((shard) => shard.lastPingTimestamp));
    return beat > (this.heardAt?.getTime() ?? 0) ? new Date(beat) : this.heardAt;
  }

  async close(): Promise<void> {
    this.isConnected = false;
    // A shard that rests before it connects again cannot be stopped by discord.js: it would come back to life.
    for (let tries = 0; tries < RESTS && this.refused === undefined && (await this.isResting()); tries += 1) {
      await new Promise<void>((resolve) => void this.options.schedule(REST_STEP_MS, resolve));
    }
    await this.client.destroy();
  }

  private async isResting(): Promise<boolean> {
    const status = await this.strategy?.fetchStatus();
    return status?.some((one) => one === WebSocketShardStatus.Idle) ?? false;
  }

  private hear({ t, d }: { readonly t?: unknown; readonly d?: unknown }): void {
    this.heardAt = this.options.now();
    if (t === 'READY' || t === 'RESUMED') this.isConnected = true;
    if (typeof t === 'string') this.options.onDispatch(t, d);
  }

  private lose(code: number): void {
    this.isConnected = false;
    this.refused = finalClosing(code) ?? this.refused;
    this.options.onClosed(code);
  }

  /** Rejects only when the socket closed meanwhile: discord.js takes other rejections for a reason to go on. */
  private waitForIdentify(signal: AbortSignal): Promise<void> {
    const { now, schedule, identifies } = this.options;
    return new Promise((resolve, reject) => {
      let cancel: () => void = () => undefined;
      signal.addEventListener('abort', () => {
        cancel();
        reject(new DOMException('the socket closed', 'AbortError'));
      });
      const attempt = (): void => {
        const nowMs = now().getTime();
        const past = recentIdentifies(identifies.times, nowMs);
        const delayMs = identifyDelayMs(past, nowMs);
        this.isOutOfIdentifies = isIdentifyBudgetSpent(past, nowMs);
        if (delayMs > 0) {
          cancel = schedule(delayMs, attempt);
          return;
        }
        identifies.save([...past, nowMs]);
        resolve();
      };
      attempt();
    });
  }
}
