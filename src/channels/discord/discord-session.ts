import { REST } from 'discord.js';
import { assertNever } from '../../domain/assert-never.ts';
import { AppError } from '../../domain/error.ts';
import { isDeskThread } from '../../domain/desk-view.ts';
import type { InboundMessage, ThreadRef } from '../../domain/message.ts';
import type { OutboundMessage, SendResult } from '../../domain/outbound.ts';
import { createCardPlaces } from '../desk-thread/card-places.ts';
import { createHttpClient } from '../http/http-client.ts';
import { atMost } from './at-most.ts';
import { BoundedMap } from './bounded-map.ts';
import { createChannelDirectory } from './channel-directory.ts';
import { finalClosing } from './close-codes.ts';
import { connectionProblem, refusedToken } from './connection-problem.ts';
import { createDiscordDeskPoster } from './discord-desk-poster.ts';
import type { DiscordSelf } from './discord-events.ts';
import { createDirectQuestions } from './direct-questions.ts';
import { DiscordGateway, restOptions } from './discord-gateway.ts';
import { createDiscordHearing, type DiscordHearing, type HearingParts } from './discord-hearing.ts';
import type { DiscordChannelPayload } from './discord-payloads.ts';
import type { DiscordPorts } from './discord-ports.ts';
import { createDiscordPoster } from './discord-poster.ts';
import type { DiscordPoster } from './discord-poster.ts';
import { createDiscordRest } from './discord-rest.ts';
import type { DiscordRest } from './discord-rest.ts';
import type { DiscordSettings } from './discord-settings.ts';
import { IdentifyLog } from './identify-log.ts';
import { DISCORD, toPlace } from './discord-thread.ts';
import { createPrivateReplies } from './private-replies.ts';
import { ReadingPositions } from './reading-positions.ts';
import { createRequestGuard } from './request-guard.ts';
import { createSolvedTag } from './solved-tag.ts';
import type { SolvedTag } from './solved-tag.ts';
import { registerCommand } from './support-command.ts';
import { createTyping } from './typing.ts';

type Receive = (messages: readonly InboundMessage[]) => Promise<void>;

const RETRY_MS = [1_000, 2_000, 5_000, 15_000, 60_000] as const;
/** `start` waits so long for the first connection; a Discord that is down must not keep the other channels waiting. */
const START_PATIENCE_MS = 10_000;
const STOP_PATIENCE_MS = 2_000;
const MOST = 2_000;

/** One bot on Discord: its connection, and what it says. */
export class DiscordSession {
  readonly poster: DiscordPoster;
  private readonly settings: DiscordSettings;
  private readonly ports: DiscordPorts;
  /** What hearing and speaking share. */
  private readonly parts: Omit<HearingParts, 'receive' | 'onReady'>;
  private readonly solvedTag: SolvedTag;
  private readonly deskPoster: Pick<DiscordPoster, 'send' | 'find'>;
  private readonly identifies: IdentifyLog;
  private self: DiscordSelf | undefined;
  private hearing: DiscordHearing | undefined;
  private gateway: DiscordGateway | undefined;
  private refused: AppError | undefined;
  private isStopped = false;
  private isRegistered = false;
  private cancelRetry: (() => void) | undefined;

  constructor(settings: DiscordSettings, ports: DiscordPorts) {
    this.settings = settings;
    this.ports = ports;
    const { now, memory, schedule } = ports;
    const guard = createRequestGuard();
    const client = new REST(restOptions(settings.apiUrl)).setToken(settings.token);
    const rest = createDiscordRest(client, guard, now);
    const shared = {
      settings,
      rest,
      directory: createChannelDirectory((id) => askForChannel(rest, id)),
      replies: createPrivateReplies(),
      questions: createDirectQuestions(),
      roots: new BoundedMap<string, { readonly user: string; readonly words: string }>(MOST),
      places: createCardPlaces(DISCORD, memory),
      now,
      self: () => this.self,
    };
    this.identifies = new IdentifyLog(memory);
    this.solvedTag = createSolvedTag({ rest, settings, report: (event) => ports.report(event) });
    this.poster = createDiscordPoster({
      ...shared,
      onUnauthorized: () => {
        this.refused = finalClosing(4_004);
        // discord.js forgets a token that was refused once; ours may be accepted again.
        client.setToken(settings.token);
      },
    });
    this.deskPoster = createDiscordDeskPoster({ ...shared, poster: this.poster });
    this.parts = {
      ...shared,
      ports,
      guard,
      http: createHttpClient(),
      positions: new ReadingPositions(ports),
      typing: createTyping((channel) => rest.typing(channel), schedule),
      poster: this.poster,
    };
  }

  /** Resolves once connected or after ten seconds; rejects when Discord refuses the token or an intent. */
  async start(receive: Receive): Promise<void> {
    await this.parts.positions.load();
    await this.identifies.load();
    this.hearing = createDiscordHearing({ ...this.parts, receive, onReady: (self) => this.ready(self) });
    const connecting = this.connect(0);
    connecting.catch(() => undefined);
    await atMost(START_PATIENCE_MS, this.ports.schedule, connecting);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.cancelRetry?.();
    this.parts.typing.stop();
    const closing = Promise.all([this.gateway?.close(), this.hearing?.stop()]);
    await atMost(STOP_PATIENCE_MS, this.ports.schedule, closing);
    if (this.hearing !== undefined) await this.parts.positions.save();
    this.parts.http.close();
  }

  find(message: OutboundMessage): ReturnType<DiscordPoster['find']> {
    return (isDeskThread(message.to) ? this.deskPoster : this.poster).find(message);
  }

  /** What only this process knows of a message on its way out. */
  async send(message: OutboundMessage): Promise<SendResult> {
    if (isDeskThread(message.to)) return this.deskPoster.send(message);
    const room = this.poster.roomOf(message);
    if (message.body.kind === 'status') {
      await this.show(message.to, message.body.state, room);
      return { kind: 'sent', externalId: '' };
    }
    if (message.speaker.kind === 'staff') this.hearing?.quiet(message.to);
    const result = await this.poster.send(message);
    this.parts.typing.done(room);
    if (result.kind === 'sent' && this.refused?.message === finalClosing(4_004)?.message && this.gateway?.isConnected)
      this.refused = undefined;
    return result;
  }

  private async show(thread: ThreadRef, state: Extract<OutboundMessage['body'], { kind: 'status' }>['state'], room: string): Promise<void> {
    switch (state) {
      case 'working':
        return this.parts.typing.working(room);
      case 'done':
        return this.parts.typing.done(room);
      case 'resolved':
      case 'reopened':
        return this.solvedTag(toPlace(thread), state === 'resolved');
      default:
        return assertNever(state);
    }
  }

  get lastHeardAt(): Date | undefined {
    return this.gateway?.lastHeardAt;
  }

  problem(): string | undefined {
    const now = this.ports.now();
    const { gateway } = this;
    return (
      connectionProblem({
        refused: this.refused ?? gateway?.refused,
        isConnected: gateway?.isConnected ?? false,
        isOutOfIdentifies: gateway?.isOutOfIdentifies ?? false,
        lastHeardAt: this.lastHeardAt,
        now,
      }) ?? this.parts.guard.problem(now)
    );
  }

  /** Discord down at the start is waited out; once connected, discord.js connects again by itself. */
  private async connect(attempt: number): Promise<void> {
    if (this.isStopped) return;
    const gateway = new DiscordGateway({
      token: this.settings.token,
      apiUrl: this.settings.apiUrl,
      now: this.ports.now,
      schedule: this.ports.schedule,
      identifies: this.identifies,
      onDispatch: (name, data) => {
        if (!this.isStopped) this.hearing?.onEvent(name, data);
      },
      onClosed: (code) => this.ports.report({ kind: 'disconnected', code }),
    });
    this.gateway = gateway;
    try {
      await gateway.connect();
    } catch (error) {
      this.refused = gateway.refused ?? refusedToken(error);
      if (this.refused !== undefined) throw this.refused;
      this.ports.report({ kind: 'unhealthy', problem: 'no connection to Discord' });
      await new Promise<void>((resolve) => {
        this.cancelRetry = this.ports.schedule(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 60_000, resolve);
      });
      await this.connect(attempt + 1);
    }
  }

  private ready(self: DiscordSelf): void {
    this.self = self;
    this.refused = undefined;
    if (this.isRegistered || !this.settings.supportCommand) return;
    this.isRegistered = true;
    void registerCommand(this.parts.rest, this.settings, self.application, (because) =>
      this.ports.report({ kind: 'not_registered', because }),
    );
  }
}

/** Undefined when it is not there, or not for us to see. */
async function askForChannel(rest: DiscordRest, id: string): Promise<DiscordChannelPayload | undefined> {
  const asked = await rest.channel(id);
  if (asked.kind === 'ok') return asked.value;
  if (asked.failure.kind === 'missing' || asked.failure.kind === 'forbidden') return undefined;
  throw new AppError('channel_unavailable', 'Discord does not say what this channel is', { retryable: true });
}
